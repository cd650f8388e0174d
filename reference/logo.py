"""The office's logo: any PNG or JPEG that is one, drawn anew."""

import io

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from pup_portal.db import DomainError

MAX_BYTES = 2 * 1024 * 1024
MAX_PIXELS = 20_000_000
LARGEST_SIDE = 800
_FIRST_BYTES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class BadLogo(DomainError):
    """The file cannot be the logo."""


def redrawn(upload: UploadedFile) -> bytes:
    """The picture as a fresh PNG of at most 800 × 800 points, with nothing else of the file in it."""
    if not upload.size or upload.size > MAX_BYTES:
        raise BadLogo(_("Choose a picture of at most 2 MB."))
    content = upload.read()
    if not content.startswith(_FIRST_BYTES):
        raise BadLogo(_("Choose a picture in the format PNG or JPEG."))
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise BadLogo(_("The picture has too many points. Make it smaller first."))
            fresh = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise BadLogo(_("The picture is damaged and cannot be opened.")) from None
    fresh.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    drawn = io.BytesIO()
    fresh.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()

"""What people hand over as a file, made fit to be kept: scans and photos as PDF, JPEG or PNG.

The content decides what a file is; its name and the type a browser claims decide nothing. Pictures are drawn
anew, so nothing of the original file is left in them: no place and camera (EXIF), no comments, no second file
behind the first. A PDF is kept byte for byte, because a change would break an electronic signature in it; one
that could *do* something is refused with the way out (print it, scan the print).
"""

import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from pup_portal import antivirus
from pup_portal.db import DomainError
from pup_portal.passive_pdf import pages_of
from pup_portal.security_events import SecurityEvent, tell

LARGEST_SIDE = 4000  # A4 at 300 points per inch is 2480 × 3508
JPEG_QUALITY = 88
LABEL_LENGTH = 120


class MediaType(StrEnum):
    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def extension(self) -> str:
        return {MediaType.PDF: "pdf", MediaType.JPEG: "jpg", MediaType.PNG: "png"}[self]


class BadUpload(DomainError):
    """The file cannot be taken; the message says why and what to do."""


@dataclass(frozen=True)
class CleanFile:
    """Content fit to be kept. ``label`` is the sender's name for it, safe to show and to save under."""

    content: bytes
    media_type: MediaType
    page_count: int
    label: str
    was_scanned: bool


def cleaned(upload: File) -> CleanFile:
    """Read ``upload`` once and make it fit to be kept.

    Raises ``BadUpload``, ``passive_pdf.ActivePdf``, ``antivirus.Infected`` or ``antivirus.ScannerSilent``.
    """
    try:
        return _cleaned(upload)
    except DomainError as refusal:
        tell(SecurityEvent.FILE_REFUSED, kind=type(refusal).__name__)
        raise


def _cleaned(upload: File) -> CleanFile:
    if not upload.size:
        raise BadUpload(_("The file is empty."))
    if upload.size > settings.UPLOAD_MAX_BYTES:
        raise BadUpload(
            _("The file is larger than %(limit)s MB. Make the scan or the photo smaller.")
            % {"limit": settings.UPLOAD_MAX_BYTES // 1024**2}
        )
    content = upload.read()
    media_type = kind_of(content)
    was_scanned = antivirus.check(content)
    made, page_count = _MAKERS[media_type](content)
    return CleanFile(made, media_type, page_count, label_of(upload.name or "", media_type), was_scanned)


def kind_of(content: bytes) -> MediaType:
    """What ``content`` is by its first bytes, whatever it is called; whether it is whole, its reader finds out."""
    for media_type in MediaType:
        if content.startswith(_FIRST_BYTES[media_type]):
            return media_type
    raise BadUpload(_("Only PDF files and pictures (JPG, PNG) can be added."))


def label_of(name: str, media_type: MediaType) -> str:
    """The sender's file name as one line of harmless signs, with the extension of what it really is."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    kept = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C" and sign not in '<>:"|?*;%')
    stem = PurePosixPath(" ".join(kept.split())).stem.strip(". ")[:LABEL_LENGTH]
    return f"{stem or 'file'}.{media_type.extension}"


def _redrawn_jpeg(content: bytes) -> tuple[bytes, int]:
    return _saved(_picture(content, "JPEG").convert("RGB"), "JPEG", quality=JPEG_QUALITY, optimize=True)


def _redrawn_png(content: bytes) -> tuple[bytes, int]:
    """On white paper: scans have no use for transparency, and what shines through depends on the viewer."""
    picture = _picture(content, "PNG").convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture)
    return _saved(paper, "PNG", optimize=False)


def _picture(content: bytes, image_format: str) -> Image.Image:
    """The picture upright and at most ``LARGEST_SIDE`` on each side; its size is asked before it is decoded."""
    try:
        with Image.open(io.BytesIO(content), formats=(image_format,)) as picture:
            if picture.width * picture.height > settings.UPLOAD_MAX_PIXELS:
                raise _too_many_points()
            picture.draft(None, (LARGEST_SIDE, LARGEST_SIDE))  # a large JPEG is decoded smaller
            upright = ImageOps.exif_transpose(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_points() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError, TypeError):
        raise BadUpload(_("The picture is damaged and cannot be opened.")) from None
    upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    return upright


def _too_many_points() -> BadUpload:
    return BadUpload(_("The picture has too many points. Make it smaller first."))


def _saved(picture: Image.Image, image_format: str, **options: object) -> tuple[bytes, int]:
    """Only the points: the formats would also write the comments and profiles that came with the original."""
    picture.info.clear()
    drawn = io.BytesIO()
    picture.save(drawn, image_format, **options)
    return drawn.getvalue(), 1


def _checked_pdf(content: bytes) -> tuple[bytes, int]:
    page_count = pages_of(content)
    if page_count > settings.UPLOAD_MAX_PAGES:
        raise BadUpload(
            _("The file has more than %(limit)s pages. Add it in parts.")
            % {"limit": settings.UPLOAD_MAX_PAGES}
        )
    return content, page_count


_FIRST_BYTES = {
    MediaType.PDF: b"%PDF-",
    MediaType.JPEG: b"\xff\xd8\xff",
    MediaType.PNG: b"\x89PNG\r\n\x1a\n",
}
_MAKERS: dict[MediaType, Callable[[bytes], tuple[bytes, int]]] = {
    MediaType.PDF: _checked_pdf,
    MediaType.JPEG: _redrawn_jpeg,
    MediaType.PNG: _redrawn_png,
}

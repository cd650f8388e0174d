"""Images for printed pages: kept beside the page until it is printed. Nothing here loads what prints it."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/svg+xml"})
IMAGE_MAX_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True)
class PrintImage:
    """An image for a page. Its address is made of its content, so the page's hash covers the image too."""

    content: bytes
    content_type: str

    def __post_init__(self) -> None:
        if self.content_type not in IMAGE_TYPES:
            raise ValueError("an image to print is PNG, JPEG or SVG")
        if len(self.content) > IMAGE_MAX_BYTES:
            raise ValueError("an image to print is at most 2 MB")

    @cached_property
    def src(self) -> str:
        return f"image:{hashlib.sha256(self.content).hexdigest()}"


def pack_images(images: Iterable[PrintImage]) -> dict[str, list[str]]:
    """``images`` as a column of JSON holds them, by their ``src``."""
    return {image.src: [image.content_type, base64.b64encode(image.content).decode()] for image in images}


def unpack_images(packed: Mapping[str, list[str]]) -> dict[str, PrintImage]:
    return {
        src: PrintImage(base64.b64decode(content), content_type)
        for src, (content_type, content) in packed.items()
    }

"""Files as people and attackers hand them over, made here byte by byte."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

ORIENTATION, GPS, DESCRIPTION = 0x0112, 0x8825, 0x010E


def handed_over(content: bytes, name: str = "scan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def photo(size: tuple[int, int] = (60, 40), *, exif: Image.Exif | None = None, **options: Any) -> bytes:
    """A JPEG: left half black, right half white."""
    picture = Image.new("RGB", size, "white")
    picture.paste("black", (0, 0, size[0] // 2, size[1]))
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif or Image.Exif(), quality=95, **options)
    return written.getvalue()


def drawing(mode: str = "RGB", size: tuple[int, int] = (60, 40), colour: Any = None, **options: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, colour).save(written, "PNG", **options)
    return written.getvalue()


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))

    header = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def pdf(*, pages: int = 1, change: Callable[[PdfWriter], None] | None = None) -> bytes:
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(200, 200)
    if change:
        change(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def action(kind: str, **more: str) -> Callable[[PdfWriter], None]:
    """Lets the PDF do something when it is opened."""

    def change(writer: PdfWriter) -> None:
        what = {NameObject("/S"): NameObject(kind)}
        what |= {NameObject(f"/{key}"): TextStringObject(value) for key, value in more.items()}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(what)

    return change

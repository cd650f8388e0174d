"""What a printed paper says: the whole of it, each of its two columns, and what the wording makes of the data."""

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from registration.models import Paper
from registration.papers import pieces
from registration.papers.placeholders import unpack
from registration.papers.wording import compose

_MIDDLE = 397  # of a page of A4, in pixels


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def whole_text(pdf: bytes) -> str:
    return plain(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def columns(pdf: bytes) -> dict[str, str]:
    """The Polish original, on the left half of the pages, and the Ukrainian copy beside it."""
    found: dict[str, list[str]] = {"pl": [], "uk": []}

    def keep(text: str, _page: Any, place: list[float], *_font: Any) -> None:
        found["pl" if place[4] < _MIDDLE else "uk"].append(text)

    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=keep)
    return {language: plain(" ".join(parts)) for language, parts in found.items()}


def values_of(paper: Paper, language: str) -> list[str]:
    """What the print must say: every value of the paper's data that its wording shows."""
    found: list[str] = []

    def walk(part: Any) -> None:
        if isinstance(part, pieces.Piece):
            found.extend([plain(part.text)] if part.is_value and part.text else [])
        elif isinstance(part, tuple):
            for inner in part:
                walk(inner)
        elif hasattr(part, "__dataclass_fields__"):
            for name in part.__dataclass_fields__:
                walk(getattr(part, name))

    walk(compose(paper.version, unpack(paper.packed), language))
    return found

"""Text cut into sentences, bullets and lines, so that joining gives the text back to the byte."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from translations import full_stops

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])?")
_SIGNS = "•·∙▪▫◦‣●○■□►▶➢➤➔→⇒✓✔✅☑☛♦◆★✦❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
_BULLET = re.compile(
    rf"\s*(?:(?:[{_SIGNS}]+\ufe0f?|o\t"
    r"|[-–—−*>=]+(?!\d)"  # a dash before a digit is a minus
    r"|\+(?!\s?\d)|»(?![^«]*«)"
    r"|\d{1,2}[.)](?=\s)|\d{1,2}\.(?=[^\W\d_]{2})|\d{1,2}\)(?=\w)|[IVX]{2,4}[.)](?=\s)|[a-zA-Z]\)(?=\s|\w{2}))\s*)*"
)
_INSIDE = re.compile(rf"(?<=\S)\s+(?=[{_SIGNS}]\ufe0f?\s)")  # a list in one line
_END = re.compile(r"""[.!?…]+[)\]"”»’']*|;(?=\s|[^\W\d_])""")


@dataclass(frozen=True)
class Piece:
    """``text`` is what is translated; ``before`` and ``after`` are kept as they are in every language."""

    before: str
    text: str
    after: str = ""


def split(text: str) -> list[Piece]:
    """Cut ``text``. Only a text of nothing but white space and bullets gives a piece without text."""
    pieces: list[Piece] = []
    glue = ""
    for chunk, is_text in _chunks(text):
        if is_text:
            pieces.append(Piece(glue, chunk))
            glue = ""
        else:
            glue += chunk
    if glue and pieces:
        pieces[-1] = replace(pieces[-1], after=glue)
    elif glue:
        pieces.append(Piece(glue, ""))
    return pieces


def join(pieces: Iterable[Piece]) -> str:
    return "".join(piece.before + piece.text + piece.after for piece in pieces)


def _chunks(text: str) -> Iterator[tuple[str, bool]]:
    """What ``text`` consists of, in order: ``(chunk, is it text to translate)``."""
    for item in _items(text):
        bullet = _BULLET.match(item)
        start = bullet.end() if bullet else 0
        yield item[:start], False
        for sentence in _sentences(item[start:]):
            core = sentence.rstrip().removesuffix(";").rstrip()
            yield core, bool(core)
            yield sentence[len(core) :], False


def _items(text: str) -> Iterator[str]:
    """The lines of ``text``, and the items of a list inside of a line, each with what stands before it."""
    for line in _LINE.findall(text):
        start = 0
        for gap in _INSIDE.finditer(line):
            yield line[start : gap.start()]
            start = gap.start()
        yield line[start:]


def _sentences(line: str) -> Iterator[str]:
    start = 0
    for mark in _END.finditer(line):
        if mark.end() == len(line) or not full_stops.ends(line, mark):
            continue
        stop = mark.end() + len(line[mark.end() :]) - len(line[mark.end() :].lstrip())
        yield line[start:stop]
        start = stop
    yield line[start:]

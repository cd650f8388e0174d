"""How much of an offer's text has room on one printed page."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from reference.prose import Block, points

# Letters in a line of a poster's text and of its table, a little less than the widest letters allow.
LINE = 88
CELL = 55


@dataclass(frozen=True)
class Excerpt:
    """The beginning of a text; ``is_whole`` when nothing is missing."""

    blocks: list[Block]
    is_whole: bool

    @property
    def lines(self) -> int:
        return lines_of(line for block in self.blocks for line in block.lines)


def lines_of(texts: Iterable[str], width: int = LINE) -> int:
    """How many printed lines ``texts`` take, each beginning a line of its own."""
    return sum(-(-len(text) // width) for text in texts)


def excerpt(text: str, room: int) -> Excerpt:
    """As much of ``text`` as fits into ``room`` lines, ended between words with an ellipsis."""
    kept: list[Block] = []
    for block in points(text):
        lines: list[str] = []
        kept.append(Block(block.kind, lines))
        for line in block.lines:
            if lines_of([line]) > room:
                lines += [shortened(line, room * LINE)] if room else []
                return Excerpt([block for block in kept if block.lines], is_whole=False)
            lines.append(line)
            room -= lines_of([line])
    return Excerpt(kept, is_whole=True)


def shortened(text: str, width: int) -> str:
    """``text`` with its end left out, between words where it has any, when it is longer than ``width``."""
    if len(text) <= width:
        return text
    short = textwrap.shorten(text, width, placeholder=" …")
    return short if len(short) > width // 2 else f"{text[: width - 1]}…"

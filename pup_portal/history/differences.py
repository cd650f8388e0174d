"""Where two long texts differ, so that one new word in a page of duties is found at a glance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LONG = 120  # characters; shorter texts are read faster whole
MOST_WORDS = 600  # comparing takes the square of it
AROUND = 6  # words of what stayed, before and after a change
_WORD = re.compile(r"\S+\s*|\s+")


class Kind(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    kind: Kind
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """What went and what came, in order, with the words around; nothing when both are better read whole.

    The pieces that are not new make up ``before``, those that are not gone ``after``, but for what stayed
    far from any change, which is "…".
    """
    if max(len(before), len(after)) <= LONG or not (before and after):
        return []
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return []
    return list(_compared(old, new))


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    for change, start, end, new_start, new_end in SequenceMatcher(None, old, new, False).get_opcodes():
        if change == "equal":
            yield Piece(Kind.SAME, _near(old[start:end], is_first=start == 0, is_last=end == len(old)))
            continue
        if start < end:
            yield Piece(Kind.GONE, "".join(old[start:end]))
        if new_start < new_end:
            yield Piece(Kind.NEW, "".join(new[new_start:new_end]))


def _near(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """The words beside a change: nothing has changed before the first words nor after the last."""
    head, tail = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) <= head + tail + 1:
        return "".join(words)
    return "".join(words[:head]) + "… " + "".join(words[len(words) - tail :])

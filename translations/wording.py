"""What became of a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]+")


@dataclass(frozen=True)
class Change:
    """A stretch of the new or the old text: ``kind`` is ``same``, ``ins`` or ``del``."""

    kind: str
    text: str


def changes(before: str, after: str) -> list[Change]:
    """What became of ``before``, word by word; nothing when there was nothing before."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    return list(_differences(old, new)) if before else []


def _differences(old: list[str], new: list[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, stop, new_start, new_stop in matcher.get_opcodes():
        if kind == "equal":
            yield Change("same", "".join(new[new_start:new_stop]))
            continue
        if start < stop:
            yield Change("del", "".join(old[start:stop]))
        if new_start < new_stop:
            yield Change("ins", "".join(new[new_start:new_stop]))

"""Gaps: Polish words that a draft could not translate, left in the text between marks nobody types by chance."""

import re

_OPEN, _CLOSE = "⟦", "⟧"
GAP = re.compile(rf"{_OPEN}[^{_CLOSE}]*{_CLOSE}|[{_OPEN}{_CLOSE}]")


def mark(words: str) -> str:
    return f"{_OPEN}{words}{_CLOSE}"


def is_complete(text: str) -> bool:
    """Whether ``text`` has no gap left and is not empty."""
    return bool(text.strip()) and not GAP.search(text)


def unmarked(text: str) -> str:
    """``text`` with the Polish of its gaps, and without their marks."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")

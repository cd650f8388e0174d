"""Signs that something went wrong in the writing: a word twice, a bracket left open, a sentence cut short."""

import re
from collections.abc import Iterator

from translations.checks.findings import Finding

_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+\1(?![\w-])", re.IGNORECASE)
_PAIRS = {"(": ")", "[": "]", "«": "»"}
_SHORTEST = 40  # signs of Polish from which on the lengths tell anything
_LEAST, _MOST = 0.5, 2.0


def findings(source_pl: str, text_uk: str) -> Iterator[Finding]:
    for match in _TWICE.finditer(text_uk):
        if not _TWICE.search(source_pl):
            yield Finding("repeated-word", match.group(), at_uk=match.span())
    for first, last in _PAIRS.items():
        if text_uk.count(first) != text_uk.count(last) and source_pl.count(first) == source_pl.count(last):
            yield Finding("open-bracket", first)
    ratio = len(text_uk) / len(source_pl)
    if len(source_pl) >= _SHORTEST and not _LEAST <= ratio <= _MOST:
        yield Finding("far-shorter" if ratio < 1 else "far-longer")

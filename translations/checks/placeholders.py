"""Places in a text that a person or a program fills in: both texts must have the same.

Also the signs by which the memory and the engines mark what they put back: one left in a text was forgotten.
"""

import re
from collections import Counter
from collections.abc import Iterator

from translations.checks.findings import Finding

_PLACEHOLDER = re.compile(
    r"⟨\d+:[a-z]+⟩"  # of the memory
    r"|\[/?notranslate\]|\[X\d+X\]|(?<!\w)X\d+X(?!\w)|</?x\b[^<>]*>"  # of the engines
    r"|\{\{?\s*[\w.:-]*\s*\}?\}|\$\{\w+\}|%\(\w+\)[sd]|(?<![\d%])%[sd](?!\w)"
    r"|(?:__|\.\.\.|……)[_.…]+",
    re.IGNORECASE,
)
_NOTHING = "\N{OBJECT REPLACEMENT CHARACTER}"
_LINE_TO_WRITE_ON = re.compile(r"[_.…]+")


def findings(source_pl: str, text_uk: str) -> Iterator[Finding]:
    polish, ukrainian = (list(_PLACEHOLDER.finditer(text)) for text in (source_pl, text_uk))
    left = Counter(map(_identity, polish))
    left.subtract(map(_identity, ukrainian))
    for match in polish:
        if left[_identity(match)] > 0:
            left[_identity(match)] -= 1
            yield Finding("lost-placeholder", match.group(), at_pl=match.span())
    for match in ukrainian:
        if left[_identity(match)] < 0:
            left[_identity(match)] += 1
            yield Finding("added-placeholder", match.group(), at_uk=match.span())


def without(text: str) -> str:
    """``text`` with a sign that says nothing in place of each, as long as before."""
    return _PLACEHOLDER.sub(lambda match: _NOTHING * len(match.group()), text)


def _identity(match: re.Match[str]) -> str:
    """A line to write on is the same whatever its length."""
    return "…" if _LINE_TO_WRITE_ON.fullmatch(match.group()) else match.group()

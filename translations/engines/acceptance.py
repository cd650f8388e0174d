"""What an engine's answer must be before it may become a draft.

An engine may answer 200 with an emoji, half a sentence, another language or a sentence of its own. Nothing of
this reaches a translator: the answer is refused, and the next engine is asked.
"""

import re
import unicodedata
from collections.abc import Sequence

from translations import checks
from translations.engines.protection import Style, TokensDiffer, restore
from translations.glossary import Glossary
from translations.spelling import printed

_LETTER = re.compile(r"[^\W\d_]")
_ONLY_UKRAINIAN = frozenset("іїєґ")
_SHARE_OF_CYRILLIC = 0.6
_LONGEST = 3.0  # times a Polish text of 40 characters or more
# Signs of a sick engine, of which the checks only warn a person.
_ALSO_REFUSED = frozenset({"repeated-word", "far-shorter", "far-longer"})
# Hardly one Ukrainian sentence in a thousand of so many letters has none of its own.
_LETTERS_WITHOUT_OWN = 80


class Unfit(ValueError):
    """The answer is no translation that could be shown to anybody."""


def accepted(source: str, answer: str, kept: Sequence[str], style: Style, glossary: Glossary) -> str:
    """The text that ``answer`` makes of ``source``, or ``Unfit``."""
    if len(answer) > len(source) * 10 + 1000:
        raise Unfit  # not even looked into
    try:
        text, own = restore(printed(answer).strip(), kept, style)
    except TokensDiffer as difference:
        raise Unfit from difference
    text = re.sub(r"[ \t]+", " ", text).strip()
    if not _is_ukrainian(own) or _is_giant(source, text) or _has_new_symbols(source, text):
        raise Unfit
    for finding in checks.check(source, text, glossary.hits(source)):
        if finding.is_blocking or finding.code in _ALSO_REFUSED:
            raise Unfit
    return text


def _is_ukrainian(own: str) -> bool:
    """Whether the words the engine wrote itself are. Letters of Russian alone are the checks' to find."""
    letters = _LETTER.findall(own.casefold())
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    if not letters or cyrillic < _SHARE_OF_CYRILLIC * len(letters):
        return False
    return cyrillic < _LETTERS_WITHOUT_OWN or bool(_ONLY_UKRAINIAN.intersection(letters))


def _is_giant(source: str, text: str) -> bool:
    """Before the checks look into it: they take their time with long texts."""
    return len(text) > max(40, len(source)) * _LONGEST


def _has_new_symbols(source: str, text: str) -> bool:
    """Emoji, control characters and the like that the Polish does not have."""
    strange = {sign for sign in text if unicodedata.category(sign) in {"So", "Cc", "Co", "Cn", "Cs"}}
    return bool(strange - set(source))

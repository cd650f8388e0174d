"""Names for invented people and firms. Common ones, put together at random: nobody is meant."""

import json
from pathlib import Path

_NAMES = json.loads((Path(__file__).parent / "names.json").read_text("utf-8"))

WOMEN: list[str] = _NAMES["women"]
MEN: list[str] = _NAMES["men"]
SURNAMES: list[str] = _NAMES["surnames"]  # "for a man/for a woman" where they differ
TRADES: dict[str, list[str]] = _NAMES["trades"]
LEGAL_FORMS: list[str] = _NAMES["legal_forms"]
STREETS: list[str] = _NAMES["streets"]


def surname(word: str, *, is_woman: bool) -> str:
    """The form of ``word`` from ``SURNAMES`` for a woman or a man."""
    man, _, woman = word.partition("/")
    return woman if is_woman and woman else man

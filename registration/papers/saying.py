"""From a column to what a paper says of it: once in Polish, once in Ukrainian."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from pup_portal.two_languages import TwoLanguages
from registration.papers.placeholders import Row, Said

NOTHING = Said()
YES, NO = _("yes"), _("no")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")

type Reading[T] = Callable[[T], Any]


def told[T](read: Reading[T], of: T) -> Said:
    """What ``read`` gives with each language active; a ``Said`` is taken as it is."""
    with translation.override("pl"):
        polish = read(of)
        if isinstance(polish, Said):
            return polish
        polish = _text(polish)
    with translation.override("uk"):
        return Said(polish, _text(read(of)))


def rows[T](items: Iterable[T], columns: dict[str, Reading[T]]) -> tuple[Row, ...]:
    return tuple({name: told(read, item) for name, read in columns.items()} for item in items)


def pair(row: TwoLanguages, stem: str) -> Said:
    """The person's words and the Polish that somebody of the desk wrote; without it the text is not final."""
    polish, ukrainian = getattr(row, f"{stem}_pl"), getattr(row, f"{stem}_uk")
    return Said(polish, ukrainian, is_final=bool(polish or not ukrainian))


def typed(text: str) -> Said:
    """A text kept once, in whatever language it was typed: Cyrillic letters are still to be put into Polish."""
    return Said("", text, is_final=False) if _CYRILLIC.search(text) else Said(text, text)


def named(latin: str, cyrillic: str) -> Said:
    """A name is not translated: Latin as in the document, Cyrillic as the person writes it."""
    return Said(latin or cyrillic, cyrillic or latin)


def yes_no(answer: bool | None) -> Any:
    """Nothing when it was not asked: a line to fill in by hand stands there."""
    return "" if answer is None else YES if answer else NO


def flag(holds: bool) -> Any:
    return YES if holds else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.strftime("%d.%m.%Y") if isinstance(value, date) else str(value)

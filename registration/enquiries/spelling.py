"""A name in whichever alphabet the person writes, put into the columns of a client's record."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_LATIN = r"A-Za-zÀ-ɏḀ-ỿ"
_CYRILLIC = r"Ѐ-ӿ"
_NAME = re.compile(rf"[{_LATIN}{_CYRILLIC} .'’ʼ\-]*\Z")
_IN_CYRILLIC = re.compile(rf"[{_CYRILLIC}]")
_IN_LATIN = re.compile(rf"[{_LATIN}]")


def validate_name(text: str) -> None:
    """Letters of one alphabet: an ``i`` typed on the other keyboard looks right and is never found again."""
    if not _NAME.match(text):
        raise ValidationError(_("A name has letters only."), code="letters")
    if not (_IN_CYRILLIC.search(text) or _IN_LATIN.search(text)) and text:
        raise ValidationError(_("A name has letters."), code="letters")
    if _IN_CYRILLIC.search(text) and _IN_LATIN.search(text):
        raise ValidationError(
            _("Latin and Cyrillic letters are mixed here. Write the name in one alphabet."), code="mixed"
        )


def columns_of(*, surname: str, given_names: str) -> dict[str, str]:
    """The four columns of ``Client`` that hold these two names."""
    return _columns("surname", surname) | _columns("given_names", given_names)


def _columns(stem: str, name: str) -> dict[str, str]:
    script, other = ("cyrillic", "latin") if _IN_CYRILLIC.search(name) else ("latin", "cyrillic")
    return {f"{stem}_{script}": name, f"{stem}_{other}": ""}

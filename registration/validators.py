"""Checks of single values a person brings: names, PESEL."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.pl import pesel as pesel_number

_LATIN_ONLY = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ .'’ʼ\-]*\Z")
_CYRILLIC_ONLY = re.compile(r"[Ѐ-ӿ .'’ʼ\-]*\Z")


def validate_latin(text: str) -> None:
    if not _LATIN_ONLY.match(text):
        raise ValidationError(_("Use Latin letters here, as in the document."), code="latin")


def validate_cyrillic(text: str) -> None:
    if not _CYRILLIC_ONLY.match(text):
        raise ValidationError(_("Use Cyrillic letters here, as the person writes."), code="cyrillic")


def validate_pesel(text: str) -> None:
    if not pesel_number.is_valid(text):
        raise ValidationError(_("This is not a valid PESEL: check the eleven digits."), code="pesel")

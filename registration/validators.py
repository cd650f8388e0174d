"""Checks of single values a person brings: names, PESEL, phone."""

import re

import phonenumbers
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


def phone_number(text: str) -> str:
    """``text`` as E.164, or raise ``ValidationError`` with a hint.

    Without a country code, ten digits that begin with 0 are Ukrainian and nine digits are Polish.
    """
    digits = re.sub(r"\D", "", text)
    if not text.strip().startswith("+"):
        if len(digits) == 10 and digits.startswith("0"):
            text = f"+38{digits}"
        elif (len(digits) == 12 and digits.startswith("380")) or (
            len(digits) == 11 and digits.startswith("48")
        ):
            text = f"+{digits}"
    try:
        number = phonenumbers.parse(text, "PL")
        possible = phonenumbers.is_possible_number(number)
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise ValidationError(
            _("Enter a whole phone number, for example +48 41 555 01 00 or +380 50 555 01 00."), code="phone"
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

"""Checks of single values: identifiers of firms, phones."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as NumberError
from stdnum.pl import nip, regon


def validate_nip(text: str) -> None:
    """Ten digits with a right check digit."""
    if nip.compact(text) != text or not nip.is_valid(text):
        raise ValidationError(_("This is not a valid NIP: check the ten digits."), code="nip")


def validate_regon(text: str) -> None:
    """Nine or fourteen digits with right check digits."""
    try:
        right = regon.validate(text) == text
    except NumberError:
        right = False
    if not right:
        raise ValidationError(
            _("This is not a valid REGON: check the nine or fourteen digits."), code="regon"
        )


def validate_phone(text: str) -> None:
    """A possible phone number written as E.164 (``+48415550100``)."""
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number) or e164(text) != text:
        raise ValidationError(_("Enter a phone number, for example +48 41 555 01 00."), code="phone")


def e164(text: str, *, region: str = "PL") -> str:
    """The number as E.164; what cannot be read comes back as it was, for ``validate_phone`` to refuse."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_text(number: str) -> str:
    """An E.164 number as people read it aloud: ``+48 41 555 01 00``."""
    if not number:
        return ""
    return phonenumbers.format_number(
        phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )

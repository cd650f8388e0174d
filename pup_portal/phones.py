"""Phone numbers: typed as people write them, kept as E.164 (``+48415550100``), shown spaced."""

import re
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_WITHOUT_ZERO = frozenset({48, 380})


def e164(text: str, *, region: str = "PL") -> str:
    """The number as E.164; what cannot be read comes back as it was, for ``validate_phone`` to refuse."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def with_country(text: str) -> str:
    """A number as a person from Ukraine says it, with the country it leaves out.

    Ten digits that begin with 0 are Ukrainian; so are twelve that begin with 380, and 48 and nine are Polish.
    """
    digits = re.sub(r"\D", "", text)
    if text.strip().startswith("+"):
        return text
    if len(digits) == 10 and digits.startswith("0"):
        return f"+38{digits}"
    has_country = (len(digits), digits[:3]) == (12, "380") or (len(digits), digits[:2]) == (11, "48")
    return f"+{digits}" if has_country else text


def validate_phone(text: str) -> None:
    """A possible number written as E.164.

    A zero after +48 or +380 is no part of any number: it is the old way of dialling in Poland, or the country of a
    Ukrainian one is missing. Which of both, only the writer knows.
    """
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        possible = False
    else:
        has_stray_zero = number.italian_leading_zero and number.country_code in _WITHOUT_ZERO
        possible = phonenumbers.is_possible_number(number) and not has_stray_zero
    if not possible or e164(text) != text:
        raise ValidationError(_("Enter a phone number, for example +48 41 555 01 00."), code="phone")


def phone_text(number: str) -> str:
    """An E.164 number as people read it aloud: ``+48 41 555 01 00``; what is none stays as it is."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class PhoneField(forms.CharField):
    """Takes a number in any spelling and gives E.164. The model's validator judges it."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
    default_validators = [validate_phone]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"max_length": 30})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return e164(text) if text else ""

    def prepare_value(self, value: Any) -> Any:
        return phone_text(value) if isinstance(value, str) else value

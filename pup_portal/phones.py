"""Phone numbers: typed as people write them, kept as E.164 (``+48415550100``), shown spaced."""

from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def e164(text: str, *, region: str = "PL") -> str:
    """The number as E.164; what cannot be read comes back as it was, for ``validate_phone`` to refuse."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def validate_phone(text: str) -> None:
    """A possible number written as E.164."""
    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(text))
    except phonenumbers.NumberParseException:
        possible = False
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

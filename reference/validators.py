"""Checks of the identifiers of firms, beside those of phones."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as NumberError
from stdnum.pl import nip, regon

from pup_portal.phones import validate_phone

__all__ = ["validate_nip", "validate_phone", "validate_regon"]


def validate_nip(text: str) -> None:
    """Ten digits with a right check digit, not all of them 0."""
    if nip.compact(text) != text or not nip.is_valid(text) or not text.strip("0"):
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

"""PESEL and document number as columns: what they are bound to, how spellings of one number are brought
together, and what the database can still check of a value it cannot read."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pup_portal.encryption import SEALED_PATTERN

# Part of every stored value: never change them, whatever the models are called.
PESEL = "registration.client.pesel"
DOCUMENT = "registration.client.document_number"

# Ukrainian documents have Cyrillic series that people also type in Latin letters of the same shape.
_LOOKALIKES = str.maketrans("АВЕІКМНОРСТХ", "ABEIKMHOPCTX")

eleven_digits = RegexValidator(r"^[0-9]{11}\Z", _("A PESEL has eleven digits."), code="pesel")


def plain_pesel(text: str) -> str:
    """The digits alone."""
    return "".join(filter(str.isdigit, text))


def plain_document(text: str) -> str:
    """Letters and digits alone, in capitals of one alphabet: "ка 123-456" is "KA123456"."""
    return "".join(filter(str.isalnum, text.upper())).translate(_LOOKALIKES)


CONSTRAINTS: list[models.BaseConstraint] = [
    models.CheckConstraint(
        name="client_pesel_is_sealed",
        condition=Q(pesel=None) | Q(pesel__regex=SEALED_PATTERN),
    ),
    models.CheckConstraint(
        name="client_document_number_is_sealed",
        condition=Q(document_number="") | Q(document_number__regex=SEALED_PATTERN),
    ),
    models.CheckConstraint(
        name="client_pesel_with_its_index",
        condition=Q(pesel=None, pesel_index=None) | Q(pesel__isnull=False, pesel_index__isnull=False),
    ),
    models.CheckConstraint(
        name="client_document_number_with_its_index",
        condition=Q(document_number="", document_index=None)
        | (~Q(document_number="") & Q(document_index__isnull=False)),
    ),
    models.UniqueConstraint(
        name="client_pesel_is_unique",
        fields=["pesel_index"],
        condition=~Q(state="merged"),
        violation_error_message=_("A client with this PESEL is registered already."),
    ),
]

"""What in a record does not fit together, as far as rules can tell: a hint to look again, never an obstacle.

The papers of people who fled are often odd for good reasons, and a PESEL may have been given on a wrong date of birth.

Sources: the PESEL says the day of birth and the sex (act of 24.09.2010 on the population register, art. 15). The usual
shapes of Ukrainian documents are common knowledge and not confirmed in a source, so the hint says "usually".
"""

import re
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum.pl import pesel as pesel_number

from registration.dates import PartialDate
from registration.models import Client
from registration.vocabulary import Citizenship, DatePrecision, DocumentKind, Sex

_SEX = {"M": Sex.MALE, "F": Sex.FEMALE}
_TRAVEL_PASSPORT = (re.compile(r"[A-Z]{2}[0-9]{6}"), _("two Latin letters and six digits"))
_USUAL_IN_UKRAINE = {
    DocumentKind.BIOMETRIC_PASSPORT: _TRAVEL_PASSPORT,
    DocumentKind.PASSPORT: _TRAVEL_PASSPORT,
    DocumentKind.INTERNAL_PASSPORT: (
        re.compile(r"[А-ЩЬЮЯЄІЇҐ]{2}[0-9]{6}"),
        _("two Cyrillic letters and six digits"),
    ),
    DocumentKind.ID_CARD: (re.compile(r"[0-9]{9}"), _("nine digits")),
}


def oddities_of(client: Client) -> list[Promise | str]:
    """Sentences for those who may see the numbers of ``client``; they quote nothing of them."""
    return [*_pesel_and_the_rest(client), *_number_and_its_kind(client)]


def _pesel_and_the_rest(client: Client) -> Iterator[Promise]:
    if not client.pesel or not pesel_number.is_valid(client.pesel):
        return
    born = PartialDate(pesel_number.get_birth_date(client.pesel), DatePrecision.DAY)
    if client.birth is not None and not client.birth.agrees_with(born):
        yield _("The PESEL says another date of birth than the record.")
    if client.sex and client.sex != _SEX[pesel_number.get_gender(client.pesel)]:
        yield _("The PESEL says another sex than the record.")


def _number_and_its_kind(client: Client) -> Iterator[str]:
    usual = _USUAL_IN_UKRAINE.get(client.document_kind)  # type: ignore[call-overload]
    if usual is None or client.citizenships != [Citizenship.UKR]:
        return
    shape, words = usual
    if not shape.fullmatch("".join(filter(str.isalnum, client.document_number.upper()))):
        hint = _("The number of a Ukrainian document of this kind usually has %(shape)s. Look at it again.")
        yield str(hint) % {"shape": words}

"""The A4 page of an offer: for the wall of a hotel, with a QR code that leads to the board."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Act
from job_offers import facts, texts
from job_offers.measure import CELL, Excerpt, excerpt, lines_of, shortened
from job_offers.models import Offer
from job_offers.presenting import fact_rows
from job_offers.qr import qr_code
from job_offers.texts import OfferText

KIND = "job_offers.poster"
# Lines for the offer's own words beside the facts, on a page that is not yet set smaller.
PAGE_LINES = 34
FEWEST_LINES = 8
APPLY_LINES = 4
# A fact is shown whole up to here; pay, with its note of 300 letters, always is.
FACT_WIDTH = 420

type Rows = list[tuple[str, str]]


def title(offer: Offer, language: str) -> str:
    text = texts.for_reader(offer, language, texts.status_of(offer))
    return _("Job offer: %(title)s") % {"title": text.title}


def context(offer: Offer, language: str) -> dict[str, Any]:
    """The facts in the language of the paper; under a Ukrainian text, the Polish one for the employer's door.

    One page: the facts and the contact always, of the longer texts as much as there is room for.
    """
    text = texts.for_reader(offer, language, texts.status_of(offer))
    with translation.override("pl"):
        polish_rows = fact_rows(offer, texts.polish(offer))[:5] if text.is_translation else []
    address = public_address(offer, language)
    rows = [(name, shortened(value, FACT_WIDTH)) for name, value in fact_rows(offer, text)]
    return {
        "offer": offer,
        "text": text,
        "rows": rows,
        **_excerpts(text, rows, polish_rows),
        "polish": texts.polish(offer),
        "polish_rows": polish_rows,
        "contact": facts.contact(offer),
        "address": address,
        "qr": qr_code(address),
    }


def may_open(user: User | AnonymousUser, offer: Offer) -> bool:
    """Anyone may print what stands on the board; the desk, any offer it sees."""
    return offer.is_live or (isinstance(user, User) and user.may(Act.SEE_OFFERS))


def _excerpts(text: OfferText, rows: Rows, polish_rows: Rows) -> dict[str, Any]:
    """What of the texts fits beside the facts. What is needed of a person takes what the duties leave."""
    taken = lines_of((value for _name, value in [*rows, *polish_rows]), CELL)
    room = max(PAGE_LINES - taken, FEWEST_LINES)
    requirements = excerpt(text.requirements, room // 2)
    duties = excerpt(text.duties, room - requirements.lines)
    apply_note = excerpt(text.apply_note, APPLY_LINES)
    shown: dict[str, Excerpt] = {"duties": duties, "requirements": requirements, "apply_note": apply_note}
    return shown | {"is_whole": all(part.is_whole for part in shown.values())}


def public_address(offer: Offer, language: str) -> str:
    with translation.override(language):
        return f"{settings.SITE_URL}{reverse('board:offer-detail', args=[offer.public_id])}"

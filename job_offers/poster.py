"""The A4 page of an offer: for the wall of a hotel, with a QR code that leads to the board."""

import io
from typing import Any

import segno
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Act
from documents.fetching import PrintImage
from job_offers import facts, texts
from job_offers.models import Offer
from job_offers.presenting import fact_rows

KIND = "job_offers.poster"


def title(offer: Offer, language: str) -> str:
    text = texts.for_reader(offer, language, texts.status_of(offer))
    return _("Job offer: %(title)s") % {"title": text.title}


def context(offer: Offer, language: str) -> dict[str, Any]:
    """The facts in the language of the paper; under a Ukrainian text, the Polish one for the employer's door."""
    text = texts.for_reader(offer, language, texts.status_of(offer))
    with translation.override("pl"):
        polish_rows = fact_rows(offer, texts.polish(offer)) if text.is_translation else []
    address = public_address(offer, language)
    return {
        "offer": offer,
        "text": text,
        "rows": fact_rows(offer, text),
        "polish": texts.polish(offer),
        "polish_rows": polish_rows[:5],
        "contact": facts.contact(offer),
        "address": address,
        "qr": PrintImage(_qr(address), "image/svg+xml"),
    }


def may_open(user: User | AnonymousUser, offer: Offer) -> bool:
    """Anyone may print what stands on the board; the desk, any offer it sees."""
    return offer.is_live or (isinstance(user, User) and user.may(Act.SEE_OFFERS))


def public_address(offer: Offer, language: str) -> str:
    with translation.override(language):
        return f"{settings.SITE_URL}{reverse('board:offer-detail', args=[offer.public_id])}"


def _qr(address: str) -> bytes:
    image = io.BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="svg", border=2, xmldecl=False)
    return image.getvalue()

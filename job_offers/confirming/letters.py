"""The letter that asks an employer whether an offer still holds, and to whom it is due."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from django.conf import settings
from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import translation

from job_offers.lapse import confirmation_days
from job_offers.models import EmployerLink, Offer, OfferQuerySet
from messaging.services import owe_message

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

LANGUAGE = "pl"
ASKED_BEFORE = timedelta(days=5)  # so that an answer comes before the offer leaves the board


def address_of(offer: Offer) -> str:
    return offer.contact_email or (offer.employer.email if offer.employer else "")


def address_of_page(token: str, language: str = LANGUAGE) -> str:
    """Where the link leads, whole, to be written into a letter or shown at the desk."""
    with translation.override(language):
        return settings.SITE_URL.rstrip("/") + reverse("for_employers:confirm", args=[token])


def owe(link: EmployerLink, *, to: str, token: str) -> None:
    """The only place the token is ever written to, and only until the letter is sent."""
    owe_message(
        key=f"offer-confirmation-{link.public_id}",
        to=to,
        template="offer_confirmation",
        language=LANGUAGE,
        context={
            "title": link.offer.title_pl,
            "link": address_of_page(token),
            "until": link.expires_at,
        },
        forgets_text=True,
    )


class Confirmed(TypedDict):
    confirmed: date


def with_confirmation(offers: OfferQuerySet) -> "QuerySet[WithAnnotations[Offer, Confirmed]]":
    """``offers`` that employers confirm to us, with ``confirmed``: the day of the last word, or of publication."""
    ours = offers.exclude(source=Offer.Source.FEED)
    shown = ours.filter(state__in=(Offer.State.PUBLISHED, Offer.State.UNCONFIRMED))
    return shown.annotate(confirmed=Coalesce("confirmed_on", Cast("published_at", DateField())))


def days_without_a_word(
    offers: "Iterable[WithAnnotations[Offer, Confirmed]]", today: date
) -> list[tuple[Offer, int]]:
    return [(offer, (today - offer.confirmed).days) for offer in offers]


def due(today: date, *, among: Sequence[int] | None = None) -> Iterator[int]:
    """Keys of offers (``among`` these) that will soon leave the board unconfirmed and whose employer can be written to.

    Each is asked once after a confirmation, whatever becomes of the letter.
    """
    since = today - timedelta(days=confirmation_days(today)) + ASKED_BEFORE
    asked = EmployerLink.objects.filter(offer=OuterRef("pk"), made_at__date__gt=OuterRef("confirmed"))
    reachable = ~Q(contact_email="") | Q(employer__email__gt="")
    live = Offer.objects.live(today)
    if among is not None:
        live = live.filter(pk__in=among)
    rows = with_confirmation(live).filter(reachable, confirmed__lte=since)
    yield from rows.exclude(Exists(asked)).order_by("pk").values_list("pk", flat=True)

"""Offers of the demonstration whose wording the checks stop at, and the filters a broker keeps."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from accounts.models import User
from job_offers import checks, texts
from job_offers.models import Employer, Offer, SavedFilter
from job_offers.services import offers, overriding, publication, saved_filters
from pup_portal.tracking import acting
from reference.models import Place, Term, Vocabulary

_WORDINGS: list[dict[str, Any]] = [
    {
        "title_pl": "Pomoc kuchenna w barze mlecznym",
        "requirements_pl": "Kobieta do 40 lat, dyspozycyjna, bez zobowiązań rodzinnych.",
    },
    {
        "title_pl": "Pracownik sali sprzedaży",
        "requirements_pl": "Chęć pracy w zespole „Młoda Ekipa”, obsługa kasy.",
    },
    {
        "title_pl": "Sprzątaczka klatek schodowych",
        "requirements_pl": "Dokładność, praca od poniedziałku do piątku.",
    },
]
_REASON = "„Młoda Ekipa” to nazwa działu; pracodawca zatrudnia osoby w każdym wieku (rozmowa telefoniczna)."
_FILTERS = {"Do telefonu": "work=call_back", "Gotowe do publikacji": "work=publication"}


def tell(broker: User) -> None:
    """Offers that must be put right, one of them at one press, and one whose hint is passed over with a reason.

    Telling it twice adds nothing.
    """
    stopped, doubtful, for_women = (_typed_in(words, broker) for words in _WORDINGS)
    with acting(broker):
        for offer in (stopped, for_women):
            publication.mark_ready(offer=offer, by=broker)
        for finding in checks.findings(
            doubtful, status=texts.status_of(doubtful), by=broker, today=timezone.localdate()
        ):
            if finding.is_soft and finding.is_open:
                overriding.override_finding(offer=doubtful, digest=finding.digest, reason=_REASON, by=broker)
    for name, query in _FILTERS.items():
        if not SavedFilter.objects.visible_to(broker).filter(name=name).exists():
            saved_filters.save_filter(owner=broker, name=name, query=query)


def _typed_in(words: dict[str, Any], broker: User) -> Offer:
    place = Place.objects.get(name_pl="Kielce")
    return offers.create_offer(
        by=broker,
        employer=Employer.objects.order_by("pk").first(),
        public_id=uuid5(NAMESPACE_URL, words["title_pl"]),
        facts=words
        | {
            "duties_pl": "Prace pomocnicze na miejscu.",
            "place": place,
            "place_name": place.name_pl,
            "contract": Term.objects.coded(Vocabulary.CONTRACT, "permanent"),
            "apply_route": Term.objects.coded(Vocabulary.APPLY_ROUTE, "office"),
            "pay_from": Decimal(4806),
            "pay_unit": Offer.PayUnit.MONTH,
            "valid_until": timezone.localdate() + timedelta(days=30),
        },
    )

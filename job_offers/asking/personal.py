"""Whose question it is stands in the enquiry; here only which offer it is about."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction

from job_offers.models import OfferQuestion
from registration.enquiries.about import About


def about_offers(enquiries: Sequence[int]) -> dict[int, About]:
    """The offers that the enquiries with these keys are about, for the desk's inbox."""
    rows = OfferQuestion.objects.filter(pk__in=enquiries).select_related("offer")
    return {row.pk: About(str(row.offer), row.offer.get_absolute_url()) for row in rows}


def export(person: int) -> Iterator[dict[str, Any]]:
    rows = OfferQuestion.objects.filter(enquiry__client=person).order_by("pk")
    yield from map(dict, rows.values("enquiry__number", "offer__title_pl", "offer__public_id"))


@transaction.atomic
def erase(person: int) -> None:
    """Forget what work the person was interested in."""
    OfferQuestion.objects.filter(enquiry__client=person).delete()

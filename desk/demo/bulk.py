"""Any amount of invented offers and clients, in bulk, for measurements."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import batched
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from desk.demo.offers import feed_offers, template_of
from desk.demo.people import people
from job_offers import board
from job_offers.feed_map import Dictionaries, map_offer
from job_offers.models import Offer
from registration.bulk import create_clients
from registration.models import Client

BATCH = 2_000
LIVE_SHARE = 0.02


def create_people(count: int, *, seed: int, by: list[User]) -> Iterator[int]:
    """Store ``count`` more clients; give the number stored after each batch."""
    yield from create_clients(people(_next(Client, count), seed=seed, now=timezone.now(), by=by))


def create_offers(count: int, *, seed: int, by: User) -> Iterator[int]:
    """Store ``count`` more offers, about one in fifty of them live; give the number stored after each batch."""
    known, now = Dictionaries(), timezone.now()
    dice = Random(seed)  # noqa: S311 - invented data, no secret
    numbers, stored = _next(Offer, count), 0
    contents = feed_offers(numbers, seed=seed, today=now.date())
    for batch in batched(zip(numbers, contents, strict=True), BATCH):
        offers = [_offer(number, content, known, now, dice, by) for number, content in batch]
        with transaction.atomic():
            Offer.objects.bulk_create(offers)
            board.put(offer for offer in offers if offer.is_live)
        stored += len(offers)
        yield stored


def _next(model: type[Model], count: int) -> range:
    """The numbers of ``count`` more rows, so that a second run adds to the first."""
    first = (model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    return range(first, first + count)


def _offer(
    number: int, content: dict[str, Any], known: Dictionaries, now: datetime, dice: Random, by: User
) -> Offer:
    mapped = map_offer(content, known, now.date())
    offer = Offer(
        source=Offer.Source.FEED, source_id=mapped.source_id, feed_unit=mapped.unit, **mapped.columns
    )
    template = template_of(number)
    offer.title_uk, offer.duties_uk = template["title_uk"], template["duties_uk"]
    if dice.random() < LIVE_SHARE:
        offer.state, offer.published_by = Offer.State.PUBLISHED, by
        offer.published_at = now - timedelta(hours=dice.randint(1, 400))
    else:
        offer.state = dice.choice((Offer.State.EXPIRED, Offer.State.FILLED, Offer.State.WITHDRAWN))
        age = timedelta(days=dice.randint(30, 900))
        offer.published_at, offer.published_by = now - age, by
        offer.valid_until = offer.closed_on = (now - age).date() + timedelta(days=21)
        offer.withdrawn_reason = "zamknięta" if offer.state == Offer.State.WITHDRAWN else ""
    offer.confirmed_on = offer.published_at.date()
    return offer

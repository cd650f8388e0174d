"""Any amount of invented offers and clients, in bulk, for measurements."""

from collections.abc import Iterator
from itertools import batched

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from desk.demo.offer_rows import OfferPool
from desk.demo.people import people
from job_offers import board
from job_offers.models import Offer
from pup_portal.copying import columns_of, copy_rows, next_numbers
from registration.bulk import create_clients
from registration.models import Client

BATCH = 5_000


def create_people(count: int, *, seed: int, by: list[User]) -> Iterator[int]:
    """Store ``count`` more clients; give the number stored after each batch."""
    yield from create_clients(people(_next(Client, count), seed=seed, now=timezone.now(), by=by))


def create_offers(count: int, *, seed: int, by: User) -> Iterator[int]:
    """Store ``count`` more offers, about one in fifty of them live; give the number stored after each batch."""
    pool, stored = OfferPool(count, seed=seed, now=timezone.now(), by=by), 0
    for numbers in batched(_next(Offer, count), BATCH):
        with transaction.atomic():
            _store(pool, numbers)
        stored += len(numbers)
        yield stored


def _store(pool: OfferPool, numbers: tuple[int, ...]) -> None:
    keys = next_numbers(Offer, len(numbers))
    rows = [pool.row(number, pk) for number, pk in zip(numbers, keys, strict=True)]
    copy_rows(Offer, columns_of(Offer), (tuple(row.values()) for row in rows))
    offers = (pool.offer(number, row) for number, row in zip(numbers, rows, strict=True) if _is_live(row))
    board.put(offers)


def _is_live(row: dict[str, object]) -> bool:
    return row["state"] == Offer.State.PUBLISHED


def _next(model: type[Model], count: int) -> range:
    """The numbers of ``count`` more rows, so that a second run adds to the first."""
    first = (model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    return range(first, first + count)

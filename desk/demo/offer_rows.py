"""Rows of offers by the million, made from a pool of offers that were read from the feed's shape once."""

import copy
import hashlib
import json
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from accounts.models import User
from desk.demo.offers import TEMPLATES, feed_offers, template_of
from job_offers.feed_map import Dictionaries, map_offer
from job_offers.models import Offer
from pup_portal.copying import values_of

POOL = 100 * len(TEMPLATES)  # offers that differ in their facts; the rest differ in key, number and life
LIVE_SHARE = 0.02
_CLOSED = (Offer.State.EXPIRED, Offer.State.FILLED, Offer.State.WITHDRAWN)

type Row = dict[str, Any]  # column -> value, in the order of the model's columns


class OfferPool:
    """The offers that rows repeat. Each row depends on the seed and its own number only."""

    def __init__(self, size: int, *, seed: int, now: datetime, by: User) -> None:
        self.seed, self.now, self.by = seed, now, by
        known = Dictionaries()
        numbers = range(1, min(size, POOL) + 1)
        contents = feed_offers(numbers, seed=seed, today=now.date())
        self._offers = [
            _offer(number, content, known, now.date())
            for number, content in zip(numbers, contents, strict=True)
        ]
        self._rows = [_row(offer) for offer in self._offers]

    def row(self, number: int, pk: int) -> Row:
        """The row of offer ``number``, with a key of its own wherever the feed's text names it."""
        dice = Random(f"{self.seed}-row-{number}")  # noqa: S311 - invented data, no secret
        model = self._rows[number % len(self._rows)]
        key, named = f"{dice.getrandbits(128):032x}", f"StPr/{self.now:%y}/{number:04}"
        text = model["feed_text"].replace(model["source_id"], key)
        text = text.replace(f'"{model["source_number"]}"', f'"{named}"')
        own = {
            "id": pk,
            "public_id": UUID(int=dice.getrandbits(128), version=4),
            "source_id": key,
            "source_number": named,
            "source_url": model["source_url"].replace(model["source_id"], key),
            "feed_text": text,
            "feed_hash": hashlib.sha256(text.encode()).hexdigest(),
        }
        return model | own | self._life(dice)

    def offer(self, number: int, row: Row) -> Offer:
        """The offer of ``row`` with what it points to, as the board reads it."""
        offer = copy.copy(self._offers[number % len(self._offers)])
        for name in ("public_id", "state", "valid_until", "published_at", "published_by_id", "confirmed_on"):
            setattr(offer, name, row[name])
        offer.pk = row["id"]
        return offer

    def _life(self, dice: Random) -> Row:
        """Where the offer stands: about one in fifty is live, the others had their weeks on the board."""
        if dice.random() < LIVE_SHARE:
            published_at = self.now - timedelta(hours=dice.randint(1, 400))
            return self._published(published_at) | {"state": Offer.State.PUBLISHED.value}
        published_at = self.now - timedelta(days=dice.randint(30, 900))
        state = dice.choice(_CLOSED)
        closed_on = published_at.date() + timedelta(days=21)
        return self._published(published_at) | {
            "state": state.value,
            "valid_until": closed_on,
            "closed_on": closed_on,
            "withdrawn_reason": "zamknięta" if state == Offer.State.WITHDRAWN else "",
        }

    def _published(self, at: datetime) -> Row:
        return {"published_at": at, "published_by_id": self.by.pk, "confirmed_on": at.date()}


def _offer(number: int, content: dict[str, Any], known: Dictionaries, today: date) -> Offer:
    mapped = map_offer(content, known, today)
    offer = Offer(
        source=Offer.Source.FEED, source_id=mapped.source_id, feed_unit=mapped.unit, **mapped.columns
    )
    template = template_of(number)
    offer.title_uk, offer.duties_uk = template["title_uk"], template["duties_uk"]
    return offer


def _row(offer: Offer) -> Row:
    """The columns of ``offer``; the feed's text as it is written for its fingerprint."""
    text = json.dumps(offer.feed_text, sort_keys=True, ensure_ascii=False)
    return values_of(offer) | {"feed_text": text}

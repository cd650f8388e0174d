"""Offers that leave the board by themselves: their day has passed, or nobody has confirmed them for long."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import DateField, F, QuerySet
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from job_offers import board
from job_offers.lifecycle import advance
from job_offers.models import Offer
from reference.rules import NoSuchRule, RuleKey, rule_on
from translations import services as translations

BATCH = 500
_MOVED = ("state", "translation_consent", "employer__consent_to_translate_at")
DEFAULT_CONFIRMATION_DAYS = 30


def lapse(today: date) -> dict[Offer.State, int]:
    """Move every offer whose time is over, in batches; say how many went where. Repeating does no harm."""
    shown = Offer.objects.filter(state__in=(Offer.State.PUBLISHED, Offer.State.UNCONFIRMED))
    confirmed = Coalesce("confirmed_on", Cast("published_at", DateField()))
    stale = Offer.objects.filter(state=Offer.State.PUBLISHED).alias(confirmed=confirmed)
    oldest = today - timedelta(days=confirmation_days(today))
    return {
        Offer.State.EXPIRED: _move_all(shown.filter(valid_until__lt=today), Offer.State.EXPIRED),
        Offer.State.UNCONFIRMED: _move_all(stale.filter(confirmed__lt=oldest), Offer.State.UNCONFIRMED),
    }


def confirmation_days(today: date) -> int:
    """After how many days without a word from the employer an offer leaves the board."""
    try:
        return int(rule_on(RuleKey.OFFER_CONFIRMATION, today).value or DEFAULT_CONFIRMATION_DAYS)
    except NoSuchRule:
        return DEFAULT_CONFIRMATION_DAYS


def _move_all(offers: QuerySet[Offer], state: Offer.State) -> int:
    moved = 0
    while batch := _move_batch(offers, state):
        moved += batch
    return moved


@transaction.atomic
def _move_batch(offers: QuerySet[Offer], state: Offer.State) -> int:
    """Rows that somebody edits at this moment are left for the next run."""
    locked = offers.select_for_update(of=("self",), skip_locked=True).select_related("employer")
    rows = list(locked.only(*_MOVED).order_by("pk")[:BATCH])
    for offer in rows:
        advance(offer, state)
    keys = [offer.pk for offer in rows]
    closed_on = rows[0].closed_on if rows else None
    Offer.objects.filter(pk__in=keys).update(
        state=state, closed_on=closed_on, version=F("version") + 1, changed_at=timezone.now()
    )
    board.take_off(keys)
    translations.urgency_changed(subjects=rows)
    return len(rows)

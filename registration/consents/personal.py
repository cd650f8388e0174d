"""A person's rights over the record of what they agreed to."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Q

from pup_portal.history import forget_events, forget_history
from registration.models import Consent

_EXPORTED = (
    *("purpose", "text__text_pl", "text__text_uk", "text__valid_from", "language", "way", "given_on"),
    *("holds_until", "recorded_at", "withdrawn_on", "withdrawal_way", "withdrawal_recorded_at"),
)

_WITHDRAWAL = ("withdrawn_on", "withdrawal_way", "withdrawal_recorded_at", "withdrawal_recorded_by")


def export(person: int) -> Iterator[dict[str, Any]]:
    yield from map(dict, Consent.objects.filter(client=person).order_by("pk").values(*_EXPORTED))


@transaction.atomic
def erase(person: int) -> None:
    rows = Consent.objects.filter(client=person)
    forget_history(rows)
    rows.delete()
    forget_events(Consent, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """All go over but an open consent whose days meet one of the kept record. A later withdrawal in either counts."""
    _end_what_was_withdrawn_later(keep, told_in=gone)
    _end_what_was_withdrawn_later(gone, told_in=keep)
    kept = Consent.objects.filter(client=keep)
    moved = Consent.objects.filter(client=gone)
    taken = [row.pk for row in moved.open() if kept.overlapping(row).exists()]
    moved.exclude(pk__in=taken).update(client=keep)


def _end_what_was_withdrawn_later(person: int, *, told_in: int) -> None:
    """End the open consents of ``person`` that were withdrawn after they were given, in the record ``told_in``."""
    for consent in Consent.objects.open().filter(client=person):
        later = Q(withdrawn_on__gt=consent.given_on) | Q(
            withdrawn_on=consent.given_on, withdrawal_recorded_at__gt=consent.recorded_at
        )
        told = Consent.objects.filter(later, client=told_in, purpose=consent.purpose)
        if withdrawn := told.order_by("-withdrawn_on", "-pk").first():
            for name in _WITHDRAWAL:
                setattr(consent, name, getattr(withdrawn, name))
            consent.save(update_fields=_WITHDRAWAL)

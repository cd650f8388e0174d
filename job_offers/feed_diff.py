"""What an import changed in which offer, from what to what, read from the history of the offers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from job_offers.models import FeedChange, Offer
from pup_portal.history import FieldChange, event_models, fields_between, part

# A reader counts on these; while they stand otherwise in the Ukrainian text, it misleads.
DECISIVE = frozenset(
    {
        *("pay_from", "pay_to", "pay_unit", "is_gross", "pay_note_pl"),
        *("hours_per_week", "working_time", "shift", "works_on_days_off"),
    }
)
_OF_EVERY_READING = frozenset({"confirmed_on"})  # it follows the day, not the file


@dataclass(frozen=True)
class Difference:
    """One changed offer. ``fields`` is empty when only what is not stored as a fact was changed."""

    change: FeedChange
    fields: list[FieldChange]
    is_decisive: bool


def with_events(changes: QuerySet[FeedChange]) -> QuerySet[FeedChange]:
    """``changes`` with their offers and the keys of the events before and after."""
    (events,) = event_models(Offer)
    same = events._default_manager.filter(pgh_obj=OuterRef("offer_id"))
    after = same.filter(version=OuterRef("version")).order_by("pgh_id")
    before = same.filter(version__lt=OuterRef("version")).order_by("-pgh_id")
    return changes.select_related("offer").annotate(
        after=Subquery(after.values("pgh_id")[:1]), before=Subquery(before.values("pgh_id")[:1])
    )


def differences(changes: Iterable[FeedChange]) -> list[Difference]:
    """Of ``changes`` made by ``with_events``, a page of them: three queries, and one for each list that is named."""
    told = part(Offer, withheld=_OF_EVERY_READING)
    rows = list(changes)
    keys = {key for row in rows for key in (row.before, row.after)} - {None}  # type: ignore[attr-defined]
    events = told.events.model._default_manager.select_related("pgh_context").in_bulk(keys)
    known = [row for row in rows if row.before in events and row.after in events]  # type: ignore[attr-defined]
    pairs = [(events[row.before], events[row.after]) for row in known]  # type: ignore[attr-defined]
    fields = dict(zip((row.pk for row in known), fields_between(told, pairs), strict=True))
    return [
        Difference(
            row, list(fields.get(row.pk, {}).values()), not DECISIVE.isdisjoint(fields.get(row.pk, {}))
        )
        for row in rows
    ]

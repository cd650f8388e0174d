"""What is kept of every approval for the figures of the quality page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from accounts.models import User
from pup_portal.history.forgetting import event_models
from translations.checks import Findings
from translations.models import Approval, CheckFired, Segment, Status, Translation


class _Event(NamedTuple):
    """What a segment was made at one moment."""

    at: datetime
    source_pl: str
    text_uk: str
    origin: str


def record_stop(translation: Translation, findings: Findings) -> None:
    """Write down which checks stop an approval, if any do; the same texts sent again add nothing."""
    stopped = (finding for found in findings.values() for finding in found if finding.is_blocking)
    rows = [
        CheckFired(
            translation=translation, key=finding.key, code=finding.code, outcome=CheckFired.Outcome.STOPPED
        )
        for finding in stopped
    ]
    CheckFired.objects.bulk_create(rows, ignore_conflicts=True)


def record(
    translation: Translation, segments: Sequence[Segment], findings: Findings, *, by: User, domain: str
) -> None:
    """Write down that ``by`` approves ``segments`` with the ``findings`` that stop nothing.

    Call it before the approval stores anything, in its transaction, with the row of ``translation`` locked.
    """
    approved_at, owed_at = _last_steps(translation)
    events, now = _events_of(segments), timezone.now()
    made_of = {segment.pk: _made_of(segment, events[segment.pk], approved_at) for segment in segments}
    approval = Approval.objects.create(
        translation=translation,
        version=translation.version,
        domain=domain,
        owed_at=owed_at and min(owed_at, now),  # clocks of two machines differ
        approved_at=now,
        approved_by=by,
        sentences=len(segments),
        words=sum(len(one.source_pl.split()) for one in segments if made_of[one.pk] != "kept"),
        **Counter(made_of.values()),
    )
    rows = [
        CheckFired(
            translation=translation,
            approval=approval,
            override=finding.override,
            key=finding.key,
            code=finding.code,
            outcome=CheckFired.Outcome.OVERRIDDEN if finding.override else CheckFired.Outcome.LEFT,
            fired_at=now,
        )
        for found in findings.values()
        for finding in found
    ]
    # A key is made of both texts: what stands unchanged since an earlier approval was counted then.
    before = CheckFired.objects.filter(translation=translation, key__in=[row.key for row in rows])
    counted = set(before.values_list("key", "outcome"))
    CheckFired.objects.bulk_create(row for row in rows if (row.key, row.outcome) not in counted)


def _last_steps(translation: Translation) -> tuple[datetime | None, datetime | None]:
    """When ``translation`` was approved last, and since when readers have waited for it now.

    Nobody waits for the correction of an approved text. By the clock of the database, as the history has it.
    """
    (events,) = event_models(Translation)
    steps = events._default_manager.filter(
        pgh_obj=translation.pk, status__in=[Status.REVIEWED, Status.OUTDATED]
    )
    waiting = translation.owed_at
    for status, at in steps.order_by("-pgh_id").values_list("status", "pgh_created_at"):
        if status == Status.REVIEWED:
            return at, None if translation.status == Status.REVIEWED else waiting
        waiting = at
    return None, waiting


def _events_of(segments: Iterable[Segment]) -> dict[int, list[_Event]]:
    """All that each segment has been, the oldest first."""
    (events,) = event_models(Segment)
    rows = events._default_manager.filter(pgh_obj__in=[segment.pk for segment in segments])
    found: dict[int, list[_Event]] = defaultdict(list)
    for pk, *event in rows.order_by("pgh_id").values_list(
        "pgh_obj_id", "pgh_created_at", "source_pl", "text_uk", "origin"
    ):
        found[pk].append(_Event(*event))
    return found


def _made_of(segment: Segment, events: list[_Event], approved_at: datetime | None) -> str:
    """The column of ``Approval`` that counts ``segment``."""
    before = [event for event in events if approved_at is not None and event.at <= approved_at]
    if before and before[-1][1:3] == (segment.source_pl, segment.text_uk):
        return "kept"
    if segment.origin != Segment.Origin.PERSON:
        return segment.origin
    by_hand = {Segment.Origin.PERSON, Segment.Origin.NONE}
    drafted = [event.origin for event in events[len(before) :] if event.origin not in by_hand]
    return f"{drafted[-1]}_edited" if drafted else "person"

"""Everything that changes a meeting or its list of people."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from meetings.models import Attendance, Meeting
from meetings.vocabulary import TRANSITIONS, MeetingState
from pup_portal.db import DomainError, refused, sent_before
from pup_portal.history import forget_events
from registration.freezing import check_not_restricted
from registration.services import SimilarPeople, take_in_client

__all__ = [
    "AlreadyListed", "ChangedMeanwhile", "NotTranslated", "SimilarPeople", "StepNotPossible", "TooEarly",
    "announce_meeting", "cancel_meeting", "close_meeting", "edit_meeting", "hold_meeting", "list_person",
    "mark_present", "missing_translations", "plan_meeting", "take_in_at_meeting", "unlist_person",
]  # fmt: skip

# What a form may set. Columns of two languages are always named with their language.
EDITABLE = frozenset(
    {
        "kind", "title_pl", "title_uk", "description_pl", "description_uk", "venue_pl", "venue_uk",
        "place", "accommodation", "street_address", "starts_at", "ends_at", "languages", "capacity",
        "lead", "outcome",
    }
)  # fmt: skip


class StepNotPossible(DomainError):
    """This step cannot follow the present state."""


class NotTranslated(DomainError):
    """What the public will read is missing in a language; ``fields`` names the empty columns."""

    def __init__(self, fields: list[str]) -> None:
        self.fields = fields
        super().__init__(_("Fill in the title and the description in Polish and in Ukrainian first."))


class TooEarly(DomainError):
    """A meeting cannot have been held before it began."""


class ChangedMeanwhile(DomainError):
    """Somebody saved the meeting after it was opened."""


class AlreadyListed(DomainError):
    """This client is on the list."""


@transaction.atomic
def plan_meeting(*, values: Mapping[str, Any], by: User, public_id: UUID | None = None) -> Meeting:
    """Write down a meeting to come, once per ``public_id``. Nobody outside sees it until it is announced."""
    known = sent_before(Meeting.objects.all(), public_id)
    if known is not None:
        return known
    meeting = Meeting(created_by=by, **({"public_id": public_id} if public_id else {}))
    _set(meeting, values)
    meeting.save()
    return meeting


@transaction.atomic
def edit_meeting(*, meeting: Meeting, values: Mapping[str, Any], seen_version: int) -> Meeting:
    """Store ``values``; raises ``ChangedMeanwhile``, ``NotTranslated`` (once announced), ``StepNotPossible``."""
    meeting = _locked(meeting)
    if meeting.version != seen_version:
        raise ChangedMeanwhile(
            _("Somebody else changed this meeting while you were writing. Look at it again.")
        )
    if meeting.state in (MeetingState.CLOSED, MeetingState.CANCELLED):
        raise StepNotPossible(_("A closed or cancelled meeting is not changed any more."))
    changed = _set(meeting, values)
    if not changed:
        return meeting
    if meeting.announced_at is not None:
        _demand_both_languages(meeting)
    return _saved(meeting, *changed)


@transaction.atomic
def announce_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """Put the meeting on the public page; raises ``NotTranslated``. Announcing again changes nothing."""
    meeting = _locked(meeting)
    if meeting.state == MeetingState.ANNOUNCED:
        return meeting
    _demand_step(meeting, MeetingState.ANNOUNCED)
    _demand_both_languages(meeting)
    meeting.state, meeting.announced_at, meeting.announced_by = MeetingState.ANNOUNCED, timezone.now(), by
    return _saved(meeting, "state", "announced_at", "announced_by")


@transaction.atomic
def hold_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """Say that the meeting took place; raises ``TooEarly`` before its beginning."""
    meeting = _locked(meeting)
    if meeting.state == MeetingState.HELD:
        return meeting
    _demand_step(meeting, MeetingState.HELD)
    now = timezone.now()
    if now < meeting.starts_at:
        raise TooEarly(_("The meeting has not begun yet."))
    meeting.state, meeting.held_at, meeting.held_by = MeetingState.HELD, now, by
    return _saved(meeting, "state", "held_at", "held_by")


@transaction.atomic
def close_meeting(*, meeting: Meeting, outcome: str, by: User) -> Meeting:
    """End the work with a held meeting, with what came of it."""
    meeting = _locked(meeting)
    if meeting.state == MeetingState.CLOSED:
        return meeting
    _demand_step(meeting, MeetingState.CLOSED)
    meeting.state, meeting.closed_at, meeting.closed_by = MeetingState.CLOSED, timezone.now(), by
    meeting.outcome = outcome or meeting.outcome
    return _saved(meeting, "state", "closed_at", "closed_by", "outcome")


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, reason_pl: str, reason_uk: str, by: User) -> Meeting:
    """Call the meeting off; of an announced one the public reads why, in both languages."""
    meeting = _locked(meeting)
    if meeting.state == MeetingState.CANCELLED:
        return meeting
    _demand_step(meeting, MeetingState.CANCELLED)
    if meeting.announced_at is not None and not (reason_pl and reason_uk):
        raise NotTranslated(["cancel_reason_pl", "cancel_reason_uk"])
    meeting.state, meeting.cancelled_at, meeting.cancelled_by = MeetingState.CANCELLED, timezone.now(), by
    meeting.cancel_reason_pl, meeting.cancel_reason_uk = reason_pl, reason_uk
    return _saved(meeting, "state", "cancelled_at", "cancelled_by", "cancel_reason_pl", "cancel_reason_uk")


@transaction.atomic
def list_person(*, meeting: Meeting, values: Mapping[str, Any], by: User) -> Attendance:
    """Put a client, or somebody known by name only, on the list of the meeting.

    Raises ``AlreadyListed`` for a client who is there, ``StepNotPossible`` when the list is closed.
    """
    _locked_open_list(meeting)
    check_not_restricted(values.get("client"))
    attendance = Attendance(meeting=meeting, signed_up_by=by, **values)
    with refused(attendance_once_per_client=AlreadyListed(_("This person is on the list already."))):
        attendance.save()
    return attendance


@transaction.atomic
def take_in_at_meeting(
    *, meeting: Meeting, values: Mapping[str, Any], by: User, public_id: UUID, unless_similar: bool = False
) -> Attendance:
    """Open the record of somebody who came, and tick them on the list, once per ``public_id``.

    Raises ``StepNotPossible`` when the list is closed, and what ``registration.services.take_in_client`` raises.
    """
    _locked_open_list(meeting)
    client = take_in_client(values=values, by=by, public_id=public_id, unless_similar=unless_similar)
    line = Attendance.objects.of(meeting).filter(client=client).first()
    return line or list_person(meeting=meeting, values={"client": client, "is_present": True}, by=by)


@transaction.atomic
def mark_present(*, attendance: Attendance, is_present: bool) -> Attendance:
    """Tick or untick one line; ticking twice changes nothing."""
    _locked_open_list(attendance.meeting)
    attendance = Attendance.objects.select_for_update(of=("self",)).get(pk=attendance.pk)
    check_not_restricted(attendance.client)
    attendance.is_present = is_present
    attendance.save(update_fields=["is_present"])
    return attendance


@transaction.atomic
def unlist_person(*, attendance: Attendance) -> None:
    """Take a line off the list; one that is gone already does no harm.

    The history of a line without a record goes with it: no request about a client would ever reach it.
    """
    _locked_open_list(attendance.meeting)
    check_not_restricted(attendance.client)
    Attendance.objects.filter(pk=attendance.pk).delete()
    if attendance.client is None:
        forget_events(Attendance, pgh_obj=attendance.pk)


def missing_translations(meeting: Meeting) -> list[str]:
    """Columns that must be filled before the public reads about the meeting."""
    wanted = ["title_pl", "title_uk", "description_pl", "description_uk"]
    if meeting.venue_pl:
        wanted.append("venue_uk")
    return [name for name in wanted if not getattr(meeting, name)]


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)


def _locked_open_list(meeting: Meeting) -> None:
    if _locked(meeting).state in (MeetingState.CLOSED, MeetingState.CANCELLED):
        raise StepNotPossible(_("The list of a closed or cancelled meeting is not changed any more."))


def _demand_step(meeting: Meeting, to: MeetingState) -> None:
    if to not in TRANSITIONS[MeetingState(meeting.state)]:
        raise StepNotPossible(
            _("“%(to)s” cannot follow “%(now)s”.") % {"to": to.label, "now": meeting.get_state_display()}
        )


def _demand_both_languages(meeting: Meeting) -> None:
    if missing := missing_translations(meeting):
        raise NotTranslated(missing)


def _set(meeting: Meeting, values: Mapping[str, Any]) -> list[str]:
    unknown = values.keys() - EDITABLE
    if unknown:
        raise ValueError(f"not editable: {sorted(unknown)}")
    changed = [
        name for name, value in values.items() if (getattr(meeting, name, None) or None) != (value or None)
    ]
    for name in changed:
        setattr(meeting, name, values[name])
    return changed


def _saved(meeting: Meeting, *fields: str) -> Meeting:
    meeting.version += 1
    meeting.updated_at = timezone.now()
    meeting.save(update_fields=[*fields, "version", "updated_at"])
    return meeting

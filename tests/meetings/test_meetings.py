import threading
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.permissions import Role
from meetings import personal, services
from meetings.models import Attendance, Meeting
from meetings.vocabulary import TRANSITIONS, MeetingState
from registration.models import Client
from tests.factories import UserFactory
from tests.meetings.factories import (
    announced,
    cancelled,
    held,
    listed,
    meeting_values,
    moved_to_the_past,
    planned,
)
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db


# --- steps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("now", list(MeetingState))
@pytest.mark.parametrize("to", list(MeetingState))
def test_states_follow_the_table(coordinator, now, to):
    meeting = {
        "planned": planned,
        "announced": announced,
        "held": held,
        "closed": lambda by: services.close_meeting(meeting=held(by=by), outcome="", by=by),
        "cancelled": cancelled,
    }[now](by=coordinator)
    moved_to_the_past(meeting)
    step = {
        "announced": lambda: services.announce_meeting(meeting=meeting, by=coordinator),
        "held": lambda: services.hold_meeting(meeting=meeting, by=coordinator),
        "closed": lambda: services.close_meeting(meeting=meeting, outcome="", by=coordinator),
        "cancelled": lambda: services.cancel_meeting(
            meeting=meeting, reason_pl="a", reason_uk="б", by=coordinator
        ),
    }.get(to)
    if step is None:
        assert not [state for state in MeetingState if to in TRANSITIONS[state]]
        return

    if to in TRANSITIONS[now] or to == now:
        step()
    else:
        with pytest.raises(services.StepNotPossible):
            step()

    meeting.refresh_from_db()
    assert meeting.state == (to if to in TRANSITIONS[now] else now)


def test_step_taken_twice_is_taken_once(coordinator):
    meeting = announced(by=coordinator)

    again = services.announce_meeting(meeting=meeting, by=UserFactory())

    assert (again.version, again.announced_by) == (meeting.version, coordinator)


@pytest.mark.parametrize("field", ["title_uk", "description_pl", "description_uk", "venue_uk"])
def test_announcing_needs_both_languages(coordinator, field):
    meeting = planned(by=coordinator, **{field: ""})

    with pytest.raises(services.NotTranslated) as refusal:
        services.announce_meeting(meeting=meeting, by=coordinator)

    assert refusal.value.fields == [field]


def test_announced_meeting_keeps_both_languages(coordinator):
    meeting = announced(by=coordinator)

    with pytest.raises(services.NotTranslated):
        services.edit_meeting(meeting=meeting, values={"title_uk": ""}, seen_version=meeting.version)


def test_meeting_is_not_held_before_it_begins(coordinator):
    with pytest.raises(services.TooEarly):
        services.hold_meeting(meeting=announced(by=coordinator), by=coordinator)


def test_public_calling_off_needs_reasons_in_both_languages(coordinator):
    with pytest.raises(services.NotTranslated):
        services.cancel_meeting(
            meeting=announced(by=coordinator), reason_pl="Choroba", reason_uk="", by=coordinator
        )


def test_edit_counts_versions_and_refuses_old_ones(coordinator):
    meeting = planned(by=coordinator)

    edited = services.edit_meeting(meeting=meeting, values={"title_pl": "Nowy"}, seen_version=1)
    same = services.edit_meeting(meeting=meeting, values={"title_pl": "Nowy"}, seen_version=2)

    assert (edited.version, same.version, same.title_pl) == (2, 2, "Nowy")
    with pytest.raises(services.ChangedMeanwhile):
        services.edit_meeting(meeting=meeting, values={"title_pl": "Inny"}, seen_version=1)


def test_only_columns_of_forms_can_be_set(coordinator):
    with pytest.raises(ValueError, match="title"):
        services.plan_meeting(values=meeting_values(title="x"), by=coordinator)


@pytest.mark.parametrize(
    "finish", [cancelled, lambda by: services.close_meeting(meeting=held(by=by), outcome="", by=by)]
)
def test_finished_meeting_is_not_changed(coordinator, finish):
    meeting = finish(by=coordinator)

    with pytest.raises(services.StepNotPossible):
        services.edit_meeting(meeting=meeting, values={"title_pl": "x"}, seen_version=meeting.version)
    with pytest.raises(services.StepNotPossible):
        listed(meeting)


# --- the list of people --------------------------------------------------------------------------


def test_client_is_listed_once(coordinator):
    meeting, person = planned(by=coordinator), ClientFactory(created_by=coordinator)
    listed(meeting, client=person, name_as_said="")

    with pytest.raises(services.AlreadyListed):
        listed(meeting, client=person, name_as_said="")
    assert Attendance.objects.count() == 1


def test_lines_are_ticked_and_removed(coordinator):
    line = listed(planned(by=coordinator))

    assert services.mark_present(attendance=line, is_present=True).is_present
    services.unlist_person(attendance=line)
    services.unlist_person(attendance=line)

    assert not Attendance.objects.exists()


def test_rights_of_a_person_reach_the_list(coordinator):
    person = ClientFactory(created_by=coordinator)
    listed(planned(by=coordinator), client=person, notes="prosi o telefon", phone="+380505550102")

    (row,) = personal.export(person.pk)
    personal.erase(person.pk)

    assert (row["meeting__title_pl"], row["notes"]) == ("Spotkanie o pracy", "prosi o telefon")
    line = Attendance.objects.get()
    assert (line.name_as_said, line.phone, line.notes) == ("", "", "")


@pytest.mark.parametrize(
    ("role", "is_shown"), [(Role.COORDINATOR, True), (Role.BROKER, False), (Role.ADMINISTRATOR, False)]
)
def test_restricted_people_are_seen_by_few(role, is_shown):
    meeting = planned()
    line = listed(meeting, client=ClientFactory())
    Client.objects.filter(pk=line.client_id).update(is_restricted=True)
    listed(meeting)

    seen = Attendance.objects.visible_to(UserFactory(role=role))

    assert seen.filter(client__isnull=False).exists() is is_shown
    assert seen.filter(client=None).exists() is (role != Role.ADMINISTRATOR)


# --- constraints ---------------------------------------------------------------------------------

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
BROKEN = {
    "meeting_state_is_known": {"state": "away"},
    "meeting_ends_after_it_starts": {"starts_at": NOW, "ends_at": NOW},
    "meeting_is_somewhere": {"venue_pl": "", "street_address": ""},
    "meeting_has_places": {"capacity": 0},
    "meeting_has_a_polish_title": {"title_pl": ""},
    "meeting_announced_at_and_by_together": {"announced_by": None},
    "meeting_announced_before_it_is_held": {"announced_at": None, "announced_by": None},
    "meeting_held_at_and_by_when_held": {"held_at": NOW},
    "meeting_closed_at_and_by_when_closed": {"closed_at": NOW},
    "meeting_cancelled_at_and_by_when_cancelled": {"cancelled_at": NOW},
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_database_refuses(constraint):
    meeting = announced()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**BROKEN[constraint])


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("meeting_is_announced_in_both_languages", {"title_uk": ""}),
        ("meeting_public_calling_off_has_reasons", {"cancel_reason_uk": ""}),
    ],
)
def test_database_refuses_half_a_public_text(constraint, change):
    meeting = cancelled()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**change)


@pytest.mark.parametrize(
    ("constraint", "change"),
    [("attendance_is_of_somebody", {"name_as_said": ""}), ("attendance_phone_is_e164", {"phone": "12"})],
)
def test_database_refuses_a_line(constraint, change):
    line = listed(planned())

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Attendance.objects.filter(pk=line.pk).update(**change)


def test_database_refuses_a_client_twice():
    """``attendance_once_per_client`` holds below the service as well."""
    meeting, person = planned(), ClientFactory()
    listed(meeting, client=person)

    with pytest.raises(IntegrityError, match="attendance_once_per_client"), transaction.atomic():
        Attendance.objects.create(meeting=meeting, client=person, signed_up_by=meeting.created_by)


@pytest.mark.django_db(transaction=True)
def test_second_announcement_waits_for_the_first(coordinator):
    meeting, other, results = planned(by=coordinator), UserFactory(), []

    def announce():
        try:
            results.append(services.announce_meeting(meeting=meeting, by=other))
        finally:
            connection.close()

    with transaction.atomic():
        services.announce_meeting(meeting=meeting, by=coordinator)
        second = threading.Thread(target=announce)
        second.start()
        second.join(0.5)
        assert results == []
    second.join(10)

    assert (results[0].version, results[0].announced_by) == (2, coordinator)

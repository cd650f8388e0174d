import threading
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from documents.models import Document
from meetings import personal, services, sheet
from meetings.models import Attendance, Meeting
from meetings.vocabulary import TRANSITIONS, MeetingState
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
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db

LIST = "/en/desk/meetings/"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def text_of(response):
    return " ".join(response.content.decode().split())


def part(meeting, name):
    return reverse(f"meetings:{name}", args=[meeting.public_id])


def public_url(meeting, language="uk"):
    return f"/{language}/meetings/{meeting.public_id}/"


def typed(meeting_place, lead, **changed):
    """What a browser posts from the form."""
    values = meeting_values() | {"place": meeting_place.pk, "lead": lead.pk}
    for name in ("starts_at", "ends_at"):
        values[name] = timezone.localtime(values[name]).strftime("%Y-%m-%dT%H:%M")
    return {name: value for name, value in (values | changed).items() if value is not None}


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
    listed(meeting, client=ClientFactory(is_restricted=True))
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


# --- the desk ------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("when", ["", "past"])
def test_meeting_list_query_count(client, coordinator, django_assert_num_queries, count, when):
    site = AccommodationFactory()
    for _number in range(count):
        meeting = planned(by=coordinator, accommodation=site, place=site.place)
        listed(meeting)
        if when:
            moved_to_the_past(meeting)

    with django_assert_num_queries(8):  # session, user, office, count, page; keeping the session: 3
        response = client.get(LIST, {"when": when})

    assert [meeting.listed for meeting in response.context["page"]] == [1] * count


@pytest.mark.parametrize("count", [1, 20])
def test_people_query_count(client, coordinator, django_assert_num_queries, count):
    meeting = planned(by=coordinator)
    for _number in range(count):
        listed(meeting, client=ClientFactory(created_by=coordinator))

    with django_assert_num_queries(8):  # session, user, office, meeting, people; keeping the session: 3
        client.get(part(meeting, "meeting-detail"))


def test_empty_list_offers_to_plan(client, coordinator):
    assert "No meetings are planned" in text_of(client.get(LIST))
    assert "No meetings so far" in text_of(client.get(LIST, {"when": "past"}))


def test_plan_a_meeting(client, coordinator):
    response = client.post(f"{LIST}new/", typed(PlaceFactory(), coordinator))

    meeting = Meeting.objects.get()
    assert response.headers["Location"].endswith(f"{meeting.public_id}/")
    assert (meeting.state, meeting.title_uk, meeting.created_by) == (
        "planned",
        "Зустріч про роботу",
        coordinator,
    )


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title_pl": ""}, "title_pl"),
        ({"ends_at": "2020-01-01T10:00"}, "ends_at"),
        ({"venue_pl": "", "street_address": ""}, "venue_pl"),
        ({"starts_at": ""}, "starts_at"),
    ],
)
def test_wrong_plan_is_explained(client, coordinator, changed, field):
    response = client.post(f"{LIST}new/", typed(PlaceFactory(), coordinator, **changed))

    assert list(response.context["form"].errors) == [field]
    assert not Meeting.objects.exists()


def test_edit_a_meeting(client, coordinator):
    meeting = planned(by=coordinator)
    changes = typed(meeting.place, coordinator, title_pl="Nowy tytuł", version=1)

    saved = client.post(part(meeting, "meeting-edit"), changes)

    meeting.refresh_from_db()
    assert (saved.status_code, meeting.title_pl) == (302, "Nowy tytuł")


def test_two_editors_of_a_meeting_both_keep_their_words(client, coordinator):
    meeting = planned(by=coordinator)
    mine = typed(meeting.place, coordinator, title_pl="Mój tytuł", capacity=12, version=1)
    theirs = {"title_pl": "Cudzy tytuł", "street_address": "ul. Cudza 7", "languages": ["uk"]}
    services.edit_meeting(meeting=meeting, values=theirs, seen_version=1)

    warned = client.post(part(meeting, "meeting-edit"), mine)
    joined = {field.name: field.value() for field in warned.context["form"] if field.value() is not None}
    meeting.refresh_from_db()
    kept = meeting.title_pl
    saved = client.post(part(meeting, "meeting-edit"), joined | {"version": warned.context["version"]})

    assert (warned.status_code, kept, saved.status_code) == (409, "Cudzy tytuł", 302)
    assert {(clash.theirs, clash.mine, clash.both) for clash in warned.context["clashes"]} == {
        ("Cudzy tytuł", "Mój tytuł", True),
        ("ul. Cudza 7", "ul. Próbna 5", False),
        ("Ukrainian", "Ukrainian, Polish", False),
    }
    meeting.refresh_from_db()
    assert (meeting.title_pl, meeting.street_address, meeting.languages, meeting.capacity) == (
        "Mój tytuł",
        "ul. Cudza 7",
        ["uk"],
        12,
    )


def test_a_mistake_on_a_stale_page_does_not_hide_what_the_other_saved(client, coordinator):
    meeting = planned(by=coordinator)
    services.edit_meeting(meeting=meeting, values={"title_pl": "Cudzy tytuł"}, seen_version=1)

    wrong = client.post(
        part(meeting, "meeting-edit"), typed(meeting.place, coordinator, starts_at="", version=1)
    )

    assert wrong.context["version"] == 1


def test_edit_warns_that_the_public_sees_it(client, coordinator):
    assert "the public sees every change" in text_of(
        client.get(part(announced(by=coordinator), "meeting-edit"))
    )


def test_announce_leads_to_what_is_missing(client, coordinator):
    meeting = planned(by=coordinator, title_uk="")

    refused = client.post(part(meeting, "meeting-announce"), follow=True)
    services.edit_meeting(meeting=meeting, values={"title_uk": "Зустріч"}, seen_version=1)
    done = client.post(part(meeting, "meeting-announce"), follow=True)

    assert "Fill in the title and the description" in text_of(refused)
    assert "edit/#id_title_uk" in text_of(refused)
    assert "announced on the public page" in text_of(done)


def test_from_announced_to_closed(client, coordinator):
    meeting = announced(by=coordinator)

    early = client.post(part(meeting, "meeting-hold"), follow=True)
    moved_to_the_past(meeting)
    client.post(part(meeting, "meeting-hold"))
    closed = client.post(part(meeting, "meeting-close"), {"outcome": "12 rozmów"}, follow=True)
    again = client.post(part(meeting, "meeting-edit"), typed(meeting.place, coordinator, version=4))

    assert "has not begun yet" in text_of(early)
    assert "12 rozmów" in text_of(closed)
    assert "not changed any more" in text_of(again)


def test_close_explains_a_wrong_step(client, coordinator):
    meeting = planned(by=coordinator)

    assert "cannot follow" in text_of(client.post(part(meeting, "meeting-close"), {"outcome": ""}))


def test_call_off(client, coordinator):
    meeting = announced(by=coordinator)

    half = client.post(part(meeting, "meeting-cancel"), {"reason_pl": "Choroba", "reason_uk": ""})
    done = client.post(
        part(meeting, "meeting-cancel"), {"reason_pl": "Choroba", "reason_uk": "Хвороба"}, follow=True
    )

    assert list(half.context["form"].errors) == ["reason_uk"]
    assert "Choroba" in text_of(done)


def test_call_off_of_a_plan_needs_no_reason(client, coordinator):
    meeting = planned(by=coordinator)

    client.post(part(meeting, "meeting-cancel"), {})
    again = client.post(part(held(by=coordinator), "meeting-cancel"), {"reason_pl": "a", "reason_uk": "б"})

    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CANCELLED
    assert "cannot follow" in text_of(again)


def test_person_is_found_and_added(client, coordinator):
    meeting, person = planned(by=coordinator), ClientFactory(created_by=coordinator)
    url = part(meeting, "attendance-list")

    shown = client.get(url, {"q": "Szewczenko"})
    client.post(url, {"client": person.public_id, "is_present": "on"})
    again = client.post(url, {"client": person.public_id}, follow=True)

    assert str(person.public_id) in text_of(shown)
    line = Attendance.objects.get()
    assert (line.client, line.is_present, line.signed_up_by) == (person, True, coordinator)
    assert "on the list already" in text_of(again)


def test_person_known_by_name_only_is_added(client, coordinator):
    meeting = planned(by=coordinator)
    url = part(meeting, "attendance-list")

    nobody = client.get(url, {"q": "Коваль"})
    empty = client.post(url, {"name_as_said": " "})
    client.post(url, {"name_as_said": " Пані  Марія ", "phone": "050 555 01 01"})

    assert "Nobody found" in text_of(nobody)
    assert list(empty.context["form"].errors) == ["name_as_said"]
    line = Attendance.objects.get()
    assert (line.name, line.phone, line.is_present) == ("Пані Марія", "+380505550101", False)


def test_tick_untick_and_remove(client, coordinator):
    line = listed(planned(by=coordinator))
    mark = reverse("meetings:attendance-mark", args=[line.public_id])
    remove = reverse("meetings:attendance-remove", args=[line.public_id])

    ticked = client.post(mark, {"present": "1"}, follow=True)
    unticked = client.post(mark, follow=True)
    removed = client.post(remove, follow=True)

    assert "press to untick" in text_of(ticked)
    assert "tick as present" in text_of(unticked)
    assert "off the list" in text_of(removed)
    assert client.post(mark).status_code == 404


def test_list_of_a_cancelled_meeting_stays(client, coordinator):
    meeting = announced(by=coordinator)
    line = listed(meeting)
    services.cancel_meeting(meeting=meeting, reason_pl="a", reason_uk="б", by=coordinator)

    for name in ("attendance-mark", "attendance-remove"):
        response = client.post(reverse(f"meetings:{name}", args=[line.public_id]), follow=True)
        assert "not changed any more" in text_of(response)
    assert Attendance.objects.count() == 1


def test_sheet_is_ordered_with_people_and_empty_lines(client, coordinator):
    meeting = planned(by=coordinator)
    listed(meeting, client=ClientFactory(created_by=coordinator))

    response = client.post(part(meeting, "attendance-sheet"))

    document = Document.objects.get()
    assert response.headers["Location"].endswith(f"/{document.public_id}/")
    assert document.kind == sheet.KIND
    for words in ("Spotkanie o pracy", "Зустріч про роботу", "Olena Shevchenko", "Олена Шевченко"):
        assert words in document.html
    assert document.html.count("<tr>") == 1 + sheet.FEWEST_LINES


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.COORDINATOR, True), (Role.MANAGER, True), (Role.BROKER, False), (Role.ADMINISTRATOR, False)],
)
def test_sheet_opens_to_those_who_keep_the_list(role, may):
    assert sheet.guard(UserFactory.build(role=role), planned()) is may


# --- the public ----------------------------------------------------------------------------------


def test_public_reads_announced_and_called_off_meetings_to_come(client):
    planned(title_pl="Plan", title_uk="План")
    announced()
    cancelled(title_uk="Скасована")
    moved_to_the_past(announced(title_uk="Минула"))

    html = text_of(client.get("/uk/meetings/"))

    assert "Зустріч про роботу" in html
    assert "Скасована" in html
    assert "Хвороба ведучої" in html
    assert "План" not in html
    assert "Минула" not in html


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        ("pl", "Spotkanie o pracy", False),
        ("uk", "Зустріч про роботу", False),
        ("en", "Spotkanie o pracy", True),
    ],
)
def test_public_page_speaks_the_language_it_has(client, language, title, note):
    meeting = announced()

    for url in (public_url(meeting, language), f"/{language}/meetings/"):
        html = text_of(client.get(url))
        assert title in html
        assert ("you read the Polish text here" in html) is note


@pytest.mark.parametrize("count", [1, 20])
def test_public_list_query_count(client, django_assert_num_queries, count):
    site = AccommodationFactory()
    for _number in range(count):
        announced(accommodation=site, place=site.place)

    with django_assert_num_queries(3):  # office, count, page
        client.get("/uk/meetings/")


def test_public_sees_no_names_of_people(client):
    meeting = announced()
    listed(meeting, client=ClientFactory())

    html = text_of(client.get(public_url(meeting)))

    assert "Шевченко" not in html
    assert "Shevchenko" not in html


def test_no_meetings_says_what_to_do(client):
    assert "No meetings are announced now" in text_of(client.get("/en/meetings/"))


def test_old_poster_leads_to_the_next_meetings(client):
    over = client.get(public_url(moved_to_the_past(announced()), "en"))

    assert over.status_code == 410
    assert "This meeting is over" in text_of(over)


def test_called_off_meeting_says_why(client):
    html = text_of(client.get(public_url(cancelled(capacity=30), "en")))

    assert "This meeting is called off." in html
    assert "Choroba prowadzącej" in html


def test_plan_is_not_public(client):
    assert client.get(public_url(planned())).status_code == 404


def test_calendar_follows_the_meetings(client):
    summer = timezone.now().year + 1
    meeting = announced(
        starts_at=datetime(summer, 7, 1, 15, tzinfo=UTC), ends_at=datetime(summer, 7, 1, 17, tzinfo=UTC)
    )
    off = cancelled(
        starts_at=datetime(summer, 1, 10, 15, tzinfo=UTC), ends_at=datetime(summer, 1, 10, 17, tzinfo=UTC)
    )
    planned()

    response = client.get("/uk/meetings/calendar.ics")

    calendar = icalendar.Calendar.from_ical(response.content)
    events = {str(event["uid"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert events.keys() == {str(meeting.public_id), str(off.public_id)}
    held_event, off_event = events[str(meeting.public_id)], events[str(off.public_id)]
    assert held_event.start.isoformat() == f"{summer}-07-01T17:00:00+02:00"
    assert off_event.start.isoformat() == f"{summer}-01-10T16:00:00+01:00"
    assert (held_event["status"], off_event["status"]) == ("CONFIRMED", "CANCELLED")
    assert "Хвороба ведучої" in off_event["description"]
    assert str(held_event["summary"]) == "Зустріч про роботу"
    assert held_event["url"].endswith(public_url(meeting))
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Warsaw"]


def test_calendar_keeps_the_uid_and_counts_changes(client):
    meeting = announced()
    before = icalendar.Calendar.from_ical(client.get("/pl/meetings/calendar.ics").content).events[0]

    services.edit_meeting(
        meeting=meeting,
        values={"ends_at": meeting.ends_at + timedelta(hours=1)},
        seen_version=meeting.version,
    )
    after = icalendar.Calendar.from_ical(client.get("/pl/meetings/calendar.ics").content).events[0]

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_empty_calendar_is_a_calendar(client):
    calendar = icalendar.Calendar.from_ical(client.get("/pl/meetings/calendar.ics").content)

    assert calendar.events == []

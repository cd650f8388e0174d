from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from django.utils import timezone

from meetings import services
from tests.meetings.factories import (
    announced,
    cancelled,
    listed,
    moved_to_the_past,
    planned,
)
from tests.meetings.pages import public_url, text_of
from tests.reference.factories import AccommodationFactory
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db


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

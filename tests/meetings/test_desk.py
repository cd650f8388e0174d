import pytest
from django.urls import reverse

from accounts.permissions import Role
from documents.models import Document
from meetings import services, sheet
from meetings.models import Attendance, Meeting
from meetings.vocabulary import MeetingState
from tests.factories import UserFactory
from tests.meetings.factories import (
    announced,
    held,
    listed,
    moved_to_the_past,
    planned,
)
from tests.meetings.pages import LIST, part, text_of, typed
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import ClientFactory
from tests.searching import searched

pytestmark = pytest.mark.django_db


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

    # session, user, office, meeting, people, access log; keeping the session: 3
    with django_assert_num_queries(9):
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


def test_a_plan_sent_twice_is_one_meeting(client, coordinator):
    sent = typed(PlaceFactory(), coordinator, key=str(client.get(f"{LIST}new/").context["key"]))

    first, second = client.post(f"{LIST}new/", sent), client.post(f"{LIST}new/", sent)

    assert first.headers["Location"] == second.headers["Location"] == Meeting.objects.get().get_absolute_url()


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

    shown = searched(client, url, "Szewczenko")
    client.post(url, {"client": person.public_id, "is_present": "on"})
    again = client.post(url, {"client": person.public_id})

    assert str(person.public_id) in text_of(shown)
    line = Attendance.objects.get()
    assert (line.client, line.is_present, line.signed_up_by) == (person, True, coordinator)
    assert again.status_code == 422
    assert "on the list already" in text_of(again)


def test_person_known_by_name_only_is_added(client, coordinator):
    meeting = planned(by=coordinator)
    url = part(meeting, "attendance-list")

    nobody = searched(client, url, "Коваль")
    empty = client.post(url, {"name_as_said": " "})
    client.post(url, {"name_as_said": " Пані  Марія ", "phone": "050 555 01 01"})

    assert "Nobody found" in text_of(nobody)
    assert list(empty.context["form"].errors) == ["name_as_said"]
    line = Attendance.objects.get()
    assert (line.name, line.phone, line.is_present) == ("Пані Марія", "+380505550101", False)


def test_a_refused_line_keeps_what_was_typed(client, coordinator):
    meeting = planned(by=coordinator)
    url = part(meeting, "attendance-list")
    typed_line = {"name_as_said": "Пані Марія", "phone": "050 555 01 01", "notes": "прийде з дитиною"}
    services.cancel_meeting(meeting=meeting, reason_pl="", reason_uk="", by=coordinator)

    refused = client.post(url, typed_line)
    wrong = client.post(url, typed_line | {"phone": "12"})

    assert (refused.status_code, wrong.status_code) == (422, 422)
    assert "not changed any more" in text_of(refused)
    for words in ("Пані Марія", "050 555 01 01", "прийде з дитиною"):
        assert words in text_of(refused)


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
    assert "+380" not in document.html  # whoever signs reads the whole list
    assert document.html.count("<tr>") == 1 + sheet.FEWEST_LINES


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.COORDINATOR, True), (Role.MANAGER, True), (Role.BROKER, False), (Role.ADMINISTRATOR, False)],
)
def test_sheet_opens_to_those_who_keep_the_list(role, may):
    assert sheet.guard(UserFactory.build(role=role), planned()) is may

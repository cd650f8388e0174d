"""Taking people in at a meeting, one after the other, on a phone."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from documents.models import Document
from meetings.models import Attendance
from meetings.services import cancel_meeting
from registration.models import Client
from tests.factories import UserFactory
from tests.meetings.factories import planned
from tests.registration.factories import ClientFactory
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

TYPED = {"surname": "Шевченко", "given_names": "Олена", "phone": "050 555 01 01"}


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def page_of(meeting):
    return reverse("meetings:person-new", args=[meeting.public_id])


def test_who_is_taken_in_at_a_meeting_is_on_its_list_as_present(client, coordinator):
    meeting = planned()

    response = client.post(page_of(meeting), TYPED | {"next": "1"})

    line = Attendance.objects.get()
    assert response["Location"] == page_of(meeting)
    assert (line.meeting, line.client, line.is_present) == (meeting, Client.objects.get(), True)
    assert line.signed_up_by == coordinator


def test_the_form_knows_where_the_meeting_is(client, coordinator):
    meeting = planned()

    form = client.get(page_of(meeting)).context["form"]

    assert (form["place"].value(), form["accommodation"].value()) == (
        meeting.place_id,
        meeting.accommodation_id,
    )


def test_a_form_sent_twice_lists_one_person_once(client, coordinator):
    meeting = planned()
    typed = TYPED | {"key": str(client.get(page_of(meeting)).context["key"])}

    first, second = client.post(page_of(meeting), typed), client.post(page_of(meeting), typed)

    assert (
        first["Location"]
        == second["Location"]
        == reverse("meetings:attendance-list", args=[meeting.public_id])
    )
    assert (Client.objects.count(), Attendance.objects.count()) == (1, 1)


def test_similar_people_are_shown_before_saving(client, coordinator):
    known, meeting = ClientFactory(created_by=coordinator), planned()

    warned = client.post(page_of(meeting), TYPED)

    assert [match.client for match in warned.context["similar"]] == [known]
    assert not Attendance.objects.exists()


def test_mistakes_are_explained(client, coordinator):
    response = client.post(page_of(planned()), TYPED | {"surname": ""})

    assert list(response.context["form"].errors) == ["surname"]


def test_nobody_is_taken_in_at_a_meeting_that_was_called_off(client, coordinator):
    meeting = planned()
    cancel_meeting(meeting=meeting, reason_pl="Awaria", reason_uk="Аварія", by=coordinator)

    response = client.post(page_of(meeting), TYPED)

    assert "not changed any more" in text_of(response)
    assert not Client.objects.exists()


@pytest.mark.parametrize(("role", "is_offered"), [(Role.COORDINATOR, True), (Role.MANAGER, False)])
def test_taking_in_is_offered_to_who_may(client, role, is_offered):
    meeting = planned()
    client.force_login(UserFactory(role=role))

    page = text_of(client.get(reverse("meetings:attendance-list", args=[meeting.public_id])))

    assert (page_of(meeting) in page) is is_offered


def test_a_meeting_has_a_poster_that_leads_to_the_public_form(client, coordinator):
    meeting = planned()

    client.post(reverse("meetings:poster", args=[meeting.public_id]))

    document = Document.objects.get()
    assert (document.subject, document.language) == (meeting, "uk")
    assert "/uk/register-interest/" in document.html
    assert document.may_be_opened_by(coordinator)

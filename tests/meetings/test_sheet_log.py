import pytest

from accounts.access_models import AccessEntry
from accounts.permissions import Role
from tests.factories import UserFactory
from tests.meetings.factories import listed, planned
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db


def test_everybody_on_a_printed_sheet_stands_in_the_log(client):
    coordinator = UserFactory(role=Role.COORDINATOR)
    client.force_login(coordinator)
    meeting, person = planned(by=coordinator), ClientFactory(created_by=coordinator)
    listed(meeting, client=person)
    known_by_name = listed(meeting, name_as_said="Pan Petro")

    client.post(f"/en/desk/meetings/{meeting.public_id}/people/sheet/")

    printed = AccessEntry.objects.by(coordinator).filter(kind="print")
    assert {(entry.subject_model, entry.subject_number) for entry in printed} == {
        ("registration.client", person.pk),
        ("meetings.attendance", known_by_name.pk),
    }

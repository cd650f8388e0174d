from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from accounts.permissions import Role
from messaging.models import Message
from pup_portal.background import OwedWork
from tests.documents.factories import DocumentFactory
from tests.factories import UserFactory
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    return client


def failed_message(**fields: object) -> Message:
    return MessageFactory(**{"state": OwedWork.State.FAILED, "attempts": 5} | fields)


def work(message: Message) -> dict[str, str]:
    return {"work": f"messaging.message:{message.pk}"}


def test_page_lists_failed_work_of_every_kind_before_what_waits_too_long(staff):
    long_ago = timezone.now() - timedelta(hours=1)
    MessageFactory(run_after=long_ago, owed_at=long_ago)
    failed_message(last_error="The mail server does not accept this address or message.")
    DocumentFactory(state=OwedWork.State.FAILED, attempts=5, last_error="ValueError")
    MessageFactory()

    with translation.override("en"):
        page = staff.get(reverse("desk:failed")).context["page"]

    assert [(entry.kind, entry.state, entry.reason) for entry in page] == [
        ("message", "failed", "The mail server does not accept this address or message."),
        ("document", "failed", "Unexpected error: ValueError"),
        ("message", "owed", "No worker has taken it yet."),
    ]


def test_page_shows_nothing_of_the_message(staff):
    message = failed_message()

    content = staff.get(reverse("desk:failed")).content.decode()

    assert not [word for word in (message.to_address, message.subject, message.key) if word in content]


def test_page_says_when_there_is_nothing(staff):
    with translation.override("en"):
        response = staff.get(reverse("desk:failed"))

    assert "All work is done" in response.content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_page_query_count(staff, django_assert_num_queries, count):
    for _row in range(count):
        failed_message()
        DocumentFactory(state=OwedWork.State.FAILED)
    staff.get(reverse("desk:failed"))  # office profile and content types are cached from here on

    with django_assert_num_queries(7):  # session, user, count, rows, and three to save the session
        response = staff.get(reverse("desk:failed"))

    assert response.context["page"].paginator.count == 2 * count


def test_trying_again_owes_the_work_once_more(staff):
    message = failed_message()

    response = staff.post(reverse("desk:failed-retry"), work(message), follow=True)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (OwedWork.State.OWED, 0)
    assert [str(note) for note in response.context["messages"]] == ["It will be tried again now."]


def test_trying_again_twice_says_so(staff):
    message = failed_message()
    staff.post(reverse("desk:failed-retry"), work(message))

    response = staff.post(reverse("desk:failed-retry"), work(message), follow=True)

    assert "Somebody has already tried this again." in [str(note) for note in response.context["messages"]]


@pytest.mark.parametrize(
    "name", ["", "messaging.message", "messaging.message:0", "messaging.message:x", "accounts.user:1", ":"]
)
def test_unknown_work_is_not_found(staff, name):
    assert staff.post(reverse("desk:failed-retry"), {"work": name}).status_code == 404


def test_trying_again_needs_a_post(staff):
    assert staff.get(reverse("desk:failed-retry")).status_code == 405


def test_strangers_are_asked_to_sign_in(client):
    message = failed_message()

    assert client.get(reverse("desk:failed")).status_code == 302
    assert client.post(reverse("desk:failed-retry"), work(message)).status_code == 302
    message.refresh_from_db()
    assert message.state == OwedWork.State.FAILED

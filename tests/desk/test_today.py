from datetime import datetime, time

import pytest
from django.utils import timezone

from accounts.permissions import Act, Role
from meetings import services
from tests.factories import UserFactory
from tests.meetings.factories import planned
from tests.registration.factories import ClientFactory

pytestmark = pytest.mark.django_db

TODAY = "/en/desk/"


def cards(response):
    return {str(card.title): [line.name for line in card.lines] for card in response.context["cards"]}


def at(hour):
    return timezone.make_aware(datetime.combine(timezone.localdate(), time(hour)))


@pytest.mark.parametrize(
    ("role", "granted", "titles"),
    [
        (
            Role.COORDINATOR,
            [Act.REVIEW_TRANSLATIONS],
            [
                "Meetings today",
                "People who want to be contacted",
                "Contacts to make",
                "Taken in lately",
                "Likely duplicates",
                "Translations to do",
                "Offers left by employers",
                "Answers of employers",
                "Offers ready for publication",
                "Problems that readers report",
                "Failed work",
            ],
        ),
        (
            Role.ADVISER,
            [],
            [
                "Meetings today",
                "People who want to be contacted",
                "Contacts to make",
                "Taken in lately",
                "Likely duplicates",
                "Failed work",
            ],
        ),
        (
            Role.MANAGER,
            [],
            [
                "Meetings today",
                "Contacts to make",
                "Taken in lately",
                "Requests about people’s data",
                "Merges of records",
                "Records that fall due",
                "Offers ready for publication",
                "Failed work",
            ],
        ),
        (Role.ADMINISTRATOR, [], ["Failed work"]),
    ],
)
def test_cards_follow_the_role(client, role, granted, titles):
    client.force_login(UserFactory(role=role, granted_acts=granted))

    assert list(cards(client.get(TODAY))) == titles


def test_cards_hold_the_work_of_the_day(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    planned(by=user, title_pl="Jutro")
    planned(by=user, title_pl="Dzisiaj", starts_at=at(22), ends_at=at(23))
    off = planned(by=user, title_pl="Odwołane", starts_at=at(20), ends_at=at(21))
    services.cancel_meeting(meeting=off, reason_pl="", reason_uk="", by=user)
    ClientFactory(created_by=user)

    found = cards(client.get(TODAY))

    assert found["Meetings today"] == ["Dzisiaj"]
    assert found["Taken in lately"] == ["Olena Shevchenko"]


@pytest.mark.parametrize("count", [1, 20])
def test_today_query_count(client, django_assert_num_queries, django_assert_max_num_queries, count):
    user = UserFactory(role=Role.COORDINATOR, granted_acts=[Act.REVIEW_TRANSLATIONS])
    client.force_login(user)
    ClientFactory.create_batch(count, created_by=user)
    for _number in range(count):
        planned(by=user, starts_at=at(22), ends_at=at(23))

    with django_assert_max_num_queries(37):  # one for each table of owed work among them
        client.get(TODAY)

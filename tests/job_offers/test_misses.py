"""What readers looked for in vain, as the brokers see it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.misses import KEPT_DAYS
from job_offers.models import SearchMiss
from job_offers.tasks import forget_misses
from tests.factories import UserFactory
from tests.job_offers.factories import PublishedFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def broker(client):
    client.force_login(UserFactory(role=Role.BROKER))
    return client


def miss(query, *, days=0, count=1, language="uk"):
    day = timezone.localdate() - timedelta(days=days)
    return SearchMiss.objects.create(query=query, day=day, count=count, language=language)


def rows(response):
    return [(row["query"], row["language"], row["times"]) for row in response.context["page"]]


def asked(client, query="", language="pl"):
    return client.get(f"/{language}/desk/offers/misses/{query}")


def test_the_oftenest_come_first_with_all_their_days_together(broker):
    miss("няня", count=3)
    miss("вчитель", days=2, count=2)
    miss("вчитель", days=5, count=2)
    miss("вчитель", days=5, language="pl")

    response = asked(broker)

    assert rows(response) == [("вчитель", "uk", 4), ("няня", "uk", 3), ("вчитель", "pl", 1)]
    assert response.context["page"][0]["last"] == timezone.localdate() - timedelta(days=2)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?days=7", ["a"]),
        ("", ["a", "b"]),
        ("?days=365", ["a", "b", "c"]),
        *[(f"?days={wrong}", ["a", "b"]) for wrong in ("0", "-1", "x", "%00", "9" * 400, "7&days=x")],
    ],
)
def test_a_period_is_chosen_and_a_wrong_one_is_a_month(broker, query, found):
    miss("a", days=6)
    miss("b", days=29)
    miss("c", days=364)

    assert sorted(query for query, _language, _times in rows(asked(broker, query))) == found


def test_a_row_leads_to_what_the_board_shows_now(broker):
    miss("кухар & пекар")

    text = asked(broker, "?days=7&page=1").content.decode()

    assert f'href="{reverse("board:offer-list")}?q='.replace("/en/", "/pl/") in text
    address = text.split("/pl/offers/?", 1)[1].split('"', 1)[0]
    assert broker.get(f"/pl/offers/?{address}").context["form"].query.text == "кухар & пекар"


@pytest.mark.parametrize("language", ["pl", "uk"])
def test_nothing_in_vain(broker, language):
    response = asked(broker, language=language)

    assert response.status_code == 200
    assert "table-wrap" not in response.content.decode()


def test_a_text_is_counted_only_when_nothing_else_narrows_the_board(client):
    PublishedFactory(title_pl="Kucharz", has_lodging=False)

    client.get("/uk/offers/?q=kucharz&lodging=on")
    client.get("/uk/offers/?q=nurek")

    assert list(SearchMiss.objects.values_list("query", flat=True)) == ["nurek"]


def test_old_counts_are_forgotten():
    miss("a", days=KEPT_DAYS)
    miss("b", days=KEPT_DAYS + 1)

    assert forget_misses() == 1
    assert SearchMiss.objects.get().query == "a"


@pytest.mark.parametrize("count", [1, 20])
def test_query_count(broker, django_assert_num_queries, count):
    for number in range(count):
        miss(f"word{number}")
    asked(broker)

    with django_assert_num_queries(7):
        asked(broker)

import pytest

from accounts.permissions import Role
from tests.factories import UserFactory
from tests.meetings.factories import planned
from tests.registration.factories import PESEL, READY, ClientFactory
from tests.searching import asked_at, searched

pytestmark = pytest.mark.django_db

SEARCH = "/en/desk/search/"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def hits(response):
    return {str(group.title): [hit.name for hit in group.hits] for group in response.context["groups"]}


def test_one_box_finds_people_and_meetings(client, coordinator):
    ClientFactory(surname_cyrillic="Спотканенко", surname_latin="Spotkanie", created_by=coordinator)
    planned(by=coordinator, title_pl="Spotkanie w hotelu", title_uk="Зустріч")

    assert hits(searched(client, SEARCH, "spotkanie")) == {
        "Clients": ["Olena Spotkanie"],
        "Meetings": ["Spotkanie w hotelu"],
    }
    assert hits(searched(client, SEARCH, "зустр")) == {"Meetings": ["Spotkanie w hotelu"]}


@pytest.mark.parametrize("query", ["", " ", "\x00", "ш" * 100_000, "%", "\\", "' OR 1=1"])
def test_strange_queries_are_answered(client, coordinator, query):
    ClientFactory(created_by=coordinator)

    response = searched(client, SEARCH, query)

    assert response.status_code == 200
    assert hits(response) == {}


def test_htmx_gets_the_results_only(client, coordinator):
    ClientFactory(created_by=coordinator)

    response = searched(client, SEARCH, "Sevcenko", headers={"HX-Request": "true"})

    assert "spelling Шевченко" in response.content.decode()
    assert "<html" not in response.content.decode()
    assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize("count", [1, 20])
def test_search_query_count(client, coordinator, django_assert_num_queries, count):
    ClientFactory.create_batch(count, created_by=coordinator)

    answer = asked_at(client, SEARCH, "Szewczenko")

    # session, user, office; words, bearers, people; offers, employers, meetings; access log; keeping the session: 3
    with django_assert_num_queries(13):
        client.get(answer)


@pytest.mark.parametrize(
    ("role", "query", "found"),
    [
        (Role.COORDINATOR, "Szewczenko", True),
        (Role.BROKER, "Szewczenko", True),
        (Role.ADMINISTRATOR, "Szewczenko", False),
        (Role.COORDINATOR, PESEL, True),
        (Role.BROKER, PESEL, False),
        (Role.MANAGER, PESEL, False),
    ],
)
def test_search_shows_what_the_role_may_see(client, role, query, found):
    ClientFactory(**READY)
    client.force_login(UserFactory(role=role))

    response = searched(client, SEARCH, query)

    assert ("Clients" in hits(response)) is found
    assert ("Take a person in" in response.content.decode()) is (role == Role.COORDINATOR and not found)


def test_nothing_found_offers_to_take_the_person_in(client, coordinator):
    assert "Take a person in" in searched(client, SEARCH, "Коваль").content.decode()

"""The box of every desk page answers while one types, and the access log is not flooded by it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import access_log
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from tests.factories import UserFactory
from tests.registration.factories import PESEL, READY, ClientFactory

pytestmark = pytest.mark.django_db

LIVE = "/en/desk/search/live/"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def typed(client, *words):
    """The answers to a box in which these words stand one after the other."""
    return [client.post(LIVE, {"q": text}) for text in words]


def names_in(response):
    return [hit.name for group in response.context["groups"] for hit in group.hits]


def test_answer_names_people_and_says_why(client, coordinator):
    olena = ClientFactory(created_by=coordinator)

    (response,) = typed(client, "Szewczenko Olena")

    page = response.content.decode()
    assert names_in(response) == ["Olena Shevchenko"]
    assert "spelling Шевченко" in page
    assert f'href="{olena.get_absolute_url()}"' in page
    assert 'role="option"' in page
    assert "<html" not in page


@pytest.mark.parametrize("text", ["", "sz", " s ", "\x00", "Ґ", "%", "ш" * 100_000])
def test_nothing_is_said_to_too_little_or_to_nonsense(client, coordinator, text):
    ClientFactory(created_by=coordinator)

    (response,) = typed(client, text)

    assert names_in(response) == []
    assert 'role="listbox"' not in response.content.decode()
    assert not AccessEntry.objects.filter(page="desk:search-live").exists()


def test_typing_a_name_writes_each_person_once(client, coordinator):
    ClientFactory(created_by=coordinator)
    ClientFactory(surname_cyrillic="Шевчук", surname_latin="Shevchuk", created_by=coordinator)

    typed(client, "Шев", "Шевч", "Шевчe", "Шевчен", "Шевченко")

    entries = AccessEntry.objects.by(coordinator).filter(page="desk:search-live")
    assert entries.count() == 2
    assert {entry.kind for entry in entries} == {"search"}
    assert {entry.purpose for entry in entries} == {"name"}


def test_person_shown_again_later_or_to_somebody_else_is_written_again(client, coordinator, monkeypatch):
    olena = ClientFactory(created_by=coordinator)
    typed(client, "Шевченко")

    monkeypatch.setattr(access_log, "ONCE_IN", timedelta(0))
    typed(client, "Шевченко")
    monkeypatch.setattr(access_log, "ONCE_IN", timedelta(minutes=10))
    client.force_login(UserFactory(role=Role.ADVISER))
    typed(client, "Шевченко")

    assert AccessEntry.objects.about(olena).filter(page="desk:search-live").count() == 3
    assert AccessEntry.objects.latest("id").at <= timezone.now()


def test_words_are_kept_nowhere(client, coordinator):
    typed(client, "Шевченко")

    assert "asked" not in client.session


@pytest.mark.parametrize(
    ("role", "text", "found"),
    [
        (Role.COORDINATOR, "Szewczenko", True),
        (Role.BROKER, "Szewczenko", True),
        (Role.ADMINISTRATOR, "Szewczenko", False),
        (Role.COORDINATOR, PESEL, True),
        (Role.BROKER, PESEL, False),
        (Role.MANAGER, PESEL, False),
    ],
)
def test_answer_shows_what_the_role_may_see(client, role, text, found):
    ClientFactory(**READY)
    client.force_login(UserFactory(role=role))

    (response,) = typed(client, text)

    assert bool(names_in(response)) is found


@pytest.mark.parametrize("count", [1, 20])
def test_live_search_query_count(client, coordinator, django_assert_num_queries, count):
    ClientFactory.create_batch(count, created_by=coordinator)
    typed(client, "Szewczenko")

    # session, user; words, bearers, people; offers, employers, meetings; who is written already; the session: 3
    with django_assert_num_queries(12):
        typed(client, "Szewczenko")


def test_page_is_only_posted_to(client, coordinator):
    assert client.get(LIVE).status_code == 405

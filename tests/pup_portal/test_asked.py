"""What is typed to find a person stands in no address, and readable in no session."""

import json

import pytest
from django.contrib.sessions.models import Session
from django.test import Client as Browser
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Role
from pup_portal.asked import MOST_REMEMBERED
from tests.cv_builder.factories import ready_cv
from tests.factories import UserFactory
from tests.meetings.factories import planned
from tests.registration.factories import ClientFactory
from tests.searching import BOXES, asked_at, searched

pytestmark = pytest.mark.django_db

GONE = "no longer kept"


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def person(coordinator):
    person = ClientFactory(surname_cyrillic="Бойко", surname_latin="Boiko", created_by=coordinator)
    ready_cv(client=person)
    return person


def address_of(name):
    kwargs = {"meeting_id": planned(by=User.objects.earliest("pk")).public_id} if "meetings:" in name else {}
    return reverse(name, kwargs=kwargs)


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize("name", sorted(BOXES))
def test_words_stand_in_no_address_and_are_answered_again_and_again(client, person, name):
    address = address_of(name)

    answer = asked_at(client, address, "Бойко")

    path, _, query = answer.partition("?")
    assert (path, query[:2], len(query)) == (address, "s=", 14)
    shown = [text_of(client.get(answer)) for _refreshed in range(2)]
    assert all('value="Бойко"' in page and person.name in page for page in shown)


@pytest.mark.parametrize("name", sorted(BOXES))
def test_words_in_an_address_are_not_read(client, person, name):
    page = text_of(client.get(address_of(name), {"q": "Бойко"}))

    assert "Бойко" not in page.replace(person.cyrillic_name, "")
    assert GONE not in page


@pytest.mark.parametrize("name", sorted(BOXES))
def test_key_nobody_made_gives_the_empty_search_and_says_so(client, coordinator, name):
    page = client.get(address_of(name), {"s": "AAAAAAAAAAAA"})

    assert page.status_code == 200
    assert GONE in text_of(page)


@pytest.mark.parametrize("key", ["\x00", "ш" * 5000, "../..", "' OR 1=1", "_auth_user_id"])
def test_strange_keys_are_answered(client, coordinator, key):
    page = client.get("/en/desk/search/", {"s": key})

    assert page.status_code == 200
    assert GONE in text_of(page)


def test_session_keeps_the_words_sealed(client, person):
    searched(client, "/en/desk/search/", "Бойко +48 41 555 01 77")

    [session] = [session.get_decoded() for session in Session.objects.all()]
    [sealed] = session["asked"].values()
    assert sealed.startswith("v1:")
    assert "ойко" not in json.dumps(session, ensure_ascii=False)


def test_key_means_nothing_in_another_session(client, person):
    answer = asked_at(client, "/en/desk/search/", "Бойко")
    other = Browser()
    other.force_login(UserFactory(role=Role.COORDINATOR))
    session = other.session
    session["asked"] = client.session["asked"]  # also when somebody copies the row of the session
    session.save()

    page = text_of(other.get(answer))

    assert "Бойко" not in page
    assert GONE in page


def test_words_open_under_their_own_key_only(client, person):
    first, second = (asked_at(client, "/en/desk/search/", words)[-12:] for words in ("Бойко", "Коваль"))
    session = client.session
    session["asked"] = {first: session["asked"][second]}
    session.save()

    assert GONE in text_of(client.get("/en/desk/search/", {"s": first}))


def test_last_searches_are_kept_and_older_ones_forgotten(client, coordinator):
    answers = [asked_at(client, "/en/desk/search/", f"Бойко {n}") for n in range(MOST_REMEMBERED + 1)]

    pages = [text_of(client.get(answer)) for answer in answers]

    assert [GONE in page for page in pages] == [True] + [False] * MOST_REMEMBERED
    assert [f'value="Бойко {n}"' in page for n, page in enumerate(pages)] == [False] + [
        True
    ] * MOST_REMEMBERED


def test_lost_key_of_the_fields_forgets_the_words(client, person, settings):
    answer = asked_at(client, "/en/desk/search/", "Бойко")
    settings.FIELD_KEYS = {"other": b"o" * 32}

    assert GONE in text_of(client.get(answer))


def test_nothing_typed_leads_to_the_bare_page(client, coordinator):
    assert asked_at(client, "/en/desk/clients/", " \x00 ", state="", order="") == "/en/desk/clients/"


def test_choices_stay_beside_the_key_and_nothing_else_of_the_form(client, coordinator):
    answer = asked_at(client, "/en/desk/clients/", "Бойко", state="supported", order="name", csrf="x")

    assert answer.startswith("/en/desk/clients/?state=supported&order=name&s=")
    assert "csrf" not in answer


def test_pages_of_an_answer_keep_its_key(client, person):
    for _number in range(26):
        ready_cv(client=person)
    answer = asked_at(client, "/en/desk/cvs/", "Бойко", client=str(person.public_id))
    query = answer.partition("?")[2].replace("&", "&amp;")

    first = text_of(client.get(answer))
    second = client.get(f"{answer}&page=2")

    assert f'href="?{query}&amp;page=2"' in first
    assert len(second.context["page"]) == 2
    assert 'value="Бойко"' in text_of(second)


def test_box_takes_no_words_from_another_site(person):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(UserFactory(role=Role.COORDINATOR))

    refused = browser.post("/en/desk/search/", {"q": "Бойко"})

    assert refused.status_code == 403
    assert "asked" not in browser.session


def test_box_on_every_page_posts_with_its_token(coordinator):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(coordinator)
    page = text_of(browser.get("/en/desk/"))
    header = page[page.index('class="desk-search"') :].partition("</form>")[0]
    token = header.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]

    answer = browser.post("/en/desk/search/", {"q": "Бойко", "csrfmiddlewaretoken": token})

    assert 'method="post"' in header
    assert answer.status_code == 303

"""Error pages say what happened and what to do, in the reader's language, and survive what broke."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from accounts.permissions import Role
from pup_portal import errors
from tests.factories import UserFactory


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_missing_page_shows_the_reader_the_ways_on(client, language):
    response = client.get(f"/{language}/nothing/")

    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()
    assert f'href="/{language}/contact/"' in response.content.decode()


@pytest.mark.django_db
def test_missing_page_of_the_desk_keeps_the_desk_around_it(client):
    client.force_login(UserFactory())

    response = client.get("/en/desk/nothing/")

    assert response.status_code == 404
    assert "desk-nav" in response.content.decode()


@pytest.mark.django_db
def test_refusal_names_the_missing_right(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    response = client.get("/en/desk/clients/")

    assert response.status_code == 403
    assert "This page needs the right: see clients." in response.content.decode()


@pytest.mark.django_db
def test_form_without_its_token_is_explained():
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/en/accounts/login/", {"login": "a", "password": "b"})

    assert response.status_code == 403
    assert "Please send the form again" in response.content.decode()


@pytest.mark.parametrize(
    ("view", "status"), [(errors.server_error, 500), (lambda r: errors.bad_request(r), 400)]
)
def test_bare_pages_need_no_database_and_speak_three_languages(settings, view, status):
    settings.ERROR_PAGE_PHONE = "+48 41 555 01 11"
    request = RequestFactory().get("/uk/offers/")

    response = view(request)  # without the database mark every query would fail the test

    page = response.content.decode()
    assert response.status_code == status
    assert [f'lang="{code}"' in page for code in ("uk", "pl", "en")] == [True, True, True]
    assert "+48 41 555 01 11" in page
    assert connection.connection is None or not connection.in_atomic_block

"""Sensitive acts ask who sits at the desk."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.confirmation import freshly_confirmed
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


class Messages(BaseStorage):
    def _get(self, *args, **kwargs):
        return [], True

    def _store(self, messages, response, *args, **kwargs):
        return []


@freshly_confirmed
def view(request):
    return HttpResponse("secret")


@pytest.fixture(autouse=True)
def _asks(settings):
    settings.CONFIRMATION_REQUIRED = True
    settings.CONFIRMATION_SECONDS = 600


def request_of(user, *, method="get", proved=None, path="/en/desk/clients/?page=2", **headers):
    request = getattr(RequestFactory(), method)(path, headers=headers)
    request.user = user
    request.session = {}
    request._messages = Messages(request)
    if proved is not None:
        request.session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
            {"method": "password", "at": time.time() - proved}
        ]
    return request


def way_back(response):
    return parse_qs(urlsplit(response.url).query)["next"]


def test_fresh_proof_opens():
    assert view(request_of(UserFactory(), proved=599)).content == b"secret"


@pytest.mark.parametrize("proved", [None, 601])
def test_old_or_no_proof_is_asked_for_and_leads_back(proved):
    response = view(request_of(UserFactory(), proved=proved))

    assert response.status_code == 302
    assert urlsplit(response.url).path.endswith("/accounts/reauthenticate/")
    assert way_back(response) == ["/en/desk/clients/?page=2"]


def test_proof_of_another_person_is_none():
    request = request_of(UserFactory(), proved=1)
    request.user = UserFactory()

    assert view(request).status_code == 302


def test_form_leads_back_to_the_page_it_stood_on():
    referer = "http://testserver/en/desk/clients/new/?a=1"
    request = request_of(UserFactory(), method="post", Referer=referer)

    response = view(request)

    assert way_back(response) == ["/en/desk/clients/new/?a=1"]
    assert len(get_messages(request)) == 1


@pytest.mark.parametrize("referer", ["", "https://evil.example/desk/"])
def test_form_from_nowhere_leads_to_today(referer):
    response = view(request_of(UserFactory(), method="post", Referer=referer))

    assert way_back(response) == ["/en/desk/"]


def test_part_of_a_page_makes_the_whole_page_ask():
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/en/desk/clients/"}

    response = view(request_of(UserFactory(), **headers))

    assert response.status_code == 204
    assert response["HX-Redirect"].endswith("?next=%2Fen%2Fdesk%2Fclients%2F")


def test_tests_without_passwords_may_switch_it_off(settings):
    settings.CONFIRMATION_REQUIRED = False

    assert view(request_of(UserFactory())).content == b"secret"

"""Sign-in pages look like ours and say what to do without an e-mail address."""

import re

import pytest
from django.urls import reverse

from messaging.models import Message
from tests.factories import UserFactory

PASSWORD = "trzy-zielone-krowy-2026"


@pytest.fixture
def member(db):
    user = UserFactory(username="olena", email="olena@example.org", language="en")
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user


def test_signing_in_leads_to_today(client, member):
    response = client.post("/en/accounts/login/", {"login": "olena", "password": PASSWORD})

    assert response.url == "/en/desk/"


def test_signing_in_leads_back_to_the_asked_page(client, member):
    page = client.get("/en/accounts/login/?next=/en/desk/components/").content.decode()

    response = client.post(
        "/en/accounts/login/", {"login": "olena", "password": PASSWORD, "next": "/en/desk/components/"}
    )

    assert 'name="next"' in page
    assert response.url == "/en/desk/components/"


def test_wrong_password_is_one_problem_above_the_form(client, member):
    page = client.post("/en/accounts/login/", {"login": "olena", "password": "wrong"}).content.decode()

    assert page.count("The username or the password is not right.") == 1
    assert 'class="error-summary" role="alert"' in page


def test_forgotten_password_is_replaced_by_a_link_in_a_message(client, member):
    client.post("/en/accounts/password/reset/", {"email": "olena@example.org"})
    link = re.search(r"http://[^/]+(/\S+)", Message.objects.get().body).group(1)

    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD + "!", "password2": PASSWORD + "!"})

    assert "Set a new password" in form.content.decode()
    assert client.login(username="olena", password=PASSWORD + "!")


@pytest.mark.django_db
def test_used_link_says_how_to_get_a_new_one(client):
    page = client.get("/en/accounts/password/reset/key/1-used/").content.decode()

    assert "This link no longer works" in page
    assert reverse("account_reset_password") in page


@pytest.mark.django_db
def test_nobody_signs_up(client):
    page = client.get("/en/accounts/signup/").content.decode()

    assert "Accounts are made by the office" in page
    assert "<form" not in page

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.accounts import access as accounts_access
from tests.factories import UserFactory
from tests.reference import access

pytestmark = pytest.mark.django_db

WRITING = [(access, name) for name, who in access.ACCESS.items() if who == access.EDIT] + [
    (accounts_access, name) for name, who in accounts_access.ACCESS.items() if who == "administrator"
]


@pytest.mark.parametrize(("app", "name"), WRITING)
def test_writing_is_refused_to_who_may_only_see(client, app, name):
    url = reverse(name, kwargs=app.make_kwargs(name))
    client.force_login(UserFactory(role=Role.MANAGER))

    response = client.post(url)

    assert response.status_code == 403


@pytest.mark.parametrize(("app", "name"), WRITING)
def test_writing_without_signing_in_leads_to_the_sign_in_page(client, app, name):
    url = reverse(name, kwargs=app.make_kwargs(name))

    response = client.post(url)

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("app", "name"),
    [(access, name) for name in access.ACCESS]
    + [(accounts_access, name) for name in accounts_access.ACCESS if name.startswith("accounts:")],
)
def test_administrator_opens_every_page(client, app, name):
    url = reverse(name, kwargs=app.make_kwargs(name))
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    response = client.get(url)

    posted_only = {
        "reference:logo-set",
        "reference:logo-remove",
        "accounts:staff-invite",
        "accounts:staff-invitation-withdraw",
        "accounts:staff-sessions-end",
    }
    assert response.status_code == (405 if name in posted_only else 200)


@pytest.mark.parametrize("name", [name for name, who in access.ACCESS.items() if who == "public"])
def test_anybody_opens_public_pages(client, name):
    url = reverse(name, kwargs=access.make_kwargs(name))

    response = client.get(url)

    assert response.status_code == 200

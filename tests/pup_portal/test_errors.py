import pytest
from django.test import Client

from accounts.permissions import Role
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.pup_portal.urls")]


@pytest.fixture
def browser():
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def test_crash_shows_a_page_that_needs_nothing_and_the_request_id(browser, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = browser.get("/crash/", headers={"X-Request-ID": "0123456789abcdef"})

    content = response.content.decode()
    assert response.status_code == 500
    assert "0123456789abcdef" in content
    assert "LookupError" not in content


def test_bad_request_shows_a_page(browser):
    response = browser.get("/misunderstand/")

    assert response.status_code == 400
    assert "Hanna" not in response.content.decode()


def test_record_removed_meanwhile_is_a_page_that_says_so(client):
    response = client.post("/gone/", headers={"Accept-Language": "en"})

    assert response.status_code == 409
    assert "Somebody has removed this record since you opened it." in response.content.decode()


def test_page_that_asks_for_a_record_carelessly_is_a_fault_of_ours(browser):
    response = browser.get("/gone/")

    assert response.status_code == 500


def test_unknown_host_shows_a_page(browser, settings):
    settings.ALLOWED_HOSTS = ["portal.example.org"]

    response = browser.get("/pl/", headers={"Host": "evil.example.org"})

    assert response.status_code == 400
    assert "evil" not in response.content.decode()


def test_missing_right_is_named(browser):
    browser.force_login(UserFactory(role=Role.BROKER))

    response = browser.get("/settings-only/", headers={"Accept-Language": "en"})

    assert response.status_code == 403
    assert "edit the office settings, dictionaries, rules and staff" in response.content.decode()


@pytest.mark.parametrize("role", [None, Role.BROKER])
@pytest.mark.parametrize(("path", "status"), [("/refuse/", 403), ("/pl/nowhere/", 404)])
def test_refused_and_unknown_pages_carry_the_request_id(browser, role, path, status):
    if role:
        browser.force_login(UserFactory(role=role))

    response = browser.get(path)

    assert response.status_code == status
    assert response["X-Request-ID"] in response.content.decode()


def test_form_without_its_token_shows_what_to_do(browser):
    response = browser.post("/form/", {"name": "Hanna"})

    assert response.status_code == 403
    assert response["X-Request-ID"] in response.content.decode()

"""What an attacker tries at every address: forged posts, frames, caches, foreign hosts, redirects elsewhere."""

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.permissions import Role
from pup_portal import http
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.test_access import DATA, KWARGS, NAMES, WHO_MAY, ask, roles_of

pytestmark = pytest.mark.django_db

EVIL = "evil.example.net"
ELSEWHERE = [
    f"https://{EVIL}/", f"//{EVIL}/", f"/\\{EVIL}/", f"\\\\{EVIL}/", f"https:{EVIL}", f"///{EVIL}",
    "javascript:alert(1)", "data:text/html,x", f"http://testserver@{EVIL}/", f"https://{EVIL}\\@testserver/",
    f"\t//{EVIL}", f"/\t/{EVIL}",
]  # fmt: skip
PUBLIC = [
    "board:offer-list",
    "public_meetings:meeting-list",
    "office:contact",
    "office:privacy",
    "office:accessibility",
]


def role_for(name: str) -> str | None:
    return None if WHO_MAY[name] == "public" else sorted(roles_of(name) or {Role.COORDINATOR})[0]


# Engines post here; the word in the address is what proves it is them.
POSTED_BY_ENGINES = {"engine_answers:success", "engine_answers:failure"}
# Mail programs post here when their user presses "unsubscribe"; the signed address is what proves it.
POSTED_BY_MAIL_PROGRAMS = {"board:alert-stop"}


@pytest.mark.parametrize("name", sorted(set(NAMES) - POSTED_BY_ENGINES - POSTED_BY_MAIL_PROGRAMS))
def test_post_from_another_site_is_refused_everywhere(name):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(UserFactory(role=role_for(name) or Role.COORDINATOR))

    response = browser.post(reverse(name, kwargs=KWARGS[name](name)), {"name": "x"})

    assert response.status_code == 403
    assert response.templates[0].name == "csrf.html"


@pytest.mark.parametrize("name", NAMES)
def test_no_page_may_be_framed_or_kept(name):
    response = ask(name, role_for(name), KWARGS[name](name))

    policy = response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    if "/desk/" in response.wsgi_request.path or "/accounts/" in response.wsgi_request.path:
        assert response["Cache-Control"] == "no-store, private"
    else:
        assert "s-maxage" not in response.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/desk/", 302), ("/en/desk/clients/", 302), ("/en/desk/nowhere/", 404), ("/en/desk", 302),
        ("/uk/accounts/login/", 200), ("/pl/accounts/nowhere/", 404),
    ],
)  # fmt: skip
def test_staff_pages_are_kept_by_no_cache_even_when_nobody_is_signed_in(client, path, status):
    response = client.get(path)

    assert response.status_code in {status, 301}
    assert response["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("name", PUBLIC)
def test_public_pages_may_be_kept_and_belong_to_nobody(client, name):
    response = client.get(reverse(name))

    assert "no-store" not in response.get("Cache-Control", "")
    assert not response.cookies


@pytest.mark.parametrize("where", ELSEWHERE)
def test_signing_in_leads_nowhere_else(client, where):
    user = UserFactory(username="anna")
    user.set_password("correct horse battery")
    user.save()

    response = client.post(
        reverse("account_login"), {"login": "anna", "password": "correct horse battery", "next": where}
    )

    target = urlsplit(response["Location"])
    assert response.status_code == 302
    assert EVIL not in target.netloc
    assert target.scheme in {"", "http"}
    assert response["Location"].startswith("/en/")


@pytest.mark.parametrize(
    "where", [f"//{EVIL}/", f"//{EVIL}", f"/{EVIL}", f"/en//{EVIL}/..", f"/\\{EVIL}/", f"/%0d%0aX: {EVIL}"]
)
def test_language_and_slashes_lead_nowhere_else(client, where):
    response = client.get(where)

    location = response.get("Location", "")
    assert EVIL not in urlsplit(location).netloc
    assert not location.startswith(("//", "/\\", "http"))
    assert f'href="//{EVIL}' not in response.content.decode()


@pytest.mark.parametrize("name", [*PUBLIC, "account_login", "desk:search"])
def test_foreign_host_is_refused_and_not_repeated(client, settings, name):
    settings.ALLOWED_HOSTS = ["portal.example.org"]

    response = client.get(reverse(name), headers={"Host": EVIL})

    assert response.status_code == 400
    assert EVIL not in response.content.decode()
    assert response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("name", [*PUBLIC, "board:offer-feed", "api:offer-list"])
def test_host_a_proxy_claims_reaches_no_link(client, name):
    response = client.get(reverse(name), headers={"X-Forwarded-Host": EVIL, "Forwarded": f"host={EVIL}"})

    assert response.status_code == 200
    assert EVIL not in response.content.decode()


def test_desk_form_cannot_be_sent_with_another_sites_origin(settings):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(UserFactory(role=Role.COORDINATOR))
    browser.get(reverse("registration:client-new"))
    token = browser.cookies[settings.CSRF_COOKIE_NAME].value
    sent = {"csrfmiddlewaretoken": token, "surname_latin": "Test"}

    ours = browser.post(reverse("registration:client-new"), sent, headers={"Origin": "http://testserver"})
    theirs = browser.post(reverse("registration:client-new"), sent, headers={"Origin": f"https://{EVIL}"})

    assert (ours.status_code, theirs.status_code) == (200, 403)


@pytest.mark.parametrize(("with_session", "status"), [(False, 400), (True, 403)])
def test_stranger_fills_no_disk(client, settings, monkeypatch, with_session, status):
    monkeypatch.setattr(http, "_FORM_AROUND_A_FILE", 0)
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.IMPORT_MAX_BYTES = 1000, 100_000
    browser = Client(enforce_csrf_checks=True)
    if with_session:
        browser.force_login(UserFactory())
    browser.cookies[settings.CSRF_COOKIE_NAME] = "x" * 32  # without one, nothing is read at all

    response = browser.post(reverse("account_login"), {"file": SimpleUploadedFile("a.bin", b"x" * 5000)})

    assert response.status_code == status


def test_nobody_sends_more_than_the_largest_import(settings):
    settings.IMPORT_MAX_BYTES = 1000
    browser = Client()
    browser.force_login(UserFactory(role=Role.COORDINATOR))

    response = browser.post(
        reverse("registration:file-add", args=[ClientFactory().public_id]),
        {"file": SimpleUploadedFile("a.pdf", b"x" * 100_000)},
    )

    assert response.status_code == 400


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("board:offer-poster", 120), ("meetings:attendance-sheet", 60), ("cv_builder:cv-print", 60),
        ("cv_builder:cv-print-anonymous", 60), ("registration:file-add", 120), ("registration:file-replace", 120),
        ("registration:paper-print", 60), ("registration:paper-set-print", 60), ("registration:paper-sign", 120),
        ("registration:paper-set-sign", 120), ("visits:visit-note", 120), ("visits:visit-hold", 120),
        ("visits:photo-add", 120), ("signs:sign-print", 60), ("signs:sites-print", 60),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_flood_of_papers_is_slowed_down(monkeypatch, name, limit, language):
    kwargs = KWARGS[name](name)
    counted = cache.incr
    monkeypatch.setattr(cache, "incr", lambda key: counted(key) + limit - 1)  # as if asked so often before
    browser = Client()
    if role := role_for(name):
        browser.force_login(UserFactory(role=role))
    with translation.override(language):
        address = reverse(name, kwargs=kwargs)
    method = browser.get if name == "board:offer-poster" else browser.post

    data = DATA[name](name) if name in DATA else {}
    first, second = method(address, data), method(address, data)

    assert first.status_code in {200, 202, 302, 410}
    assert second.status_code == 429
    assert int(second["Retry-After"]) > 0
    assert f'<html lang="{language}">' in second.content.decode()

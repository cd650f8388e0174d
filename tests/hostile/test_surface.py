"""What the portal shows the outside as a whole: headers, cookies, methods, scripts, the image, the log."""

import ast
import json
import logging
import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from pup_portal import settings as production
from tests.factories import UserFactory
from tests.hostile.pages import Page, body_of
from tests.test_access import KWARGS, NAMES, WHO_MAY, roles_of

ROOT = Path(__file__).parents[2]
APPS = [
    "pup_portal",
    "accounts",
    "reference",
    "documents",
    "translations",
    "registration",
    "job_offers",
    "meetings",
    "cv_builder",
    "desk",
    "messaging",
]
DESK = [name for name in NAMES if ":" in name and WHO_MAY.get(name, "public") not in {"public", ""}]
KINDS = [
    ("/pl/offers/", "text/html; charset=utf-8"),
    ("/pl/offers/feed.atom", "application/atom+xml; charset=utf-8"),
    ("/pl/meetings/calendar.ics", "text/calendar; charset=utf-8"),
    ("/api/v1/offers", "application/json"),
    ("/robots.txt", "text/plain; charset=utf-8"),
    ("/sitemap.xml", "application/xml; charset=utf-8"),
    ("/pl/no-such-page/", "text/html; charset=utf-8"),
]
# What opening a page may write: who looked, that the session lives, and what was counted.
WRITTEN_BY_LOOKING = {"accounts_accessentry", "django_session", "usersessions_usersession"}
# A list of breached passwords is hashed by its makers' choice; such a line says that it protects nothing.
WEAK = re.compile(r"\b(md5|sha1|MD5|SHA1|ECB|TripleDES|ARC4|Blowfish)\b")


def sources() -> list[Path]:
    return [
        file for app in APPS for file in sorted((ROOT / app).rglob("*.py")) if "migrations" not in file.parts
    ]


def signed_in(role: str = Role.COORDINATOR, **options: Any) -> Client:
    client = Client(**options)
    client.force_login(UserFactory(role=role))
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("name", DESK)
def test_opening_a_page_changes_nothing(name):
    client = signed_in(sorted(roles_of(name))[0])
    url = reverse(name, kwargs=KWARGS[name](name))

    with CaptureQueriesContext(connection) as queries:
        body_of(client.get(url))  # to its end, or the file would stay open

    written = {
        found.group(1)
        for query in queries
        if (found := re.match(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', query["sql"]))
    }
    assert written <= WRITTEN_BY_LOOKING


@pytest.mark.django_db
@pytest.mark.parametrize(("url", "kind"), KINDS)
def test_every_kind_of_answer_names_its_type_and_charset(client, url, kind):
    assert client.get(url)["Content-Type"] == kind


@pytest.mark.django_db
@pytest.mark.parametrize("url", [url for url, _kind in KINDS] + ["/livez", "/"])
def test_every_kind_of_answer_is_framed_and_sniffed_by_nobody(client, url):
    answer = client.get(url)

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("url", [url for url, _kind in KINDS] + ["/pl/desk/", "/livez"])
def test_no_answer_opens_to_another_origin(client, url):
    answer = client.get(url, headers={"Origin": "https://evil.invalid"})

    assert [name for name in answer.headers if name.startswith("Access-Control-")] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url", ["/", "/pl/", "/pl/offers/", "/pl/accounts/login/", "/livez", "/api/v1/offers"]
)
def test_trace_is_refused(client, url):
    answer = client.trace(url)

    assert answer.status_code == 405
    assert b"TRACE" not in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/pl/offers/", "/pl/meetings/", "/pl/contact/", "/api/v1/offers"])
def test_visitor_gets_no_session(client, settings, url):
    assert settings.SESSION_COOKIE_NAME not in client.get(url).cookies


@pytest.mark.django_db
def test_cookies_are_for_the_server_and_the_same_site(client, settings):
    person = UserFactory(username="anna")
    person.set_password("long-enough-password")
    person.save()
    client.get("/pl/accounts/login/")

    client.post("/pl/accounts/login/", {"login": "anna", "password": "long-enough-password"})

    names = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    assert names <= set(client.cookies)
    assert all(client.cookies[name]["httponly"] for name in names)
    assert {cookie["samesite"] for cookie in client.cookies.values()} == {"Lax"}
    assert {cookie["domain"] for cookie in client.cookies.values()} == {""}


@pytest.mark.django_db
def test_key_of_a_session_is_worth_nothing_after_signing_out(settings):
    client = signed_in()
    key = client.cookies[settings.SESSION_COOKIE_NAME].value

    client.post(reverse("account_logout"))

    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = key
    assert thief.get("/pl/desk/").status_code == 302


@pytest.mark.django_db
def test_signing_out_empties_the_browsers_cache():
    client = signed_in()

    answer = client.post(reverse("account_logout"))

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in client.get("/pl/offers/").headers


@pytest.mark.django_db
def test_session_keys_are_long_and_random():
    stores = [SessionStore() for _turn in range(50)]

    for store in stores:
        store.create()

    keys = {store.session_key for store in stores}
    assert len(keys) == 50
    assert all(re.fullmatch("[a-z0-9]{32}", key) for key in keys)  # 165 bits


@pytest.mark.django_db
def test_no_password_grows_old(client):
    long_ago = datetime.fromisoformat("2001-01-01T08:00:00+00:00")
    person = UserFactory(username="anna", joined_at=long_ago, last_login=long_ago)
    person.set_password("long-enough-password")
    person.save()

    answer = client.post("/pl/accounts/login/", {"login": "anna", "password": "long-enough-password"})

    assert answer["Location"] == "/pl/desk/"


@pytest.mark.django_db
def test_password_fields_are_masked_and_take_a_manager(client):
    page = Page(client.get("/pl/accounts/login/").content.decode())

    controls = {values.get("name"): values for tag, values in page.elements if tag == "input"}
    assert controls["password"]["type"] == "password"
    assert controls["password"]["autocomplete"] == "current-password"
    assert [name for values in controls.values() for name in values if name.startswith("on")] == []
    assert {name for name, values in controls.items() if values.get("type") != "hidden"} == {
        "login",
        "password",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url", ["/static/", "/static/css/", "/media/", "/media/uploads/", "/var/", "/.git/config"]
)
def test_folders_of_files_are_not_listed(client, url):
    assert client.get(url).status_code == 404


def test_passwords_are_kept_by_a_slow_hash():
    assert not hasattr(production, "PASSWORD_HASHERS")
    assert global_settings.PASSWORD_HASHERS[0].endswith(".PBKDF2PasswordHasher")
    assert PBKDF2PasswordHasher.iterations >= 600_000


def test_own_scripts_keep_nothing_and_evaluate_nothing():
    risky = re.compile(
        r"localStorage|sessionStorage|indexedDB|document\.cookie|\beval\(|new Function|innerHTML|outerHTML"
        r"|insertAdjacentHTML|document\.write|postMessage|onmessage"
    )

    found = [
        f"{file.name}: {match.group()}"
        for file in (ROOT / "static" / "js").rglob("*.js")
        for match in risky.finditer(file.read_text())
    ]

    # Words of public texts that could not be sent, until they are: tests/translations/test_workbench_saving.py.
    assert found == ["kept.js: localStorage"]


def test_own_scripts_let_nothing_foreign_name_a_property():
    """Prototype pollution needs a property whose name was typed, or objects merged into others."""
    risky = re.compile(
        r"__proto__|\.constructor\b|\bprototype\b|Object\.assign|Object\.fromEntries|structuredClone|JSON\.parse"
        r"|\bfor\s*\([^)]*\bin\b|\.\.\.[a-z]+\s*\}|\[[A-Za-z_.]+\]\s*=[^=]"
    )

    found = [
        f"{file.name}: {match.group()}"
        for file in (ROOT / "static" / "js").rglob("*.js")
        for match in risky.finditer(file.read_text())
    ]

    assert found == []


def test_no_code_reads_formats_that_can_run():
    names = {"pickle", "marshal", "shelve", "dill", "jsonpickle", "yaml"}
    calls = {"eval", "exec", "compile", "__import__"}

    found = []
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text())):
            imported = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            module = {node.module} if isinstance(node, ast.ImportFrom) else set()
            called = (
                {node.func.id} if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else set()
            )
            found += [f"{file.name}: {word}" for word in ((imported | module) & names) | (called & calls)]

    assert found == []


def test_no_weak_hash_or_cipher_is_used():
    lines = [(file.name, line) for file in sources() for line in file.read_text().splitlines()]

    assert [
        where for where in lines if WEAK.search(where[1]) and "usedforsecurity=False" not in where[1]
    ] == []


def test_image_holds_no_repository_and_no_secret():
    left_out = set((ROOT / ".dockerignore").read_text().split())

    assert {".git", ".env", "env.local", "tests", "var", ".venv"} <= left_out
    assert re.findall(r"uv sync (?!.*--no-dev)", (ROOT / "Dockerfile").read_text()) == []


def test_every_library_is_pinned_with_its_hash():
    lock = tomllib.loads((ROOT / "uv.lock").read_text())

    bare = [
        package["name"]
        for package in lock["package"]
        if "registry" in package["source"]
        and not all(
            file.get("hash", "").startswith("sha256:")
            for file in [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        )
    ]
    assert bare == []


def test_log_tells_the_time_in_utc(written_log):
    logging.getLogger("tests").warning("here")

    written = json.loads(written_log.getvalue())
    assert datetime.fromisoformat(written["timestamp"]).utcoffset().total_seconds() == 0


def test_line_of_the_log_cannot_be_forged(written_log):
    logging.getLogger("tests").warning('one\r\n{"level": "info", "event": "two"}\u2028three')

    assert written_log.getvalue().count("\n") == 1
    assert "\r" not in written_log.getvalue()

"""The settings of production, as a browser and an attacker inside the database meet them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import checks as django_checks
from django.core.checks import run_checks
from django.db import ProgrammingError, connection
from django.urls import reverse

from pup_portal.db import as_owner, grant_to_application
from tests.factories import UserFactory

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "pup_portal.settings",
    "DEBUG": "false",
    "HTTPS": "true",
    "SECRET_KEY": "Zq3-vK8mW1xT5bN7cR2yU9pL4dF6gH0jS_aEoIuQwXzVtYrMnB",
    "ALLOWED_HOSTS": "portal.example.org",
    "EMAIL_HOST": "smtp.example.org",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=os.environ | PRODUCTION | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_production_settings_pass_djangos_own_list():
    done = manage("check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stderr


def test_encryption_asked_for_in_the_databases_address_is_kept():
    code = (
        "from django.conf import settings as s;"
        "print(*(s.DATABASES['default']['OPTIONS'].get(name) for name in ('sslmode', 'sslrootcert', 'connect_timeout')));"
        "print(s.CACHES['default']['LOCATION'])"
    )
    redis = "rediss://:x@redis.example.org:6379/0?ssl_cert_reqs=required"

    done = manage(
        "shell",
        "--no-imports",
        "-c",
        code,
        DATABASE_URL="postgresql://pup_app:x@db.example.org/pup?sslmode=verify-full&sslrootcert=/data/ca.pem",
        REDIS_URL=redis,
    )

    assert done.stdout.split() == ["verify-full", "/data/ca.pem", "5", redis], done.stderr


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_examples_of_the_proxy_allow_recent_tls_and_forward_secrecy_only(name):
    text = (ROOT / "deploy" / name).read_text()

    protocols = re.search(r"(?:protocols|ssl_protocols) (.+?);?$", text, re.MULTILINE).group(1)
    ciphers = re.search(r"(?:ciphers|ssl_ciphers) (.+?);?$", text, re.MULTILINE).group(1)
    assert protocols.lower().replace("tlsv", "tls").split() == ["tls1.2", "tls1.3"]
    assert all(
        re.match(r"(TLS_)?ECDHE", suite) and re.search("GCM|CHACHA20", suite)
        for suite in re.split("[ :]", ciphers)
    )
    assert "X-Forwarded-Proto" in text or "reverse_proxy" in text


def test_cookies_of_production_are_bound_to_the_host():
    code = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME,"
        " s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_DOMAIN, s.SESSION_COOKIE_PATH,"
        " s.SECURE_HSTS_SECONDS >= 31536000, s.SECURE_SSL_REDIRECT)"
    )

    done = manage("shell", "--no-imports", "-c", code)

    assert done.stdout.split() == [
        "__Host-session",
        "__Host-csrf",
        "__Host-language",
        "True",
        "True",
        "None",
        "/",
        "True",
        "True",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("url_name", ["desk:today", "office:contact", "account_login", "service:livez"])
def test_every_page_has_the_security_headers(client, settings, url_name):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    if url_name != "account_login":
        client.force_login(UserFactory())

    response = client.get(reverse(url_name), secure=True)

    policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    assert response.status_code == 200
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Strict-Transport-Security"].startswith("max-age=31536000")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "microphone=()" in response["Permissions-Policy"]


@pytest.mark.django_db
def test_no_cache_keeps_what_a_signed_in_person_was_sent(client):
    public = client.get(reverse("office:contact"))
    client.force_login(UserFactory())
    desk = client.get(reverse("desk:today"))

    assert "no-store" not in public.get("Cache-Control", "")
    assert desk["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("deploy", "expected"),
    [(False, ["pup_portal.W001"]), (True, ["pup_portal.W001", "pup_portal.E001"])],
)
def test_application_that_owns_its_tables_is_told_of(settings, deploy, expected):
    settings.DATABASE_ROLE = settings.DATABASE_OWNER["USER"]

    found = run_checks(tags=[django_checks.Tags.security], include_deployment_checks=deploy)

    assert [message.id for message in found if message.id.startswith("pup_portal")] == expected


def test_two_roles_are_fine():
    found = run_checks(tags=[django_checks.Tags.security], include_deployment_checks=True)

    assert not [message for message in found if message.id.startswith("pup_portal")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE messaging_message",
        "ALTER TABLE messaging_message DROP CONSTRAINT message_key_fits_a_header",
        "ALTER TABLE messaging_message DISABLE TRIGGER ALL",
        "CREATE TABLE mine (id int)",
        "SET session_replication_role = replica",
    ],
)
def test_application_may_not_touch_the_structure(statement):
    with connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_application_may_not_empty_a_table(settings):
    """Outside of tests, which Django empties that way; their grant is taken back here for a moment."""
    role = settings.DATABASE_ROLE
    try:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(f"REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM {role}")
            grant_to_application()

        with connection.cursor() as cursor, pytest.raises(ProgrammingError):
            cursor.execute("TRUNCATE messaging_delivery")
    finally:
        with as_owner():
            grant_to_application(truncate=True)

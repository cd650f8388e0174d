"""Whoever tries to get round a rule leaves a named line in the log, without what they typed."""

import json

import pytest
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.permissions import Role
from pup_portal import outbound
from pup_portal.callers import network_of
from pup_portal.errors import not_logged
from pup_portal.logging import configure
from pup_portal.security_events import ALARMING, MEANINGS, SecurityEvent
from pup_portal.uploads import BadUpload, cleaned
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.pup_portal.urls")]

TYPED = "Hanna-Planted"


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False, enforce_csrf_checks=True, REMOTE_ADDR="198.51.100.77")


@pytest.fixture
def told(written_log):
    def read():
        lines = [json.loads(line) for line in written_log.getvalue().splitlines()]
        return [line for line in lines if line["logger"] == "security" and line["event"] != "signed_in"]

    yield read
    assert TYPED not in written_log.getvalue()


def sign_in(visitor, role):
    user = UserFactory(role=role)
    visitor.force_login(user)
    return user


def test_page_refused_to_a_role_is_told_with_the_member_and_the_network(visitor, told):
    user = sign_in(visitor, Role.BROKER)

    visitor.get(reverse("accounts:staff-list"), {"q": TYPED})

    [line] = told()
    assert (line["event"], line["level"], line["member"]) == ("act_refused", "warning", user.pk)
    assert (line["page"], line["network"]) == ("accounts:staff-list", "198.51.100.0/24")


def test_record_refused_is_told_and_the_access_log_knows_the_person(visitor, told):
    person = ClientFactory(state="archived")
    sign_in(visitor, Role.BROKER)

    visitor.get(reverse("registration:client-reveal", args=[person.public_id]))

    assert [line["event"] for line in told()] == ["act_refused", "record_refused"]


def test_form_from_elsewhere_is_told(visitor, told):
    visitor.post("/form/", {"name": TYPED})

    assert [line["event"] for line in told()] == ["foreign_form"]


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        (lambda visitor: visitor.get(f"/misunderstand/?q={TYPED}"), "BadRequest"),
        (lambda visitor: visitor.get("/pl/", headers={"Host": f"{TYPED}.example.org"}), "DisallowedHost"),
    ],
)
def test_malformed_request_is_told_with_its_kind(visitor, settings, told, ask, kind):
    settings.ALLOWED_HOSTS = ["testserver"]

    ask(visitor)

    assert [(line["event"], line["kind"]) for line in told()] == [("malformed_request", kind)]


def test_limit_is_told_with_the_page(visitor, told):
    for _ in range(31):
        visitor.get(reverse("security:invitation", args=[TYPED]))

    assert [(line["event"], line["page"]) for line in told()] == [("limit_hit", "security:invitation")]


def test_broken_rule_is_told_with_its_name(visitor, told):
    answer = visitor.get(f"/break-a-rule/?name={TYPED}")

    assert answer.status_code == 409
    assert [(line["event"], line["kind"]) for line in told()] == [("rule_broken", "Broken")]


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00 a program", b"<svg onload='alert(1)'/>"])
def test_refused_file_is_told_without_its_name(told, content):
    with pytest.raises(BadUpload):
        cleaned(ContentFile(content, name=f"{TYPED}.pdf"))

    assert [(line["event"], line["kind"]) for line in told()] == [("file_refused", "BadUpload")]


def test_host_nobody_has_named_is_told_without_its_address(told):
    with pytest.raises(outbound.NotAllowed):
        outbound.ask("GET", f"https://{TYPED}.example.org/?q={TYPED}")

    assert [line["event"] for line in told()] == ["outbound_refused"]


def test_page_that_could_not_be_logged_is_told(told):
    not_logged(RequestFactory().get("/"))

    assert [line["event"] for line in told()] == ["not_logged"]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.77", "198.51.100.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::ffff:198.51.100.77", "198.51.100.0/24"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_network_is_told_and_not_the_address(address, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_every_event_has_its_meaning():
    assert set(MEANINGS) == set(SecurityEvent)
    assert set(SecurityEvent) > ALARMING


def test_quiet_log_still_tells_of_sign_ins():
    assert configure(level="ERROR", for_people=False)["loggers"]["security"] == {"level": "INFO"}


# --- plain HTTP ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/api/v1/offers", "/uk/offers/feed.atom", "/pl/meetings/calendar.ics"])
def test_program_over_plain_http_is_refused_and_not_redirected(client, settings, told, path):
    settings.SECURE_SSL_REDIRECT = True

    plain = client.get(path)
    encrypted = client.get(path, secure=True)

    assert (plain.status_code, plain.json()) == (403, {"error": "Ask over HTTPS."})
    assert encrypted.status_code == 200
    assert [line["event"] for line in told()] == ["plain_http_refused"]


@pytest.mark.parametrize("path", ["/", "/uk/offers/", "/pl/desk/", "/pl/accounts/login/"])
def test_page_over_plain_http_leads_to_https(client, settings, path):
    settings.SECURE_SSL_REDIRECT = True

    answer = client.get(path)

    assert (answer.status_code, answer["Location"]) == (301, f"https://testserver{path}")

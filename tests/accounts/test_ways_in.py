"""No way in is weaker than the others: links end, a reset skips nothing, changing how one signs in asks for proof."""

import re
import time
from datetime import timedelta
from math import log2

import pytest
from allauth.account.internal.flows import login
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import auth as recovery_codes
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import sessions
from accounts.permissions import Role
from messaging.models import Message
from tests.accounts.sign_in import code_of, give_application, give_code, give_password, make_member
from tests.factories import UserFactory
from tests.test_access import NAMES

pytestmark = pytest.mark.django_db

DESK = "/en/desk/"
NEW = "sto-niebieskich-kruków"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.CONFIRMATION_REQUIRED = True


def asked_link(client, member):
    client.post("/en/accounts/password/reset/", {"email": member.email})
    return re.search(r"https?://[^/]+(/\S+)", Message.objects.latest("pk").body).group(1)


def choose(client, link, password=NEW):
    """Open the link as a browser does, and send the form that stands behind it."""
    page = client.get(link, follow=True)
    where = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(where, {"password1": password, "password2": password})


# --- the link from an e-mail ---------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (61, False)])
def test_reset_link_ends_after_an_hour(client, monkeypatch, minutes, works):
    member = make_member()
    link = asked_link(client, member)
    later = timezone.make_naive(timezone.now()) + timedelta(minutes=minutes)
    monkeypatch.setattr(
        "django.contrib.auth.tokens.PasswordResetTokenGenerator._now",
        lambda self: later.replace(tzinfo=None),
    )

    choose(client, link)

    member.refresh_from_db()
    assert member.check_password(NEW) is works


def test_reset_link_works_once_and_not_after_the_password_has_changed(client):
    member = make_member()
    first, second = asked_link(client, member), asked_link(client, member)
    choose(client, first)

    choose(type(client)(), first, "tysiąc-białych-kruków")
    choose(type(client)(), second, "tysiąc-białych-kruków")

    member.refresh_from_db()
    assert member.check_password(NEW)


def test_reset_does_not_skip_the_second_factor(client):
    member = make_member()
    secret = give_application(member)

    choose(client, asked_link(client, member))
    after_reset = client.get(DESK)
    after_password = give_password(client, password=NEW)
    between = client.get(DESK)
    after_code = give_code(client, code_of(secret))

    assert after_reset.url.startswith("/en/accounts/login/")
    assert after_password.url == "/en/accounts/2fa/authenticate/"
    assert between.url.startswith("/en/accounts/login/")
    assert after_code.url == DESK


def test_reset_removes_no_factor(client):
    member = make_member()
    give_application(member)
    before = list(Authenticator.objects.values_list("pk", "type"))

    choose(client, asked_link(client, member))

    assert list(Authenticator.objects.values_list("pk", "type")) == before


# --- proof before a change -----------------------------------------------------------------------


# The password's own page asks for the old one in its form.
@pytest.mark.parametrize(
    "name",
    [
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
        "mfa_edit_webauthn",
        "mfa_generate_recovery_codes",
        "security:sessions-end-others",
    ],
)
def test_old_proof_changes_nothing_of_how_one_signs_in(client, name):
    key = signed_in_long_ago(client)
    before = factors()

    answer = client.post(
        reverse(name, kwargs={"pk": key.pk} if name.endswith(("remove_webauthn", "edit_webauthn")) else {}),
        {"code": "000000", "name": "Mine", "credential": "{}"},
    )

    assert answer.status_code == 302
    assert answer.url.startswith("/en/accounts/reauthenticate/")
    assert factors() == before


@pytest.mark.parametrize("name", ["mfa_view_recovery_codes", "mfa_download_recovery_codes"])
def test_old_proof_shows_no_recovery_codes(client, name):
    signed_in_long_ago(client)

    answer = client.get(reverse(name))

    assert answer.status_code == 302
    assert answer.url.startswith("/en/accounts/reauthenticate/")


def test_list_of_these_pages_is_whole():
    """A page of allauth's that changes something must be named above, or be one of signing in and of reading."""
    others = {
        "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_list_webauthn",
    }  # fmt: skip
    tested = test_old_proof_changes_nothing_of_how_one_signs_in.pytestmark[0].args[1]
    shown = test_old_proof_shows_no_recovery_codes.pytestmark[0].args[1]

    assert {name for name in NAMES if name.startswith("mfa_")} - others == {
        name for name in [*tested, *shown] if name.startswith("mfa_")
    }


@pytest.mark.parametrize("name", ["accounts:staff-edit", "accounts:staff-recover"])
def test_administrator_proves_who_it_is_before_changing_anothers_address(client, name):
    administrator, other = UserFactory(role=Role.ADMINISTRATOR), make_member()
    client.force_login(administrator)
    session = client.session
    session[sessions.PROVED] = True
    session.save()

    answer = client.post(reverse(name, args=[other.public_id]), {"email": "thief@example.org"})

    other.refresh_from_db()
    assert answer.url.startswith("/en/accounts/reauthenticate/")
    assert other.email == "olena@example.org"


def signed_in_long_ago(client):
    member = make_member()
    secret = give_application(member)
    key, _other = (WebAuthn.add(member, name, {}).instance for name in ("Key 1", "Key 2"))
    give_password(client)
    give_code(client, code_of(secret))
    session = client.session
    old = time.time() - configured.CONFIRMATION_SECONDS - 1
    records = session[login.AUTHENTICATION_METHODS_SESSION_KEY]
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [record | {"at": old} for record in records]
    session.save()
    return key


def factors():
    """All but when they were last used."""
    return list(Authenticator.objects.order_by("pk").values_list("pk", "type", "data"))


def test_parallel_sessions_live_side_by_side(settings):
    """Any number, as docs/security.md says; none is ended for a newer one."""
    settings.SECOND_FACTOR_REQUIRED = False
    member, browsers = make_member(), [Client() for _ in range(12)]

    for browser in browsers:
        browser.force_login(member)

    assert [browser.get(DESK).status_code for browser in browsers] == [200] * 12


# --- recovery codes ------------------------------------------------------------------------------


def test_recovery_codes_are_too_many_to_guess():
    """All ten together leave 29 bits; the standard asks for 20, and five guesses in five minutes are allowed."""
    member = make_member()
    give_application(member)

    codes = RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).generate_codes()

    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"[0-9]{10}", code) for code in codes)
    assert log2(10**10 / len(codes)) > 29


def test_secrets_come_from_the_systems_generator(monkeypatch):
    """Both seeds are what ``secrets`` gives: 320 bits for the codes, 160 for the application."""
    drawn = []
    real = recovery_codes.secrets.token_bytes  # token_hex asks it, too
    monkeypatch.setattr(recovery_codes.secrets, "token_bytes", lambda size: drawn.append(size) or real(size))

    seeds = {recovery_codes.RecoveryCodes.generate_seed() for _ in range(20)}
    secrets = {totp.generate_totp_secret() for _ in range(20)}

    assert (len(seeds), len(secrets)) == (20, 20)
    assert drawn == [40] * 20 + [20] * 20

"""Every step of signing in leaves a line by which the office sees somebody trying, and none that tells a secret."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings as configured
from django.urls import reverse

from accounts import services
from accounts.permissions import Role
from accounts.sessions import STARTED
from tests.accounts.sign_in import PASSWORD, code_of, give_application, give_code, give_password, make_member
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SOURCE = "198.51.100.77"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.CONFIRMATION_REQUIRED = True


def told(written_log):
    """The security events, each with what it says beside the clockwork of the log."""
    lines = [json.loads(line) for line in written_log.getvalue().splitlines()]
    hidden = {"logger", "level", "timestamp", "request_id", "user_id"}
    return [
        {name: value for name, value in line.items() if name not in hidden}
        for line in lines
        if line["logger"] == "security"
    ]


def names(written_log):
    return [line["event"] for line in told(written_log)]


def test_good_sign_in_is_told_step_by_step(client, written_log):
    member = make_member()
    secret = give_application(member)

    give_password(client, REMOTE_ADDR=SOURCE)
    give_code(client, code_of(secret))

    about = {"member": member.pk, "page": "account_login", "network": "198.51.100.0/24"}
    first, *others = told(written_log)
    assert first == {"event": "factor_accepted", "factor": "password"} | about
    assert [(line["event"], line.get("factor"), line["member"]) for line in others] == [
        ("factor_accepted", "totp", member.pk),
        ("signed_in", None, member.pk),
    ]


def test_wrong_password_is_told_with_the_account_and_the_network(client, written_log):
    member = make_member()

    give_password(client, password="wrong-password-1", REMOTE_ADDR=SOURCE)

    assert told(written_log) == [
        {
            "event": "factor_refused",
            "factor": "password",
            "member": member.pk,
            "page": "account_login",
            "network": "198.51.100.0/24",
        }
    ]


def test_name_that_is_nobodys_is_not_quoted(client, written_log):
    give_password(client, "trzy-zielone-krowy-typed-into-the-wrong-field", "and-another-secret")

    [line] = told(written_log)
    assert (line["event"], line["member"]) == ("factor_refused", None)
    assert not [word for word in ("krowy", "another-secret", "127.0.0.1") if word in written_log.getvalue()]


@pytest.mark.parametrize("again", [False, True], ids=["wrong", "used"])
def test_refused_code_is_told(client, written_log, again):
    member = make_member()
    secret = give_application(member)
    code = code_of(secret) if again else code_of(secret, steps=50)
    if again:
        give_password(client)
        give_code(client, code)
        client.post(reverse("account_logout"))
        Authenticator.objects.update(last_used_at=None)
    give_password(client)

    give_code(client, code)

    line = told(written_log)[-1]
    assert (line["event"], line["factor"], line["member"]) == ("factor_refused", "totp", member.pk)
    assert code not in written_log.getvalue()


def test_recovery_code_is_told_as_such(client, written_log):
    member = make_member()
    give_application(member)
    codes = RecoveryCodes(Authenticator.objects.get(user=member, type="recovery_codes")).get_unused_codes()
    give_password(client)

    give_code(client, codes[0])

    assert ("factor_accepted", "recovery_codes") in [
        (line["event"], line.get("factor")) for line in told(written_log)
    ]
    assert codes[0] not in written_log.getvalue()


@pytest.mark.parametrize(
    "credential", ["[1]", '"x"', '{"id": "x"}', '{"id": "AAAA", "rawId": "AAAA", "type": "public-key"}']
)
def test_refused_passkey_is_told(client, written_log, credential):
    member = make_member()
    give_application(member)
    give_password(client)
    client.get("/en/accounts/2fa/authenticate/")

    client.post("/en/accounts/2fa/authenticate/", {"credential": credential})

    line = told(written_log)[-1]
    assert (line["event"], line["factor"], line["member"]) == ("factor_refused", "webauthn", member.pk)


@pytest.mark.parametrize(
    "credential", ['{"id": "x"}', "[1]", '"x"', '{"id": "AAAA", "rawId": "AAAA", "type": "public-key"}']
)
def test_passkey_that_is_none_is_not_added(client, credential):
    make_member()
    give_password(client)
    client.get("/en/accounts/2fa/webauthn/add/")

    response = client.post("/en/accounts/2fa/webauthn/add/", {"name": "Key", "credential": credential})

    assert response.status_code == 200
    assert not Authenticator.objects.exists()


def test_sixth_guess_is_told_as_stopped(client, written_log):
    make_member()
    for _ in range(6):
        give_password(client, password="wrong-password-1")

    assert names(written_log) == ["factor_refused"] * 5 + ["attempts_stopped"]


def test_flood_of_sign_ins_is_told(client, settings, written_log):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    give_password(client, "nobody")

    give_password(client, "nobody")

    assert names(written_log) == ["factor_refused", "limit_hit"]


def test_proof_before_a_sensitive_act_is_told_good_and_bad(client, written_log):
    member = make_member()
    secret = give_application(member)
    give_password(client)
    give_code(client, code_of(secret))
    before = len(told(written_log))

    client.post("/en/accounts/reauthenticate/", {"password": "wrong-password-1"})
    client.post("/en/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/en/accounts/2fa/reauthenticate/", {"code": "000000"})

    after = [(line["event"], line["factor"], line["member"]) for line in told(written_log)[before:]]
    assert after == [
        ("confirmation_refused", "password", member.pk),
        ("confirmed", "password", member.pk),
        ("confirmation_refused", "totp", member.pk),
    ]


def test_change_of_how_one_signs_in_is_told(client, written_log, django_capture_on_commit_callbacks):
    member = make_member()
    give_password(client)
    secret = client.get("/en/accounts/2fa/totp/activate/").context["form"].secret
    new = {"password1": "sto-niebieskich-krów", "password2": "sto-niebieskich-krów"}

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/accounts/2fa/totp/activate/", {"code": code_of(secret)})
        client.post("/en/accounts/2fa/recovery-codes/generate/")
    client.post("/en/accounts/password/change/", {"oldpassword": PASSWORD} | new)
    client.post("/en/accounts/password/reset/", {"email": member.email})
    client.post(reverse("account_logout"))

    assert [(line["event"], line.get("factor") or line.get("how")) for line in told(written_log)] == [
        ("factor_accepted", "password"),
        ("signed_in", None),
        ("factor_added", "totp"),
        ("factor_added", "recovery_codes"),
        ("recovery_codes_renewed", None),
        ("password_changed", "changed"),
        ("password_reset_asked", None),
        ("signed_out", None),
    ]
    assert not [word for word in (PASSWORD, "krów", member.email, "olena") if word in written_log.getvalue()]


def test_too_long_session_is_told(client, written_log):
    member = make_member()
    secret = give_application(member)
    give_password(client)
    give_code(client, code_of(secret))
    client.get("/en/desk/")
    session = client.session
    session[STARTED] -= configured.SESSION_ABSOLUTE_SECONDS + 1
    session.save()

    client.get("/en/desk/")

    assert names(written_log)[-2:] == ["session_too_long", "signed_out"]


def test_what_administrators_do_to_accounts_is_told(written_log):
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    member = services.add_staff(
        username="inna", full_name="Inna Planted", role=Role.BROKER, email="inna@example.org"
    )

    services.change_staff(member=member, role=Role.ADVISER)
    services.change_staff(member=member, role=Role.ADVISER)
    _invitation, token = services._new_invitation(member=member, by=administrator)
    services.accept_invitation(token=token, password=PASSWORD)
    services.recover(member=member, by=administrator, reason="lost", second_factor=True, password=False)
    services.end_all_sessions(member=member, by=administrator)

    assert [(line["event"], line["member"]) for line in told(written_log)] == [
        (event, member.pk)
        for event in (
            "account_added",
            "account_changed",
            "invited",
            "invitation_used",
            "account_recovered",
            "sessions_ended",
        )
    ]
    assert told(written_log)[1]["fields"] == ["role"]
    assert not [word for word in ("Planted", "inna@", token, PASSWORD) if word in written_log.getvalue()]

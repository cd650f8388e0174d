"""Nobody reaches the desk by a password alone."""

import time
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.core.cache import cache
from django.urls import reverse

from accounts.permissions import Role
from accounts.second_factor import reseal
from messaging.models import Message
from pup_portal.encryption import key_of, writing_key
from pup_portal.sealed_columns import elsewhere
from tests.accounts.sign_in import PASSWORD, code_of, give_application, give_code, give_password, make_member

pytestmark = pytest.mark.django_db

DESK = "/en/desk/"
SET_UP = "/en/accounts/security/second-factor/"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.CONFIRMATION_REQUIRED = True


def give_key(member, name="Key 1"):
    return WebAuthn.add(member, name, {}).instance


def test_password_alone_leads_to_setting_up_and_nowhere_else(client):
    make_member()
    give_password(client)

    refused = [client.get(path) for path in (DESK, "/en/desk/clients/", "/en/accounts/security/")]
    posted = client.post("/en/desk/clients/new/", {})

    assert {response.url for response in [*refused, posted]} == {SET_UP}
    page = client.get(SET_UP)
    assert "One more step" in page.content.decode()


@pytest.mark.parametrize(
    "path", ["/en/accounts/2fa/totp/activate/", "/en/accounts/2fa/webauthn/add/", "/en/", "/livez"]
)
def test_setting_up_and_public_pages_stay_open(client, path):
    make_member()
    give_password(client)

    response = client.get(path, follow=True)

    assert response.status_code == 200
    assert SET_UP not in [url for url, _status in response.redirect_chain]


def test_part_of_a_page_makes_the_browser_go_to_setting_up(client):
    make_member()
    give_password(client)

    response = client.get(DESK, headers={"HX-Request": "true"})

    assert (response.status_code, response["HX-Redirect"]) == (204, SET_UP)


def test_application_is_set_up_and_opens_the_desk(client, django_capture_on_commit_callbacks):
    make_member()
    give_password(client)
    secret = client.get("/en/accounts/2fa/totp/activate/").context["form"].secret

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/en/accounts/2fa/totp/activate/", {"code": code_of(secret)})

    codes = client.get(response.url)
    assert len(codes.context["unused_codes"]) == 10
    assert client.get(DESK).status_code == 200
    told = Message.objects.get(body__contains="application with codes was added")
    assert told.to_address == "olena@example.org"


def test_wrong_code_sets_up_nothing(client):
    member = make_member()
    give_password(client)
    secret = client.get("/en/accounts/2fa/totp/activate/").context["form"].secret

    response = client.post("/en/accounts/2fa/totp/activate/", {"code": code_of(secret, steps=50)})

    assert "code" in response.context["form"].errors
    assert not Authenticator.objects.filter(user=member).exists()


def test_other_session_that_only_gave_the_password_ends_when_one_is_set_up(client):
    make_member()
    thief = type(client)()
    give_password(thief)
    give_password(client)
    secret = client.get("/en/accounts/2fa/totp/activate/").context["form"].secret

    client.post("/en/accounts/2fa/totp/activate/", {"code": code_of(secret)})

    assert client.get(DESK).status_code == 200
    assert "/accounts/login/" in thief.get(DESK).url


def test_session_from_before_the_rule_has_to_sign_in_again(client):
    member = make_member()
    give_application(member)
    client.force_login(member)

    response = client.get(DESK)

    assert response.url == "/en/accounts/login/"
    assert "_auth_user_id" not in client.session


def test_code_opens_the_desk_and_the_password_alone_does_not(client):
    secret = give_application(make_member())

    after_password = give_password(client)
    desk = client.get(DESK)
    after_code = give_code(client, code_of(secret))

    assert after_password.url == "/en/accounts/2fa/authenticate/"
    assert desk.url.startswith("/en/accounts/login/")
    assert after_code.url == DESK
    assert client.get(DESK).status_code == 200


def test_session_gets_a_new_key_with_the_code(client):
    secret = give_application(make_member())
    give_password(client)
    before = client.session.session_key

    give_code(client, code_of(secret))

    assert client.session.session_key != before


def test_session_gets_a_new_key_when_a_factor_is_set_up(client):
    make_member()
    give_password(client)
    secret = client.get("/en/accounts/2fa/totp/activate/").context["form"].secret
    before = client.session.session_key

    client.post("/en/accounts/2fa/totp/activate/", {"code": code_of(secret)})

    assert client.session.session_key != before


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_clock_may_be_half_a_minute_wrong(client, steps, monkeypatch):
    begun = time.time()
    for module in ("allauth.mfa.totp.internal.auth", "tests.accounts.sign_in"):
        monkeypatch.setattr(f"{module}.time", SimpleNamespace(time=lambda: begun))
    secret = give_application(make_member())
    give_password(client)

    assert give_code(client, code_of(secret, steps=steps)).status_code == 302


@pytest.mark.parametrize("steps", [-3, 3])
def test_old_or_future_code_is_refused(client, steps):
    secret = give_application(make_member())
    give_password(client)

    response = give_code(client, code_of(secret, steps=steps))

    assert "The code is not right" in response.content.decode()
    assert client.get(DESK).status_code == 302


def test_code_opens_once_also_when_allauth_has_forgotten_it(client):
    member = make_member()
    secret = give_application(member)
    code = code_of(secret)
    give_password(client)
    give_code(client, code)
    cache.delete(f"allauth.mfa.totp.used?user={member.pk}&code={code}")  # it remembers for 30 seconds only
    other = type(client)()
    give_password(other)

    response = give_code(other, code)

    assert "it was used already" in response.content.decode()
    assert other.get(DESK).status_code == 302


def test_recovery_code_opens_once(client):
    member = make_member()
    give_application(member)
    code = RecoveryCodes.activate(member).get_unused_codes()[0]
    give_password(client)
    first = give_code(client, code)
    other = type(client)()
    give_password(other)

    second = give_code(other, code)

    assert first.url == DESK
    assert second.status_code == 200
    assert len(RecoveryCodes.activate(member).get_unused_codes()) == 9


def test_sixth_wrong_code_must_wait_even_with_the_right_one(client):
    secret = give_application(make_member())
    give_password(client)
    for _ in range(5):
        give_code(client, "000000")

    response = give_code(client, code_of(secret))

    assert "Wait five minutes" in response.content.decode()


def test_recovery_codes_are_shown_once(client):
    secret = give_application(make_member())
    give_password(client)
    give_code(client, code_of(secret))
    path = "/en/accounts/2fa/recovery-codes/"

    first, second = client.get(path), client.get(path)

    assert first.context["can_view_codes"]
    assert not second.context["can_view_codes"]
    assert first.context["unused_codes"][0] not in second.content.decode()
    assert client.get(path + "download/").status_code == 403


def test_new_recovery_codes_replace_the_old(client):
    member = make_member()
    secret = give_application(member)
    old = RecoveryCodes.activate(member).get_unused_codes()
    give_password(client)
    give_code(client, code_of(secret))

    page = client.get("/en/accounts/2fa/recovery-codes/generate/")
    client.post("/en/accounts/2fa/recovery-codes/generate/")

    assert "will stop working" in page.content.decode()
    assert not set(old) & set(RecoveryCodes.activate(member).get_unused_codes())


def test_only_factor_cannot_be_removed(client):
    member = make_member()
    secret = give_application(member)
    give_password(client)
    give_code(client, code_of(secret))

    page = client.get("/en/accounts/2fa/totp/deactivate/")
    client.post("/en/accounts/2fa/totp/deactivate/")

    assert "This is your only second factor" in page.content.decode()
    assert Authenticator.objects.filter(user=member, type="totp").exists()


def test_one_of_two_factors_can_be_removed(client):
    member = make_member()
    secret = give_application(member)
    key = give_key(member)
    give_password(client)
    give_code(client, code_of(secret))

    client.post("/en/accounts/2fa/totp/deactivate/")
    last = client.post(f"/en/accounts/2fa/webauthn/keys/{key.pk}/remove/", follow=True)

    assert [one.type for one in Authenticator.objects.filter(user=member).exclude(type="recovery_codes")] == [
        "webauthn"
    ]
    assert "This is your only second factor" in last.content.decode()


def test_one_of_two_keys_is_renamed_and_removed(client):
    member = make_member()
    secret = give_application(member)
    key = give_key(member)
    give_password(client)
    give_code(client, code_of(secret))
    where = f"/en/accounts/2fa/webauthn/keys/{key.pk}/"

    client.post(where + "edit/", {"name": "Office key"})
    listed = client.get("/en/accounts/2fa/webauthn/", follow=True).content.decode()
    asked = client.get(where + "remove/").content.decode()
    client.post(where + "remove/")

    assert "Office key" in listed
    assert "Office key" in asked
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_key_of_another_person_is_not_found(client):
    secret = give_application(make_member())
    theirs = give_key(make_member(username="inna", email="inna@example.org"))
    give_password(client)
    give_code(client, code_of(secret))

    for what in ("edit", "remove"):
        assert (
            client.post(f"/en/accounts/2fa/webauthn/keys/{theirs.pk}/{what}/", {"name": "x"}).status_code
            == 404
        )
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_demonstration_needs_no_factor_and_says_so_on_every_page(client, settings):
    settings.SECOND_FACTOR_REQUIRED, settings.DEMO = False, True
    make_member(role=Role.ADMINISTRATOR)
    pages = [client.get("/en/accounts/login/"), client.get("/en/", follow=True)]
    give_password(client)
    pages += [client.get(path, follow=True) for path in (DESK, "/en/accounts/security/", "/en/desk/nowhere/")]

    words = "Signing in needs no second step"
    assert [page.request["PATH_INFO"] for page in pages if words not in page.content.decode()] == []
    assert pages[2].status_code == 200


def test_settings_tie_the_rule_to_the_demonstration(settings):
    source = (settings.BASE_DIR / "pup_portal/settings.py").read_text()

    assert "SECOND_FACTOR_REQUIRED = not DEMO\n" in source


def test_database_keeps_no_readable_secret():
    member = make_member()
    secret = give_application(member)

    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored
    assert stored.count(f"v1:{writing_key()}:") == 2


def test_change_of_keys_seals_secrets_again_once(settings):
    member = make_member()
    secret = give_application(member)
    settings.FIELD_KEYS = {"test2": b"another-key-of-32-bytes-01234567"} | settings.FIELD_KEYS

    counts = [reseal(), reseal()]

    stored = Authenticator.objects.get(user=member, type="totp")
    assert counts == [2, 0]
    assert key_of(stored.data["secret"]) == "test2"
    assert stored.wrap().validate_code(code_of(secret))


def test_rotation_of_keys_knows_of_the_secrets():
    assert elsewhere()["mfa_authenticator"] == reseal


def test_own_page_shows_what_there_is(client):
    member = make_member()
    secret = give_application(member)
    give_key(member, "Blue key")
    give_password(client)
    give_code(client, code_of(secret))

    page = client.get(reverse("security:index")).content.decode()

    assert "Blue key" in page
    assert "10 unused codes are left" in page
    assert client.get(SET_UP).status_code == 302


def test_sensitive_act_may_be_confirmed_with_a_code(client, settings):
    settings.CONFIRMATION_SECONDS = 0
    member = make_member(role=Role.ADMINISTRATOR)
    secret = give_application(member)
    give_password(client)
    give_code(client, code_of(secret))
    asked = client.get("/en/desk/settings/staff/new/")
    other_way = client.get(asked.url).context["reauthentication_alternatives"][0]
    settings.CONFIRMATION_SECONDS = 600

    wrong = client.post(other_way["url"], {"code": "000000"})
    right = client.post(
        other_way["url"], {"code": code_of(secret, steps=1), "next": "/en/desk/settings/staff/new/"}
    )

    assert "code" in wrong.context["form"].errors
    assert right.url == "/en/desk/settings/staff/new/"
    assert client.get(right.url).status_code == 200


def test_sensitive_act_may_be_confirmed_with_the_password(client, settings):
    settings.CONFIRMATION_SECONDS = 0
    secret = give_application(make_member(role=Role.ADMINISTRATOR))
    give_password(client)
    give_code(client, code_of(secret))
    asked = client.get("/en/desk/settings/staff/new/")
    settings.CONFIRMATION_SECONDS = 600

    wrong = client.post(asked.url, {"password": "wrong"})
    right = client.post(asked.url, {"password": PASSWORD})

    assert "The password is not right" in wrong.content.decode()
    assert right.url == "/en/desk/settings/staff/new/"

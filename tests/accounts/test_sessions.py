"""Sessions end: by themselves in time, by their owner, by the administrator, with the account."""

import time

import pytest
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from accounts.models import Recovery, User
from accounts.permissions import Role
from accounts.services import change_staff, recover
from messaging.models import Message
from tests.accounts.sign_in import PASSWORD, code_of, give_application, give_code, give_password, make_member
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

DESK = "/en/desk/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def administrator(client):
    user = UserFactory(role=Role.ADMINISTRATOR, full_name="Ada Administrator", email="ada@example.org")
    client.force_login(user)
    return user


def signed_in(client, **headers):
    other = type(client)()
    give_password(other, **headers)
    return other


def is_in(client):
    return client.get(DESK).status_code == 200


def age(client, seconds):
    """Let the session of ``client`` have begun so long ago."""
    session = client.session
    session["signed_in_at"] = time.time() - seconds
    session.save()


@pytest.mark.parametrize(("hours", "stays"), [(11.9, True), (12.1, False)])
def test_session_ends_twelve_hours_after_signing_in(client, hours, stays):
    make_member()
    give_password(client)
    client.get(DESK)
    age(client, hours * 3600)

    response = client.get(DESK)

    assert (response.status_code == 200) == stays
    if not stays:
        assert "/accounts/login/" in response.url
        assert "your working day here was long" in client.get(response.url).content.decode()


def test_clicking_does_not_start_the_twelve_hours_again(client):
    make_member()
    give_password(client)
    client.get(DESK)
    age(client, 3600)

    client.get(DESK)

    assert time.time() - client.session["signed_in_at"] > 3599


def test_idle_session_ends_after_an_hour(client, settings):
    make_member()
    give_password(client)

    assert settings.SESSION_COOKIE_AGE == 3600
    assert settings.SESSION_SAVE_EVERY_REQUEST
    assert client.session.get_expiry_age() == 3600
    assert client.cookies["session"]["max-age"] == ""  # gone with the browser


def test_own_sessions_are_listed_and_signed_out_one_by_one(client):
    make_member()
    give_password(client)
    other = signed_in(client, headers={"user-agent": FIREFOX})
    other.get(DESK)
    listed = client.get(reverse("security:index")).context["sessions"]
    theirs = next(session for session in listed if not session.is_current)

    client.post(reverse("security:session-end"), {"session": theirs.handle})

    assert (len(listed), theirs.browser, theirs.address) == (2, "Firefox, Windows", "127.0.0.1")
    assert is_in(client)
    assert not is_in(other)


def test_session_of_another_person_cannot_be_ended(client):
    make_member()
    make_member(username="inna", email="inna@example.org")
    give_password(client, "inna")
    theirs = signed_in(client)
    own = theirs.get(reverse("security:index")).context["sessions"][0]

    client.post(reverse("security:session-end"), {"session": own.handle})

    assert is_in(theirs)


def test_all_others_are_signed_out_and_this_one_gets_a_new_key(client):
    make_member()
    give_password(client)
    others = [signed_in(client), signed_in(client)]
    before = client.session.session_key

    client.post(reverse("security:sessions-end-others"))

    assert is_in(client)
    assert [is_in(other) for other in others] == [False, False]
    assert client.session.session_key != before
    assert len(client.get(reverse("security:index")).context["sessions"]) == 1


def test_new_password_asks_for_the_old_one(client):
    make_member()
    give_password(client)
    typed = {"oldpassword": PASSWORD + "?", "password1": PASSWORD + "!", "password2": PASSWORD + "!"}

    client.post("/en/accounts/password/change/", typed)
    client.post("/en/accounts/password/change/", typed | {"oldpassword": ""})

    assert give_password(type(client)()).status_code == 302
    assert give_password(type(client)(), password=PASSWORD + "!").status_code == 200


def test_new_password_ends_the_others(client):
    make_member()
    give_password(client)
    other = signed_in(client)
    typed = {"oldpassword": PASSWORD, "password1": PASSWORD + "!", "password2": PASSWORD + "!"}

    client.post("/en/accounts/password/change/", typed)

    assert is_in(client)
    assert not is_in(other)
    assert len(client.get(reverse("security:index")).context["sessions"]) == 1
    assert "The password was changed." in Message.objects.latest("pk").body


def test_administrator_ends_all_sessions_of_a_person(client, administrator):
    member = make_member()
    theirs = [signed_in(client), signed_in(client)]
    unlisted = type(client)()
    unlisted.force_login(member)

    client.post(reverse("accounts:staff-sessions-end", args=[member.public_id]))

    assert [is_in(one) for one in [*theirs, unlisted]] == [False, False, False]
    assert not UserSession.objects.filter(user=member).exists()
    assert is_in(client)


def test_disabled_account_dies_at_once_and_stays_dead_when_enabled_again(client, administrator):
    member = make_member()
    theirs = signed_in(client)
    assert is_in(theirs)

    change_staff(member=member, is_active=False)
    ended = is_in(theirs)
    change_staff(member=member, is_active=True)

    assert not ended
    assert not is_in(theirs)


def test_change_of_role_holds_from_the_next_click(client, administrator):
    member = make_member(role=Role.COORDINATOR)
    theirs = signed_in(client)
    assert theirs.get("/en/desk/clients/").status_code == 200

    change_staff(member=member, role=Role.ADMINISTRATOR)

    assert theirs.get("/en/desk/clients/").status_code == 403


@pytest.mark.parametrize("count", [1, 20])
def test_own_page_query_count(client, django_assert_num_queries, count):
    make_member()
    give_password(client)
    for _ in range(count - 1):
        signed_in(client)
    client.get(reverse("security:index"))

    with django_assert_num_queries(
        8
    ):  # session, user, factors, sessions (2), office profile, session kept (2)
        response = client.get(reverse("security:index"))

    assert len(response.context["sessions"]) == count


# --- recovery in person --------------------------------------------------------------------------


def test_lost_phone_is_forgiven_in_person_and_written_down(client, administrator, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    member = make_member()
    secret = give_application(member)
    theirs = signed_in(client)
    give_code(theirs, code_of(secret))
    settings.SECOND_FACTOR_REQUIRED = False  # for the administrator of this test, who has none
    url = reverse("accounts:staff-recover", args=[member.public_id])

    response = client.post(url, {"reason": "Phone lost on the bus, she stood here", "second_factor": "on"})

    row = Recovery.objects.get()
    assert response.status_code == 302
    assert (row.member, row.recovered_by, row.removed_second_factor, row.removed_password) == (
        member,
        administrator,
        True,
        False,
    )
    assert not is_in(theirs)
    assert "removed your second factor" in Message.objects.latest("pk").body
    page = client.get(reverse("accounts:staff-edit", args=[member.public_id])).content.decode()
    assert "Phone lost on the bus" in page
    settings.SECOND_FACTOR_REQUIRED = True
    assert give_password(theirs).url == DESK
    assert theirs.get(DESK).url == "/en/accounts/security/second-factor/"


def test_lost_password_is_removed_and_a_new_link_is_mailed(client, administrator):
    member = make_member()
    url = reverse("accounts:staff-recover", args=[member.public_id])

    client.post(url, {"reason": "Forgot the password over the holidays", "password": "on"})

    member.refresh_from_db()
    assert not member.has_usable_password()
    assert Message.objects.filter(body__contains="/accounts/invitation/").count() == 1
    assert Message.objects.filter(body__contains="removed your password").count() == 1


@pytest.mark.parametrize(
    "typed",
    [
        {"reason": "", "second_factor": "on"},
        {"reason": "lost", "second_factor": "on"},
        {"reason": "Phone lost on the bus, she stood here"},
    ],
)
def test_recovery_needs_a_reason_and_something_lost(client, administrator, typed):
    member = make_member()

    response = client.post(reverse("accounts:staff-recover", args=[member.public_id]), typed)

    assert response.context["form"].errors
    assert not Recovery.objects.exists()


def test_recovery_of_a_disabled_person_changes_nothing(client, administrator):
    member = make_member(is_active=False)
    typed = {"reason": "Forgot the password over the holidays", "password": "on"}

    response = client.post(reverse("accounts:staff-recover", args=[member.public_id]), typed)

    assert "This person may not sign in" in response.content.decode()
    assert not Recovery.objects.exists()


@pytest.mark.parametrize("act", ["update", "delete"])
def test_recovery_stays_as_it_was_written(act):
    recover(member=make_member(), by=None, reason="Phone lost", second_factor=True, password=False)

    rows = Recovery.objects.all()
    write = {"update": lambda: rows.update(reason="other"), "delete": rows.delete}[act]

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        write()


def test_recovery_asks_who_sits_at_the_desk(client, administrator, settings):
    settings.CONFIRMATION_REQUIRED = True

    for name in ("staff-recover", "staff-edit"):
        response = client.get(reverse(f"accounts:{name}", args=[administrator.public_id]))
        assert "/accounts/reauthenticate/" in response.url
    invited = client.post(reverse("accounts:staff-invite", args=[administrator.public_id]))
    assert "/accounts/reauthenticate/" in invited.url


def test_only_administrator_is_let_in_again_from_the_console(client, capsys):
    member = make_member(role=Role.ADMINISTRATOR, email="")
    give_application(member)

    call_command("recover_administrator", "olena", "--reason", "Phone broken", "--password")

    path = capsys.readouterr().out.split("http://127.0.0.1:8000")[1].strip()
    client.post(path, {"password1": PASSWORD + "!", "password2": PASSWORD + "!"})
    assert give_password(client, password=PASSWORD + "!").url == DESK
    assert Recovery.objects.get().recovered_by is None


def test_console_leaves_the_password_when_only_the_phone_is_lost(client, capsys):
    give_application(make_member(role=Role.ADMINISTRATOR))

    call_command("recover_administrator", "olena", "--reason", "Phone broken")

    assert "invitation" not in capsys.readouterr().out
    assert give_password(client).url == DESK


@pytest.mark.parametrize("fields", [{"role": Role.ADVISER}, {"role": Role.ADMINISTRATOR, "is_active": False}])
def test_console_is_for_administrators_who_may_sign_in(fields):
    make_member(**fields)

    with pytest.raises(CommandError):
        call_command("recover_administrator", "olena", "--reason", "Phone broken", "--password")


def test_change_of_address_is_told_to_the_old_one(administrator):
    member = make_member()

    change_staff(member=member, email="new@example.org")

    assert Message.objects.get().to_address == "olena@example.org"
    assert User.objects.get(pk=member.pk).email == "new@example.org"

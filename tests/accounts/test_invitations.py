"""A new member of staff gets a link by e-mail, once, for three days, and sets a password with it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import Invitation, Recovery, User
from accounts.permissions import Role
from accounts.services import (
    Disabled,
    InvitationGone,
    NoAddress,
    accept_invitation,
    add_staff,
    invite,
    withdraw_invitation,
    working_invitation,
)
from messaging.delivery import deliver
from messaging.models import Message
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "trzy-zielone-krowy-2026"


@pytest.fixture
def administrator(client):
    user = UserFactory(role=Role.ADMINISTRATOR, full_name="Ada Administrator")
    client.force_login(user)
    return user


@pytest.fixture
def olena(administrator):
    return add_staff(
        username="olena",
        full_name="Ołena Próbna",
        role=Role.ADVISER,
        email="olena@example.org",
        language="uk",
    )


def link_in(message):
    return re.search(r"https?://[^/\s]+(/\S+)", message.body).group(1)


def token_in(message):
    return link_in(message).rstrip("/").rsplit("/", 1)[1]


def passwords(first=PASSWORD, second=PASSWORD):
    return {"password1": first, "password2": second}


def test_new_member_of_staff_sets_a_password_by_the_link_and_signs_in(client, administrator, olena):
    client.post(reverse("accounts:staff-invite", args=[olena.public_id]))
    message = Message.objects.get()
    theirs = type(client)()

    page = theirs.get(link_in(message))
    set_password = theirs.post(link_in(message), passwords())
    signed_in = theirs.post(reverse("account_login"), {"login": "olena", "password": PASSWORD})

    assert (message.to_address, message.language) == ("olena@example.org", "uk")
    assert link_in(message).startswith("/uk/accounts/invitation/")
    assert page.status_code == 200
    assert "olena" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert set_password.url == "/uk/accounts/login/"
    assert signed_in.status_code == 302
    assert theirs.get(reverse("desk:today")).status_code == 200


def test_link_is_built_from_our_address_and_not_from_the_request(client, administrator, olena, settings):
    settings.SITE_URL = "https://portal.example.org"

    client.post(reverse("accounts:staff-invite", args=[olena.public_id]), headers={"host": "evil.example"})

    assert "https://portal.example.org/uk/accounts/invitation/" in Message.objects.get().body


def test_link_works_once(client, administrator, olena):
    invite(member=olena, by=administrator)
    link = link_in(Message.objects.get())
    type(client)().post(link, passwords())

    again = type(client)().post(link, passwords("jeszcze-inne-slowa-99", "jeszcze-inne-slowa-99"))

    assert again.status_code == 404
    assert "This link no longer works" in type(client)().get(link.replace("/uk/", "/en/")).content.decode()
    olena.refresh_from_db()
    assert olena.check_password(PASSWORD)


def test_link_is_used_by_the_first_of_two(administrator, olena):
    invite(member=olena, by=administrator)
    token = token_in(Message.objects.get())
    accept_invitation(token=token, password=PASSWORD)

    with pytest.raises(InvitationGone):
        accept_invitation(token=token, password="jeszcze-inne-slowa-99")


def test_second_of_two_who_both_saw_the_form_is_told(client, administrator, olena, monkeypatch):
    invite(member=olena, by=administrator)
    token = token_in(Message.objects.get())
    found = working_invitation(token)
    accept_invitation(token=token, password=PASSWORD)
    monkeypatch.setattr("accounts.services.working_invitation", lambda token: found)  # a moment ago

    response = client.post(reverse("security:invitation", args=[token]), passwords())

    assert response.status_code == 404


@pytest.mark.parametrize(("hours", "works"), [(71.9, True), (72.1, False)])
def test_link_works_for_three_days(client, administrator, olena, hours, works):
    invite(member=olena, by=administrator)
    then = timezone.now() - timedelta(hours=hours)
    Invitation.objects.update(invited_at=then, expires_at=then + timedelta(hours=72))

    response = client.get(link_in(Message.objects.get()))

    assert response.status_code == (200 if works else 404)


def test_newer_link_replaces_the_older(client, administrator, olena):
    invite(member=olena, by=administrator)
    invite(member=olena, by=administrator)
    newer, older = Message.objects.order_by("-pk")

    statuses = [client.get(link_in(message)).status_code for message in (older, newer)]

    assert statuses == [404, 200]


def test_withdrawn_link_stops_working(client, administrator, olena):
    invite(member=olena, by=administrator)

    client.post(reverse("accounts:staff-invitation-withdraw", args=[olena.public_id]))
    withdraw_invitation(member=olena)

    assert client.get(link_in(Message.objects.get())).status_code == 404


@pytest.mark.parametrize("token", ["x%00.png", "%F0%9F%92%A3", "A" * 2000])
def test_no_such_link(client, administrator, token):
    client.force_login(administrator)

    assert client.get(f"/en/accounts/invitation/{token}/").status_code == 404


def test_link_of_a_disabled_person_stops_working(client, administrator, olena):
    invite(member=olena, by=administrator)
    User.objects.filter(pk=olena.pk).update(is_active=False)

    assert client.get(link_in(Message.objects.get())).status_code == 404


def test_database_keeps_no_token(administrator, olena):
    invite(member=olena, by=administrator)

    token = token_in(Message.objects.get())

    assert token not in str(Invitation.objects.values())
    assert len(token) >= 43


@pytest.mark.django_db(transaction=True)
def test_text_with_the_token_is_forgotten_once_it_is_sent():
    olena = UserFactory(email="olena@example.org")
    invite(member=olena, by=UserFactory(role=Role.ADMINISTRATOR))
    message = Message.objects.get()
    body = message.body

    deliver(message.pk)

    message.refresh_from_db()
    assert message.body == ""
    assert mail.outbox[0].body == body


def test_log_keeps_no_token(client, administrator, olena, written_log):
    client.post(reverse("accounts:staff-invite", args=[olena.public_id]))
    token = token_in(Message.objects.get())
    client.get(reverse("security:invitation", args=[token]))

    assert "invited" in written_log.getvalue()
    assert token not in written_log.getvalue()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (passwords("short-1", "short-1"), "password1"),
        (passwords("ołena-próbna-1", "ołena-próbna-1"), "password1"),
        (passwords("x" * 257, "x" * 257), "password1"),
        (passwords(PASSWORD, PASSWORD + "x"), "password2"),
        (passwords("", ""), "password1"),
    ],
)
def test_bad_password_is_told_and_the_link_still_works(client, administrator, olena, typed, field):
    invite(member=olena, by=administrator)
    link = link_in(Message.objects.get())

    response = client.post(link, typed)

    assert field in response.context["form"].errors
    assert client.get(link).status_code == 200


def test_disabled_person_gets_no_invitation(client, administrator):
    member = UserFactory(is_active=False, email="gone@example.org")

    with pytest.raises(Disabled):
        invite(member=member, by=administrator)
    response = client.post(reverse("accounts:staff-invite", args=[member.public_id]), follow=True)

    assert b"This person may not sign in" in response.content


def test_person_without_an_address_gets_no_invitation(administrator):
    with pytest.raises(NoAddress):
        invite(member=UserFactory(email=""), by=administrator)


def test_guessing_links_is_slowed_down(client, settings):
    url = reverse("security:invitation", args=["guess"])

    statuses = {client.get(url).status_code for _ in range(30)}

    assert statuses == {404}
    assert client.get(url).status_code == 429


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("none", "Send the invitation"),
        ("open", "An invitation was sent"),
        ("expired", "The last invitation has expired"),
    ],
)
def test_page_of_the_person_says_how_the_invitation_stands(client, administrator, olena, state, text):
    if state != "none":
        invite(member=olena, by=administrator)
    if state == "expired":
        Invitation.objects.update(
            invited_at=timezone.now() - timedelta(hours=80), expires_at=timezone.now() - timedelta(hours=8)
        )

    page = client.get(reverse("accounts:staff-edit", args=[olena.public_id])).content.decode()

    assert text in page


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("invitation_ends_after_it_starts", {"expires_at": timezone.now() - timedelta(days=9)}),
        ("invitation_ends_one_way", {"used_at": timezone.now(), "withdrawn_at": timezone.now()}),
        ("invitation_one_is_open", {}),
    ],
)
def test_database_refuses_broken_invitations(administrator, olena, constraint, values):
    invite(member=olena, by=administrator)
    fields = {"member": olena, "token_hash": "x", "expires_at": timezone.now() + timedelta(days=1)}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Invitation.objects.create(**fields | values)


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("recovery_has_a_reason", {"reason": "", "removed_password": True}),
        ("recovery_removes_something", {"reason": "Phone lost"}),
    ],
)
def test_database_refuses_broken_recoveries(constraint, values):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Recovery.objects.create(member=UserFactory(), **values)

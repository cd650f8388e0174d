import pytest
from django.core.management import call_command
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Role
from accounts.services import change_staff
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_first_administrator_is_made_by_the_command(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct-horse-battery")

    call_command("createsuperuser", "--noinput", username="ada", full_name="Ada Próbna")

    ada = User.objects.get()
    assert (ada.role, ada.check_password("correct-horse-battery")) == (Role.ADMINISTRATOR, True)
    assert (ada.get_full_name(), ada.get_short_name()) == ("Ada Próbna", "Ada")


def test_nobody_signs_up(client):
    assert "account/signup_closed.html" in [
        part.name for part in client.get(reverse("account_signup")).templates
    ]


def test_people_in_a_role_are_those_who_may_sign_in():
    broker = UserFactory(role=Role.BROKER)
    UserFactory(role=Role.BROKER, is_active=False)
    UserFactory(role=Role.ADVISER)

    assert list(User.objects.in_role(Role.BROKER)) == [broker]


def test_change_of_nothing_leaves_no_trace():
    member = UserFactory(role=Role.ADVISER)

    change_staff(member=member, role=Role.ADVISER)

    assert member.events.count() == 1

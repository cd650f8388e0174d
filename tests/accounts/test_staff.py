import pytest
from django.db import connection
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Act, Role
from accounts.services import LastAdministrator, UsernameTaken, add_staff, change_staff
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

OLENA = {
    "username": "olena",
    "full_name": "Ołena Próbna",
    "role": "coordinator",
    "language": "uk",
    "granted_acts": ["review_translations"],
    "phone": "41 555 01 09",
    "email": "olena@example.org",
}


@pytest.fixture
def administrator(client):
    user = UserFactory(role=Role.ADMINISTRATOR, full_name="Ada Administrator")
    client.force_login(user)
    return user


def test_member_of_staff_is_added_without_a_password(client, administrator):
    response = client.post(reverse("accounts:staff-create"), OLENA)

    member = User.objects.get(username="olena")
    assert response.url == reverse("accounts:staff-edit", args=[member.public_id])
    assert (member.phone, member.language) == ("+48415550109", "uk")
    assert member.may(Act.REVIEW_TRANSLATIONS)
    assert not member.has_usable_password()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"username": "taken"}, "username"),
        ({"username": "two words"}, "username"),
        ({"full_name": " "}, "full_name"),
        ({"role": "director"}, "role"),
        ({"role": "broker"}, "granted_acts"),
        ({"granted_acts": ["edit_settings"]}, "granted_acts"),
        ({"language": "ru"}, "language"),
        ({"phone": "1"}, "phone"),
        ({"email": ""}, "email"),
    ],
)
def test_bad_account_is_told_what_is_wrong(client, administrator, change, field):
    UserFactory(username="taken")

    response = client.post(reverse("accounts:staff-create"), OLENA | change)

    assert field in response.context["form"].errors
    assert b"There is a problem" in response.content


def test_username_taken_in_the_meantime_is_told_at_its_field(client, administrator, monkeypatch):
    UserFactory(username="olena")
    monkeypatch.setattr(User, "validate_unique", lambda self, exclude=None: None)  # the other was quicker

    response = client.post(reverse("accounts:staff-create"), OLENA)

    assert "username" in response.context["form"].errors


def test_username_is_taken_once():
    add_staff(username="olena", full_name="Ołena", role=Role.ADVISER)

    with pytest.raises(UsernameTaken):
        add_staff(username="olena", full_name="Inna", role=Role.ADVISER)


def test_account_is_changed_but_keeps_its_username(client, administrator):
    member = UserFactory(username="olena", role=Role.ADVISER)

    client.post(
        reverse("accounts:staff-edit", args=[member.public_id]),
        OLENA | {"username": "other", "role": "broker", "granted_acts": [], "is_active": "on"},
    )

    member.refresh_from_db()
    assert (member.username, member.role, member.is_active) == ("olena", Role.BROKER, True)


def test_disabled_account_is_signed_out_at_once(client, administrator):
    member = UserFactory(role=Role.ADVISER)
    theirs = type(client)()
    theirs.force_login(member)
    assert theirs.get(reverse("desk:today")).status_code == 200

    change_staff(member=member, is_active=False)

    assert theirs.get(reverse("desk:today")).status_code == 302


@pytest.mark.parametrize("change", [{"role": "manager", "is_active": "on"}, {"role": "administrator"}])
def test_last_administrator_cannot_leave(client, administrator, change):
    UserFactory(role=Role.ADMINISTRATOR, is_active=False)
    url = reverse("accounts:staff-edit", args=[administrator.public_id])

    response = client.post(url, {"full_name": "Ada", "language": "pl", "email": "ada@example.org"} | change)

    administrator.refresh_from_db()
    assert "This is the last administrator" in response.content.decode()
    assert (administrator.role, administrator.is_active) == (Role.ADMINISTRATOR, True)


def test_one_of_two_administrators_may_leave():
    first, second = UserFactory.create_batch(2, role=Role.ADMINISTRATOR)

    change_staff(member=first, role=Role.MANAGER)

    with pytest.raises(LastAdministrator):
        change_staff(member=second, is_active=False)


def test_last_administrator_may_change_everything_else():
    administrator = UserFactory(role=Role.ADMINISTRATOR)

    change_staff(member=administrator, full_name="Nowe Nazwisko", is_active=True)

    administrator.refresh_from_db()
    assert administrator.full_name == "Nowe Nazwisko"


@pytest.mark.django_db(transaction=True)
def test_administrators_who_leave_at_once_go_in_turn():
    """While one transaction holds the administrators, another's decision about them waits."""
    first, second = UserFactory.create_batch(2, role=Role.ADMINISTRATOR)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT 1 FROM accounts_user WHERE id = %s FOR UPDATE", [first.pk])
            with connection.cursor() as ours:
                ours.execute("SET lock_timeout = '100ms'")
            with pytest.raises(Exception, match="lock timeout"):
                change_staff(member=second, role=Role.MANAGER)
            cursor.execute("ROLLBACK")
    finally:
        other.close()


@pytest.mark.parametrize("count", [1, 20])
def test_staff_list_query_count(client, administrator, django_assert_num_queries, count):
    UserFactory.create_batch(count)

    with django_assert_num_queries(8):  # session, user, count, page, office profile, session kept (3)
        response = client.get(reverse("accounts:staff-list"))

    assert len(response.context["page"]) == count + 1


def test_staff_list_says_who_may_sign_in(client, administrator):
    UserFactory(is_active=False)
    add_staff(username="olena", full_name="Ołena", role=Role.ADVISER)

    content = client.get(reverse("accounts:staff-list")).content.decode()

    assert [content.count(state) for state in ("may not sign in", "no password yet", ">may sign in")] == [
        1,
        1,
        1,
    ]


def test_manager_sees_staff_without_ways_to_edit(client, administrator):
    client.force_login(UserFactory(role=Role.MANAGER))

    content = client.get(reverse("accounts:staff-list")).content.decode()

    assert reverse("accounts:staff-create") not in content
    assert reverse("accounts:staff-history", args=[administrator.public_id]) in content


def test_history_names_who_changed_the_role_and_keeps_no_password(client, administrator):
    member = add_staff(username="olena", full_name="Ołena", role=Role.ADVISER, email="olena@example.org")
    client.post(
        reverse("accounts:staff-edit", args=[member.public_id]),
        {"full_name": "Ołena", "role": "broker", "language": "pl", "is_active": "on"}
        | {"email": "olena@example.org"},
    )

    response = client.get(reverse("accounts:staff-history", args=[member.public_id]))

    newest, first = response.context["history"].steps
    assert (newest.by, first.rows[0].deed) == ("Ada Administrator", "made")
    assert [(f.label, f.before, f.after) for f in newest.rows[0].fields] == [
        ("Role", "client adviser", "job broker")
    ]
    assert not hasattr(member.events.first(), "password")


@pytest.mark.parametrize("name", ["staff-edit", "staff-history"])
def test_unknown_member_of_staff_is_not_found(client, administrator, name):
    url = reverse(f"accounts:{name}", args=["00000000-0000-4000-8000-000000000000"])

    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("constraint", "values"),
    [("user_role_is_known", {"role": "director"}), ("user_has_a_name", {"full_name": ""})],
)
def test_database_refuses_broken_accounts(constraint, values):
    with pytest.raises(Exception, match=constraint):
        UserFactory(**values)

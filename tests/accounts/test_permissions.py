import pytest

from accounts.permissions import Act, Role
from tests.factories import UserFactory


@pytest.mark.parametrize(
    ("role", "may_review"),
    [(Role.COORDINATOR, True), (Role.ADVISER, True), (Role.BROKER, False), (Role.ADMINISTRATOR, False)],
)
def test_ability_is_given_only_within_its_roles(role, may_review):
    user = UserFactory.build(role=role, granted_acts=[Act.REVIEW_TRANSLATIONS])

    assert user.may(Act.REVIEW_TRANSLATIONS) is may_review


@pytest.mark.django_db
def test_user_role_is_known(client):
    user = UserFactory()

    client.force_login(user)

    assert client.get("/pl/desk/").status_code == 200

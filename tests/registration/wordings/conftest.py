import pytest

from accounts.models import User
from accounts.permissions import Role
from tests.factories import UserFactory


@pytest.fixture
def administrator(client) -> User:
    user = UserFactory(role=Role.ADMINISTRATOR, full_name="Ada Administrator")
    client.force_login(user)
    return user

import pytest

from accounts.permissions import Role
from tests.factories import UserFactory


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user

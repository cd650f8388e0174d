from collections.abc import Iterator

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from accounts.models import User
from accounts.permissions import Role
from tests.factories import UserFactory


@pytest.fixture
def second_connection() -> Iterator[BaseDatabaseWrapper]:
    """Another worker's connection to the same database."""
    other = connections["default"].copy()
    yield other
    other.close()


@pytest.fixture
def administrator(client) -> User:
    user = UserFactory(role=Role.ADMINISTRATOR, full_name="Ada Administrator")
    client.force_login(user)
    return user

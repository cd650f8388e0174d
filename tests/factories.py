"""Factories without surprises: what a test relies on, it says. Each app's own live in tests/<app>/factories.py."""

import factory

from accounts.models import User
from accounts.permissions import Role


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"staff{n}")
    full_name = factory.Sequence(lambda n: f"Anna Testowa {n}")
    role = Role.COORDINATOR

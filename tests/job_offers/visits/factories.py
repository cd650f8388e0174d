"""Visits and calls as a test says them; by default planned for today and due today."""

import factory
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import CallBack, EmployerContact, FieldVisit
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory


class FieldVisitFactory(factory.django.DjangoModelFactory):
    """A planned visit; ``is_held=True`` for one that is written down."""

    class Meta:
        model = FieldVisit

    class Params:
        is_held = factory.Trait(
            state="held",
            recorded_at=factory.LazyFunction(timezone.now),
            recorded_by=factory.SelfAttribute("agent"),
        )

    employer = factory.SubFactory(EmployerFactory)
    agent = factory.SubFactory(UserFactory, role=Role.BROKER)
    created_by = factory.SelfAttribute("agent")
    day = factory.LazyFunction(timezone.localdate)
    place_in_route = factory.Sequence(lambda n: n + 1)


class CallBackFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CallBack

    employer = factory.SubFactory(EmployerFactory)
    agent = factory.SubFactory(UserFactory, role=Role.BROKER)
    created_by = factory.SelfAttribute("agent")
    due_on = factory.LazyFunction(timezone.localdate)


class EmployerContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EmployerContact

    employer = factory.SubFactory(EmployerFactory)
    name = factory.Sequence(lambda n: f"Jan Próbny {n}")
    phone = "+48415550104"

"""Signs as a test says them; by default one that hangs since today."""

import factory
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import JobSign, SignText
from tests.factories import UserFactory
from tests.job_offers.factories import WorkplaceFactory


def wording() -> SignText:
    """The wording the portal comes with."""
    return SignText.objects.get(number=1)


class JobSignFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = JobSign

    workplace = factory.SubFactory(WorkplaceFactory)
    text = factory.LazyFunction(wording)
    consent_said_by = "Jan Próbny, właściciel"
    put_up_on = factory.LazyFunction(timezone.localdate)
    put_up_by = factory.SubFactory(UserFactory, role=Role.BROKER)

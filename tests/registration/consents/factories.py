"""Consents as the desk records them, through the services."""

from django.utils import timezone

from accounts.permissions import Role
from registration.consents import services
from registration.consents.vocabulary import ConsentPurpose, ConsentWay
from registration.models import ConsentText
from tests.factories import UserFactory


def text_of(purpose):
    """The text in force today."""
    return ConsentText.objects.on(timezone.localdate()).get(purpose=purpose)


def agreed(client, purpose=ConsentPurpose.MESSAGES, *, by=None, **values):
    usual = {
        "purpose": purpose,
        "language": "uk",
        "way": ConsentWay.SPOKEN,
        "given_on": timezone.localdate(),
        "holds_until": None,
    }
    by = by or UserFactory(role=Role.COORDINATOR)
    return services.give_consent(client=client, values=usual | values, by=by)


def withdrawn(consent, *, on=None, by=None):
    return services.withdraw_consent(
        consent=consent,
        withdrawn_on=on or timezone.localdate(),
        way=ConsentWay.PHONE,
        by=by or UserFactory(role=Role.ADVISER),
    )

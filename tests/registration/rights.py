"""Requests, copies and holds as the desk makes them, through the services."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.permissions import Role
from registration import rights_services as services
from registration.models import RightsWork
from registration.vocabulary import Right
from tests.factories import UserFactory


def manager():
    return UserFactory(role=Role.MANAGER)


def asked(client, right=Right.EXPORT, *, by=None, reason="Wniosek na piśmie"):
    return services.ask(client=client, right=right, reason=reason, by=by or UserFactory(role=Role.ADVISER))


def approved(client, right=Right.ERASE, *, by=None):
    return services.approve(request=asked(client, right), by=by or manager())


def exported(client, *, content=b"PK", kept=timedelta(days=1)):
    """A request whose copy lies ready, without the time it takes to make one."""
    request = approved(client, Right.EXPORT)
    RightsWork.objects.filter(request=request).update(
        state="done",
        finished_at=timezone.now(),
        file=default_storage.save("exports/copy.zip", ContentFile(content)),
        expires_at=timezone.now() + kept,
    )
    return request


def held(client, *, by=None, **values):
    values = {"reason": "Kontrola", "source": "art. 1", "holds_until": None} | values
    return services.place_hold(client=client, by=by or manager(), **values)

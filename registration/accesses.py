"""Who saw the record of a person: the answer on paper that the person may ask for (GDPR art. 15)."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access_reading import days_of
from accounts.models import User
from accounts.permissions import Act
from registration.models import Client

KIND = "registration.accesses"


def title(client: Client, language: str) -> str:
    return _("Who saw the data: %(name)s") % {"name": _name(client, language)}


def context(client: Client, language: str) -> dict[str, Any]:
    with_names = settings.ACCESS_LOG_SHOWS_NAMES
    return {
        "name": _name(client, language),
        "with_names": with_names,
        "days": list(days_of(client, with_names=with_names)),
        "asked_on": timezone.localdate(),
    }


def guard(user: User | AnonymousUser, client: Client) -> bool:
    return (
        isinstance(user, User)
        and user.may(Act.SEE_ACCESS_LOG)
        and Client.objects.visible_to(user).filter(pk=client.pk).exists()
    )


def people(client: Client) -> list[Client]:
    return [client]


def _name(client: Client, language: str) -> str:
    cyrillic_first = language == "uk" and client.surname_cyrillic
    return client.cyrillic_name if cyrillic_first else client.name

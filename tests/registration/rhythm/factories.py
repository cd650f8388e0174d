"""Contacts and registered people as the desk makes them, through the services."""

from datetime import timedelta

from django.utils import timezone

from accounts.permissions import Role
from registration.models import StateChange
from registration.rhythm import deadlines, services
from registration.rhythm.vocabulary import BegunBy, ContactMeans
from registration.vocabulary import ClientState, NoPesel
from tests.factories import UserFactory
from tests.registration.factories import client_in


def ago(days):
    return timezone.localdate() - timedelta(days=days)


def contacted(client, *, days_ago=0, by=None, **values):
    usual = {
        "happened_on": ago(days_ago),
        "means": ContactMeans.CALL,
        "begun_by": BegunBy.OFFICE,
        "was_reached": True,
        "outcome": "",
    }
    by = by or UserFactory(role=Role.ADVISER)
    return services.record_contact(client=client, values=usual | values, by=by)


def registered(*, days_ago=0, by=None, **values):
    """A person registered so many days ago, without a PESEL so that there may be many."""
    identity = {
        "birth_date": "1990-01-01",
        "birth_date_precision": "day",
        "birth_place": "Харків",
        "sex": "female",
        "document_kind": "passport",
        "document_number": "AA000001",
        "pesel": None,
        "no_pesel_reason": NoPesel.WAITING,
    }
    client = client_in(ClientState.REGISTERED_UNEMPLOYED, by=by, **identity | values)
    StateChange.objects.filter(client=client).exclude(from_state="").update(effective_on=ago(days_ago))
    deadlines.refresh([client.pk])
    client.refresh_from_db()
    return client

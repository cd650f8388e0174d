"""Contacts and consents of the demonstration: some people are overdue, some are due soon, one is under a plan."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from registration.consents.services import give_consent, withdraw_consent
from registration.consents.vocabulary import ConsentPurpose, ConsentWay, ReadIn
from registration.models import Client, Consent, Contact
from registration.rhythm.services import record_contact, set_care
from registration.rhythm.vocabulary import BegunBy, ContactMeans
from registration.vocabulary import REGISTERED

_CONTACTS = (
    (
        95,
        ContactMeans.IN_PERSON,
        BegunBy.CLIENT,
        True,
        "Potwierdzenie gotowości do pracy; nowych ofert brak.",
    ),
    (84, ContactMeans.CALL, BegunBy.OFFICE, True, "Rozmowa o kursie języka polskiego od poniedziałku."),
    (12, ContactMeans.CALL, BegunBy.OFFICE, False, "Nie odbiera; spróbować po godzinie 15."),
    (3, ContactMeans.OUTREACH, BegunBy.OFFICE, True, "W hotelu; prosi o ofertę na pierwszą zmianę."),
)


def keep(staff: dict[Role, User], clients: list[Client]) -> int:
    """Contacts, a plan and consents of the first people who may be changed; how many contacts there are."""
    if Contact.objects.exists() or Consent.objects.exists():
        return Contact.objects.count()
    people = [client for client in clients if client.state in REGISTERED and not client.is_restricted]
    for number, client in enumerate(people[:12]):
        _contact(client, number, staff[Role.ADVISER])
    if people:
        adviser, today = staff[Role.ADVISER], timezone.localdate()
        set_care(
            client=people[0],
            looked_after_by=adviser,
            plan_starts_on=today - timedelta(days=40),
            plan_ends_on=None,
            by=adviser,
        )
        _agree(people[:3], staff[Role.COORDINATOR])
    return Contact.objects.count()


def _contact(client: Client, number: int, by: User) -> None:
    days, means, begun_by, was_reached, outcome = _CONTACTS[number % len(_CONTACTS)]
    values = {
        "happened_on": timezone.localdate() - timedelta(days=days),
        "means": means,
        "begun_by": begun_by,
        "was_reached": was_reached,
        "outcome": outcome,
    }
    record_contact(client=client, values=values, by=by)


def _agree(clients: list[Client], by: User) -> None:
    """Everybody agrees to messages, one to showing the CV as well and thinks better of it."""
    given_on = timezone.localdate() - timedelta(days=60)
    values = {
        "language": ReadIn.UKRAINIAN,
        "way": ConsentWay.PAPER,
        "given_on": given_on,
        "holds_until": None,
    }
    for client in clients:
        give_consent(client=client, values=values | {"purpose": ConsentPurpose.MESSAGES}, by=by)
    shown = give_consent(client=clients[0], values=values | {"purpose": ConsentPurpose.SURVEYS}, by=by)
    withdraw_consent(consent=shown, withdrawn_on=given_on + timedelta(days=30), way=ConsentWay.PHONE, by=by)

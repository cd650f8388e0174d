"""People of no country's register: names are common, phones from ranges kept for inventions, PESELs of year 22xx."""

import factory
from django.utils import timezone

from accounts.permissions import Role
from registration.models import Client
from registration.services import EDITABLE, change_state, take_in_client
from registration.vocabulary import ClientState, NoPesel
from tests.factories import UserFactory
from tests.registration.intake.factories import filled_intake

PESEL = "85630112345"  # 1 March 2285, a woman
WAYS = {
    ClientState.ENQUIRY: [],
    ClientState.IN_REGISTRATION: [ClientState.IN_REGISTRATION],
    ClientState.SUPPORTED: [ClientState.SUPPORTED],
    ClientState.REGISTERED_UNEMPLOYED: [ClientState.IN_REGISTRATION, ClientState.REGISTERED_UNEMPLOYED],
    ClientState.DEREGISTERED: [
        ClientState.IN_REGISTRATION,
        ClientState.REGISTERED_UNEMPLOYED,
        ClientState.DEREGISTERED,
    ],
}

REGISTERED_FIRST = {ClientState.REGISTERED_UNEMPLOYED}


class ClientFactory(factory.django.DjangoModelFactory):
    """A person taken in through the service, so that search keys and history are there."""

    class Meta:
        model = Client

    class Params:
        by = None
        state = ClientState.ENQUIRY

    surname_cyrillic = "Шевченко"
    given_names_cyrillic = "Олена"
    surname_latin = "Shevchenko"
    given_names_latin = "Olena"
    no_pesel_reason = NoPesel.NOT_ASKED
    phone = "+380505550101"

    @classmethod
    def _create(cls, model_class, *args, **values):
        by = values.pop("created_by", None) or UserFactory(role=Role.COORDINATOR)
        rest = {name: values.pop(name) for name in list(values) if name not in EDITABLE}
        client = take_in_client(values=values, by=by)
        if rest:
            Client.objects.filter(pk=client.pk).update(**rest)
            client.refresh_from_db()
        return client


def client_in(state, *, by=None, **values):
    """A person who went the usual way to ``state``."""
    by = by or UserFactory(role=Role.COORDINATOR)
    client = ClientFactory(created_by=by, **READY | values)
    if REGISTERED_FIRST & set(WAYS[state]):
        filled_intake(client, by=by)
    for step in WAYS[state]:
        client = change_state(
            client=client, to=step, effective_on=timezone.localdate(client.created_at), by=by
        )
    return client


READY = {"pesel": PESEL, "no_pesel_reason": "", "street_address": "ul. Próbna 1, Kielce"}

"""A person's rights over the record: what is exported, and what erasing leaves."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from pup_portal.encrypted_fields import opened
from registration import keys
from registration.models import Client, StateChange
from registration.vocabulary import ClientState

EXPORTED = (
    "public_id", "state", "is_restricted",
    "given_names_latin", "surname_latin", "given_names_cyrillic", "surname_cyrillic", "patronymic",
    "birth_date", "birth_date_precision", "birth_place", "sex", "citizenships",
    "pesel", "no_pesel_reason", "document_kind", "document_number", "document_expires_on",
    "phone", "email", "contact_language", "preferred_contact",
    "place__name_pl", "accommodation__name_pl", "street_address", "looks_for", "notes",
    "created_at", "updated_at", "registered_at",
)  # fmt: skip

# What an erased record keeps: that somebody was served, when and in which status; nothing of who.
_EMPTY: dict[str, Any] = {
    "given_names_latin": "", "surname_latin": "", "given_names_cyrillic": "", "surname_cyrillic": "",
    "patronymic": "", "birth_date": None, "birth_date_precision": "", "birth_place": "", "sex": "",
    "citizenships": [], "pesel": None, "no_pesel_reason": "", "document_kind": "", "document_number": "",
    "document_expires_on": None, "phone": "", "email": "", "preferred_contact": "", "accommodation": None,
    "street_address": "", "looks_for": "", "notes": "", "merged_into": None,
}  # fmt: skip


def export(person: int) -> Iterator[dict[str, Any]]:
    """The record of the client with the key ``person`` (``Client.pk``) and every status it had."""
    yield from (opened(Client, row) for row in Client.objects.filter(pk=person).values(*EXPORTED))
    steps = StateChange.objects.filter(client=person).order_by("pk")
    yield from map(dict, steps.values("to_state", "effective_on", "reason", "changed_at"))


@transaction.atomic
def erase(person: int) -> None:
    """Make the record nobody's, in the table and in its history. Erasing again changes nothing."""
    client = Client.objects.select_for_update(of=("self",)).get(pk=person)
    if client.state == ClientState.ERASED:
        return
    for name, value in _EMPTY.items():
        setattr(client, name, value)
    client.state, client.erased_at = ClientState.ERASED, timezone.now()
    client.version += 1
    client.save()
    keys.forget(client)
    client.state_changes.update(reason="")
    client.events.all().delete()  # type: ignore[attr-defined]

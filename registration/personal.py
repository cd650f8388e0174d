"""A person's rights over the record: what is exported, what merging moves, and what erasing leaves."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import DateField, DateTimeField
from django.db.models.functions import Trunc
from django.utils import timezone

from pup_portal.encrypted_fields import opened
from pup_portal.history import forget_events, forget_history
from pup_portal.person_data import Row
from registration import keys
from registration.models import Client, StateChange
from registration.rhythm import deadlines
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

# What an erased record keeps: that somebody of this gmina was served, in which year and status; nothing of who.
_EMPTY: dict[str, Any] = {
    "given_names_latin": "", "surname_latin": "", "given_names_cyrillic": "", "surname_cyrillic": "",
    "patronymic": "", "birth_date": None, "birth_date_precision": "", "birth_place": "", "sex": "",
    "citizenships": [], "pesel": None, "no_pesel_reason": "", "document_kind": "", "document_number": "",
    "document_expires_on": None, "phone": "", "email": "", "preferred_contact": "", "accommodation": None,
    "street_address": "", "looks_for": "", "notes": "", "merged_into": None, "is_restricted": False,
    "registered_at": None, "registered_by": None,
}  # fmt: skip


def export(person: int) -> Iterator[dict[str, Any]]:
    """The record of the client with the key ``person`` (``Client.pk``), what it was before, and every status."""
    yield from (opened(Client, row) for row in Client.objects.filter(pk=person).values(*EXPORTED))
    steps = StateChange.objects.filter(client=person).order_by("pk")
    changes = steps.values(
        "to_state",
        "effective_on",
        "reason_term__name_pl",
        "reason",
        "changed_at",
        "taken_back_at",
        "taken_back_reason",
    )
    yield from (Row(StateChange, dict(row)) for row in changes)


@transaction.atomic
def erase(person: int) -> None:
    """Make the record nobody's, in the table and in its history. Erasing again changes nothing."""
    rows = Client.objects.filter(pk=person)
    client = rows.select_for_update(of=("self",)).get()
    if client.state == ClientState.ERASED:
        return
    for name, value in _EMPTY.items():
        setattr(client, name, value)
    now = timezone.now()
    client.state, client.erased_at, client.updated_at = ClientState.ERASED, now, now
    client.created_at = _year_of(client.created_at)
    client.version += 1
    client.save()
    keys.forget(client)
    client.state_changes.update(
        reason="",
        reason_term=None,
        taken_back_reason="",
        effective_on=Trunc("effective_on", "year", output_field=DateField()),
        changed_at=Trunc("changed_at", "year", output_field=DateTimeField()),
    )
    forget_history(rows)
    forget_history(StateChange.objects.filter(client=person))
    forget_events(StateChange, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """Mark the record as part of the other. Its own fields stay as they were, for whoever must undo it."""
    client = Client.objects.select_for_update(of=("self",)).get(pk=gone)
    keys.forget(client)
    StateChange.objects.filter(client=gone).update(client=keep)
    Client.objects.filter(merged_into=gone).update(merged_into=keep)
    client.state, client.merged_into_id = ClientState.MERGED, keep
    client.version += 1
    client.save(update_fields=["state", "merged_into", "version"])
    deadlines.refresh([keep])


def _year_of(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)

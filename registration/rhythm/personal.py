"""A person's rights over what is kept of contacts, of who looks after them, and of the days that follow."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from pup_portal.history import forget_events, forget_history
from pup_portal.person_data import Row
from registration.models import Care, Contact, Deadlines

_CONTACT = (
    "happened_on",
    "means",
    "begun_by",
    "was_reached",
    "outcome",
    "recorded_at",
    "voided_at",
    "void_reason",
)
_CARE = ("looked_after_by__full_name", "plan_starts_on", "plan_ends_on")
_DAYS = ("contact_on", "last_contact_on", "status_end_on", "no_pesel_since", "pesel_on", "document_on")


def export(person: int) -> Iterator[dict[str, Any]]:
    """Every contact, the care, and the days by which something is due."""
    yield from map(dict, Contact.objects.filter(client=person).order_by("pk").values(*_CONTACT))
    yield from (Row(Care, dict(row)) for row in Care.objects.filter(client=person).values(*_CARE))
    yield from (Row(Deadlines, dict(row)) for row in Deadlines.objects.filter(client=person).values(*_DAYS))


@transaction.atomic
def erase(person: int) -> None:
    for model in (Contact, Care):
        rows = model._default_manager.filter(client=person)
        forget_history(rows)
        rows.delete()
        forget_events(model, client=person)
    Deadlines.objects.filter(client=person).delete()


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """Contacts go over, and the care too where the kept record has none; the days follow with the record."""
    Contact.objects.filter(client=gone).update(client=keep)
    if not Care.objects.filter(client=keep).exists():
        Care.objects.filter(client=gone).update(client=keep)
    Care.objects.filter(client=gone).delete()
    Deadlines.objects.filter(client=gone).delete()

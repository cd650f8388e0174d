"""A person's rights over the enquiries that were joined to the record."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from pup_portal.history import forget_events
from registration.enquiries import emptying
from registration.models import Enquiry

EXPORTED = (
    "number", "kind", "state", "surname", "given_names", "phone", "language", "place__name_pl",
    "accommodation__name_pl", "stay", "looks_for", "sent_at", "handled_at", "closing_reason",
)  # fmt: skip


def export(person: int) -> Iterator[dict[str, Any]]:
    """Every enquiry joined to the client with the key ``person`` (``Client.pk``), as it was typed."""
    yield from map(dict, Enquiry.objects.filter(client=person).order_by("pk").values(*EXPORTED))


@transaction.atomic
def erase(person: int) -> None:
    """Keep that somebody asked; empty what they typed, in the table and in its history."""
    emptying.empty(Enquiry.objects.filter(client=person))
    forget_events(Enquiry, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    Enquiry.objects.filter(client=gone).update(client=keep)

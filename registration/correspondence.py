"""Messages and papers about a person, which the apps below keep without knowing whose they are."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from documents.models import Document
from messaging.models import Message
from pup_portal.history import event_models
from pup_portal.person_data import HeldFile
from registration.models import Client


def export_messages(person: int) -> Iterator[dict[str, Any]]:
    """What was sent to any address the person has had."""
    rows = Message.objects.filter(to_address__in=addresses_of(person)).order_by("pk")
    yield from map(dict, rows.values("to_address", "language", "subject", "body", "state", "owed_at"))


@transaction.atomic
def erase_messages(person: int) -> None:
    """Delete what was sent, or waits to be sent, to an address of the person, whoever else reads it there."""
    Message.objects.filter(to_address__in=addresses_of(person)).delete()


def export_papers(person: int) -> Iterator[dict[str, Any]]:
    rows = _papers(person).order_by("pk")
    yield from map(dict, rows.values("title", "language", "state", "owed_at"))


@transaction.atomic
def erase_papers(person: int) -> None:
    _papers(person).erase_with_files()


@transaction.atomic
def merge_papers(keep: int, gone: int) -> None:
    """All go over but what ``keep`` has word for word: that stays, for whoever must undo it."""
    same = {name: OuterRef(name) for name in ("kind", "language", "input_hash")}
    _papers(gone).filter(~Exists(_papers(keep).filter(**same))).update(object_id=keep)


def paper_files(person: int) -> Iterator[HeldFile]:
    return _papers(person).held_files()


def _papers(person: int) -> Any:
    return Document.objects.about_any(Client.objects.filter(pk=person))


def addresses_of(person: int) -> set[str]:
    """The present address and those that the history still knows."""
    present = Client.objects.filter(pk=person).values_list("email", flat=True)
    past = [
        event._default_manager.filter(pgh_obj=person).values_list("email", flat=True)
        for event in event_models(Client)
    ]
    return {address for rows in [present, *past] for address in rows} - {""}

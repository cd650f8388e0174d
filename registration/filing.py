"""Scans and photos of a client's papers: who may open and change them, and a person's rights over them."""

from collections.abc import Iterator
from typing import Any

import documents
from accounts.models import User
from accounts.permissions import Act
from documents.models import Upload
from documents.services import erase_uploads, move_uploads
from pup_portal import person_data
from pup_portal.person_data import WITH_THE_PERSON, HeldFile
from registration.closing import closed_because
from registration.models import Client

EXPORTED = ("kind", "label", "media_type", "page_count", "size", "added_at", "removed_at", "removal_reason")


def connect() -> None:
    """Tell ``documents`` and the registry of personal data what a client's files are."""
    documents.hold_files(Client, may_see=may_see, may_change=may_change)
    person_data.register(
        Upload, export=export, erase=erase, merge=merge, files=files, retention=WITH_THE_PERSON
    )


def may_see(user: User, client: Client) -> bool:
    return user.may(Act.SEE_PAPERS) and Client.objects.visible_to(user).filter(pk=client.pk).exists()


def may_change(user: User, client: Client) -> bool:
    """Not of a record that is closed, or whose use the person has restricted (GDPR art. 18)."""
    return user.may(Act.EDIT_PAPERS) and not closed_because(client)


def export(person: int) -> Iterator[dict[str, Any]]:
    yield from map(dict, Upload.objects.about(Client(pk=person)).order_by("pk").values(*EXPORTED))


def files(person: int) -> Iterator[HeldFile]:
    for upload in Upload.objects.about(Client(pk=person)).kept().order_by("pk"):
        yield HeldFile(name=upload.label, stored_as=str(upload.file.name))


def erase(person: int) -> None:
    erase_uploads(subject=Client(pk=person))


def merge(keep: int, gone: int) -> None:
    move_uploads(keep=Client(pk=keep), gone=Client(pk=gone))

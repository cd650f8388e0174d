"""A person's rights over the papers filled in for them: handed over with their files, moved, erased."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Act
from documents.models import Document, Upload
from pup_portal.history import Part, forget_events, part
from pup_portal.person_data import HeldFile, Row
from registration.models import Client, Paper, PaperSet, PaperState

# Told with the state, or nobody's business.
_WITHHELD = ("data_hash", "supersedes", "scan", "paper_set", "position", "is_final")


def export(person: int) -> Iterator[dict[str, Any]]:
    """Every paper with the data it was filled in with, as plain values in both languages."""
    for paper in Paper.objects.filter(client=person).select_related("version__template").order_by("pk"):
        yield {
            "paper": paper.version.title_pl,
            "state": paper.state,
            "filled_at": paper.filled_at,
            "read_back_language": paper.read_back_language,
            "interpreter": paper.interpreter,
            "confirmation": paper.confirmation,
            "read_back_at": paper.read_back_at,
            "signed_on": paper.signed_on,
            "outdated_at": paper.outdated_at,
            "void_reason": paper.void_reason,
            "void_at": paper.void_at,
            "data": paper.packed,
        }
    for held in PaperSet.objects.filter(client=person).order_by("pk").values("purpose", "made_at"):
        yield Row(PaperSet, dict(held))


def files(person: int) -> Iterator[HeldFile]:
    """What was printed; scans of signed papers are files of the record."""
    yield from Document.objects.about_any(Paper.objects.filter(client=person)).held_files()
    yield from Document.objects.about_any(PaperSet.objects.filter(client=person)).held_files()


@transaction.atomic
def erase(person: int) -> None:
    """Remove the papers, what they said, their history and every file printed. Erasing again changes nothing."""
    for rows in (Paper.objects.filter(client=person), PaperSet.objects.filter(client=person)):
        Document.objects.about_any(rows).erase_with_files()
    Paper.objects.filter(client=person).delete()
    PaperSet.objects.filter(client=person).delete()
    forget_events(Paper, client=person)
    forget_events(PaperSet, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """All go over. What the other record has not signed yet was filled in for a record that is no more."""
    moved = Paper.objects.filter(client=gone)
    moved.unsigned().update(state=PaperState.OUTDATED, outdated_at=timezone.now())
    moved.update(client=keep)
    PaperSet.objects.filter(client=gone).update(client=keep)
    _show_own_scans(keep, gone)


def _show_own_scans(keep: int, gone: int) -> None:
    """A scan that both records hold stays with ``gone``; its paper shows the one that can be opened now."""
    left = Upload.objects.about(Client(pk=gone))
    for paper in Paper.objects.filter(client=keep, scan__in=left).select_related("scan").defer("data"):
        twins = Upload.objects.about(Client(pk=keep)).kept()
        paper.scan = twins.filter(content_hash=paper.scan.content_hash).first() if paper.scan else None
        paper.save(update_fields=["scan"])


def told(client: Client, reader: User) -> Iterator[Part]:
    """What the history of a client tells of the papers; of what stands in them nothing."""
    if reader.may(Act.SEE_PAPERS):
        yield part(PaperSet, client=client)
        yield part(Paper, withheld=_WITHHELD, client=client)

"""The requests, restrictions and holds themselves are data about the person, too."""

from collections.abc import Iterator
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from pup_portal.history import forget_events, forget_history
from pup_portal.person_data import Row
from registration.models import LegalHold, Restriction, RetentionNotice, RightsRequest, RightsWork
from registration.vocabulary import RIGHTS_OPEN


def export(person: int) -> Iterator[dict[str, Any]]:
    """What was asked for, restricted and held, with its reasons."""
    requests = RightsRequest.objects.filter(client=person).order_by("pk")
    yield from map(dict, requests.values("right", "state", "reason", "asked_at", "answer", "decided_at"))
    restrictions = Restriction.objects.filter(client=person).order_by("pk")
    restricted = restrictions.values("reason", "set_at", "lift_reason", "lifted_at")
    yield from (Row(Restriction, dict(row)) for row in restricted)
    holds = LegalHold.objects.filter(client=person).order_by("pk")
    held = holds.values("reason", "source", "holds_until", "placed_at", "lifted_at")
    yield from (Row(LegalHold, dict(row)) for row in held)


@transaction.atomic
def erase(person: int) -> None:
    """Keep that it was asked and who decided; delete the words and every exported file."""
    drop_files(RightsWork.objects.filter(request__client=person))
    RightsRequest.objects.filter(client=person).update(reason="", answer="")
    Restriction.objects.filter(client=person).update(reason="", lift_reason="")
    LegalHold.objects.filter(client=person).update(reason="", source="")
    RetentionNotice.objects.filter(client=person).delete()
    for model in (RightsRequest, Restriction, LegalHold):
        forget_history(model._default_manager.filter(client=person))
        forget_events(model, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """All go over but what the other record has open already; an announced erasure is announced anew."""
    taken = RightsRequest.objects.filter(client=keep, state__in=RIGHTS_OPEN).values("right")
    moved = RightsRequest.objects.filter(client=gone)
    moved.exclude(state__in=RIGHTS_OPEN, right__in=taken).update(client=keep)
    Restriction.objects.filter(client=gone).update(client=keep)
    LegalHold.objects.filter(client=gone).update(client=keep)
    RetentionNotice.objects.filter(client__in=[keep, gone]).delete()


def drop_files(works: Any) -> int:
    """Delete the exported files of ``works``, the file before its name; say how many there were."""
    names = list(works.exclude(file="").values_list("file", flat=True))
    for name in names:
        default_storage.delete(name)
    works.exclude(file="").update(file="")
    return len(names)

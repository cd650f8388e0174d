"""Pairs and merges are data about the person, too."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Q

from pup_portal.history import forget_events, forget_history
from pup_portal.person_data import Row
from registration.models import LikelyPair, Merge, MergeStep


def export_pairs(person: int) -> Iterator[dict[str, Any]]:
    """That the record was found alike another, and in what; nothing of the other person."""
    rows = LikelyPair.objects.about(person).order_by("pk")
    yield from map(dict, rows.values("score", "reasons", "state", "found_at", "settled_at"))


@transaction.atomic
def erase_pairs(person: int) -> None:
    LikelyPair.objects.about(person).delete()
    forget_events(LikelyPair, one=person)
    forget_events(LikelyPair, other=person)


@transaction.atomic
def merge_pairs(keep: int, gone: int) -> None:
    """Whoever is not ``gone`` is not ``keep`` either; what nobody has looked at is found anew."""
    pairs = LikelyPair.objects.about(gone)
    pairs.filter(Q(state=LikelyPair.State.OPEN) | Q(one=keep) | Q(other=keep)).delete()
    for pair in pairs.order_by("pk"):
        another = pair.other_id if pair.one_id == gone else pair.one_id
        if not LikelyPair.objects.filter(one=min(keep, another), other=max(keep, another)).exists():
            pair.one_id, pair.other_id = sorted((keep, another))
            pair.save(update_fields=["one", "other"])
        else:
            pair.delete()


def export_merges(person: int) -> Iterator[dict[str, Any]]:
    rows = Merge.objects.about(person).order_by("pk")
    yield from map(dict, rows.values("state", "reason", "asked_at", "answer", "decided_at", "undone_at"))
    for step in MergeStep.objects.filter(merge__in=rows).order_by("pk"):
        yield Row(MergeStep, {"model": step.model, "before": step.before, "after": step.after})


@transaction.atomic
def erase_merges(person: int) -> None:
    """Keep that it was done and by whom; the words and the journal go, and with it the way back."""
    merges = Merge.objects.about(person)
    MergeStep.objects.filter(merge__in=merges).delete()
    merges.update(reason="", answer="")
    forget_history(merges)
    forget_events(Merge, keep=person)
    forget_events(Merge, gone=person)

"""Settling whether two records are of one person: asking, merging, refusing, and taking apart again."""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, refused
from pup_portal.tracking import acting
from registration import keys, rights_services
from registration.closing import closed_because
from registration.merging import journal, undoing
from registration.merging.fields import taken
from registration.merging.owing import owe_comparison
from registration.merging.undoing import CannotUndo
from registration.models import Client, LikelyPair, Merge, MergeState
from registration.papers import outdating
from registration.rhythm import deadlines
from registration.services import FOLLOWING
from registration.stamping import STAMPED, stamp
from registration.vocabulary import ClientState

__all__ = [
    "AskedAlready",
    "CannotUndo",
    "ChangedMeanwhile",
    "NotPossible",
    "SamePerson",
    "ask",
    "call_different",
    "look_again",
    "merge",
    "obstacles",
    "refuse",
    "undo",
    "withdraw",
]


class AskedAlready(DomainError):
    """Somebody has asked to merge this record already."""


class SamePerson(DomainError):
    """Who asked cannot decide."""


class NotPossible(DomainError):
    """The request or one of the records is no longer in the state for this step."""


class ChangedMeanwhile(DomainError):
    """One of the records was changed after the page was opened."""


def obstacles(one: Client, other: Client, today: date) -> list[str]:
    """Sentences that say why these two must not be merged now; empty when they may be."""
    found = [reason for client in (one, other) if (reason := closed_because(client))]
    if any(client.legal_holds.on(today).exists() for client in (one, other)):
        found.append(str(_("There is a legal hold on one of the records; it must stay as it is.")))
    return list(dict.fromkeys(found))


@transaction.atomic
def call_different(*, pair: LikelyPair, by: User) -> LikelyPair:
    """Remember that these are two people; saying it again changes nothing."""
    held = LikelyPair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if held.state == LikelyPair.State.OPEN:
        held.state, held.settled_at, held.settled_by = LikelyPair.State.DIFFERENT, timezone.now(), by
        held.save(update_fields=["state", "settled_at", "settled_by"])
    return held


@transaction.atomic
def look_again(*, pair: LikelyPair) -> LikelyPair:
    """Take back that these are two people."""
    held = LikelyPair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    if held.state == LikelyPair.State.DIFFERENT:
        held.state, held.settled_at, held.settled_by = LikelyPair.State.OPEN, None, None
        held.save(update_fields=["state", "settled_at", "settled_by"])
    return held


@transaction.atomic
def ask(*, keep: Client, gone: Client, chosen: Mapping[str, str], reason: str, by: User) -> Merge:
    """Ask a manager to merge ``gone`` into ``keep``. Raises ``NotPossible`` or ``AskedAlready``."""
    keep, gone = _both_locked(keep, gone)
    _check(keep, gone)
    with refused(merge_is_asked_once=AskedAlready(_("Somebody has asked to merge this record already."))):
        return Merge.objects.create(keep=keep, gone=gone, chosen=dict(chosen), reason=reason, asked_by=by)


@transaction.atomic
def withdraw(*, request: Merge, by: User) -> Merge:
    """Take back what nobody has decided; taking it back twice changes nothing."""
    return _decide(request, MergeState.WITHDRAWN, by, answer="")


@transaction.atomic
def refuse(*, request: Merge, by: User, answer: str) -> Merge:
    """Refuse with a reason. Raises ``SamePerson`` or ``NotPossible``."""
    return _decide(request, MergeState.REFUSED, by, answer=answer)


@transaction.atomic
def merge(*, request: Merge, seen_versions: tuple[int, int], by: User, answer: str = "") -> Merge:
    """Do what was asked, with a journal, in one transaction; once. ``seen_versions`` of keep and gone.

    Raises ``SamePerson``, ``NotPossible`` or ``ChangedMeanwhile``; nothing has happened then.
    """
    keep, gone = _both_locked(request.keep, request.gone)
    is_new = _locked(request).state == MergeState.ASKED
    held = _decide(request, MergeState.DONE, by, answer=answer)
    if not is_new:
        return held
    _check(keep, gone)
    if (keep.version, gone.version) != seen_versions:
        raise ChangedMeanwhile(_("One of the records was changed meanwhile. Look at both again."))
    with acting(by, reason=held.reason):
        before = journal.rows_about(keep.pk, gone.pk)
        values = dict(taken(keep, gone, held.chosen))
        keep = rights_services.merge_clients(keep=keep, gone=gone, by=by)
        for name, value in values.items():
            setattr(keep, name, value)
        keep.save(update_fields=[*values, *FOLLOWING, *STAMPED])
        keys.index(keep)
        outdating.mark_outdated(keep)
        for change in journal.changes(before, keep.pk, gone.pk):
            journal.write(held, change)
    deadlines.refresh([keep.pk])
    owe_comparison(keep)
    return held


@transaction.atomic
def undo(*, request: Merge, by: User) -> Merge:
    """Make both records what they were; once. What was written since into other columns stays.

    Raises ``NotPossible`` when the time is over or a record is closed, ``CannotUndo`` when the journal would
    overwrite what somebody wrote since; nothing has happened then.
    """
    keep, gone = _both_locked(request.keep, request.gone)
    held = _locked(request)
    if held.state == MergeState.UNDONE:
        return held
    _check_undo(held, keep, gone)
    with acting(by, reason=held.reason):
        try:
            with transaction.atomic():
                changes = [journal.read(step) for step in held.steps.order_by("pk")]
                for change in undoing.in_order(changes, keep.pk):
                    undoing.restore(change)
        except IntegrityError as conflict:
            raise CannotUndo(_("It cannot be undone: what was there before is taken by now.")) from conflict
        for person in (keep.pk, gone.pk):
            _open_again(person, by)
    held.steps.all().delete()
    held.state, held.undone_at, held.undone_by = MergeState.UNDONE, timezone.now(), by
    held.save(update_fields=["state", "undone_at", "undone_by"])
    return held


def _open_again(person: int, by: User) -> None:
    client = Client.objects.get(pk=person)
    stamp(client, by)
    client.save(update_fields=STAMPED)
    keys.index(client)
    outdating.mark_outdated(client)
    deadlines.refresh([client.pk])
    owe_comparison(client)


def _check(keep: Client, gone: Client) -> None:
    if keep.pk == gone.pk:
        raise NotPossible(_("A record cannot be merged into itself."))
    if found := obstacles(keep, gone, timezone.localdate()):
        raise NotPossible(" ".join(found))


def _check_undo(held: Merge, keep: Client, gone: Client) -> None:
    if held.undo_until is None or not held.steps.exists():
        raise NotPossible(_("This merge can no longer be undone."))
    if gone.state != ClientState.MERGED or gone.merged_into_id != keep.pk:
        raise NotPossible(_("The record has been merged further or erased. Undo the later merge first."))
    if found := obstacles(keep, keep, timezone.localdate()):
        raise NotPossible(" ".join(found))


def _decide(request: Merge, to: MergeState, by: User, *, answer: str) -> Merge:
    held = _locked(request)
    if held.state == to:
        return held
    if not held.is_waiting:
        raise NotPossible(_("This request is decided."))
    held.state, held.answer, held.decided_at, held.decided_by = to, answer, timezone.now(), by
    same = SamePerson(_("Whoever asked cannot decide. Another manager has to."))
    with refused(merge_is_done_by_another=same):
        held.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    return held


def _locked(request: Merge) -> Merge:
    return Merge.objects.select_for_update(of=("self",)).get(pk=request.pk)


def _both_locked(one: Client, other: Client) -> tuple[Client, Client]:
    """Fresh, in the order of their numbers, so that two who merge at once cannot block each other."""
    rows = Client.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk, other.pk]).order_by("pk")
    held = {client.pk: client for client in rows}
    return held[one.pk], held[other.pk]

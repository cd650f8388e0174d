"""Writing an intake: one section, or one entry of a list, at a time. Nothing waits for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.conflicts import Clash
from pup_portal.db import DomainError, refused, sent_before
from pup_portal.tracking import acting, last_saved_by_this_page
from registration.intake import editing
from registration.intake.sections import LISTS, NOTHING_ON, questions
from registration.intake.vocabulary import AnsweredNone
from registration.locking import locked
from registration.models import Client, HiddenQuestion, Intake, ListEntry
from registration.papers import outdating
from registration.services import edit_client

STAMPED = ("version", "updated_at", "updated_by")


class Clashing(DomainError):
    """Somebody else changed what is being saved; ``clashes`` say what, ``joined`` is both put together."""

    def __init__(self, clashes: list[Clash], joined: Mapping[str, Any]) -> None:
        super().__init__(_("Somebody else changed this part while you were writing."))
        self.clashes, self.joined = clashes, dict(joined)


class EntryTwice(DomainError):
    """The list has this language, or this situation, already."""


class NotHideable(DomainError):
    """The question must be asked: the law or the desk needs its answer."""


@dataclass(frozen=True)
class Seen:
    """The versions of the two rows that the person who saves had before them; 0 for an intake not begun."""

    client: int
    intake: int


@transaction.atomic
def save_section(
    *,
    client: Client,
    of_client: Mapping[str, Any],
    of_intake: Mapping[str, Any],
    seen: Seen,
    by: User,
    reason: str = "",
) -> Client:
    """Store the answers of one section, on the person's record and on the intake, in one piece.

    Others may have changed other parts meanwhile. Raises ``Clashing`` when they changed one of these; ``NotEditable``
    or ``registration.services.PeselTaken``. Nothing is stored then. Storing what is there changes nothing.
    """
    held = locked(client)
    intake = Intake.objects.filter(client=held).first() or Intake(client=held, version=0)
    _check_unchanged(held, intake, of_client, of_intake, seen)
    if of_client:
        held = edit_client(client=held, values=of_client, seen_version=held.version, by=by, reason=reason)
    if _assign(intake, of_intake):
        _store(intake, by)
        _touch(held, by)
    return held


@transaction.atomic
def save_entry(
    *, client: Client, list_name: str, public_id: UUID, values: Mapping[str, Any], seen_version: int, by: User
) -> ListEntry:
    """Store one entry of a list; one that is not there yet is added, so that adding twice adds one.

    Raises ``Clashing`` when somebody changed the same entry meanwhile, ``EntryTwice``, ``NotEditable``, or
    ``SentForAnother`` for somebody else's entry. One that was removed meanwhile comes back with what was typed.
    """
    held, model = locked(client), LISTS[list_name]
    entry = sent_before(model._default_manager.filter(client=held), public_id)
    if entry is None:
        entry = model(client=held, public_id=public_id, version=0)
    elif entry.version != (seen_version := last_saved_by_this_page(entry, seen_version)):
        joined, clashes = editing.reconcile(entry, seen_version, values)
        if clashes:
            raise Clashing(clashes, joined)
    if _assign(entry, values) or entry.pk is None:
        twice = EntryTwice(_("This stands on the list already."))
        with refused(spokenlanguage_once_for_a_person=twice, specialsituation_once_for_a_person=twice):
            _store(entry, by)
        _forget_nothing(held, list_name, by)
        _touch(held, by)
    return entry


@transaction.atomic
def remove_entry(*, client: Client, list_name: str, public_id: UUID, by: User) -> None:
    """Remove one entry; one that is gone already is no error. Raises ``NotEditable``."""
    held = locked(client)
    with acting(by):
        gone, _by_model = LISTS[list_name]._default_manager.filter(client=held, public_id=public_id).delete()
    if gone:
        _touch(held, by)


@transaction.atomic
def say_nothing(*, client: Client, list_name: str, is_nothing: bool, by: User) -> None:
    """Note that the person has nothing to put on a list, or take that back. Raises ``NotEditable``.

    A list with entries says what it says: nothing is noted beside it.
    """
    held, code = locked(client), AnsweredNone(NOTHING_ON[list_name]).value
    intake = Intake.objects.filter(client=held).first() or Intake(client=held, version=0)
    others = [said for said in intake.answered_none if said != code]
    is_empty = not LISTS[list_name]._default_manager.filter(client=held).exists()
    if _assign(intake, {"answered_none": sorted([*others, code]) if is_nothing and is_empty else others}):
        _store(intake, by)
        _touch(held, by)


@transaction.atomic
def hide_questions(*, codes: set[str], may_be_hidden: set[str], by: User) -> None:
    """Ask none of ``codes`` from now on, and everything else again. Raises ``NotHideable``."""
    if codes - may_be_hidden:
        labels = ", ".join(
            str(questions()[code].label) for code in sorted(codes - may_be_hidden) if code in questions()
        )
        raise NotHideable(_("This has to be asked: %(questions)s.") % {"questions": labels})
    with acting(by):
        HiddenQuestion.objects.exclude(code__in=codes).delete()
        held = set(HiddenQuestion.objects.values_list("code", flat=True))
        for code in sorted(codes - held):
            HiddenQuestion.objects.get_or_create(code=code, defaults={"hidden_by": by})


def _check_unchanged(
    client: Client, intake: Intake, of_client: Mapping[str, Any], of_intake: Mapping[str, Any], seen: Seen
) -> None:
    joined: dict[str, Any] = {}
    clashes: list[Clash] = []
    for row, version, values in ((client, seen.client, of_client), (intake, seen.intake, of_intake)):
        version = last_saved_by_this_page(row, version) if row.version != version else version
        whole, found = (
            editing.reconcile(row, version, values) if row.version != version else (dict(values), [])
        )
        joined |= whole
        clashes += found
    if clashes:
        raise Clashing(clashes, joined)


def _assign(row: Intake | ListEntry, values: Mapping[str, Any]) -> bool:
    # A new entry has no language yet, which Django tells as a missing attribute.
    changed = [name for name, value in values.items() if getattr(row, name, None) != value]
    for name in changed:
        setattr(row, name, values[name])
    return bool(changed)


def _store(row: Intake | ListEntry, by: User) -> None:
    row.version += 1
    row.updated_at, row.updated_by = timezone.now(), by
    with acting(by):
        row.save()


def _forget_nothing(client: Client, list_name: str, by: User) -> None:
    """A list with an entry is no longer one with nothing to put on it."""
    code = NOTHING_ON.get(list_name)
    intake = Intake.objects.filter(client=client, answered_none__contains=[code]).first() if code else None
    if intake is not None:
        intake.answered_none = [said for said in intake.answered_none if said != code]
        _store(intake, by)


def _touch(client: Client, by: User) -> None:
    """The record counts as changed today, and papers made from it before may no longer say what it says.

    Its own version stays, for its own editors.
    """
    with acting(by):
        Client.objects.filter(pk=client.pk).update(updated_at=timezone.now(), updated_by=by)
    outdating.mark_outdated(client)

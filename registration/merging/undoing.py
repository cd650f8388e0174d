"""Taking a merge apart by its journal: every column it changed becomes what it was, and nothing else does."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError
from registration.merging.journal import Change, Columns, made_columns, present, values_of
from registration.models import Client
from registration.stamping import STAMPED

# Every change of a record counts these up: they say nothing of what the merge did.
_OWN_MARKS = frozenset({"version", "updated_at", "updated_by_id"})


class CannotUndo(DomainError):
    """Something was changed since that the journal would overwrite; the message says what."""


def in_order(changes: Iterable[Change], keep: int) -> list[Change]:
    """The record that stayed first: it gives back the PESEL before the other has it again."""
    return sorted(changes, key=lambda change: change.place != (Client, keep))


def restore(change: Change) -> None:
    """Make the row what it was. Raises ``CannotUndo`` where somebody has changed the same since."""
    now = present(change.place)
    if change.before is None:
        _remove(change, now)
    elif now is None:
        _put_back(change)
    else:
        _write_back(change, now)


def _remove(change: Change, now: Columns | None) -> None:
    """What the merge itself has made goes, unless somebody has worked on it."""
    model, number = change.place
    if now is None:
        return
    if now != change.after:
        raise CannotUndo(_told(model, set(now)))
    model._base_manager.filter(pk=number).delete()


def _put_back(change: Change) -> None:
    """A row that the merge removed comes back; one that somebody has deleted since stays deleted."""
    model, _number = change.place
    if change.after is None and change.before is not None:
        model._base_manager.bulk_create([model(**values_of(model, change.before))])


def _write_back(change: Change, now: Columns) -> None:
    model, number = change.place
    before, after = change.before or {}, change.after or {}
    columns = {name for name, was in before.items() if was != after.get(name)} - _OWN_MARKS
    changed_since = {name for name in columns if now.get(name) not in (after.get(name), before[name])}
    if changed_since:
        raise CannotUndo(_told(model, changed_since))
    row = model._base_manager.get(pk=number)
    for name, value in values_of(model, {name: before[name] for name in columns}).items():
        setattr(row, name, value)
    names = {field.name for field in model._meta.concrete_fields if field.attname in columns}
    row.save(update_fields=[*names, *made_columns(model), *(STAMPED if model is Client else ())])


def _told(model: type[models.Model], columns: Iterable[str]) -> str:
    labels = [str(field.verbose_name) for field in model._meta.concrete_fields if field.attname in columns]
    return _(
        "It cannot be undone: somebody has changed this since the merge: %(kind)s, %(columns)s. "
        "Correct the two records by hand."
    ) % {"kind": model._meta.verbose_name, "columns": ", ".join(labels[:5])}

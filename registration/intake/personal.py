"""A person's rights over their intake: handed over in both languages, given to the record it is merged into, erased."""

from collections.abc import Iterator
from typing import Any

from django.db import models, transaction
from django.db.models import Model

from pup_portal.history import forget_events
from pup_portal.person_data import Row
from registration.models import (
    Child,
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    Intake,
    ListEntry,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)

LISTS: tuple[type[ListEntry], ...] = (
    Child,
    EducationEntry,
    WorkPeriod,
    ClientOccupation,
    SpokenLanguage,
    HeldLicence,
    SpecialSituation,
    PresentedDocument,
)
# Of what may stand once for a person: the column that says which it is.
ONCE: dict[type[ListEntry], str] = {SpokenLanguage: "language_id", SpecialSituation: "kind_id"}


def export(person: int) -> Iterator[dict[str, Any]]:
    """The answers of the client with the key ``person`` (``Client.pk``), then every entry of every list."""
    for intake in Intake.objects.filter(client=person):
        yield _facts(intake)
    for model in LISTS:
        entries = model.objects.filter(client=person).for_list()
        yield from (Row(model, _facts(entry)) for entry in entries)


@transaction.atomic
def erase(person: int) -> None:
    """Delete everything, its history included. Erasing again changes nothing."""
    models: tuple[type[Model], ...] = (Intake, *LISTS)
    for model in models:
        model._default_manager.filter(client=person).delete()
        forget_events(model, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """Every entry goes over, unless the other list says the same already.

    The single answers go over only where the other record has none at all: else its own stand, and those of
    ``gone`` stay with it, for whoever must undo it.
    """
    if not Intake.objects.filter(client=keep).exists():
        Intake.objects.filter(client=gone).update(client=keep)
    for model in LISTS:
        moved = model._default_manager.filter(client=gone)
        if column := ONCE.get(model):
            held = model._default_manager.filter(client=keep).values(column)
            moved = moved.exclude(**{f"{column}__in": held})
        moved.update(client=keep)


def _facts(row: Model) -> dict[str, Any]:
    return {column.name: _value(row, column) for column in _told(type(row))}


def _told(model: type[Model]) -> list[Any]:
    """What was said, and when last; not by whom of the staff."""
    return [
        column
        for column in model._meta.concrete_fields
        if (column.editable and column.name != "client" and not column.primary_key)
        or column.name == "updated_at"
    ]


def _value(row: Model, column: Any) -> Any:
    value = getattr(row, column.name)
    return value.name_pl if isinstance(column, models.ForeignKey) and value is not None else value

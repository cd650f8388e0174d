"""What a merge does to every row about two people, written down so that it can be taken back exactly.

Nothing is asked of the apps: all rows that name one of the two are read before and after their hooks, locked,
and what differs is the journal. A new app whose hook moves its rows is therefore undone like the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, ForeignKey, Model, Q

from pup_portal import person_data
from registration.models import Client, Comparison, Deadlines, Merge, MergeStep, NameKey, NameWord

# Made anew from the record, or the journal itself.
DERIVED: frozenset[type[Model]] = frozenset({NameKey, NameWord, Comparison, Deadlines, Merge, MergeStep})

type Place = tuple[type[Model], int]
type Columns = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """One row as it was and as it became; nothing where it was not there."""

    place: Place
    before: Columns | None
    after: Columns | None


def rows_about(*people: int) -> dict[Place, Columns]:
    """Every row that names one of ``people``, by model and number, locked until the end of the transaction."""
    return {
        (model, row.pk): columns_of(row)
        for model, names_them in _asked(people)
        for row in model._base_manager.filter(names_them).select_for_update(of=("self",)).order_by("pk")
    }


def changes(before: dict[Place, Columns], *people: int) -> Iterator[Change]:
    """What differs now from ``before``: rows of the two people, and rows that were and no longer are."""
    after = rows_about(*people)
    for place, was in before.items():
        now = after[place] if place in after else present(place)
        if was != now:
            yield Change(place, was, now)
    yield from (Change(place, None, now) for place, now in after.items() if place not in before)


def present(place: Place) -> Columns | None:
    """The row as it stands in the database, locked; nothing when it is gone."""
    model, number = place
    row = model._base_manager.filter(pk=number).select_for_update(of=("self",)).first()
    return None if row is None else columns_of(row)


def columns_of(row: Model) -> Columns:
    """The row's columns as JSON holds them."""
    return {field.attname: _plain(field, row) for field in _stored(type(row))}


def values_of(model: type[Model], columns: Columns) -> dict[str, Any]:
    """``columns`` as Python has them. One that the model no longer has is left out."""
    fields: dict[str, Any] = {field.attname: field for field in _stored(model)}
    return {
        name: None if value is None else fields[name].to_python(value)
        for name, value in columns.items()
        if name in fields
    }


def write(merge: Merge, change: Change) -> MergeStep:
    model, number = change.place
    return MergeStep.objects.create(
        merge=merge,
        model=model._meta.label_lower,
        number=number,
        before=json.dumps(change.before) if change.before else "",
        after=json.dumps(change.after) if change.after else "",
    )


def read(step: MergeStep) -> Change:
    return Change(
        (apps.get_model(step.model), step.number),
        json.loads(step.before) if step.before else None,
        json.loads(step.after) if step.after else None,
    )


def _asked(people: tuple[int, ...]) -> Iterator[tuple[type[Model], Q]]:
    content_type = ContentType.objects.get_for_model(Client)
    models = {model._meta.concrete_model for model in person_data.models()} - DERIVED
    for model in sorted(models, key=lambda model: model._meta.label_lower):  # type: ignore[union-attr]
        asked = Q(pk__in=people) if model is Client else Q()
        for field in model._meta.concrete_fields:  # type: ignore[union-attr]
            if isinstance(field, ForeignKey) and field.related_model is Client:
                asked |= Q(**{f"{field.name}__in": people})
        for generic in model._meta.private_fields:  # type: ignore[union-attr]
            if isinstance(generic, GenericForeignKey):
                asked |= Q(**{generic.ct_field: content_type, f"{generic.fk_field}__in": people})
        if asked:
            yield model, asked  # type: ignore[misc]


def _stored(model: type[Model]) -> list[Field[Any, Any]]:
    """What is written of a row. Columns made from others (indexes, sort keys) follow by themselves."""
    return [field for field in model._meta.concrete_fields if not _is_made(field)]


def made_columns(model: type[Model]) -> list[str]:
    """Columns made from others, which a save has to name beside them."""
    return [field.name for field in model._meta.concrete_fields if _is_made(field) and not field.generated]


def _is_made(field: Field[Any, Any]) -> bool:
    return hasattr(field, "of") or field.generated


def _plain(field: Field[Any, Any], row: Model) -> Any:
    value = field.value_from_object(row)
    if value is None or isinstance(value, bool | int):
        return value
    written = field.value_to_string(row)
    return written if isinstance(written, str) else json.loads(json.dumps(written))

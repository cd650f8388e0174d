"""Exported values as people read them: labels of fields, words of choices, dates of the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext

from pup_portal import person_data
from registration.export_labels import LABELS

NOTHING = "—"


@dataclass(frozen=True)
class Section:
    """What one model holds: for each row its labels and values."""

    heading: str
    rows: list[list[tuple[str, str]]]


def sections(record: dict[str, list[dict[str, Any]]]) -> Iterator[Section]:
    """The filled parts of one exported record, in its order."""
    by_label = {held.model._meta.label_lower: held for held in person_data.registered()}
    for label, rows in record.items():
        model = apps.get_model(label)
        held = by_label.get(label)
        heading = held.heading if held else str(model._meta.verbose_name_plural)
        models = [model, *(held.covers if held else ())]
        if rows:
            yield Section(capfirst(heading), [list(_facts(models, row)) for row in rows])


def _facts(models: list[type[Model]], row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        field = _field(models, name)
        if value not in (None, "", []):
            yield _label(field, name), _value(field, value)


def _field(models: list[type[Model]], name: str) -> Field | None:
    """The column that ``name`` was exported from; of ``place__name_pl`` that is the place."""
    for model in models:
        try:
            field = model._meta.get_field(name.partition("__")[0])
        except FieldDoesNotExist:
            continue
        if isinstance(field, Field):
            return field
    return None


def _label(field: Field | None, name: str) -> str:
    automatic = name.replace("_", " ")
    named = str(field.verbose_name) if field is not None else automatic
    return capfirst(str(LABELS.get(name, named)) if named == automatic else named)


def _value(field: Field | None, value: Any) -> str:
    words = dict(field.flatchoices) if field is not None and field.choices else {}
    base = getattr(field, "base_field", None)
    words |= dict(base.flatchoices) if base is not None else {}
    if isinstance(value, list) and words:
        return ", ".join(str(words.get(part, part)) for part in value)
    if not isinstance(value, list) and value in words:
        return str(words[value])
    return text_of(value)


@singledispatch
def text_of(value: Any) -> str:
    return str(value)


@text_of.register
def _(value: bool) -> str:
    return gettext("yes") if value else gettext("no")


@text_of.register
def _(value: date) -> str:
    return date_format(value, "DATE_FORMAT")


@text_of.register
def _(value: datetime) -> str:
    return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")


@text_of.register
def _(value: list) -> str:
    return "; ".join(map(text_of, value)) or NOTHING


@text_of.register
def _(value: dict) -> str:
    told = (_part(name, part) for name, part in value.items() if part not in (None, "", [], False))
    return ", ".join(told)


def _part(name: str, part: Any) -> str:
    """A value between others of its row; of a yes, what is so."""
    return str(LABELS.get(name, name)) if part is True else text_of(part)

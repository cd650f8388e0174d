"""Who changed what from what to what, read from the event tables that the database itself fills."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch
from pathlib import PurePath
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.paginator import Page
from django.db import models
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from pup_portal.http import page_of

PER_PAGE = 20


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One write of a record. ``by`` is a name, or empty when no member of staff made it."""

    at: datetime
    by: str
    reason: str
    is_first: bool
    fields: list[FieldChange]


def history_of(request: HttpRequest, record: models.Model) -> tuple[Page[Any], list[Change]]:
    """The asked page of a tracked record's events, newest first, and what each of them changed."""
    events: models.QuerySet[Any] = record.events.order_by("-pgh_id")  # type: ignore[attr-defined]
    events = events.select_related("pgh_context", *_related_names(events.model))
    page = page_of(request, events, per_page=PER_PAGE)
    shown = list(page)
    older = events.filter(pgh_id__lt=shown[-1].pgh_id).first() if shown else None
    return page, list(_changes(shown, older))


def version_of(record: models.Model) -> int:
    """A number that grows with every change of a tracked record; 0 before the first."""
    events: models.QuerySet[Any] = record.events  # type: ignore[attr-defined]
    return events.aggregate(last=models.Max("pgh_id"))["last"] or 0


def forget_history(rows: "models.QuerySet[Any]") -> None:
    """Delete what the event tables keep of ``rows``. Call before the rows themselves are gone."""
    forget_events(rows.model, pgh_obj__in=list(rows.values_list("pk", flat=True)))


def forget_events(tracked: type[models.Model], **about: Any) -> None:
    """Delete the events that are ``about`` something by their own columns, also of rows deleted long ago."""
    for event in event_models(tracked):
        event._default_manager.filter(**about).delete()


def past_keys(tracked: type[models.Model], **about: Any) -> set[int]:
    """Primary keys of all rows that ever were ``about`` something, as the history knows them."""
    return {
        key
        for event in event_models(tracked)
        for key in event._default_manager.filter(**about).values_list("pgh_obj_id", flat=True)
    }


def event_models(tracked: type[models.Model]) -> list[type[models.Model]]:
    """The tables that keep the history of ``tracked``; none when nobody tracks it."""
    return [model for model in apps.get_models() if getattr(model, "pgh_tracked_model", None) is tracked]


def _related_names(model: type[models.Model]) -> list[str]:
    return [field.name for field in _told(model) if field.is_relation]


def _told(model: type[models.Model]) -> list[Any]:
    """The fields a person can read: what a form could hold, none of the bookkeeping."""
    fields = model._meta.concrete_fields
    return [field for field in fields if field.editable and not field.name.startswith("pgh_")]


def _changes(events: list[Any], older: Any | None) -> Iterator[Change]:
    names = _names(events)
    for event, before in zip(events, [*events[1:], older], strict=False):
        told = event.pgh_context.metadata if event.pgh_context else {}
        yield Change(
            at=event.pgh_created_at,
            by=names.get(told.get("user"), ""),
            reason=told.get("reason", ""),
            is_first=before is None,
            fields=[] if before is None else list(_differences(before, event)),
        )


def _names(events: Iterable[Any]) -> dict[Any, str]:
    keys = {event.pgh_context.metadata.get("user") for event in events if event.pgh_context} - {None}
    people = get_user_model()._default_manager.in_bulk(keys) if keys else {}
    return {key: str(person) for key, person in people.items()}


def _differences(before: models.Model, after: models.Model) -> Iterator[FieldChange]:
    for field in _told(type(after)):
        if getattr(before, field.attname) != getattr(after, field.attname):
            label = str(field.verbose_name)
            label = label[:1].upper() + label[1:]
            yield FieldChange(label, _readable(field, before), _readable(field, after))


def _readable(field: Any, row: models.Model) -> str:
    if field.choices:
        return str(row._get_FIELD_display(field))  # type: ignore[attr-defined]
    value = getattr(row, field.name)
    return "—" if value in (None, "", []) else in_words(value)


@singledispatch
def in_words(value: Any) -> str:
    """A stored value as people read it."""
    return str(value)


@in_words.register
def _(value: bool) -> str:
    return gettext("yes") if value else gettext("no")


@in_words.register
def _(value: date) -> str:
    return date_format(value, "DATE_FORMAT")


@in_words.register
def _(value: datetime) -> str:
    return date_format(timezone.localtime(value), "DATETIME_FORMAT")


@in_words.register
def _(value: list) -> str:
    return ", ".join(map(str, value))


@in_words.register
def _(value: FieldFile) -> str:
    return PurePath(value.name or "—").name

"""What changed in a record, when and by whom, in words; read from the rows that database triggers keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from registration.dates import PartialDate
from registration.disclosure import MASKED, masked
from registration.models import Client
from registration.vocabulary import Citizenship, DatePrecision

SHOWN_STEPS = 200
TRACKED = (
    "state", "is_restricted",
    "surname_cyrillic", "given_names_cyrillic", "patronymic", "surname_latin", "given_names_latin",
    "birth_date", "birth_place", "sex", "citizenships",
    "pesel", "no_pesel_reason", "document_kind", "document_number", "document_expires_on",
    "phone", "email", "contact_language", "preferred_contact",
    "accommodation", "place", "street_address", "looks_for", "notes",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One field, before and after, as people read it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """One saving of the record. The first one has no changes: the record was opened."""

    at: datetime
    by: User
    changes: list[Change]
    reason: str = ""


def history_of(client: Client, *, withheld: frozenset[str]) -> list[Step]:
    """The newest steps first; fields in ``withheld`` are left out, not even named."""
    events = list(_events(client).order_by("-pgh_id")[: SHOWN_STEPS + 1])
    names = [name for name in TRACKED if name not in withheld]
    steps = [
        Step(after.pgh_created_at, after.updated_by, changes, _reason(after))
        for after, before in pairwise(events)
        if (changes := differences(before, after, names))
    ]
    if len(events) <= SHOWN_STEPS:
        steps += [Step(event.pgh_created_at, event.updated_by, []) for event in events[-1:]]
    return steps


def as_of(client: Client, version: int) -> Any | None:
    """The record as it was saved under ``version``, with the fields of ``Client``."""
    return _events(client).filter(version=version).order_by("-pgh_id").first()


def differences(before: Any, after: Any, names: Iterable[str]) -> list[Change]:
    """The fields of ``names`` that differ between two states of a record."""
    both = ((name, _value(before, name), _value(after, name)) for name in names)
    return [Change(label(name), shown(name, old), shown(name, new)) for name, old, new in both if old != new]


def label(name: str) -> str:
    return str(Client._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def shown(name: str, value: Any) -> str:
    """A stored value as people read it; a number that is revealed for a reason only, masked."""
    if name in MASKED:
        return masked(value or "")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, PartialDate):
        return value.spoken()
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if name == "citizenships":
        return ", ".join(str(Citizenship(code).label) for code in value)
    field = Client._meta.get_field(name)
    if isinstance(field, models.Field) and field.choices:
        value = dict(field.flatchoices).get(value, value)
    return str(value) if value is not None else ""


def _events(client: Client) -> models.QuerySet[Any]:
    return client.events.select_related("updated_by", "place", "accommodation", "pgh_context")  # type: ignore[attr-defined]


def _reason(event: Any) -> str:
    return str(event.pgh_context.metadata.get("reason", "")) if event.pgh_context else ""


def _value(row: Any, name: str) -> Any:
    if name == "birth_date" and row.birth_date:
        return PartialDate(row.birth_date, DatePrecision(row.birth_date_precision))
    return getattr(row, name)

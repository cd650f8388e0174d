"""The access log as its pages show it: entries with the people behind their numbers, for those who may see them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, Count, F, Model, Value, When
from django.db.models.functions import TruncDate
from django.utils.translation import gettext

from accounts import access_notes, purposes
from accounts.access_models import AccessEntry, AccessEntryQuerySet, AccessKind
from accounts.models import User
from accounts.permissions import Role


@dataclass(frozen=True)
class Line:
    """One entry; the person of its record, and the words beside it, when the reader may see that person."""

    entry: AccessEntry
    person: Model | None
    words: str = ""

    @property
    def record(self) -> str:
        """The record without its person: what it is and its number."""
        return record_text(self.entry)

    @property
    def purpose(self) -> str:
        return ": ".join(filter(None, [purposes.text_of(self.entry), self.words]))


def lines(entries: Iterable[AccessEntry], *, reader: User) -> list[Line]:
    """One more query for each kind of record among ``entries`` and one for notes; none where there are none."""
    entries = list(entries)
    people = {label: _visible(label, entries, reader) for label in {entry.subject_model for entry in entries}}
    words = access_notes.words_of(entries)
    return [_line(entry, people[entry.subject_model].get(entry.subject_number), words) for entry in entries]


def people_in(shown: Iterable[Line]) -> list[Model]:
    return [line.person for line in shown if line.person is not None]


def record_text(entry: AccessEntry) -> str:
    """``client 12``; empty where no record was seen."""
    model = _model(entry.subject_model)
    kind = model._meta.verbose_name if model else entry.subject_model
    return f"{kind} {entry.subject_number}" if entry.subject_number is not None else ""


def _line(entry: AccessEntry, person: Model | None, words: Mapping[UUID, str]) -> Line:
    _code, number = access_notes.parts_of(entry.purpose)
    return Line(entry, person, words.get(number, "") if person is not None and number else "")


def filtered(rows: AccessEntryQuerySet, asked: Mapping[str, Any]) -> AccessEntryQuerySet:
    """What ``AccessFilterForm`` asks for; what it does not say does not narrow."""
    rows = rows.between(asked.get("first_day"), asked.get("last_day"))
    exact = {"actor": asked.get("actor"), "kind": asked.get("kind"), "subject_number": asked.get("record")}
    return rows.filter(**{name: value for name, value in exact.items() if value})


@dataclass(frozen=True)
class Day:
    """What members of one role (or one of them, when names are given) did with a record on one day."""

    day: date
    role: str
    name: str
    kind: str
    count: int


def days_of(subject: Model, *, with_names: bool) -> Iterator[Day]:
    """Who saw the record of ``subject`` by days, newest first; refusals showed nothing and are left out.

    Of a number that was uncovered the reason is told as it was given: the person may ask for it.
    """
    rows = AccessEntry.objects.about(subject).exclude(kind=AccessKind.DENIAL)
    who = ["actor_role", "actor__full_name"] if with_names else ["actor_role"]
    why = Case(When(kind=AccessKind.REVEAL, then=F("purpose")), default=Value(""))
    found = rows.values("kind", *who, day=TruncDate("at"), why=why).annotate(count=Count("pk"))
    days = list(found.order_by("-day", *who, "kind", "why"))
    words = access_notes.words_of(AccessEntry(purpose=row["why"]) for row in days)
    for row in days:
        role = str(Role(row["actor_role"]).label) if row["actor_role"] else gettext("the portal itself")
        yield Day(row["day"], role, row.get("actor__full_name") or "", _deed(row, words), row["count"])


def _deed(row: Mapping[str, Any], words: Mapping[UUID, str]) -> str:
    entry = AccessEntry(kind=row["kind"], purpose=row["why"])
    _code, number = access_notes.parts_of(entry.purpose)
    said = [
        str(AccessKind(entry.kind).label),
        purposes.text_of(entry),
        words.get(number, "") if number else "",
    ]
    return ": ".join(filter(None, said))


def _visible(label: str, entries: list[AccessEntry], reader: User) -> dict[Any, Model]:
    model = _model(label)
    visible_to = getattr(model and model._default_manager, "visible_to", None)
    if visible_to is None:
        return {}
    wanted = {entry.subject_number for entry in entries if entry.subject_model == label}
    found: dict[Any, Model] = visible_to(reader).in_bulk(wanted)
    return found


def _model(label: str) -> type[Model] | None:
    try:
        return apps.get_model(label) if label else None
    except LookupError:  # a model that is gone; its rows stay
        return None

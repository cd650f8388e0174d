"""One page of a history: who changed what, from what to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.contrib.auth import get_user_model
from django.core.paginator import Page
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pup_portal.history.differences import Piece, pieces
from pup_portal.history.parts import Part, parts_of
from pup_portal.history.words import shown
from pup_portal.http import DeskRequest, page_of

PER_PAGE = 20
MOST_UNFOLDED = 6  # values of a new row that do not push the other steps out of sight

_BLANK: tuple[Any, ...] = (None, "", [])  # all told as "nothing"

type Known = dict[type[models.Model], dict[Any, models.Model]]


class Deed(StrEnum):
    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    KNOWN = "known"  # stood so when its history began


_DEEDS = {"insert": Deed.MADE, "update": Deed.CHANGED, "delete": Deed.REMOVED, "known": Deed.KNOWN}


@dataclass(frozen=True)
class FieldChange:
    """A field before and after, in words; of long texts ``pieces`` say where they differ."""

    label: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        return pieces(self.before, self.after)


@dataclass(frozen=True)
class RowChange:
    """What one write did to one row. Of the record itself there is no ``heading``.

    ``is_whole`` says that what stood there before is known: rows may be older than their history.
    """

    heading: str
    name: str
    deed: Deed
    fields: list[FieldChange]
    is_whole: bool = True

    @property
    def is_long(self) -> bool:
        """Whether the values of a new or removed row are better folded away."""
        return len(self.fields) > MOST_UNFOLDED


@dataclass(frozen=True)
class Step:
    """What was written in one go. ``by`` says who did it, also when it was no member of staff."""

    at: datetime
    by: str
    reason: str
    rows: list[RowChange]


@dataclass(frozen=True)
class History:
    page: Page[Any]
    steps: list[Step]


@dataclass(frozen=True)
class _Write:
    """An event and the state of its row before and after it."""

    part: Part
    event: Any
    before: Any
    after: Any

    @property
    def named(self) -> Any:
        return self.after if self.after is not None else self.before

    @property
    def moment(self) -> tuple[datetime, Any]:
        return self.event.pgh_created_at, self.event.pgh_context_id

    @property
    def row(self) -> tuple[Any, Any]:
        return type(self.event), getattr(self.event, self.part.row_key)

    @property
    def changed(self) -> list[Any]:
        return [column for column in self.part.fields if self._differs(column)]

    @property
    def is_silent(self) -> bool:
        """Whether only the time of the change or a number of the portal's own was written."""
        if self.before is None or self.after is None:
            return False
        return not self.changed and not any(
            getattr(self.before, column.attname) != getattr(self.after, column.attname)
            for column in self.part.worth_telling
        )

    @property
    def signed_in_the_row(self) -> set[Any]:
        """Whom the row itself names as the one who has done this."""
        if self.after is None or (self.before is None and self.event.pgh_label != "insert"):
            return set()
        names = (column.attname for column in self.part.signatures)
        return {
            getattr(self.after, name)
            for name in names
            if self.before is None or getattr(self.before, name) != getattr(self.after, name)
        } - {None}

    def _differs(self, column: Any) -> bool:
        if self.event.pgh_label == "update" and self.before is None:
            return False
        if self.before is None or self.after is None:
            return getattr(self.named, column.attname) not in _BLANK
        before, after = (getattr(row, column.attname) for row in (self.before, self.after))
        if before != after and not (before in _BLANK and after in _BLANK):
            return True
        reading = self.part.readings.get(column.name)
        return reading is not None and reading(self.before) != reading(self.after)


def history_of(request: DeskRequest, record: models.Model) -> History:
    """The asked page of what happened to ``record`` and what belongs to it, newest first."""
    parts = parts_of(record, request.user)
    page = page_of(request, _moments(parts), per_page=PER_PAGE)
    writes = list(_writes(parts, list(page)))
    known = _known(writes)
    told = [write for write in writes if not write.is_silent]
    return History(page, [_step(together, known) for together in _in_one_go(told)])


def version_of(record: models.Model) -> int:
    """A number that grows with every change of a tracked record; 0 before the first."""
    events: models.QuerySet[Any] = record.events  # type: ignore[attr-defined]
    return events.aggregate(last=models.Max("pgh_id"))["last"] or 0


def _moments(parts: list[Part]) -> "models.QuerySet[Any]":
    """Place of the part and key of every event, the newest first, without the rows themselves."""
    first, *others = (
        told.events.order_by().annotate(pgh_part=Value(place)).values("pgh_created_at", "pgh_part", "pgh_id")
        for place, told in enumerate(parts)
    )
    return first.union(*others, all=True).order_by("-pgh_created_at", "pgh_part", "-pgh_id")


def _writes(parts: list[Part], moments: list[dict[str, Any]]) -> Iterator[_Write]:
    """The events of the page in its order; one query for each part that stands on it."""
    asked: dict[int, list[int]] = {}
    for moment in moments:
        asked.setdefault(moment["pgh_part"], []).append(moment["pgh_id"])
    loaded = {place: _loaded(parts[place], keys) for place, keys in asked.items()}
    for moment in moments:
        place = moment["pgh_part"]
        event, older = loaded[place][moment["pgh_id"]]
        is_removal = event.pgh_label == "delete"
        yield _Write(
            parts[place], event, before=event if is_removal else older, after=None if is_removal else event
        )


def _loaded(told: Part, keys: list[int]) -> dict[int, tuple[Any, Any]]:
    """Each of the events with the one before it of the same row, if there is any."""
    same_row = told.events.model._default_manager.filter(
        **{told.row_key: OuterRef(told.row_key)}, pgh_id__lt=OuterRef("pgh_id")
    )
    older = Subquery(same_row.order_by("-pgh_id").values("pgh_id")[:1])
    events = told.events.model._default_manager.filter(pgh_id__in=keys)
    wanted = Q(pgh_id__in=keys) | Q(pgh_id__in=events.annotate(older=older).values("older"))
    found = told.events.model._default_manager.filter(wanted).select_related("pgh_context")
    last: dict[Any, Any] = {}
    paired = {}
    for event in found.order_by("pgh_id"):
        row = getattr(event, told.row_key)
        paired[event.pgh_id] = event, last.get(row)
        last[row] = event
    return paired


def fields_between(told: Part, pairs: Iterable[tuple[Any, Any]]) -> list[dict[str, FieldChange]]:
    """Of each pair of events of one row, the fields that differ, by name; their ``pgh_context`` is at hand."""
    writes = [_Write(told, after, before=before, after=after) for before, after in pairs]
    known = _known(writes)
    return [
        {column.name: _field_change(write, column, known) for column in write.changed} for write in writes
    ]


def _in_one_go(writes: list[_Write]) -> Iterator[list[_Write]]:
    """Neighbours of one transaction and one request, each row once: written again, it is another step."""
    together: list[_Write] = []
    for write in writes:
        if together and (
            write.moment != together[0].moment or write.row in {other.row for other in together}
        ):
            yield together
            together = []
        together.append(write)
    if together:
        yield together


def _known(writes: list[_Write]) -> Known:
    """What the values point at, and who signed: one query for each model, however many fields lead to it."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for write in writes:
        signed = {_told_with(write.event).get("user"), *write.signed_in_the_row}
        wanted.setdefault(get_user_model(), set()).update(signed)
        for column in [*write.changed, *_naming(write.part)]:
            if column.related_model is not None:
                values = {
                    getattr(row, column.attname) for row in (write.before, write.after) if row is not None
                }
                wanted.setdefault(column.related_model, set()).update(values)
    return {
        model: model._base_manager.in_bulk(keys - {None}) for model, keys in wanted.items() if keys - {None}
    }


def _naming(told: Part) -> list[Any]:
    return [told.events.model._meta.get_field(told.named_by)] if told.named_by else []


def _told_with(event: Any) -> dict[str, Any]:
    return event.pgh_context.metadata if event.pgh_context else {}


def _step(writes: list[_Write], known: Known) -> Step:
    event = writes[0].event
    return Step(
        at=event.pgh_created_at,
        by=_signature(writes, known),
        reason=_told_with(event).get("reason", ""),
        rows=[_row_change(write, known) for write in writes],
    )


def _signature(writes: list[_Write], known: Known) -> str:
    event, people = writes[0].event, known.get(get_user_model(), {})
    if event.pgh_label == "known":
        return _("from before the history began")
    if event.pgh_context is None:
        return _signature_in_the_rows(writes, people)
    user = event.pgh_context.metadata.get("user")
    if user is None:
        return _("the portal itself")
    return str(people[user]) if user in people else _("somebody who is no longer known")


def _signature_in_the_rows(writes: list[_Write], people: dict[Any, models.Model]) -> str:
    """Who is named by what was written outside of a page, when that is one person."""
    named = {user for write in writes for user in write.signed_in_the_row}
    if len(named) == 1 and (person := people.get(named.pop())) is not None:
        return _("%(name)s, not on a page of the portal") % {"name": person}
    return _("a command, or somebody in the database itself")


def _row_change(write: _Write, known: Known) -> RowChange:
    deed = _DEEDS.get(write.event.pgh_label, Deed.CHANGED)
    named = [_value(write.part, column, write.named, known) for column in _naming(write.part)]
    return RowChange(
        heading=capfirst(str(write.part.heading)),
        name=" ".join(named),
        deed=deed,
        fields=[_field_change(write, column, known) for column in write.changed],
        is_whole=deed != Deed.CHANGED or write.before is not None,
    )


def _field_change(write: _Write, column: Any, known: Known) -> FieldChange:
    before, after = (_value(write.part, column, row, known) for row in (write.before, write.after))
    return FieldChange(write.part.label(column), before, after)


def _value(told: Part, column: Any, row: Any, known: Known) -> str:
    if row is None:
        return ""
    if column.name in told.readings:
        return told.readings[column.name](row)
    value = getattr(row, column.attname)
    if column.related_model is None or value is None:
        return shown(column, value)
    target = known.get(column.related_model, {}).get(value)
    return str(target) if target is not None else _("a record that is gone")

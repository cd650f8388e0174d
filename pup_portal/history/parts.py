"""What the history of a record tells: the events of its own row, and of the rows that belong to it.

Apps say with ``tell`` what of theirs belongs to whose history: the app of the record its own rows, and apps
above it theirs, which the app of the record knows nothing of. A part that the reader may not see is not given.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from pup_portal.history.forgetting import event_models

type Reading = Callable[[Any], str]
type Told = Callable[[Any, Any], Iterable["Part"]]

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_LANGUAGES = {"_pl": _("in Polish"), "_uk": _("in Ukrainian")}


@dataclass(frozen=True)
class Part:
    """Events of one table, and how they are told.

    ``withheld``: fields that are not even named. ``readings``: how a value is read from its row where the
    column alone does not say it. ``labels``: names of fields that have none on pages. ``named_by``: the field
    that tells one row of the part from another. ``heading``: what a row of it is called; the record itself has none.
    """

    events: "models.QuerySet[Any]"
    heading: Any = ""
    named_by: str = ""
    withheld: frozenset[str] = frozenset()
    readings: Mapping[str, Reading] = _NOTHING
    labels: Mapping[str, Any] = field(default=_NOTHING)

    @cached_property
    def fields(self) -> list[Any]:
        """What a form could hold, none of the bookkeeping: who and when stand at the head of the step."""
        names = {column.name for column in self.events.model._meta.concrete_fields}
        return [
            column
            for column in self.events.model._meta.concrete_fields
            if column.editable and column.name not in self.withheld and not _is_bookkeeping(column, names)
        ]

    @cached_property
    def signatures(self) -> list[Any]:
        """The columns that say who did something with the row."""
        return [
            column
            for column in self.events.model._meta.concrete_fields
            if column.name.endswith("_by") and column.related_model is get_user_model()
        ]

    @cached_property
    def worth_telling(self) -> list[Any]:
        """What is told, what the reader may not see, and who did something; without it a write says nothing."""
        hidden = [
            column for column in self.events.model._meta.concrete_fields if column.name in self.withheld
        ]
        return [*self.fields, *hidden, *self.signatures]

    @cached_property
    def row_key(self) -> str:
        """The column with the primary key of the row an event is about. Pairs have no object of their own."""
        names = {column.name for column in self.events.model._meta.concrete_fields}
        return "pgh_obj_id" if "pgh_obj" in names else "id"

    def label(self, column: Any) -> str:
        name = column.name
        text = self.labels.get(name, column.verbose_name)
        language = _LANGUAGES.get(name[-3:])
        if language is not None and name[:-3] in {other.name for other in column.model._meta.concrete_fields}:
            text = format_lazy("{} – {}", text, language)
        return capfirst(str(text))


def part(tracked: type[models.Model], *, withheld: Iterable[str] = (), **about: Any) -> Part:
    """The events of ``tracked`` that are ``about`` something, under the model's own name.

    The columns of ``about`` say whose rows these are, so they are not told. Refine with ``dataclasses.replace``.
    """
    (event,) = event_models(tracked)
    owners = {name.partition("__")[0].removesuffix("_id") for name in about}
    return Part(
        event._default_manager.filter(**about),
        heading=tracked._meta.verbose_name,
        withheld=frozenset(withheld) | owners,
    )


def own(record: models.Model, **options: Any) -> Part:
    """The events of the record itself."""
    return replace(part(type(record), pgh_obj=record.pk), heading="", **options)


def pairs(record: models.Model, name: str) -> Part:
    """What was added to and taken from the many-to-many field ``name`` of ``record``."""
    described: Any = record._meta.get_field(name)
    return pairs_of(type(record), name, **{described.m2m_field_name(): record.pk})


def pairs_of(model: type[models.Model], name: str, **about: Any) -> Part:
    """The same of several records, whose pairs are ``about`` something."""
    described: Any = model._meta.get_field(name)
    through = part(described.remote_field.through, **about)
    return replace(through, heading=described.verbose_name, labels={described.m2m_reverse_field_name(): ""})


_told: dict[type[models.Model], list[Told]] = {}


def tell(model: type[models.Model], told: Told) -> None:
    """Let the history of ``model``'s records tell the parts ``told(record, reader)``."""
    if told not in _told.setdefault(model, []):
        _told[model].append(told)


def parts_of(record: models.Model, reader: models.Model) -> list[Part]:
    """What ``reader`` is told of ``record``; of a model that nobody tells of, its own row."""
    tellers = _told.get(type(record))
    if tellers is None:
        return [own(record)]
    return [told for teller in tellers for told in teller(record, reader)]


def _is_bookkeeping(column: Any, names: set[str]) -> bool:
    name = column.name
    return (
        name == "id"
        or name.startswith("pgh_")
        or (name.endswith("_by") and column.related_model is get_user_model())
        or (name.endswith("_at") and f"{name[:-3]}_by" in names)
        or {f"{name}_pl", f"{name}_uk"} <= names  # holds whichever language was saved last
    )

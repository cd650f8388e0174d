"""Which models hold a person's data, and what each does on export, merging, erasure and retention.

Every app that keeps something about a person registers here from its ``AppConfig.ready()``; the rights of
a person are served by walking this list, so that nothing held about them can be forgotten. A person is
named by the primary key of the record that ``is_person`` (a client of the desk).

A test refuses a model with a foreign key to a person, or with columns such as a phone, that no registration
names as its ``model`` or ``covers``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

# The data goes when the person's own record does; anything else is the key of a dated rule of its own.
WITH_THE_PERSON = "with-the-person"


@dataclass(frozen=True)
class HeldFile:
    """A stored file about a person: the name it is handed over under, and its name in the storage."""

    name: str
    stored_as: str


type Export = Callable[[int], Iterable[dict[str, Any]]]
type Erase = Callable[[int], None]
type Merge = Callable[[int, int], None]
type Files = Callable[[int], Iterable[HeldFile]]


class Row(dict[str, Any]):
    """An exported row of ``model``, where a registration answers for more than its own."""

    def __init__(self, model: type[Model], values: dict[str, Any]) -> None:
        super().__init__(values)
        self.model = model


def _no_files(person: int) -> Iterable[HeldFile]:
    return ()


def _nothing_to_move(keep: int, gone: int) -> None:
    """What is derived from the record goes with it."""


@dataclass(frozen=True)
class PersonData:
    """What one model, and those it ``covers``, answer for a person.

    ``export`` gives plain values, those of a covered model as ``Row``; ``erase`` removes or anonymises, in one transaction, history included;
    ``merge(keep, gone)`` gives what is about ``gone`` to ``keep``; ``files`` names what is stored. All may be
    repeated without harm.
    """

    model: type[Model]
    export: Export
    erase: Erase
    retention: str
    label: str | Promise = ""
    merge: Merge = _nothing_to_move
    files: Files = _no_files
    covers: tuple[type[Model], ...] = ()
    is_person: bool = False

    @property
    def heading(self) -> str:
        """What people call this data, in the active language."""
        return str(self.label or self.model._meta.verbose_name_plural)


_registered: dict[type[Model], PersonData] = {}


def register(  # noqa: PLR0913 - one keyword for each right; nothing is passed by place
    model: type[Model],
    *,
    export: Export,
    erase: Erase,
    retention: str,
    label: str | Promise = "",
    merge: Merge = _nothing_to_move,
    files: Files = _no_files,
    covers: tuple[type[Model], ...] = (),
    is_person: bool = False,
) -> None:
    """Tell that ``model`` keeps data of a person. ``retention`` is ``WITH_THE_PERSON`` or the key of a rule."""
    _registered[model] = PersonData(
        model, export, erase, retention, label, merge, files, covers, is_person=is_person
    )


def registered() -> list[PersonData]:
    """All registrations: the person's own record last, so that what depends on it can still find it."""
    return sorted(_registered.values(), key=lambda held: held.is_person)


def models() -> set[type[Model]]:
    """Every model that some registration answers for."""
    return {model for held in _registered.values() for model in (held.model, *held.covers)}


def export(person: int) -> dict[str, list[dict[str, Any]]]:
    """All that is held about ``person``, by the label of the model; the person's own record first."""
    told: dict[str, list[dict[str, Any]]] = {}
    for held in reversed(registered()):
        told[held.model._meta.label_lower] = []
        for row in held.export(person):
            model = row.model if isinstance(row, Row) else held.model
            told.setdefault(model._meta.label_lower, []).append(row)
    return told


def files(person: int) -> Iterator[HeldFile]:
    for held in registered():
        yield from held.files(person)


def merge(*, keep: int, gone: int) -> None:
    """Give everything about ``gone`` to ``keep``. Call in a transaction."""
    for held in registered():
        held.merge(keep, gone)

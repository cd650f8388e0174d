"""Which models hold a person's data, and what each does on export, erasure and retention.

Every app that keeps something about a person registers here from its ``AppConfig.ready()``; the rights of
a person are served by walking this list, so that nothing held about them can be forgotten.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class PersonData:
    """``export`` gives plain values by person key; ``erase`` removes or anonymises; both are idempotent."""

    model: type[Model]
    export: Callable[[Any], Iterable[dict[str, Any]]]
    erase: Callable[[Any], None]
    retention: str


_registered: dict[type[Model], PersonData] = {}


def register(
    model: type[Model],
    *,
    export: Callable[[Any], Iterable[dict[str, Any]]],
    erase: Callable[[Any], None],
    retention: str,
) -> None:
    """Tell that ``model`` keeps data of a person. ``retention`` is the key of a dated retention rule."""
    _registered[model] = PersonData(model, export, erase, retention)


def registered() -> list[PersonData]:
    """All registrations, in the order of the apps."""
    return list(_registered.values())

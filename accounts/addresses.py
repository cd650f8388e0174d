"""Which addresses lead to a person: each app tells from its ``AppConfig.ready()``.

``leads_to_a_person("client_id", find)`` speaks for every pattern with ``<uuid:client_id>`` in it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model

type Find = Callable[[UUID], Iterable[Model]]

_finders: dict[str, Find] = {}


def leads_to_a_person(argument: str, find: Find) -> None:
    """``find`` gives the people an address with ``argument`` is about, whoever asks."""
    _finders[argument] = find


def people_at(arguments: Mapping[str, Any]) -> list[Model]:
    """Whose records stand behind the arguments of an address; nobody's when it leads nowhere."""
    return [
        person for name, value in arguments.items() if name in _finders for person in _finders[name](value)
    ]

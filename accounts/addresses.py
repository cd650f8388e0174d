"""Which addresses lead to a person: each app tells from its ``AppConfig.ready()``.

``leads_to_a_person("client_id", find)`` speaks for every pattern with ``<uuid:client_id>`` in it, in whatever app:
an argument is given a name that means one thing only.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model

type Find = Callable[[Any], Iterable[Model]]  # of a key, or of a code in the address

_finders: dict[str, Find] = {}


def leads_to_a_person(argument: str, find: Find) -> None:
    """``find`` gives the people an address with ``argument`` is about, whoever asks."""
    _finders[argument] = find


def arguments() -> set[str]:
    """The names of arguments that lead to a person."""
    return set(_finders)


def people_at(arguments: Mapping[str, Any]) -> list[Model]:
    """Whose records stand behind the arguments of an address; nobody's when it leads nowhere."""
    return [
        person for name, value in arguments.items() if name in _finders for person in _finders[name](value)
    ]

"""Two people wrote in the same record: what each changed, so that neither loses a word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Clash:
    """A field that somebody else changed while this person was writing."""

    label: str
    theirs: str
    mine: str
    both: bool  # changed by both, so a person must choose; else theirs is taken over


def reconcile(
    current: Any,
    base: Any | None,
    mine: Mapping[str, Any],
    *,
    label: Callable[[str], str],
    shown: Callable[..., str],
    wholes: Mapping[str, str] = _NOTHING,
) -> tuple[dict[str, Any], list[Clash]]:
    """Join ``mine`` with what is stored in ``current``; ``base`` is the record as this person saw it.

    Where only the others changed a field, their value is taken; where both did, mine stays and is pointed out.
    ``wholes`` names for a column the one that says one thing with it, such as how much of a date is known: they are
    never taken from two people. ``shown`` gets the name of a field and its values.
    """
    joined, clashes = dict(mine), []
    for name in (name for name in mine if name not in wholes.values()):
        other = wholes.get(name, "")
        columns = [name, other] if other in mine else [name]
        my, theirs = [mine[column] for column in columns], [getattr(current, column) for column in columns]
        seen = None if base is None else [getattr(base, column) for column in columns]
        if theirs in (my, seen):
            continue
        both = my != seen
        if not both:
            joined |= zip(columns, theirs, strict=True)
        clashes.append(Clash(label(name), shown(name, *theirs), shown(name, *my), both))
    return joined, clashes

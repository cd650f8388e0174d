"""Two people wrote in the same record: what each changed, so that neither loses a word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


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
    shown: Callable[[str, Any], str],
    unnamed: frozenset[str] = frozenset(),
) -> tuple[dict[str, Any], list[Clash]]:
    """Join ``mine`` with what is stored in ``current``; ``base`` is the record as this person saw it.

    Where only the others changed a field, their value is taken; where both did, mine stays and is pointed out.
    Fields in ``unnamed`` go with another and are joined without a line of their own.
    """
    joined, clashes = dict(mine), []
    for name, value in mine.items():
        theirs = getattr(current, name)
        if theirs == value or (base is not None and theirs == getattr(base, name)):
            continue
        both = base is None or value != getattr(base, name)
        if not both:
            joined[name] = theirs
        if name not in unnamed:
            clashes.append(Clash(label(name), shown(name, theirs), shown(name, value), both))
    return joined, clashes

"""Two people wrote in the same record: what each changed, so that neither loses a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from registration import history
from registration.models import Client


@dataclass(frozen=True)
class Clash:
    """A field that somebody else changed while this person was writing."""

    label: str
    theirs: str
    mine: str
    both: bool  # changed by both, so a person must choose; else theirs is taken over


def reconcile(
    current: Client, seen_version: int, mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Clash]]:
    """Join ``mine`` with what was saved since ``seen_version``; say what the others changed.

    Where only they changed a field, their value is taken; where both did, mine stays and is pointed out.
    """
    base = history.as_of(current, seen_version)
    joined, clashes = dict(mine), []
    for name, value in mine.items():
        theirs = getattr(current, name)
        if theirs == value or (base is not None and theirs == getattr(base, name)):
            continue
        both = base is None or value != getattr(base, name)
        if not both:
            joined[name] = theirs
        if name != "birth_date_precision":  # goes with its date
            clashes.append(
                Clash(history.label(name), history.shown(name, theirs), history.shown(name, value), both)
            )
    return joined, clashes

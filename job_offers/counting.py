"""Counting the choices of the board's filters, each with all conditions but its own."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from job_offers.snapshot import Snapshot


@dataclass
class Counts:
    """How many live offers each choice would give, the other conditions kept.

    ``without`` tells, for each condition in force, how many offers there would be if it were dropped.
    """

    total: int = 0
    by_facet: dict[str, Counter[int]] = field(default_factory=dict)
    without: Counter[str] = field(default_factory=Counter)

    def of(self, facet: str) -> Counter[int]:
        return self.by_facet.get(facet, Counter())


def count(board: Snapshot, matching: int, filters: Mapping[str, frozenset[int]]) -> Counts:
    """Count the set ``matching`` under ``filters`` (the accepted values of each facet)."""
    sets = {name: board.having(name, values) for name, values in filters.items()}
    together = reduce(and_, sets.values(), matching)
    counts = Counts(total=together.bit_count())
    for facet, values in board.facets.items():
        rest = _all_but(facet, sets, matching) if facet in sets else together
        numbers = {value: (those & rest).bit_count() for value, those in values.items()}
        counts.by_facet[facet] = Counter({value: number for value, number in numbers.items() if number})
        if facet in sets:
            counts.without[facet] = rest.bit_count()
    return counts


def _all_but(facet: str, sets: Mapping[str, int], matching: int) -> int:
    return reduce(and_, (those for name, those in sets.items() if name != facet), matching)

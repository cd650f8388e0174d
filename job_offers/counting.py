"""Counting the choices of the board's filters: every facet in one pass over the matching entries."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Any

from django.db import connection
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from job_offers.models import BoardEntry

PAY_STEPS = (5000, 6000, 7000, 8000, 10000)  # gross PLN a month, just above the minimum and up
_FACETS: dict[str, Any] = {
    "place": F("place_id"),
    "contract": F("contract_id"),
    "shift": F("shift_id"),
    "lodging": Cast("has_lodging", IntegerField()),
    "experience": Cast("needs_no_experience", IntegerField()),
    "pay": Case(*(When(monthly_pay__gte=step, then=step) for step in reversed(PAY_STEPS))),
    "polish": F("polish_rank"),
}
_COLUMNS = [f"facet_{name}" for name in _FACETS]
_SETS = ", ".join(f"(missed, {column})" for column in _COLUMNS)
_NO_FACET = 2 ** len(_FACETS) - 1
# GROUPING() gives a bit for every column that is not grouped by, the first column highest.
_FACET_OF = {_NO_FACET ^ (1 << place): name for place, name in enumerate(reversed(_FACETS))}


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


def count(matching: QuerySet[BoardEntry], conditions: Mapping[str, Q]) -> Counts:
    """Count ``matching`` under ``conditions`` (by facet) in one query.

    An entry that misses one condition still counts among the choices of that condition's facet; one that
    misses two counts nowhere. So each facet is counted with all conditions but its own.
    """
    names = list(conditions)
    counts = Counts()
    for which, missed, *values, number in _grouped(matching, list(conditions.values())):
        missing = names[missed - 1] if missed else ""
        facet = _FACET_OF.get(which)
        if facet is None:
            counts.total += 0 if missing else number
            counts.without.update(dict.fromkeys([missing] if missing else names, number))
        elif missing in ("", facet):
            value = values[_COLUMNS.index(f"facet_{facet}")]
            counts.by_facet.setdefault(facet, Counter())[value] += number
    for counter in counts.by_facet.values():
        counter.pop(None, None)  # type: ignore[call-overload]
    return counts


def _grouped(matching: QuerySet[BoardEntry], conditions: list[Q]) -> list[tuple[int, ...]]:
    """Rows of (which set, place of the missed condition or 0, value of each facet, number)."""
    inner = (
        matching.order_by()
        .annotate(missed=_sum(conditions, by_place=True), misses=_sum(conditions, by_place=False))
        .filter(misses__lte=1)
        .annotate(**dict(zip(_COLUMNS, _FACETS.values(), strict=True)))
        .values_list("missed", *_COLUMNS)
    )
    entries, parameters = inner.query.sql_with_params()
    columns = ", ".join(_COLUMNS)
    statement = (  # nothing of a reader's stands in it: the ORM compiled the inner part, with parameters
        f"SELECT GROUPING({columns}), missed, {columns}, COUNT(*) FROM ({entries}) AS entry"  # noqa: S608  # nosec B608
        f" GROUP BY GROUPING SETS ((missed), {_SETS})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def _sum(conditions: list[Q], *, by_place: bool) -> Any:
    """The number of conditions an entry misses, or the sum of their places, counted from 1."""
    zero: Any = Value(0)
    return reduce(
        add,
        (
            Case(When(one, then=0), default=place if by_place else 1)
            for place, one in enumerate(conditions, 1)
        ),
        zero,
    )

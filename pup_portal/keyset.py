"""Pages of a log that only grows: found by the number of their last row, as fast on the last page as on the first."""

from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from pup_portal.http import PER_PAGE


@dataclass(frozen=True)
class Slice[M: Model]:
    """Some rows, newest first, and from which number on the older ones begin (0: there are none)."""

    rows: list[M]
    older: int


def slice_of[M: Model](request: HttpRequest, rows: QuerySet[M], *, per_page: int = PER_PAGE) -> Slice[M]:
    """The asked slice of ``rows`` (``?before=``), ordered by falling number; one query, no counting."""
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows.order_by("-pk")[: per_page + 1])
    return Slice(found[:per_page], found[per_page - 1].pk if len(found) > per_page else 0)

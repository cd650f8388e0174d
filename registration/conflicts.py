"""Two people wrote in the record of one client."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from pup_portal import conflicts
from pup_portal.history import shown
from registration.dates import PartialDate
from registration.disclosure import MASKED, masked
from registration.models import Client
from registration.vocabulary import DatePrecision


def reconcile(
    current: Client, seen_version: int, mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[conflicts.Clash]]:
    """Join ``mine`` with what was saved since ``seen_version``; say what the others changed."""
    events: Any = current.events  # type: ignore[attr-defined]
    base = events.filter(version=seen_version).order_by("-pgh_id").first()
    return conflicts.reconcile(
        current,
        base,
        mine,
        label=_label,
        shown=_shown,
        wholes={"birth_date": "birth_date_precision"},
    )


def _label(name: str) -> str:
    return str(Client._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _shown(name: str, value: Any, precision: str = "") -> str:
    """A number that is revealed for a reason only stays masked."""
    return masked(value or "") if name in MASKED else shown_whole(Client, name, value, precision)


def shown_whole(row: Model | type[Model], name: str, value: Any, precision: str = "") -> str:
    """``value`` of a field of ``row`` for people; with its ``precision`` where it is a date known in part."""
    if precision:
        return str(PartialDate(value, DatePrecision(precision)))
    return shown(row._meta.get_field(name), value)

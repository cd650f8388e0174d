"""Two people wrote in the same part of an intake: joining what each changed, so that neither loses a word."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from pup_portal import conflicts
from registration.conflicts import reconcile as reconcile_client
from registration.conflicts import shown_whole
from registration.models import Client, Intake, ListEntry

_WHOLES = {"started_on": "started_precision", "ended_on": "ended_precision"}


def reconcile(
    row: Client | Intake | ListEntry, seen_version: int, mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[conflicts.Clash]]:
    """Join ``mine`` with what was saved in ``row`` since ``seen_version``; say what the others changed."""
    if isinstance(row, Client):
        return reconcile_client(row, seen_version, mine)
    return conflicts.reconcile(
        row,
        _as_seen(row, seen_version),
        mine,
        label=lambda name: str(row._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
        shown=partial(shown_whole, row),
        wholes=_WHOLES,
    )


def _as_seen(row: Intake | ListEntry, version: int) -> Any:
    """The row as it stood in ``version``; before the first one, as an empty one."""
    if version == 0:
        return type(row)()
    events: Any = row.events  # type: ignore[union-attr]
    return events.filter(version=version).order_by("-pgh_id").first()

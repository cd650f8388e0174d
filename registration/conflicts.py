"""Two people wrote in the record of one client."""

from collections.abc import Mapping
from typing import Any

from pup_portal import conflicts
from registration import history
from registration.models import Client


def reconcile(
    current: Client, seen_version: int, mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[conflicts.Clash]]:
    """Join ``mine`` with what was saved since ``seen_version``; say what the others changed."""
    return conflicts.reconcile(
        current,
        history.as_of(current, seen_version),
        mine,
        label=history.label,
        shown=history.shown,
        unnamed=frozenset({"birth_date_precision"}),  # goes with its date
    )

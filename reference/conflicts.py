"""Two people changed the same record of the settings. Its version is its last event in the history."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from pup_portal import conflicts
from pup_portal.history import shown, version_of


def reconcile(
    current: models.Model, seen_version: int, mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[conflicts.Clash]]:
    """Join ``mine`` with what was saved since ``seen_version``; say what the others changed of it.

    Others who changed other fields, as on another page of the office profile, are in nobody's way.
    """
    if version_of(current) == seen_version:
        return dict(mine), []
    events: Any = current.events  # type: ignore[attr-defined]
    seen = events.filter(pgh_id=seen_version).first() or type(current)()
    return conflicts.reconcile(
        current,
        seen,
        mine,
        label=lambda name: str(_field(current, name).verbose_name),
        shown=lambda name, value: shown(_field(current, name), value),
    )


def _field(record: models.Model, name: str) -> Any:
    return record._meta.get_field(name)

"""Two people wrote in the plan of one meeting."""

from collections.abc import Mapping
from typing import Any

from meetings.models import Meeting
from pup_portal import conflicts
from pup_portal.history import shown


def reconcile(
    current: Meeting, seen_version: int, mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[conflicts.Clash]]:
    """Join ``mine`` with what was saved since ``seen_version``; say what the others changed."""
    events: Any = current.events  # type: ignore[attr-defined]
    base = events.filter(version=seen_version).order_by("-pgh_id").first()
    return conflicts.reconcile(current, base, mine, label=_label, shown=_shown)


def _label(name: str) -> str:
    return str(Meeting._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _shown(name: str, value: Any) -> str:
    return shown(Meeting._meta.get_field(name), value)

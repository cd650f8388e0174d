"""What meetings keep about a person, for the person's rights over it."""

from collections.abc import Iterator
from typing import Any

from meetings.models import Attendance


def export(person: int) -> Iterator[dict[str, Any]]:
    """Every meeting where the client with the key ``person`` (``Client.pk``) is on the list."""
    rows = Attendance.objects.filter(client=person).order_by("pk")
    yield from map(
        dict,
        rows.values(
            "meeting__title_pl", "meeting__starts_at", "name_as_said", "phone", "is_present", "notes",
            "signed_up_at",
        ),
    )  # fmt: skip


def erase(person: int) -> None:
    """Keep that somebody came, and nothing of who: the client's own record is emptied as well."""
    Attendance.objects.filter(client=person).update(name_as_said="", phone="", notes="")

"""What meetings keep about a person, for the person's rights over it."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from documents.models import Document
from meetings.models import Attendance, Meeting
from meetings.sheet import KIND
from pup_portal.history import forget_events, forget_history


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


@transaction.atomic
def erase(person: int) -> None:
    """Keep that somebody came, and nothing of who: the client's own record is emptied as well.

    Sheets on which the person stood are deleted; they can be printed again without the name.
    """
    lines = Attendance.objects.filter(client=person)
    sheets = Document.objects.filter(kind=KIND).about_any(Meeting.objects.filter(attendances__in=lines))
    sheets.erase_with_files()
    lines.update(name_as_said="", phone="", notes="")
    forget_history(lines)
    forget_events(Attendance, client=person)


@transaction.atomic
def merge(keep: int, gone: int) -> None:
    """A meeting where both stand on the list keeps one line: present, if either was."""
    came = Attendance.objects.filter(client=gone, is_present=True).values("meeting")
    Attendance.objects.filter(client=keep, meeting__in=came).update(is_present=True)
    both = Attendance.objects.filter(client=keep).values("meeting")
    Attendance.objects.filter(client=gone, meeting__in=both).delete()
    Attendance.objects.filter(client=gone).update(client=keep)

"""The attendance sheet on paper: who is on the list, and empty lines for who comes."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import translation
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.permissions import Act
from meetings.models import Attendance, Meeting

KIND = "meetings.attendance_sheet"
FEWEST_LINES, MOST_LINES, SPARE_LINES = 20, 300, 5

# No phones: whoever signs reads the whole list.
COLUMNS = (
    gettext_noop("No."),
    gettext_noop("First name and surname"),
    gettext_noop("Signature"),
)
PURPOSE = gettext_noop("The list is kept by the labour office to account for the meeting.")
LEADS = gettext_noop("Led by")


def in_both(words: str) -> dict[str, str]:
    """``words`` in the two languages of the sheet."""
    both = {}
    for language in ("pl", "uk"):
        with translation.override(language):
            both[language] = translation.gettext(words)
    return both


def title(meeting: Meeting, language: str) -> str:
    """The Polish title: the sheet is an office paper with Ukrainian beside it."""
    return meeting.title_pl


def context(meeting: Meeting, language: str) -> dict[str, Any]:
    people = list(Attendance.objects.filter(meeting=meeting).for_list())
    lines = max(meeting.capacity or 0, len(people) + SPARE_LINES, FEWEST_LINES)
    return {
        "columns": [in_both(words) for words in COLUMNS],
        "purpose": in_both(PURPOSE),
        "leads": in_both(LEADS),
        "meeting": meeting,
        "people": people,
        "empty_lines": range(len(people) + 1, max(min(lines, MOST_LINES), len(people)) + 1),
    }


def people(meeting: Meeting) -> list[Model]:
    """Whose names stand on the sheet."""
    return [line.subject for line in Attendance.objects.of(meeting).for_list()]


def guard(user: User | AnonymousUser, meeting: Meeting) -> bool:
    """Those who keep the list: it holds names of all who came, restricted records included."""
    return isinstance(user, User) and user.may(Act.EDIT_MEETINGS)


def home(meeting: Meeting) -> str:
    return meeting.get_absolute_url()

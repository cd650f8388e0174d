"""Who may open what of this app: written by hand from the matrix of roles."""

from typing import Any

from tests.meetings.factories import announced, listed, planned

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator adviser manager"

ACCESS: dict[str, str] = {
    "meetings:meeting-list": SEE,
    "meetings:meeting-new": EDIT,
    "meetings:meeting-detail": SEE,
    "meetings:meeting-edit": EDIT,
    "meetings:meeting-announce": EDIT,
    "meetings:meeting-hold": EDIT,
    "meetings:meeting-close": EDIT,
    "meetings:meeting-cancel": EDIT,
    "meetings:attendance-list": EDIT,
    "meetings:attendance-sheet": EDIT,
    "meetings:attendance-mark": EDIT,
    "meetings:attendance-remove": EDIT,
    "meetings:person-new": "coordinator adviser",
    "meetings:poster": EDIT,
    "public_meetings:meeting-list": "public",
    "public_meetings:meeting-detail": "public",
    "public_meetings:calendar": "public",
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in {"meetings:attendance-mark", "meetings:attendance-remove"}:
        return {"attendance_id": listed(planned()).public_id}
    if name == "public_meetings:meeting-detail":
        return {"meeting_id": announced().public_id}
    if name.split(":")[1] in {"meeting-list", "meeting-new", "calendar"}:
        return {}
    return {"meeting_id": planned().public_id}

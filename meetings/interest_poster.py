"""The poster of the public pre-intake for one meeting: whoever scans it leaves a phone and is called back."""

from typing import Any

from documents import kinds
from meetings.models import Meeting
from registration.enquiries import poster

KIND = "meetings.interest_poster"


def connect() -> None:
    kinds.register(
        KIND,
        subject=Meeting,
        template=poster.TEMPLATE,
        title=poster.title,
        context=context,
        guard=poster.may_open,
        is_poster=True,
        home=lambda meeting: meeting.get_absolute_url(),
    )


def context(meeting: Meeting, language: str) -> dict[str, Any]:
    site = meeting.accommodation
    return poster.facts(language=language, site=site, where=site.name if site else meeting.place.name)

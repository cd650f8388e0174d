"""The public meetings as a calendar file, with times that survive a change of the clock."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.models import Meeting
from meetings.vocabulary import MeetingState
from pup_portal.lazily import lazily

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")


def calendar_of(meetings: Iterable[Meeting], *, url_of: dict[int, str]) -> bytes:
    """An iCalendar file (RFC 5545) of ``meetings`` in the active language; ``url_of`` by primary key.

    The UID of a meeting never changes and its SEQUENCE grows, so that a subscribed calendar follows it.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//PUP Portal//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Meetings"))
    for meeting in meetings:
        calendar.add_component(_event(meeting, url_of[meeting.pk]))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(meeting: Meeting, url: str) -> "icalendar.Event":
    host = urlsplit(settings.SITE_URL).hostname
    zone = timezone.get_default_timezone()
    is_cancelled = meeting.state == MeetingState.CANCELLED
    description = meeting.description or ""
    event = icalendar.Event()
    event.add("uid", f"{meeting.public_id}@{host}")
    event.add("dtstamp", meeting.updated_at)
    event.add("last-modified", meeting.updated_at)
    event.add("sequence", meeting.version)
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", meeting.ends_at.astimezone(zone))
    event.add("summary", meeting.title)
    event.add("location", meeting.where)
    event.add("description", f"{meeting.cancel_reason}\n\n{description}" if is_cancelled else description)
    event.add("url", url)
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    return event

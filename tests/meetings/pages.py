"""Addresses of meetings, and what a browser sends to them."""

from django.urls import reverse
from django.utils import timezone

from tests.meetings.factories import (
    meeting_values,
)

LIST = "/en/desk/meetings/"


def text_of(response):
    return " ".join(response.content.decode().split())


def part(meeting, name):
    return reverse(f"meetings:{name}", args=[meeting.public_id])


def public_url(meeting, language="uk"):
    return f"/{language}/meetings/{meeting.public_id}/"


def typed(meeting_place, lead, **changed):
    """What a browser posts from the form."""
    values = meeting_values() | {"place": meeting_place.pk, "lead": lead.pk}
    for name in ("starts_at", "ends_at"):
        values[name] = timezone.localtime(values[name]).strftime("%Y-%m-%dT%H:%M")
    return {name: value for name, value in (values | changed).items() if value is not None}

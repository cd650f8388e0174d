"""Meetings as the desk plans them, through the services."""

from datetime import timedelta

from django.utils import timezone

from accounts.permissions import Role
from meetings import services
from meetings.models import Meeting
from tests.factories import UserFactory
from tests.reference.factories import PlaceFactory


def meeting_values(**changed):
    """What a filled form gives: a meeting tomorrow, in both languages."""
    starts_at = timezone.now() + timedelta(days=1)
    return {
        "kind": "refugees",
        "title_pl": "Spotkanie o pracy",
        "title_uk": "Зустріч про роботу",
        "description_pl": "Opowiemy o ofertach pracy.",
        "description_uk": "Розкажемо про пропозиції роботи.",
        "venue_pl": "sala konferencyjna",
        "venue_uk": "конференц-зала",
        "street_address": "ul. Próbna 5",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "languages": ["uk", "pl"],
        "capacity": None,
        "outcome": "",
    } | changed


def planned(*, by=None, **changed):
    by = by or UserFactory(role=Role.COORDINATOR)
    values = {"place": None, "lead": by} | meeting_values(**changed)
    values["place"] = values["place"] or PlaceFactory()
    return services.plan_meeting(values=values, by=by)


def announced(*, by=None, **changed):
    meeting = planned(by=by, **changed)
    return services.announce_meeting(meeting=meeting, by=meeting.created_by)


def cancelled(*, by=None, **changed):
    meeting = announced(by=by, **changed)
    return services.cancel_meeting(
        meeting=meeting, reason_pl="Choroba prowadzącej", reason_uk="Хвороба ведучої", by=meeting.created_by
    )


def held(*, by=None, **changed):
    meeting = moved_to_the_past(announced(by=by, **changed))
    return services.hold_meeting(meeting=meeting, by=meeting.created_by)


def moved_to_the_past(meeting):
    starts_at = timezone.now() - timedelta(days=1)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    meeting.refresh_from_db()
    return meeting


def listed(meeting, **values):
    values = {"name_as_said": "Пані Марія"} | values
    return services.list_person(meeting=meeting, values=values, by=meeting.created_by)

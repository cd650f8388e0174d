"""The coded words of a meeting, and which state may follow which."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    REFUGEES = "refugees", _("with refugees")
    LOCAL_AUTHORITIES = "local_authorities", _("with local authorities")


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("planned")
    ANNOUNCED = "announced", _("announced")
    HELD = "held", _("held")
    CLOSED = "closed", _("closed")
    CANCELLED = "cancelled", _("cancelled")


TRANSITIONS: dict[MeetingState, frozenset[MeetingState]] = {
    MeetingState.PLANNED: frozenset({MeetingState.ANNOUNCED, MeetingState.CANCELLED}),
    MeetingState.ANNOUNCED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset({MeetingState.CLOSED}),
    MeetingState.CLOSED: frozenset(),
    MeetingState.CANCELLED: frozenset(),
}


STATE_TAGS: dict[MeetingState, str] = {
    MeetingState.PLANNED: "tag-yellow",
    MeetingState.ANNOUNCED: "tag-blue",
    MeetingState.HELD: "tag-green",
    MeetingState.CLOSED: "tag-grey",
    MeetingState.CANCELLED: "tag-red",
}


class MeetingLanguage(models.TextChoices):
    UKRAINIAN = "uk", _("Ukrainian")
    POLISH = "pl", _("Polish")
    RUSSIAN = "ru", _("Russian")
    ENGLISH = "en", _("English")

"""The coded words of an enquiry. Codes are stored; what people read is the label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EnquiryKind(models.TextChoices):
    PRE_INTAKE = "pre_intake", _("wants to be contacted")
    ASK = "ask", _("asks about a job offer")


class EnquiryState(models.TextChoices):
    NEW = "new", _("waits for the desk")
    TAKEN = "taken", _("joined to a client")
    CLOSED = "closed", _("closed without a client")
    SPAM = "spam", _("spam")


class ClosingReason(models.TextChoices):
    """Why nobody was taken in."""

    ANSWERED = "answered", _("answered, no record is needed")
    UNREACHABLE = "unreachable", _("the person could not be reached")
    ELSEWHERE = "elsewhere", _("another office is in charge")
    DOUBLE = "double", _("sent twice")
    WITHDRAWN = "withdrawn", _("the person asks us to forget it: the data are erased at once")


# Joined to the wrong person, closed too early, no spam after all: each can be brought back to the desk.
TRANSITIONS: dict[EnquiryState, frozenset[EnquiryState]] = {
    EnquiryState.NEW: frozenset({EnquiryState.TAKEN, EnquiryState.CLOSED, EnquiryState.SPAM}),
    EnquiryState.TAKEN: frozenset({EnquiryState.NEW}),
    EnquiryState.CLOSED: frozenset({EnquiryState.NEW}),
    EnquiryState.SPAM: frozenset({EnquiryState.NEW}),
}

STATE_TAGS: dict[EnquiryState, str] = {
    EnquiryState.NEW: "tag-yellow",
    EnquiryState.TAKEN: "tag-green",
    EnquiryState.CLOSED: "tag-grey",
    EnquiryState.SPAM: "tag-red",
}

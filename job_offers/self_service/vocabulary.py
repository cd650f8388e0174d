"""The coded words of an offer that an employer left. Codes are stored; what people read is the label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EnquiryState(models.TextChoices):
    NEW = "new", _("waits for a broker")
    TAKEN = "taken", _("written down as an offer")
    CLOSED = "closed", _("closed without an offer")
    SPAM = "spam", _("spam")


class ClosedBecause(models.TextChoices):
    """Why it became no offer."""

    DOUBLE = "double", _("we have this offer already")
    UNREACHABLE = "unreachable", _("the employer could not be reached")
    ELSEWHERE = "elsewhere", _("another office is in charge")
    UNFIT = "unfit", _("the offer cannot be taken: it breaks the law or makes no sense")
    WITHDRAWN = "withdrawn", _("the employer takes it back: whom to call is erased at once")


# Closed too early, or no spam after all: it can be brought back. What became an offer goes on as the offer.
TRANSITIONS: dict[EnquiryState, frozenset[EnquiryState]] = {
    EnquiryState.NEW: frozenset({EnquiryState.TAKEN, EnquiryState.CLOSED, EnquiryState.SPAM}),
    EnquiryState.TAKEN: frozenset(),
    EnquiryState.CLOSED: frozenset({EnquiryState.NEW}),
    EnquiryState.SPAM: frozenset({EnquiryState.NEW}),
}

STATE_TAGS: dict[EnquiryState, str] = {
    EnquiryState.NEW: "tag-yellow",
    EnquiryState.TAKEN: "tag-green",
    EnquiryState.CLOSED: "tag-grey",
    EnquiryState.SPAM: "tag-red",
}

"""The coded words of what readers say about an offer. Codes are stored; what people read is the label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Problem(models.TextChoices):
    """What is wrong with an offer, as a reader says it."""

    NO_ANSWER = "no_answer", _("nobody answers the phone")
    TAKEN = "taken", _("the work is taken already")
    PAY_DIFFERS = "pay_differs", _("the pay is different")
    ASKS_MONEY = "asks_money", _("they ask for money or keep my documents")
    OTHER = "other", _("something else")


class Outcome(models.TextChoices):
    """What the desk did after it looked at the reports."""

    CORRECTED = "corrected", _("the offer was corrected")
    TAKEN_OFF = "taken_off", _("the offer was taken off the board")
    IN_ORDER = "in_order", _("looked at: the offer is in order")


# Whoever asks a worker for money or papers harms the next one, too: such a report is read first.
SERIOUS = frozenset({Problem.ASKS_MONEY})

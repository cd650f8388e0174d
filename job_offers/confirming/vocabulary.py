"""What an employer may answer about an offer."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Answer(models.TextChoices):
    STILL = "still", _("Yes, we still look for people")
    FILLED = "filled", _("No, we have found people")
    STOPPED = "stopped", _("No, we do not need people for this work any more")


class Outcome(models.TextChoices):
    """What came of an answer."""

    DONE = "done", _("done at once")
    HELD = "held", _("to be looked at")

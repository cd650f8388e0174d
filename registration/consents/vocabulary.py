"""The coded words of consents. Each purpose gates something the software does; see ``consents.gates``."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentPurpose(models.TextChoices):
    MESSAGES = "messages", _("messages by SMS and e-mail beyond the duties of the act")
    EMPLOYERS = "employers", _("showing the CV to employers")
    PARTNERS = "partners", _("sharing data with partner organisations")
    SURVEYS = "surveys", _("surveys of the labour market")
    PUBLISHING = "publishing", _("publishing the name, story or picture")


class ConsentWay(models.TextChoices):
    PAPER = "paper", _("on paper, signed")
    SPOKEN = "spoken", _("in words, at the desk or a meeting")
    PHONE = "phone", _("by phone")
    ELECTRONIC = "electronic", _("electronically")


class ReadIn(models.TextChoices):
    """In which language the text was read or read out."""

    UKRAINIAN = "uk", _("Ukrainian")
    POLISH = "pl", _("Polish")

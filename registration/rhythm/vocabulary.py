"""The coded words of contacts and of the days a person is followed up by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactMeans(models.TextChoices):
    IN_PERSON = "in_person", _("at the office")
    OUTREACH = "outreach", _("where the person stays, or at a meeting")
    CALL = "call", _("phone call")
    SMS = "sms", _("text message")
    MESSENGER = "messenger", _("messenger (Viber, Telegram, WhatsApp, Signal)")
    EMAIL = "email", _("e-mail")
    ACCOUNT = "account", _("account on praca.gov.pl")
    LETTER = "letter", _("letter")


class BegunBy(models.TextChoices):
    CLIENT = "client", _("the client")
    OFFICE = "office", _("the office")


class FollowUp(models.TextChoices):
    """What a person is followed up about beside contacts; each has a column of ``Deadlines``."""

    PESEL = "pesel", _("no PESEL yet")
    DOCUMENT = "document", _("identity document expires")
    STATUS = "status", _("status ends")

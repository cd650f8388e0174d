"""Readers who want to be told of new offers by e-mail, without an account."""

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.encrypted_fields import BlindIndexField, EncryptedTextField
from pup_portal.encryption import SEALED_PATTERN
from pup_portal.fields import public_id

LONGEST_QUERY = 600


def one_spelling(email: str) -> str:
    """Letters of an address large and small are, in every mail system that people use, the same address."""
    return email.strip().lower()


class AlertQuerySet(models.QuerySet["Alert"]):
    def confirmed(self) -> Self:
        return self.filter(confirmed_at__isnull=False)

    def due(self, today: date) -> Self:
        return self.confirmed().filter(next_on__lte=today)

    def forgotten_by(self, moment: datetime) -> Self:
        """Asked for before ``moment``, and never confirmed."""
        return self.filter(confirmed_at=None, asked_at__lt=moment)


class Alert(models.Model):
    """One address that wants the new offers of one search. Nothing else is known of its reader.

    The row goes when the reader stops it. Written only by ``job_offers.alerts``.
    """

    public_id = public_id()
    email = EncryptedTextField(_("e-mail"), binding="job_offers.alert.email")
    email_index = BlindIndexField(
        of="email", binding="job_offers.alert.email", normalise=one_spelling, null=False
    )
    query = models.CharField(_("search"), max_length=LONGEST_QUERY, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    told_until = models.DateTimeField(
        _("told of offers published until"), default=timezone.now, editable=False
    )
    next_on = models.DateField(_("next letter on"), null=True, blank=True, editable=False)

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert by e-mail")
        verbose_name_plural = _("alerts by e-mail")
        constraints = [
            models.UniqueConstraint(name="alert_once_for_a_search", fields=["email_index", "query"]),
            models.CheckConstraint(name="alert_email_is_sealed", condition=Q(email__regex=SEALED_PATTERN)),
            models.CheckConstraint(
                name="alert_has_a_day_when_confirmed",
                condition=Q(confirmed_at=None, next_on=None)
                | Q(confirmed_at__isnull=False, next_on__isnull=False),
            ),
            models.CheckConstraint(
                name="alert_is_confirmed_after_it_was_asked_for",
                condition=Q(confirmed_at=None) | Q(confirmed_at__gte=F("asked_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["next_on"], name="alert_due", condition=Q(confirmed_at__isnull=False)),
            models.Index(fields=["asked_at"], name="alert_unconfirmed", condition=Q(confirmed_at=None)),
        ]

    def __str__(self) -> str:
        return f"alert {self.pk}"

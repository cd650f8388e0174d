"""What people agree to: the office's dated texts, and each consent with its withdrawal."""

from datetime import date
from typing import Any, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pup_portal.fields import DateRange, Int8Range, WordRange, public_id
from pup_portal.tracking import remembered
from registration.consents.vocabulary import ConsentPurpose, ConsentWay, ReadIn
from registration.models.clients import Client
from registration.models.freezing import frozen_with_the_client

_AGREED_TO = """
    IF EXISTS (SELECT 1 FROM registration_consent WHERE text_id = OLD.id) THEN
        RAISE EXCEPTION 'somebody has agreed to this text'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consenttext_agreed_to_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


_WITHDRAWS = (
    "OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL AND (NEW.client_id, NEW.text_id, NEW.given_on)"
    " IS NOT DISTINCT FROM (OLD.client_id, OLD.text_id, OLD.given_on)"
)


def _signed(**options: Any) -> Any:
    """Who did it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, **options
    )


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def on(self, day: date) -> Self:
        """The text of each purpose that holds on ``day``: the latest that has begun."""
        begun = self.filter(valid_from__lte=day).order_by("purpose", "-valid_from")
        return begun.distinct("purpose")

    def for_list(self) -> Self:
        """By purpose, newest first, with whether somebody has agreed to it."""
        agreed = Consent.objects.filter(text=models.OuterRef("pk"))
        return self.annotate(is_agreed_to=models.Exists(agreed)).order_by("purpose", "-valid_from")


@pghistory.track(append_only=True)
class ConsentText(models.Model):
    """What is agreed to, in both languages, from a day until the next text of the purpose begins.

    Once somebody has agreed to it, it never changes; the database refuses.
    """

    public_id = public_id()
    purpose = models.CharField(_("purpose"), max_length=12, choices=ConsentPurpose)
    text_pl = models.TextField(_("text in Polish"), max_length=4000)
    text_uk = models.TextField(_("text in Ukrainian"), max_length=4000)
    valid_from = models.DateField(_("holds from"))
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = _signed(null=True, blank=True)  # nobody: the texts the portal comes with

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        ordering = ["purpose", "-valid_from"]
        verbose_name = _("text of a consent")
        verbose_name_plural = _("texts of consents")
        constraints = [
            models.CheckConstraint(
                name="consenttext_purpose_is_known", condition=Q(purpose__in=list(ConsentPurpose))
            ),
            models.CheckConstraint(
                name="consenttext_is_there_in_both_languages",
                condition=~Q(text_pl="") & ~Q(text_uk=""),
                violation_error_message=_("Enter the text in both languages."),
            ),
            models.UniqueConstraint(
                name="consenttext_one_begins_on_a_day",
                fields=["purpose", "valid_from"],
                violation_error_message=_("Another text for this purpose begins on this day."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="consenttext_agreed_to_stays_unchanged",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("purpose", "text_pl", "text_uk", "valid_from"),
                func=_AGREED_TO,
            ),
            pgtrigger.Trigger(
                name="consenttext_agreed_to_stays_here",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_AGREED_TO,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.valid_from}"

    @property
    def text(self) -> str:
        """In Ukrainian for who reads the portal in Ukrainian, else in Polish."""
        return self.text_uk if get_language() == "uk" else self.text_pl


class ConsentQuerySet(models.QuerySet["Consent"]):
    def on(self, day: date) -> Self:
        """Those that hold on ``day``: given by then, not run out, and not withdrawn on or before it."""
        kept = Q(withdrawn_on=None) | Q(withdrawn_on__gt=day)
        return self.filter(kept, Q(holds_until=None) | Q(holds_until__gte=day), given_on__lte=day)

    def open(self) -> Self:
        return self.filter(withdrawn_on=None)

    def overlapping(self, consent: "Consent") -> Self:
        """Those open for the same purpose on a day on which ``consent`` would hold, whoever gave them."""
        rows = self.open().filter(purpose=consent.purpose)
        if consent.holds_until is not None:
            rows = rows.filter(given_on__lte=consent.holds_until)
        return rows.exclude(holds_until__lt=consent.given_on)

    def for_list(self) -> Self:
        """Latest first, with all that the page shows."""
        return self.select_related("text", "recorded_by", "withdrawal_recorded_by").order_by(
            "-given_on", "-pk"
        )


@remembered()
class Consent(models.Model):
    """One consent of one person: to which text, in which language, how given, and when withdrawn."""

    public_id = public_id()
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="consents", db_index=False)
    purpose = models.CharField(_("purpose"), max_length=12, choices=ConsentPurpose, editable=False)
    text = models.ForeignKey(
        ConsentText, on_delete=models.PROTECT, related_name="consents", verbose_name=_("text of a consent")
    )
    language = models.CharField(_("language it was read in"), max_length=2, choices=ReadIn)
    way = models.CharField(_("how it was given"), max_length=10, choices=ConsentWay)
    given_on = models.DateField(_("given on"))
    holds_until = models.DateField(_("holds until"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = _signed()
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawal_way = models.CharField(
        _("how it was withdrawn"), max_length=10, choices=ConsentWay, blank=True
    )
    withdrawal_recorded_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawal_recorded_by = _signed(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            ExclusionConstraint(  # one that has run out does not stand in the way of a new one
                name="consent_holds_once_for_a_purpose",
                expressions=[
                    (Int8Range("client_id"), RangeOperators.OVERLAPS),
                    (WordRange("purpose"), RangeOperators.OVERLAPS),
                    (DateRange("given_on", "holds_until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_on=None),
                violation_error_message=_("The person has given this consent already."),
            ),
            models.CheckConstraint(
                name="consent_purpose_is_known", condition=Q(purpose__in=list(ConsentPurpose))
            ),
            models.CheckConstraint(
                name="consent_withdrawal_is_whole",
                condition=Q(
                    withdrawn_on=None,
                    withdrawal_way="",
                    withdrawal_recorded_at=None,
                    withdrawal_recorded_by=None,
                )
                | Q(
                    withdrawn_on__gte=F("given_on"),
                    withdrawal_way__in=list(ConsentWay),
                    withdrawal_recorded_at__isnull=False,
                    withdrawal_recorded_by__isnull=False,
                ),
                violation_error_message=_("A consent cannot be withdrawn before it was given."),
            ),
            models.CheckConstraint(
                name="consent_holds_after_it_is_given",
                condition=Q(holds_until=None) | Q(holds_until__gte=F("given_on")),
                violation_error_message=_("A consent must hold at least on the day it is given."),
            ),
        ]
        # Withdrawing is the person's right at any time (GDPR art. 7(3)), also while the use of the data is restricted.
        triggers = [frozen_with_the_client("consent_is_frozen_while_restricted", free=_WITHDRAWS)]
        indexes = [models.Index(fields=["client", "purpose"], name="consent_by_client_and_purpose")]

    def __str__(self) -> str:
        return f"{self.client_id} {self.purpose}"

    def holds_on(self, day: date) -> bool:
        """The same as ``ConsentQuerySet.on``, for a row that has been read."""
        is_kept = self.withdrawn_on is None or self.withdrawn_on > day
        return is_kept and self.given_on <= day and (self.holds_until is None or self.holds_until >= day)

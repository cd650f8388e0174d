"""Signs at workplaces that invite people to ask for work, and the dated wording that stands on them."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Act
from job_offers.models.employers import Workplace
from pup_portal.fields import public_id
from pup_portal.tracking import remembered

if TYPE_CHECKING:
    from accounts.models import User

_IN_USE = """
    IF EXISTS (SELECT 1 FROM job_offers_jobsign WHERE text_id = OLD.id) THEN
        RAISE EXCEPTION 'this wording stands on a sign'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'signtext_in_use_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def _signed(**options: Any) -> Any:
    """Who did it. Members of staff are never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, **options
    )


class SignTextQuerySet(models.QuerySet["SignText"]):
    def on(self, day: date) -> "SignText | None":
        """The wording that new signs bear on ``day``: the latest that has begun."""
        return self.filter(valid_from__lte=day).order_by("-valid_from").first()

    def for_list(self) -> Self:
        """Newest first, with whether some sign bears it."""
        signs = JobSign.objects.filter(text=models.OuterRef("pk"))
        return self.annotate(is_in_use=models.Exists(signs)).order_by("-valid_from")


@pghistory.track(append_only=True)
class SignText(models.Model):
    """A version of the sign: its words in both languages, from a day until the next version begins.

    Once a sign bears it, it never changes; the database refuses.
    """

    public_id = public_id()
    number = models.PositiveSmallIntegerField(_("version of the sign"), unique=True)
    heading_pl = models.CharField(_("heading in Polish"), max_length=60)
    heading_uk = models.CharField(_("heading in Ukrainian"), max_length=60)
    text_pl = models.TextField(_("text in Polish"), max_length=400)
    text_uk = models.TextField(_("text in Ukrainian"), max_length=400)
    valid_from = models.DateField(_("holds from"), unique=True)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = _signed(null=True, blank=True)  # nobody: the wording the portal comes with

    objects = SignTextQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("wording of the sign")
        verbose_name_plural = _("wordings of the sign")
        constraints = [
            models.CheckConstraint(
                name="signtext_is_there_in_both_languages",
                condition=~Q(heading_pl="") & ~Q(heading_uk="") & ~Q(text_pl="") & ~Q(text_uk=""),
                violation_error_message=_("Enter the text in both languages."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="signtext_in_use_stays_unchanged",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "number", "heading_pl", "heading_uk", "text_pl", "text_uk", "valid_from"
                ),
                func=_IN_USE,
            ),
            pgtrigger.Trigger(
                name="signtext_in_use_stays_here",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_IN_USE,
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class JobSignQuerySet(models.QuerySet["JobSign"]):
    def visible_to(self, user: "User") -> Self:
        return self if user.may(Act.SEE_OFFERS) else self.none()

    def up(self) -> Self:
        """The signs that hang now."""
        return self.filter(taken_down_on=None)

    def for_list(self) -> Self:
        """By gmina in the order of the alphabet, then by employer."""
        return self.select_related(
            "workplace__employer", "workplace__place", "text", "put_up_by", "taken_down_by"
        ).order_by("workplace__place__sort_pl", "workplace__employer__name_key", "pk")


@remembered()
class JobSign(models.Model):
    """One sign at one workplace: which version, who put it up and took it down, and who of the employer's allowed it."""

    public_id = public_id()
    workplace = models.ForeignKey(
        Workplace, models.PROTECT, related_name="signs", verbose_name=_("workplace")
    )
    text = models.ForeignKey(
        SignText, models.PROTECT, related_name="signs", verbose_name=_("version of the sign")
    )
    consent_said_by = models.CharField(_("who of the employer’s people agreed"), max_length=120)
    put_up_on = models.DateField(_("put up on"))
    put_up_by = _signed()
    taken_down_on = models.DateField(_("taken down on"), null=True, blank=True)
    taken_down_by = _signed(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = JobSignQuerySet.as_manager()

    class Meta:
        ordering = ["-put_up_on", "-pk"]
        verbose_name = _("sign at a workplace")
        verbose_name_plural = _("signs at workplaces")
        constraints = [
            models.CheckConstraint(
                name="jobsign_somebody_agreed",
                condition=~Q(consent_said_by=""),
                violation_error_message=_("Say who of the employer’s people agreed."),
            ),
            models.CheckConstraint(
                name="jobsign_taken_down_after_it_was_put_up",
                condition=Q(taken_down_on=None, taken_down_by=None)
                | Q(taken_down_on__gte=F("put_up_on"), taken_down_by__isnull=False),
                violation_error_message=_("A sign is taken down on the day it was put up or later."),
            ),
            models.UniqueConstraint(
                name="jobsign_hangs_once",
                fields=["workplace", "text"],
                condition=Q(taken_down_on=None),
                violation_error_message=_("A sign of this version hangs there already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.workplace)

    @property
    def is_up(self) -> bool:
        return self.taken_down_on is None

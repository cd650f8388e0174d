"""What the national form of an offer asks for beyond what a reader decides on (docs/job-offers.md, "Fields")."""

from django.db import models
from django.db.models import BaseConstraint, CheckConstraint, Q
from django.utils.translation import gettext_lazy as _


class NationalForm(models.Model):
    """Columns of ``Offer`` kept for the form and the feed. ``timetable``, ``benefits_note`` and ``wishes`` are texts
    in two languages, like the others in ``translation.py``."""

    class Kind(models.TextChoices):
        WORK = "work", _("work")
        TRAINEESHIP = "traineeship", _("traineeship")
        PRACTICE = "practice", _("practical training")
        ADULT_TRAINING = "adult_training", _("vocational training of adults")
        SOCIAL_WORK = "social_work", _("socially useful work")
        VOLUNTEERING = "volunteering", _("volunteering")

    kind = models.CharField(
        _("what is offered"), max_length=14, choices=Kind, default=Kind.WORK, db_default=Kind.WORK
    )
    is_permanent = models.BooleanField(_("permanent work"), default=False, db_default=False)
    hours_per_month = models.DecimalField(
        _("hours a month"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    day_starts_at = models.TimeField(_("work begins at"), null=True, blank=True)
    day_ends_at = models.TimeField(_("work ends at"), null=True, blank=True)
    timetable = models.TextField(_("timetable, in words"), blank=True, default="", db_default="")
    has_bonus = models.BooleanField(_("bonuses besides the pay"), default=False, db_default=False)
    benefits_note = models.TextField(_("what else the employer gives"), blank=True, default="", db_default="")
    offers_transport = models.BooleanField(
        _("the employer brings people to work"), default=False, db_default=False
    )
    has_parking = models.BooleanField(_("parking"), default=False, db_default=False)
    wishes = models.TextField(_("welcome, but not required"), blank=True, default="", db_default="")
    for_registered_only = models.BooleanField(
        _("only for persons registered at the office (subsidised)"), default=False, db_default=False
    )
    interests_eea = models.BooleanField(
        _("the employer is interested in citizens of the EEA"), default=False, db_default=False
    )
    spreads_wider = models.BooleanField(
        _("to be passed on to other offices"), default=False, db_default=False
    )
    contact_every_days = models.PositiveSmallIntegerField(
        _("days between contacts with the employer"), null=True, blank=True
    )
    is_not_elsewhere = models.BooleanField(
        _("the employer states that no other office has this offer"), null=True, blank=True
    )
    declares_no_offences = models.BooleanField(
        _("the employer states that there were no offences against labour law in the last year"),
        null=True,
        blank=True,
    )

    class Meta:
        abstract = True


NATIONAL_FORM_RULES: list[BaseConstraint] = [
    CheckConstraint(
        name="offer_kind_is_known",
        condition=Q(kind__in=NationalForm.Kind.values),
    ),
    CheckConstraint(
        name="offer_hours_fit_into_a_month",
        condition=Q(hours_per_month=None) | Q(hours_per_month__gt=0, hours_per_month__lte=744),
        violation_error_message=_("Enter hours a month between 1 and 744."),
    ),
    CheckConstraint(
        name="offer_day_begins_and_ends",
        condition=Q(day_starts_at=None, day_ends_at=None)
        | Q(day_starts_at__isnull=False, day_ends_at__isnull=False),
        violation_error_message=_("Enter both when the day’s work begins and when it ends, or neither."),
    ),
    CheckConstraint(
        name="offer_contacts_are_days_apart",
        condition=Q(contact_every_days=None) | Q(contact_every_days__gte=1, contact_every_days__lte=90),
        violation_error_message=_("Enter between 1 and 90 days."),
    ),
]

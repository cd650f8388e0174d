"""The law as data: values with the days they hold, kept when they change."""

import math
from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.template.defaultfilters import floatformat
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pup_portal.fields import DateRange, Int8Range, public_id
from reference.models.names import in_language


class LegalRuleKeyQuerySet(models.QuerySet["LegalRuleKey"]):
    def with_value_on(self, day: date) -> Self:
        """Each with ``now``: a list of the one period that holds on ``day``, or of none."""
        held = LegalRule.objects.on(day)
        return self.prefetch_related(models.Prefetch("periods", queryset=held, to_attr="now"))


@pghistory.track(append_only=True)
class LegalRuleKey(models.Model):
    """What a dated rule is about: the minimum wage, a deadline."""

    public_id = public_id()
    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        error_messages={"unique": _("A rule with this code exists already.")},
    )
    name_pl = models.CharField(_("name in Polish"), max_length=200)
    name_uk = models.CharField(_("name in Ukrainian"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)

    objects = LegalRuleKeyQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("legal rule")
        verbose_name_plural = _("legal rules")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What the rule is about, in the active language."""
        return in_language(self, "name")


class LegalRuleQuerySet(models.QuerySet["LegalRule"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def for_timeline(self) -> Self:
        """Newest first, as the page of a rule shows it."""
        return self.order_by("-valid_from")


@pghistory.track(append_only=True)
class LegalRule(models.Model):
    """One value of a rule and the days it holds, both included."""

    class Unit(models.TextChoices):
        PLN = "pln", _("PLN")
        DAYS = "days", _("days")
        MONTHS = "months", _("months")
        YEARS = "years", _("years")
        DAY = "date", _("date")
        TEXT = "text", _("text")

    public_id = public_id()
    key = models.ForeignKey(
        LegalRuleKey, on_delete=models.PROTECT, related_name="periods", verbose_name=_("rule")
    )
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2, null=True, blank=True)
    text = models.TextField(_("value in words"), blank=True)
    unit = models.CharField(_("unit"), max_length=10, choices=Unit)
    valid_from = models.DateField(_("holds from"))
    valid_to = models.DateField(_("holds to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)
    is_confirmed = models.BooleanField(_("confirmed in the source"), default=False)

    objects = LegalRuleQuerySet.as_manager()

    class Meta:
        ordering = ["key", "valid_from"]
        verbose_name = _("period of a legal rule")
        verbose_name_plural = _("periods of legal rules")
        constraints = [
            models.CheckConstraint(
                name="legalrule_ends_after_it_starts",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("A rule must end after it starts."),
            ),
            models.CheckConstraint(
                name="legalrule_has_a_number_or_words",
                condition=Q(value__isnull=False, unit__in=["pln", "days", "months", "years"])
                | (Q(value=None, unit__in=["date", "text"]) & ~Q(text="")),
                violation_error_message=_("Enter a number for a unit, or words for a text or a date."),
            ),
            models.CheckConstraint(
                name="legalrule_value_is_not_negative",
                condition=Q(value=None) | Q(value__gte=0),
                violation_error_message=_("A value cannot be below zero."),
            ),
            ExclusionConstraint(
                name="legalrule_periods_do_not_overlap",
                expressions=[
                    (Int8Range("key_id"), RangeOperators.OVERLAPS),
                    (DateRange("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Another value of this rule holds on some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key.code} {self.valid_from}"

    @property
    def in_words(self) -> str:
        """The value as people read it, in the active language."""
        if self.value is None:
            return _day_in_words(self.text) if self.unit == self.Unit.DAY else self.text
        number, shown = math.ceil(self.value), floatformat(self.value, "-2g")
        match self.unit:
            case self.Unit.DAYS:
                text = ngettext("%(shown)s day", "%(shown)s days", number)
            case self.Unit.MONTHS:
                text = ngettext("%(shown)s month", "%(shown)s months", number)
            case self.Unit.YEARS:
                text = ngettext("%(shown)s year", "%(shown)s years", number)
            case _money:
                text = f"%(shown)s {self.get_unit_display()}"
        return text % {"shown": shown}


def _day_in_words(text: str) -> str:
    """A day written as 2027-03-04 in the reader's form; anything else as it was typed."""
    try:
        day = parse_date(text.strip())
    except ValueError:  # it looks like a day and is none
        day = None
    return date_format(day, "DATE_FORMAT") if day else text

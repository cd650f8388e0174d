"""The lists of a CV: jobs, schools, languages. The desk decides the order of each."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from cv_builder.models.cvs import Cv
from pup_portal.fields import public_id
from pup_portal.tracking import remembered
from pup_portal.two_languages import TwoLanguages, line, paragraphs
from reference.models import Term, Vocabulary

EARLIEST_YEAR = 1940


class Entry(TwoLanguages):
    """One line of a list."""

    public_id = public_id()
    cv = models.ForeignKey(Cv, on_delete=models.CASCADE, related_name="%(class)s")
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="%(class)s_order_is_unique_in_a_cv",
                fields=["cv", "order"],
                deferrable=models.Deferrable.DEFERRED,
            )
        ]


def _year(label: Any) -> "models.PositiveSmallIntegerField":
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(EARLIEST_YEAR, _("Enter a year after 1940.")),
            MaxValueValidator(2099, _("Enter a year with four digits.")),
        ],
    )


def _month(label: Any) -> "models.PositiveSmallIntegerField":
    return models.PositiveSmallIntegerField(label, null=True, blank=True, choices=list(MONTHS.items()))


class Dated(Entry):
    """An entry with a span of time of which parts may be unknown."""

    started_month = _month(_("from: month"))
    started_year = _year(_("from: year"))
    ended_month = _month(_("to: month"))
    ended_year = _year(_("to: year"))
    is_current = models.BooleanField(_("still goes on"), default=False)

    class Meta(Entry.Meta):
        abstract = True
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_month_needs_a_year",
                condition=(Q(started_month=None) | Q(started_year__isnull=False))
                & (Q(ended_month=None) | Q(ended_year__isnull=False)),
                violation_error_message=_("Enter the year beside the month."),
            ),
            models.CheckConstraint(
                name="%(class)s_month_is_of_a_year",
                condition=(Q(started_month=None) | Q(started_month__range=(1, 12)))
                & (Q(ended_month=None) | Q(ended_month__range=(1, 12))),
            ),
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts",
                condition=Q(started_year=None)
                | Q(ended_year=None)
                | Q(ended_year__gt=F("started_year"))
                | Q(ended_year=F("started_year"), started_month=None)
                | Q(ended_year=F("started_year"), ended_month=None)
                | Q(ended_year=F("started_year"), ended_month__gte=F("started_month")),
                violation_error_message=_("The end must not be before the start."),
            ),
            models.CheckConstraint(
                name="%(class)s_that_goes_on_has_no_end",
                condition=Q(is_current=False) | Q(ended_year=None),
                violation_error_message=_("Either it still goes on or it has an end."),
            ),
        ]

    @property
    def period(self) -> str:
        """As printed: "03.2019 – 08.2021", "2015 – 2019", "2022 – now"; only what is known."""
        start = _moment(self.started_year, self.started_month)
        end = pgettext("period", "now") if self.is_current else _moment(self.ended_year, self.ended_month)
        return " – ".join(part for part in dict.fromkeys([start, end]) if part)

    @property
    def recency(self) -> tuple[int, int, int, int]:
        """Sorts by how late it ended, then how late it started; what is not known sorts as long ago."""
        end = (9999, 12) if self.is_current else (self.ended_year or 0, self.ended_month or 0)
        return (*end, self.started_year or 0, self.started_month or 0)


def _moment(year: int | None, month: int | None) -> str:
    return "" if year is None else f"{month:02}.{year}" if month else str(year)


@remembered()
class Experience(Dated):
    """A job, also without a contract: what counts is what was done."""

    pairs: ClassVar[dict[str, Any]] = {
        "position": pgettext_lazy("job", "Position"),
        "employer": _("Employer"),
        "place": _("Town and country"),
        "description": _("Duties and results"),
    }

    position_pl = line(pgettext_lazy("job", "Position"), "pl")
    position_uk = line(pgettext_lazy("job", "Position"), "uk")
    employer_pl = line(_("Employer"), "pl")
    employer_uk = line(_("Employer"), "uk")
    place_pl = line(_("Town and country"), "pl")
    place_uk = line(_("Town and country"), "uk")
    description_pl = paragraphs(_("Duties and results"), "pl")
    description_uk = paragraphs(_("Duties and results"), "uk")

    class Meta(Dated.Meta):
        verbose_name = _("job")
        verbose_name_plural = _("Work experience")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="experience_has_a_position",
                condition=~Q(position_pl="") | ~Q(position_uk=""),
                violation_error_message=_("Enter the position in Polish or in Ukrainian."),
            ),
        ]

    def __str__(self) -> str:
        return self.position_pl or self.position_uk


@remembered()
class Education(Dated):
    """A school or studies. Most refugees have no papers with them: what is declared is said to be so."""

    class Proof(models.TextChoices):
        DECLARED = "declared", _("declared by the client")
        DOCUMENTED = "documented", _("document seen")
        TRANSLATED = "translated", _("document with a sworn translation")
        RECOGNISED = "recognised", _("recognised in Poland")

    pairs: ClassVar[dict[str, Any]] = {
        "school": _("School"),
        "field": _("Field of study or occupation learned"),
        "place": _("Town and country"),
    }

    level = models.ForeignKey(
        Term,
        verbose_name=_("level"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.EDUCATION},
    )
    school_pl = line(_("School"), "pl")
    school_uk = line(_("School"), "uk")
    field_pl = line(_("Field of study or occupation learned"), "pl")
    field_uk = line(_("Field of study or occupation learned"), "uk")
    place_pl = line(_("Town and country"), "pl")
    place_uk = line(_("Town and country"), "uk")
    proof = models.CharField(_("proof"), max_length=12, choices=Proof, default=Proof.DECLARED)

    class Meta(Dated.Meta):
        verbose_name = pgettext_lazy("CV", "school")
        verbose_name_plural = pgettext_lazy("CV", "Education")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="education_has_a_school_a_field_or_a_level",
                condition=~Q(school_pl="")
                | ~Q(school_uk="")
                | ~Q(field_pl="")
                | ~Q(field_uk="")
                | Q(level__isnull=False),
                violation_error_message=_("Enter the school, the field or the level."),
            ),
            models.CheckConstraint(
                name="education_proof_is_known",
                condition=Q(proof__in=["declared", "documented", "translated", "recognised"]),
            ),
        ]

    def __str__(self) -> str:
        named = self.school_pl or self.school_uk or self.field_pl or self.field_uk
        return named or str(self.level)


@remembered()
class LanguageSkill(Entry):
    """A language and how well it is known; both are codes and translate by themselves."""

    pairs: ClassVar[dict[str, Any]] = {}

    cv = models.ForeignKey(Cv, on_delete=models.CASCADE, related_name="languages")
    language = models.ForeignKey(
        Term,
        verbose_name=_("language"),
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.LANGUAGE},
    )
    level = models.ForeignKey(
        Term,
        verbose_name=_("level"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.LANGUAGE_LEVEL},
    )
    is_native = models.BooleanField(_("mother tongue"), default=False)

    class Meta(Entry.Meta):
        verbose_name = pgettext_lazy("CV", "language")
        verbose_name_plural = pgettext_lazy("CV", "Languages")
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                name="languageskill_language_stands_once_in_a_cv",
                fields=["cv", "language"],
                violation_error_message=_("This language is in the CV already."),
            ),
            models.CheckConstraint(
                name="languageskill_is_native_or_has_a_level",
                condition=Q(is_native=True, level=None) | Q(is_native=False, level__isnull=False),
                violation_error_message=_("Choose a level, or say that it is the mother tongue; not both."),
            ),
        ]

    def __str__(self) -> str:
        return self.language.name

    @property
    def level_name(self) -> str:
        """As printed, in the active language."""
        return pgettext("language", "mother tongue") if self.level is None else self.level.name

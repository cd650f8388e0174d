"""The lists of an intake: children, schools, jobs, occupations, languages, licences, papers, situations."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from pup_portal.tracking import remembered
from pup_portal.two_languages import line
from reference.models import LegalRuleKey, Occupation, Vocabulary
from registration.dates import PartialDate
from registration.intake.vocabulary import (
    OccupationKind,
    PaperKind,
    SeenAs,
    WorkBasis,
    WorkingTime,
)
from registration.models.freezing import frozen_with_the_client
from registration.models.intake_entry import ListEntry, country, evidence, joined, person, term, year
from registration.vocabulary import DatePrecision


@remembered()
class Child(ListEntry):
    """A child of whom the law asks for the date of birth and nothing else (act of 20.03.2025, art. 55(3))."""

    client = person("children")
    birth_date = models.DateField(_("date of birth"))
    is_dependent = models.BooleanField(_("depends on the person for a living"), default=True)

    class Meta(ListEntry.Meta):
        verbose_name = _("child")
        verbose_name_plural = _("children")
        triggers = [frozen_with_the_client("child_is_frozen_while_restricted")]

    def __str__(self) -> str:
        return date_format(self.birth_date, "DATE_FORMAT")

    @property
    def detail(self) -> str:
        return "" if self.is_dependent else str(_("not dependent"))


@remembered()
class EducationEntry(ListEntry):
    """A school or studies. What is declared is said to be so: most refugees have no papers with them."""

    pairs: ClassVar[dict[str, Any]] = {
        "school": _("school"),
        "field": _("field of study or occupation learned"),
    }

    client = person("schools")
    level = term(_("level"), Vocabulary.EDUCATION, null=True, blank=True)
    school_uk = line(_("school"), "uk")
    school_pl = line(_("school"), "pl")
    field_uk = line(_("field of study or occupation learned"), "uk")
    field_pl = line(_("field of study or occupation learned"), "pl")
    country = country()
    year_from = year(_("from the year"))
    year_to = year(_("to the year"))
    evidence = evidence()

    class Meta(ListEntry.Meta):
        verbose_name = pgettext_lazy("intake", "school")
        verbose_name_plural = pgettext_lazy("intake", "education")
        triggers = [frozen_with_the_client("education_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="educationentry_says_something",
                condition=Q(level__isnull=False)
                | ~Q(school_uk="")
                | ~Q(school_pl="")
                | ~Q(field_uk="")
                | ~Q(field_pl=""),
                violation_error_message=_("Enter the level, the school or the field."),
            ),
            models.CheckConstraint(
                name="educationentry_ends_after_it_starts",
                condition=Q(year_from=None) | Q(year_to=None) | Q(year_to__gte=F("year_from")),
                violation_error_message=_("The end must not be before the start."),
            ),
        ]

    def __str__(self) -> str:
        return self.text("school", "pl") or self.text("field", "pl") or str(self.level)

    @property
    def detail(self) -> str:
        years = " – ".join(str(year) for year in (self.year_from, self.year_to) if year)
        return joined(self.level, years, self.get_evidence_display())


@remembered()
class WorkPeriod(ListEntry):
    """Work of any kind, with or without a contract; of its dates as much as is known."""

    pairs: ClassVar[dict[str, Any]] = {
        "employer": _("employer"),
        "position": pgettext_lazy("intake", "position"),
    }

    client = person("jobs")
    position_uk = line(pgettext_lazy("intake", "position"), "uk")
    position_pl = line(pgettext_lazy("intake", "position"), "pl")
    employer_uk = line(_("employer"), "uk")
    employer_pl = line(_("employer"), "pl")
    country = country()
    started_on = models.DateField(_("started on"), null=True, blank=True)
    started_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    is_current = models.BooleanField(_("still goes on"), default=False)
    basis = models.CharField(_("basis of the work"), max_length=14, choices=WorkBasis, blank=True)
    working_time = models.CharField(_("working time"), max_length=14, choices=WorkingTime, blank=True)
    evidence = evidence()

    class Meta(ListEntry.Meta):
        verbose_name = pgettext_lazy("intake", "job")
        verbose_name_plural = pgettext_lazy("intake", "work history")
        triggers = [frozen_with_the_client("workperiod_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="workperiod_says_what_or_where",
                condition=~Q(position_uk="") | ~Q(position_pl="") | ~Q(employer_uk="") | ~Q(employer_pl=""),
                violation_error_message=_("Enter the position or the employer."),
            ),
            models.CheckConstraint(
                name="workperiod_start_with_precision",
                condition=Q(started_on=None, started_precision="")
                | (Q(started_on__isnull=False) & ~Q(started_precision="")),
            ),
            models.CheckConstraint(
                name="workperiod_end_with_precision",
                condition=Q(ended_on=None, ended_precision="")
                | (Q(ended_on__isnull=False) & ~Q(ended_precision="")),
            ),
            models.CheckConstraint(
                name="workperiod_that_goes_on_has_no_end",
                condition=Q(is_current=False) | Q(ended_on=None),
                violation_error_message=_("Either it still goes on or it has an end."),
            ),
        ]

    def __str__(self) -> str:
        return joined(self.text("position", "pl"), self.text("employer", "pl"))

    @property
    def started(self) -> PartialDate | None:
        return _partial(self.started_on, self.started_precision)

    @property
    def ended(self) -> PartialDate | None:
        return _partial(self.ended_on, self.ended_precision)

    @property
    def period(self) -> str:
        end = pgettext("period", "now") if self.is_current else self.ended
        return " – ".join(str(part) for part in (self.started, end) if part)

    @property
    def detail(self) -> str:
        return joined(self.period, self.get_evidence_display())


def _partial(value: Any, precision: str) -> PartialDate | None:
    return PartialDate(value, DatePrecision(precision)) if value else None


@remembered()
class ClientOccupation(ListEntry):
    """An occupation learned, practised or wanted: of the classification, or in the person's words."""

    pairs: ClassVar[dict[str, Any]] = {"wording": _("occupation in own words")}

    client = person("occupations")
    kind = models.CharField(
        _("kind"), max_length=10, choices=OccupationKind, default=OccupationKind.PRACTISED
    )
    occupation = models.ForeignKey(
        Occupation,
        verbose_name=_("occupation of the classification"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    wording_uk = line(_("occupation in own words"), "uk")
    wording_pl = line(_("occupation in own words"), "pl")
    months_of_practice = models.PositiveSmallIntegerField(
        _("months of practice"), null=True, blank=True, validators=[MaxValueValidator(720)]
    )
    evidence = evidence()

    class Meta(ListEntry.Meta):
        verbose_name = pgettext_lazy("intake", "occupation")
        verbose_name_plural = pgettext_lazy("intake", "occupations and skills")
        triggers = [frozen_with_the_client("clientoccupation_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="clientoccupation_is_named",
                condition=Q(occupation__isnull=False) | ~Q(wording_uk="") | ~Q(wording_pl=""),
                violation_error_message=_("Choose an occupation, or write it in the person’s words."),
            ),
        ]

    def __str__(self) -> str:
        return self.occupation.name if self.occupation else self.text("wording", "pl")

    @property
    def detail(self) -> str:
        return joined(self.get_kind_display(), self.get_evidence_display())


@remembered()
class SpokenLanguage(ListEntry):
    """A language and how well it is spoken; both are codes and translate by themselves."""

    client = person("languages")
    language = term(_("language"), Vocabulary.LANGUAGE)
    level = term(_("level"), Vocabulary.LANGUAGE_LEVEL, null=True, blank=True)
    is_native = models.BooleanField(_("mother tongue"), default=False)
    evidence = evidence()

    class Meta(ListEntry.Meta):
        verbose_name = pgettext_lazy("intake", "language")
        verbose_name_plural = pgettext_lazy("intake", "languages")
        triggers = [frozen_with_the_client("spokenlanguage_is_frozen_while_restricted")]
        constraints = [
            models.UniqueConstraint(
                name="spokenlanguage_once_for_a_person",
                fields=["client", "language"],
                violation_error_message=_("This language stands on the list already."),
            ),
            models.CheckConstraint(
                name="spokenlanguage_native_needs_no_level",
                condition=Q(is_native=False) | Q(level=None),
                violation_error_message=_("A mother tongue needs no level."),
            ),
        ]

    def __str__(self) -> str:
        return self.language.name

    @property
    def detail(self) -> str:
        return pgettext("language", "mother tongue") if self.is_native else str(self.level or "")


@remembered()
class HeldLicence(ListEntry):
    """A licence or certificate: of the vocabulary, or in words."""

    pairs: ClassVar[dict[str, Any]] = {"details": _("name or details of the licence")}

    client = person("licences")
    licence = term(pgettext_lazy("intake", "licence"), Vocabulary.LICENCE, null=True, blank=True)
    details_uk = line(_("name or details of the licence"), "uk")
    details_pl = line(_("name or details of the licence"), "pl")
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    evidence = evidence()

    class Meta(ListEntry.Meta):
        verbose_name = pgettext_lazy("intake", "licence")
        verbose_name_plural = pgettext_lazy("intake", "licences")
        triggers = [frozen_with_the_client("heldlicence_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="heldlicence_is_named",
                condition=Q(licence__isnull=False) | ~Q(details_uk="") | ~Q(details_pl=""),
                violation_error_message=_("Choose a licence, or write its name."),
            ),
        ]

    def __str__(self) -> str:
        return joined(self.licence, self.text("details", "pl"))

    @property
    def detail(self) -> str:
        return joined(_until(self.valid_until), self.get_evidence_display())


def _until(day: Any) -> str:
    return gettext("valid until %(day)s") % {"day": date_format(day, "DATE_FORMAT")} if day else ""


@remembered()
class PresentedDocument(ListEntry):
    """A document that was put on the desk: seen, not kept. Its number stands nowhere here."""

    pairs: ClassVar[dict[str, Any]] = {"details": _("what it says")}

    client = person("presented_documents")
    kind = models.CharField(_("document"), max_length=14, choices=PaperKind)
    details_uk = line(_("what it says"), "uk")
    details_pl = line(_("what it says"), "pl")
    seen_as = models.CharField(_("seen as"), max_length=10, choices=SeenAs, default=SeenAs.ORIGINAL)
    seen_on = models.DateField(_("seen on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    is_damaged = models.BooleanField(_("damaged"), default=False)
    is_recognised = models.BooleanField(_("recognised in Poland"), default=False)

    class Meta(ListEntry.Meta):
        verbose_name = pgettext_lazy("intake", "document")
        verbose_name_plural = pgettext_lazy("intake", "documents presented")
        triggers = [frozen_with_the_client("presenteddocument_is_frozen_while_restricted")]
        constraints = [
            models.CheckConstraint(
                name="presenteddocument_kind_is_known", condition=Q(kind__in=list(PaperKind))
            ),
        ]

    def __str__(self) -> str:
        return joined(self.get_kind_display(), self.text("details", "pl"))

    @property
    def detail(self) -> str:
        damage = _("damaged") if self.is_damaged else ""
        return joined(self.get_seen_as_display(), _until(self.valid_until), damage)


@remembered()
class SpecialSituation(ListEntry):
    """A situation that the law gives a meaning to. ``kind`` is a dated rule whose code begins with ``situation-``."""

    client = person("situations")
    kind = models.ForeignKey(
        LegalRuleKey, verbose_name=_("special situation"), on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    evidence = evidence()

    class Meta(ListEntry.Meta):
        verbose_name = _("special situation")
        verbose_name_plural = _("special situations")
        triggers = [frozen_with_the_client("specialsituation_is_frozen_while_restricted")]
        constraints = [
            models.UniqueConstraint(
                name="specialsituation_once_for_a_person",
                fields=["client", "kind"],
                violation_error_message=_("This situation stands on the list already."),
            ),
            models.CheckConstraint(
                name="specialsituation_ends_after_it_starts",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("The end must not be before the start."),
            ),
        ]

    def __str__(self) -> str:
        return self.kind.name

    @property
    def detail(self) -> str:
        return joined(_until(self.until), self.get_evidence_display())

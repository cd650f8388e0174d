"""Shapes of the entries of the lists of an intake."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pup_portal.typed import WordsField
from reference.models import LegalRule, LegalRuleKey, Occupation, Vocabulary
from registration.dates import PartialDate
from registration.forms import PartialDateField
from registration.intake.forms import NOTHING, BothField, InBothLanguages, both
from registration.models import (
    Child,
    ClientOccupation,
    EducationEntry,
    HeldLicence,
    PresentedDocument,
    SpecialSituation,
    SpokenLanguage,
    WorkPeriod,
)
from registration.vocabulary import DatePrecision

SITUATION = "situation-"


class EntryForm(InBothLanguages):
    """One entry; its labels in both languages."""

    # Texts of a person: in Ukrainian as said, and the Polish a person of the desk wrote.
    texts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = capfirst(both(field.label or self._meta.model._meta.get_field(name).verbose_name))

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the columns."""
        return dict(self.cleaned_data)


def words(max_length: int = 160) -> WordsField:
    return WordsField(required=False, max_length=max_length)


class ChildForm(EntryForm):
    class Meta:
        model = Child
        fields = ("birth_date", "is_dependent")

    def clean_birth_date(self) -> Any:
        day = self.cleaned_data["birth_date"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This date is in the future."), code="future")
        return day


class EducationForm(EntryForm):
    level = BothField(Vocabulary.EDUCATION, label=_("level"))
    school_uk, school_pl, field_uk, field_pl = words(), words(), words(), words()

    class Meta:
        model = EducationEntry
        fields = (
            "level", "school_uk", "school_pl", "field_uk", "field_pl", "country", "year_from", "year_to",
            "evidence",
        )  # fmt: skip


class WorkForm(EntryForm):
    position_uk, position_pl, employer_uk, employer_pl = words(), words(), words(), words()
    started = PartialDateField(label=_("started on"))
    ended = PartialDateField(label=_("ended on"))

    class Meta:
        model = WorkPeriod
        fields = (
            "position_uk", "position_pl", "employer_uk", "employer_pl", "country", "is_current", "basis",
            "working_time", "evidence",
        )  # fmt: skip

    field_order = (
        "position_uk", "position_pl", "employer_uk", "employer_pl", "country", "started", "ended",
        "is_current", "basis", "working_time", "evidence",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("started", "ended"):
            self.initial.setdefault(name, str(getattr(self.instance, name) or ""))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, end = values.get("started"), values.get("ended")
        if start and end and end.value < start.value and not end.agrees_with(start):
            self.add_error("ended", _("The end must not be before the start."))
        if end and values.get("is_current"):
            self.add_error("is_current", _("Either it still goes on or it has an end."))
        return values

    def values(self) -> dict[str, Any]:
        values = super().values()
        for name in {"started", "ended"} & values.keys():
            day = values.pop(name)
            values[f"{name}_on"] = day.value if day else None
            values[f"{name}_precision"] = day.precision if day else ""
        return values


class OccupationField(forms.CharField):
    """A code or words of a name; one occupation of the classification must be meant."""

    most: ClassVar[int] = 8

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Occupation.objects.get(pk=value)
        return f"{value.code} {value.name}" if isinstance(value, Occupation) else value

    def clean(self, value: Any) -> Occupation | None:
        typed = super().clean(value)
        if not typed:
            return None
        exact = Occupation.objects.active().filter(code=typed.split()[0]).first()
        if exact is not None:
            return exact
        found = list(Occupation.objects.active().found_by(typed)[: self.most + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("No occupation has this code or name."))
        listed = "; ".join(f"{row.code} {row.name}" for row in found[: self.most])
        raise forms.ValidationError(_("Which one? Enter its code: %(occupations)s") % {"occupations": listed})


class OccupationForm(EntryForm):
    wording_uk, wording_pl = words(), words()
    occupation = OccupationField(
        label=_("occupation of the classification"),
        help_text=_("Code or name. Leave it empty if none fits."),
        required=False,
        max_length=200,
    )

    class Meta:
        model = ClientOccupation
        fields = ("kind", "occupation", "wording_uk", "wording_pl", "months_of_practice", "evidence")


class LanguageForm(EntryForm):
    language = BothField(Vocabulary.LANGUAGE, label=_("language"), required=True)
    level = BothField(Vocabulary.LANGUAGE_LEVEL, label=_("level"))

    class Meta:
        model = SpokenLanguage
        fields = ("language", "is_native", "level", "evidence")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("is_native") and values.get("level"):
            self.add_error("level", _("A mother tongue needs no level."))
        return values


class LicenceForm(EntryForm):
    licence = BothField(Vocabulary.LICENCE, label=_("licence"))
    details_uk, details_pl = words(), words()

    class Meta:
        model = HeldLicence
        fields = ("licence", "details_uk", "details_pl", "valid_until", "evidence")


class SituationField(forms.ModelChoiceField):
    """Situations that a rule of law names today; one that was chosen before stays."""

    def label_from_instance(self, obj: Any) -> str:
        return obj.name_pl if not obj.name_uk else f"{obj.name_pl} · {obj.name_uk}"


class SituationForm(EntryForm):
    kind = SituationField(LegalRuleKey.objects.none(), label=_("special situation"), empty_label=NOTHING)

    class Meta:
        model = SpecialSituation
        fields = ("kind", "since", "until", "evidence")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = LegalRule.objects.on(timezone.localdate()).values("key")
        named = LegalRuleKey.objects.filter(code__startswith=SITUATION, pk__in=today)
        held = LegalRuleKey.objects.filter(pk=self.instance.kind_id)
        self.fields["kind"].queryset = named | held  # type: ignore[attr-defined]


class DocumentForm(EntryForm):
    details_uk, details_pl = words(), words()

    class Meta:
        model = PresentedDocument
        fields = (
            "kind", "details_uk", "details_pl", "seen_as", "seen_on", "valid_until", "is_damaged", "is_recognised",
        )  # fmt: skip
        help_texts = {"details_uk": _("What it is, without its number."), "details_pl": ""}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seen_on", timezone.localdate())

    def clean_seen_on(self) -> Any:
        day = self.cleaned_data["seen_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This date is in the future."), code="future")
        return day


ENTRY_FORMS: Mapping[str, type[EntryForm]] = MappingProxyType(
    {
        "children": ChildForm,
        "schools": EducationForm,
        "jobs": WorkForm,
        "occupations": OccupationForm,
        "languages": LanguageForm,
        "licences": LicenceForm,
        "situations": SituationForm,
        "presented_documents": DocumentForm,
    }
)


def initial_of(joined: Mapping[str, Any]) -> dict[str, Any]:
    """Values joined with another person's, as the initial values of a new form."""
    initial = dict(joined)
    for name in ("started", "ended"):
        if f"{name}_on" in initial:
            day, precision = initial.pop(f"{name}_on"), initial.pop(f"{name}_precision")
            initial[name] = str(PartialDate(day, DatePrecision(precision))) if day else ""
    return initial

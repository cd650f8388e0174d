"""Shapes and messages of the CV's parts: Ukrainian on the left, the Polish that is printed on the right."""

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout, LayoutObject
from django import forms
from django.utils.translation import gettext_lazy as _

from cv_builder.models import Cv, Education, Experience, LanguageSkill
from reference.models import Occupation, Term, Vocabulary

NOTHING = "–"  # the empty line of a list to choose from


class SideBySideForm(forms.ModelForm):
    """Lays out ``<stem>_uk`` beside ``<stem>_pl``, and every other field below each other."""

    rows: ClassVar[tuple[str | tuple[str, ...], ...]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            language = name.rpartition("_")[2]
            if language in ("pl", "uk"):
                field.widget.attrs["lang"] = language
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 5
            if isinstance(field, forms.ModelChoiceField) and field.empty_label:
                field.empty_label = NOTHING
            elif isinstance(field, forms.TypedChoiceField) and not field.required:
                known = cast("Iterable[tuple[str, str]]", field.choices)
                field.choices = [("", NOTHING), *((key, text) for key, text in known if key)]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*map(self._row, self.rows))

    def _row(self, row: str | tuple[str, ...]) -> LayoutObject:
        if isinstance(row, tuple):
            return Div(*(Div(name, css_class="col-6 col-md-3") for name in row), css_class="row")
        if row in self.fields:
            return Field(row)
        return Div(Field(f"{row}_uk"), Field(f"{row}_pl"), css_class="pair")


class OccupationField(forms.CharField):
    """A code or words of a name; one occupation must be meant."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Occupation of the classification"),
            help_text=_("Code or name. It is translated by itself. Leave it empty if none fits."),
            required=False,
            max_length=200,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Occupation.objects.get(pk=value)
        return f"{value.code} {value.name}" if isinstance(value, Occupation) else value

    def clean(self, value: Any) -> Occupation | None:
        words = super().clean(value)
        if not words:
            return None
        occupations = Occupation.objects.active()
        if (exact := occupations.filter(code=words.split()[0]).first()) is not None:
            return exact
        found = list(occupations.found_by(words)[: self.most + 1])
        if len(found) == 1:
            return found[0]
        raise forms.ValidationError(self._question(found))

    most: ClassVar[int] = 8

    def _question(self, found: list[Occupation]) -> Any:
        if not found:
            return _("No occupation has this code or name.")
        listed = "; ".join(f"{row.code} {row.name}" for row in found[: self.most])
        return _("Which one? Enter its code: %(occupations)s") % {"occupations": listed}


class NewCvForm(SideBySideForm):
    rows = ("title",)

    class Meta:
        model = Cv
        fields = ["title_uk", "title_pl"]


class AboutForm(SideBySideForm):
    rows = ("title", "occupation", "summary")
    occupation = OccupationField()

    class Meta:
        model = Cv
        fields = ["title_uk", "title_pl", "occupation", "summary_uk", "summary_pl"]


class SkillsForm(SideBySideForm):
    rows = ("skills", "courses")

    class Meta:
        model = Cv
        fields = ["skills_uk", "skills_pl", "courses_uk", "courses_pl"]
        help_texts = dict.fromkeys(fields, _("One in a line."))


class LicencesForm(SideBySideForm):
    rows = ("licences",)

    licences = forms.ModelMultipleChoiceField(
        Term.objects.of(Vocabulary.LICENCE).active(),
        label=_("Licences and certificates"),
        help_text=_("They are translated by themselves."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Cv
        fields = ["licences"]


class InterestsForm(SideBySideForm):
    rows = ("interests",)

    class Meta:
        model = Cv
        fields = ["interests_uk", "interests_pl"]


class ContactForm(SideBySideForm):
    rows = ("shows_phone", "shows_email", "shows_place", "shows_birth_date", "consented_on")

    class Meta:
        model = Cv
        fields = ["shows_phone", "shows_email", "shows_place", "shows_birth_date", "consented_on"]
        widgets = {"consented_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


PERIOD = (("started_month", "started_year", "ended_month", "ended_year"), "is_current")
PERIOD_FIELDS = ["started_month", "started_year", "ended_month", "ended_year", "is_current"]


class ExperienceForm(SideBySideForm):
    rows = ("position", "employer", "place", *PERIOD, "description")

    class Meta:
        model = Experience
        fields = [
            "position_uk", "position_pl", "employer_uk", "employer_pl", "place_uk", "place_pl",
            *PERIOD_FIELDS, "description_uk", "description_pl",
        ]  # fmt: skip
        help_texts = dict.fromkeys(["description_uk", "description_pl"], _("One in a line."))


class EducationForm(SideBySideForm):
    rows = ("level", "school", "field", "place", *PERIOD, "proof")

    level = forms.ModelChoiceField(
        Term.objects.of(Vocabulary.EDUCATION).active(), label=_("Level"), required=False
    )

    class Meta:
        model = Education
        fields = [
            "level", "school_uk", "school_pl", "field_uk", "field_pl", "place_uk", "place_pl",
            *PERIOD_FIELDS, "proof",
        ]  # fmt: skip


class LanguageForm(SideBySideForm):
    rows = ("language", "level", "is_native")

    language = forms.ModelChoiceField(Term.objects.of(Vocabulary.LANGUAGE).active(), label=_("Language"))
    level = forms.ModelChoiceField(
        Term.objects.of(Vocabulary.LANGUAGE_LEVEL).active(),
        label=_("Level"),
        required=False,
        help_text=_("Leave it empty for the mother tongue."),
    )

    class Meta:
        model = LanguageSkill
        fields = ["language", "level", "is_native"]


FORMS: dict[str, type[SideBySideForm]] = {
    "about": AboutForm,
    "experience": ExperienceForm,
    "education": EducationForm,
    "languages": LanguageForm,
    "skills": SkillsForm,
    "licences": LicencesForm,
    "interests": InterestsForm,
    "contact": ContactForm,
}

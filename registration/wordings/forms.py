"""Shapes of what an administrator writes about papers. The wording is checked here, line by line."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from pup_portal.text import straight
from reference.forms.fields import CrispyForm, DayInput
from registration.forms import capitalise_labels
from registration.models import PaperTemplate, TemplateSection, TemplateVersion
from registration.papers.checking import Problem, check_section

_AROUND = 1  # lines shown before and after a wrong one


class WordingField(forms.CharField):
    """Lines as they were typed: none is taken away before another, or their numbers would not be those on the page."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"rows": 12, "spellcheck": "true", "data-wording": ""}
        super().__init__(**kwargs | {"strip": False, "widget": forms.Textarea(attrs)})

    def to_python(self, value: Any) -> str:
        text = straight(super().to_python(value) or "")
        return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


class LabelledForm(CrispyForm, forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capitalise_labels(self)


class TemplateForm(LabelledForm):
    class Meta:
        model = PaperTemplate
        fields = ("kind", "title_pl", "title_uk", "is_active")


class NewTemplateForm(LabelledForm):
    class Meta:
        model = PaperTemplate
        fields = ("key", "kind", "title_pl", "title_uk")


class VersionForm(LabelledForm):
    class Meta:
        model = TemplateVersion
        fields = ("title_pl", "title_uk", "source")


@dataclass(frozen=True)
class NumberedLine:
    number: int
    text: str
    sentences: tuple[str, ...] = ()


class SectionForm(LabelledForm):
    body_pl = WordingField(label=_("wording in Polish"))
    body_uk = WordingField(label=_("wording in Ukrainian"))

    class Meta:
        model = TemplateSection
        fields = ("layout", "heading_pl", "heading_uk", "body_pl", "body_uk", "source", "is_confirmed")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problems: list[Problem] = []
        for name in ("heading_uk", "body_uk"):
            self.fields[name].widget.attrs["lang"] = "uk"
        for name in ("heading_pl", "body_pl"):
            self.fields[name].widget.attrs["lang"] = "pl"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            self.problems = check_section(TemplateSection(**cleaned))
        for problem in self.problems:
            if problem.language:  # of the section as a whole the constraints speak
                self.add_error(*self._place_of(problem))
        return cleaned

    def faulty_lines(self) -> dict[str, list[NumberedLine]]:
        """The wrong lines of each wording with their neighbours, as they stand in the form."""
        return {language: list(self._around(language)) for language in ("pl", "uk")}

    def _place_of(self, problem: Problem) -> tuple[str, Any]:
        if not problem.line:
            return f"heading_{problem.language}", problem.sentence
        sentence = format_lazy(_("line {line}: {sentence}"), line=problem.line, sentence=problem.sentence)
        return f"body_{problem.language}", sentence

    def _around(self, language: str) -> Any:
        said: dict[int, list[str]] = {}
        for problem in self.problems:
            if problem.language == language and problem.line:
                said.setdefault(problem.line, []).append(str(problem.sentence))
        shown = {near for line in said for near in range(line - _AROUND, line + _AROUND + 1)}
        lines = str(self[f"body_{language}"].value() or "").splitlines()
        for number in sorted(shown):
            if 1 <= number <= len(lines):
                yield NumberedLine(number, lines[number - 1][:200], tuple(said.get(number, ())))


class FirstDayForm(CrispyForm, forms.Form):
    first_day = forms.DateField(label=_("In force from"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_day"].initial = timezone.localdate


class LastDayForm(CrispyForm, forms.Form):
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = timezone.localdate

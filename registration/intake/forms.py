"""Shapes of the sections of an intake: every question stands in Polish and Ukrainian above its input."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from pup_portal.typed import WordsField
from reference.models import Term, Vocabulary
from registration.forms import ClientForm, NameField
from registration.intake.sections import GOES_WITH, Question, questions
from registration.intake.vocabulary import Purpose
from registration.models import Client, Intake

# Answers that only make sense together: while one is wrong, the others wait with it.
TOGETHER = (
    frozenset({"surname_cyrillic", "surname_latin"}),
    frozenset({"pesel", "clear_pesel", "no_pesel_reason"}),
    frozenset({"document_kind", "document_number", "document_expires_on", "clear_document", "clear_reason"}),
    frozenset({"marital_status", "spouse_status"}),
    frozenset({"disability_degree", "disability_until"}),
    frozenset({"health_basis", "health_limits_uk", "health_limits_pl"}),
)
_OF_THE_DOCUMENT = TOGETHER[2]
NOTHING = "–"


def said(pl: str, uk: str) -> str:
    """A wording in both languages side by side, each read out with its own voice."""
    return format_html('<span class="said"><span lang="pl">{}</span><span lang="uk">{}</span></span>', pl, uk)


def both(text: Any) -> str:
    """A word of the interface in Polish and Ukrainian; once where they are the same."""
    with override("pl"):
        polish = str(text)
    with override("uk"):
        ukrainian = str(text)
    return polish if polish == ukrainian else f"{polish} · {ukrainian}"


def both_choices(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, str]]:
    return [(value, both(text)) for value, text in choices if value not in ("", None)]


def term_name(term: Term) -> str:
    return term.name_pl if term.name_pl == term.name_uk else f"{term.name_pl} · {term.name_uk}"


class BothField(forms.ModelChoiceField):
    """A choice among terms, each in both languages."""

    def __init__(self, vocabulary: Vocabulary, **options: Any) -> None:
        terms = Term.objects.of(vocabulary).active()
        super().__init__(terms, empty_label=NOTHING, required=options.pop("required", False), **options)

    def label_from_instance(self, obj: Any) -> str:
        return term_name(obj)


class CodesField(forms.MultipleChoiceField):
    """Several terms of a vocabulary; gives their codes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(required=False, choices=lambda: self._offered(vocabulary))

    @staticmethod
    def _offered(vocabulary: Vocabulary) -> list[tuple[str, str]]:
        terms = Term.objects.of(vocabulary).active().exclude(code="not_applicable")
        return [(term.code, term_name(term)) for term in terms]


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not asked yet."""

    def __init__(self) -> None:
        super().__init__(
            choices=lambda: [("", NOTHING), ("True", both(_("yes"))), ("False", both(_("no")))],
            coerce=lambda value: value == "True",
            empty_value=None,
            required=False,
        )


def day_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class InBothLanguages(forms.ModelForm):
    """Choices in both languages; texts of a person marked by their language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name.endswith(("_uk", "_pl")):
                field.widget.attrs["lang"] = name[-2:]
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 2
            if isinstance(field, forms.DateField):
                field.widget = day_input()
            if type(field) is forms.TypedChoiceField:
                blank = [] if field.required else [("", NOTHING)]
                field.choices = [*blank, *both_choices(field.choices)]  # type: ignore[arg-type]


class OfClient(ClientForm):
    """The questions of a section that stand in the person's own record."""

    def __init__(self, *args: Any, asked: frozenset[str], **kwargs: Any) -> None:
        self.sections = ((_("Answers"), tuple(sorted(asked))),)
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.TypedChoiceField | forms.TypedMultipleChoiceField):
                blank = (
                    []
                    if isinstance(field, forms.TypedMultipleChoiceField) or field.required
                    else [("", NOTHING)]
                )
                field.choices = [*blank, *both_choices(field.choices)]  # type: ignore[arg-type]
            field.label = _label(name)

    def clean(self) -> dict[str, Any]:
        """The surname is asked for in one section only; elsewhere its absence says nothing."""
        if "surname_latin" in self.fields:
            return super().clean()
        return self.cleaned_data


class OfIntake(InBothLanguages):
    """The questions of a section that stand in the intake."""

    birth_surname = NameField(label="", script="latin")
    father_name = NameField(label="", script="latin")
    mother_name = NameField(label="", script="latin")
    is_lone_parent = YesNoField()
    has_large_family_card = YesNoField()
    is_carer = YesNoField()
    needs_lodging = YesNoField()
    needs_transport = YesNoField()
    needs_childcare = YesNoField()
    contract_kinds = CodesField(Vocabulary.CONTRACT)
    shifts = CodesField(Vocabulary.SHIFT)
    health_limits_uk = WordsField(required=False, max_length=500, widget=forms.Textarea)
    health_limits_pl = WordsField(required=False, max_length=500, widget=forms.Textarea)
    wishes_uk = WordsField(required=False, max_length=1000, widget=forms.Textarea)
    wishes_pl = WordsField(required=False, max_length=1000, widget=forms.Textarea)

    class Meta:
        model = Intake
        fields = (
            "purpose", "birth_surname", "father_name", "mother_name", "registered_address", "delivery_address",
            "marital_status", "spouse_status", "dependent_children", "is_lone_parent", "has_large_family_card",
            "is_carer", "disability_degree", "disability_until", "health_basis", "health_limits_uk",
            "health_limits_pl", "contract_kinds", "shifts", "working_time", "weekly_hours", "distance_km",
            "may_start_on", "needs_lodging", "needs_transport", "needs_childcare", "wishes_uk", "wishes_pl",
        )  # fmt: skip
        widgets = {"purpose": forms.RadioSelect}

    def __init__(self, *args: Any, asked: frozenset[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() - asked:
            del self.fields[name]
        if "purpose" in self.fields:
            self.fields["purpose"].choices = both_choices(Purpose.choices)  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            field.label = _label(name)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("spouse_status") and values.get("marital_status") not in ("married", "separated"):
            self.add_error(
                "spouse_status", _("Only a married person has a spouse: clear the answer about the spouse.")
            )
        if values.get("disability_until") and values.get("disability_degree") in ("", "none"):
            self.add_error("disability_until", _("Choose the degree of the decision, or clear its day."))
        limits = values.get("health_limits_uk") or values.get("health_limits_pl")
        if limits and not values.get("health_basis"):
            self.add_error(
                "health_basis", _("Health may be written down only with the paper that says so: choose it.")
            )
        return values


@dataclass(frozen=True)
class Row:
    """One question on the page and the inputs of its answer; two of them stand side by side."""

    code: str
    inputs: tuple[BoundField, ...]


class SectionForm:
    """A section as one form on the page, whichever rows hold its answers."""

    def __init__(
        self, client: Client, intake: Intake, asked: Iterable[Question], data: Mapping[str, Any] | None = None,
        *, initial: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        offered = list(asked)
        self.asked = [question for question in offered if not question.is_list]
        self.lists = [question for question in offered if question.is_list]
        names = frozenset(name for question in self.asked for name in inputs_of(question.code))
        options: dict[str, Any] = {"asked": names, "initial": dict(initial or {})}
        self.of_client = OfClient(data, instance=copy.copy(client), **options)
        self.of_intake = OfIntake(data, instance=copy.copy(intake), **options)

    @property
    def forms(self) -> "tuple[OfClient, OfIntake]":
        return self.of_client, self.of_intake

    def __iter__(self) -> Iterator[BoundField]:
        for row in self.rows:
            yield from row.inputs

    @cached_property
    def rows(self) -> list[Row]:
        found = (Row(question.code, tuple(self._inputs(question.code))) for question in self.asked)
        return [row for row in found if row.inputs]

    def _inputs(self, code: str) -> Iterator[BoundField]:
        for name in inputs_of(code):
            for form in self.forms:
                if name in form.fields:
                    yield form[name]

    def is_valid(self) -> bool:
        return self.of_client.is_valid() & self.of_intake.is_valid()

    @property
    def errors(self) -> dict[str, Any]:
        return {name: errors for form in self.forms for name, errors in form.errors.items()}

    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.forms for error in form.non_field_errors()]

    def add_error(self, name: str | None, error: str) -> None:
        holder = self.of_intake if name in self.of_intake.fields else self.of_client
        holder.add_error(name, error)

    def problems(self) -> list[str]:
        """What is wrong, a sentence each, for the line that tells what was not saved."""
        found = [
            f"{label_of(name)}: {error}"
            for form in self.forms
            for name, errors in form.errors.items()
            if name != NON_FIELD_ERRORS
            for error in errors
        ]
        return [*found, *self.non_field_errors()]

    def values(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """What may be stored of the record and of the intake: an answer that is wrong waits, the rest does not."""
        waiting = {name for group in TOGETHER if group & self.errors.keys() for name in group}
        if self.of_client.non_field_errors():
            waiting |= _OF_THE_DOCUMENT
        return (
            _without(self.of_client.values(), waiting),
            _without(dict(self.of_intake.cleaned_data), waiting),
        )

    @property
    def reason(self) -> str:
        return str(self.of_client.cleaned_data.get("clear_reason", ""))


def initial_of(joined: Mapping[str, Any]) -> dict[str, Any]:
    """Values that two people's answers were joined to, as the initial values of a new form."""
    return ClientForm.initial_of(dict(joined))


def inputs_of(code: str) -> tuple[str, ...]:
    """The names of the inputs that answer a question: of words of a person there are two."""
    return (f"{code}_uk", f"{code}_pl") if code in Intake.pairs else (code,)


def label_of(name: str) -> str:
    """What an input is called in a sentence, in the active language."""
    question = questions().get(name) or questions().get(name[:-3])
    return str(question.label) if question and question.code not in GOES_WITH else name


def _label(name: str) -> str:
    found = questions()
    if name in found:
        return said(found[name].pl, found[name].uk)
    question, language = found[name[:-3]], name[-2:]
    if language == "uk":
        return said(question.pl, question.uk)
    return said(f"{question.pl} (po polsku)", f"{question.uk} (польською)")


def _without(values: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}

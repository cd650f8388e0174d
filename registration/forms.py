"""Shapes of what staff type about a person. Storing is the services' work."""

from collections.abc import Container
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pup_portal import phones
from pup_portal.text import one_line
from pup_portal.typed import WordsField
from reference.models import Accommodation, Place, Term
from reference.models.terms import Vocabulary
from registration import dates, sealed_inputs
from registration.models import Client
from registration.sealed_inputs import NumberField, PeselField
from registration.validators import (
    validate_cyrillic,
    validate_latin,
)
from registration.vocabulary import Citizenship, ClientState, DatePrecision

type Sections = tuple[tuple[Promise, tuple[str, ...]], ...]

LATIN = ("surname_latin", "given_names_latin")
DECLARED = ("phone", "citizenships", "place", "accommodation")
CYRILLIC = ("surname_cyrillic", "given_names_cyrillic")


def capitalise_labels(form: forms.BaseForm) -> None:
    """Labels begin with a capital, as those that come from the model do."""
    for field in form.fields.values():
        field.label = capfirst(str(field.label or ""))


class NameField(forms.CharField):
    """One line of letters of one script; the browser must not "correct" it."""

    def __init__(self, *, label: Any, script: str) -> None:
        check = {"latin": validate_latin, "cyrillic": validate_cyrillic}[script]
        attributes = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "words"}
        if script == "cyrillic":
            attributes["lang"] = "uk"
        super().__init__(
            label=label,
            required=False,
            max_length=120,
            validators=[check],
            widget=forms.TextInput(attributes),
        )

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class PhoneField(phones.PhoneField):
    """Any usual way of saying a Polish or Ukrainian number; gives E.164."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {
            "label": _("phone"),
            "required": False,
            "help_text": _("Polish: 9 digits. Ukrainian: +380 and 9 digits, or 0 and 9 digits."),
        }
        super().__init__(**defaults | options)

    def to_python(self, value: Any) -> str:
        return super().to_python(phones.with_country(str(value or "")))


class PartialDateField(forms.CharField):
    """A date, a month with its year, or a year; gives ``dates.PartialDate`` or ``None``."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {
            "required": False,
            "max_length": 20,
            "help_text": _("12.03.1985; or 03.1985, or 1985 when the rest is not known."),
            "widget": forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
        }
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            read = dates.parse(text)
        except ValueError:
            raise forms.ValidationError(
                _("Write the date as 12.03.1985, 03.1985 or 1985."), code="date"
            ) from None
        if read.value > timezone.localdate():
            raise forms.ValidationError(_("This date is in the future."), code="future")
        return read


class ClientForm(forms.ModelForm):
    """Everything the desk keeps about a person, in sections."""

    surname_cyrillic = NameField(label=_("surname in Cyrillic"), script="cyrillic")
    given_names_cyrillic = NameField(label=_("given names in Cyrillic"), script="cyrillic")
    patronymic = NameField(label=_("patronymic (if the person wants it)"), script="cyrillic")
    surname_latin = NameField(label=_("surname, Latin as in the document"), script="latin")
    given_names_latin = NameField(label=_("given names, Latin as in the document"), script="latin")
    birth = PartialDateField(label=_("date of birth"))
    pesel = PeselField()
    clear_pesel = forms.BooleanField(label=_("remove the PESEL"), required=False)
    document_number = NumberField(label=_("series and number of the document"), max_length=30)
    clear_document = forms.BooleanField(label=_("remove the document"), required=False)
    clear_reason = WordsField(label=_("why the document is removed"), required=False, max_length=200)
    phone = PhoneField()
    citizenships = forms.TypedMultipleChoiceField(
        label=_("citizenships"),
        choices=Citizenship.choices,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 4}),
    )
    place = forms.ModelChoiceField(Place.objects.none(), label=_("place of stay"), required=False)
    accommodation = forms.ModelChoiceField(
        Accommodation.objects.none(), label=_("accommodation"), required=False
    )

    sections: Sections = (
        (_("Names"), (*CYRILLIC, "patronymic", *LATIN)),
        (_("Identity"), ("birth", "birth_place", "sex", "citizenships")),
        (
            _("Identifiers"),
            (
                *("pesel", "clear_pesel", "no_pesel_reason"),
                *("document_kind", "document_number", "document_expires_on"),
                *("clear_document", "clear_reason"),
            ),
        ),
        (_("Contact"), ("phone", "email", "contact_language", "preferred_contact")),
        (_("Place of stay"), ("accommodation", "place", "street_address")),
        (_("What the person looks for"), ("looks_for", "notes")),
    )

    class Meta:
        model = Client
        fields = (
            "birth_place", "sex", "no_pesel_reason",
            "document_kind", "document_expires_on", "email", "contact_language",
            "preferred_contact", "street_address", "looks_for", "notes",
        )  # fmt: skip
        widgets = {
            "looks_for": forms.Textarea({"rows": 3}),
            "notes": forms.Textarea({"rows": 3}),
            "document_expires_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        client = self.instance
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        held = [client.accommodation_id] if client.accommodation_id else []
        sites = Accommodation.objects.active() | Accommodation.objects.filter(pk__in=held)
        self.fields["accommodation"].queryset = sites.for_list().in_order()  # type: ignore[attr-defined]
        for name in (*CYRILLIC, *LATIN, "patronymic", *DECLARED):
            self.initial.setdefault(name, getattr(client, name))
        self.initial.setdefault("birth", str(client.birth or ""))
        for field in set(self.fields) - {name for _title, kept in self.sections for name in kept}:
            del self.fields[field]
        sealed_inputs.prepare(self)
        capitalise_labels(self)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = _layout(self.sections, self.fields)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        sealed_inputs.check(self, values)
        surnames = {"surname_latin", "surname_cyrillic"}
        if not any(values.get(name) for name in surnames) and not self.errors.keys() & surnames:
            self.add_error("surname_cyrillic", _("Enter the surname in Latin or in Cyrillic letters."))
        return values

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the columns."""
        values = sealed_inputs.settled(self.cleaned_data)
        if "birth" in values:
            birth = values.pop("birth")
            values["birth_date"] = birth.value if birth else None
            values["birth_date_precision"] = birth.precision if birth else ""
        return values

    @staticmethod
    def initial_of(values: dict[str, Any]) -> dict[str, Any]:
        """``values`` of ``values()`` as the initial values of a new form."""
        initial = sealed_inputs.initial_of(values)
        if "birth_date" in initial:
            birth, precision = initial.pop("birth_date"), initial.pop("birth_date_precision")
            initial["birth"] = str(dates.PartialDate(birth, DatePrecision(precision))) if birth else ""
        return initial


def _layout(sections: Sections, present: Container[str]) -> Layout:
    parts = ((title, [name for name in names if name in present]) for title, names in sections)
    return Layout(*(Fieldset(title, Div(*names, css_class="filter-fields")) for title, names in parts))


class StateForm(forms.Form):
    """The next status, from which day and why."""

    to = forms.ChoiceField(label=_("new status"), widget=forms.RadioSelect)
    effective_on = forms.DateField(
        label=_("from the day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    reason_term = forms.ModelChoiceField(Term.objects.none(), label=_("reason from the list"), required=False)
    reason = WordsField(
        label=_("reason in words"), required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(state.value, state.label) for state in client.next_states]  # type: ignore[attr-defined]
        self.fields["reason_term"].queryset = Term.objects.of(Vocabulary.STATUS_REASON).active()  # type: ignore[attr-defined]
        self.initial.setdefault("effective_on", timezone.localdate())
        capitalise_labels(self)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_to(self) -> ClientState:
        return ClientState(self.cleaned_data["to"])

    def clean_effective_on(self) -> Any:
        day = self.cleaned_data["effective_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("A status cannot begin in the future."), code="future")
        return day

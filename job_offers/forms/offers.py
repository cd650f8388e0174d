from collections.abc import Iterator
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from job_offers.forms.fields import AmountField, OccupationField, TermField, TermsField
from job_offers.models import Employer, Offer, OfferLanguage, Workplace
from pup_portal.phones import PhoneField
from pup_portal.typed import WordsField
from reference.models import Place, Vocabulary

LANGUAGE_ROWS = 3
OLDER_LEVELS = ("poor", "average", "good", "very_good")  # the feed's former scale, not for new offers
_DATE = {"type": "date"}
# Headings with their fields; fields in brackets of their own share a line where there is room.
_SECTIONS: tuple[tuple[Any, tuple[str | tuple[str, ...], ...]], ...] = (
    (_("What the job is"), ("kind", "title_pl", "occupation", "duties_pl", ("posts", "posts_disabled"))),
    (_("Place"), (("workplace", "place"), ("place_name", "street_address"), "work_mode")),
    (
        _("Contract and hours"),
        (
            ("contract", "shift"),
            ("working_time", "hours_per_week", "hours_per_month"),
            ("day_starts_at", "day_ends_at"),
            *("timetable_pl", "works_on_days_off"),
            ("starts_on", "ends_on"),
            *("starts_at_once", "is_permanent", "is_temporary"),
        ),
    ),
    (_("Pay"), (("pay_from", "pay_to", "pay_unit"), "is_gross", "has_bonus", "pay_system", "pay_note_pl")),
    (
        _("What the work needs"),
        (
            ("polish_level", "education", "experience_months"),
            *((f"language_{row}", f"speech_{row}") for row in range(1, LANGUAGE_ROWS + 1)),
            *("licences", "requirements_pl", "wishes_pl"),
        ),
    ),
    (
        _("What the employer gives"),
        (
            "has_lodging",
            "has_meals",
            "covers_travel",
            "offers_transport",
            "has_parking",
            "is_near_transport",
            "fits_childcare",
            "benefits_note_pl",
            "ukraine_welcome",
        ),
    ),
    (
        _("How to apply"),
        (
            *("apply_route", ("contact_phone", "contact_email"), "apply_languages"),
            *("required_documents_pl", "apply_note_pl"),
        ),
    ),
    (_("Validity and translation"), ("valid_until", "translation_consent")),
    (
        _("Handling in the national database"),
        (
            *("for_registered_only", "interests_eea", "spreads_wider", "contact_every_days"),
            *("is_not_elsewhere", "declares_no_offences"),
        ),
    ),
)
_OWN = frozenset({"title_pl", "occupation"})  # declared on the form, not made from the model


def _names() -> Iterator[str]:
    for _title, lines in _SECTIONS:
        for line in lines:
            yield from (line,) if isinstance(line, str) else line


class OfferForm(forms.ModelForm):
    """An offer typed in by hand, in Polish; the Ukrainian text is written beside it in the translations.

    ``version`` shows what was on the page that is sent; ``may_be_minor`` says that there is an approved
    Ukrainian text, which a small correction leaves alone.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    is_minor = forms.BooleanField(
        label=_("Only a small correction; the translation stays valid"),
        help_text=_(
            "A slip of the pen, a comma. Sentences whose facts differ are translated again all the same."
        ),
        required=False,
    )
    title_pl = forms.CharField(label=_("position"), max_length=200)
    occupation = OccupationField(
        label=_("occupation"),
        help_text=_("Type a part of the name, or the six digits of the code."),
        required=False,
        widget=forms.TextInput(
            attrs={
                "list": "occupations",
                "autocomplete": "off",
                "hx-get": reverse_lazy("job_offers:occupation-options"),
                "hx-trigger": "input changed delay:300ms",
                "hx-target": "#occupations",
            }
        ),
    )
    work_mode = TermField(Vocabulary.WORK_MODE, label=_("on site or remote"))
    contract = TermField(Vocabulary.CONTRACT, label=_("kind of contract"))
    shift = TermField(Vocabulary.SHIFT, label=_("shifts"))
    pay_system = TermField(Vocabulary.PAY_SYSTEM, label=_("system of pay"))
    education = TermField(Vocabulary.EDUCATION, label=_("education"))
    apply_route = TermField(Vocabulary.APPLY_ROUTE, label=_("how to apply"))
    licences = TermsField(Vocabulary.LICENCE, label=_("licences and papers of the trade"))
    apply_languages = TermsField(Vocabulary.LANGUAGE, label=_("one may apply in"))
    working_time = AmountField(
        label=_("part of full time"),
        max_digits=4,
        decimal_places=3,
        required=False,
        help_text=_("1 is full time, 0,5 is half."),
    )
    hours_per_week = AmountField(label=_("hours a week"), max_digits=4, decimal_places=1, required=False)
    hours_per_month = AmountField(label=_("hours a month"), max_digits=4, decimal_places=1, required=False)
    pay_from = AmountField(label=_("pay from"), max_digits=9, decimal_places=2, required=False)
    pay_to = AmountField(label=_("pay to"), max_digits=9, decimal_places=2, required=False)
    contact_phone = PhoneField(label=_("phone for applicants"), required=False)

    class Meta:
        model = Offer
        fields = tuple(
            name for name in _names() if not name.startswith(("language_", "speech_")) and name not in _OWN
        )
        widgets = {
            name: forms.DateInput(attrs=_DATE, format="%Y-%m-%d")
            for name in ("starts_on", "ends_on", "valid_until")
        } | {
            name: forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
            for name in ("day_starts_at", "day_ends_at")
        }

    def __init__(
        self, *args: Any, employer: Employer | None, may_be_minor: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not may_be_minor:
            del self.fields["is_minor"]
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        self.fields["workplace"].queryset = Workplace.objects.filter(employer=employer)  # type: ignore[attr-defined]
        self.fields["kind"].required = False  # hardly anything but work is offered
        self._add_languages()
        self.initial.setdefault("version", self.instance.version)
        if self.instance.pk:
            self.initial["title_pl"], self.initial["occupation"] = (
                self.instance.title_pl,
                self.instance.occupation,
            )
        for name in (name for name in self.fields if name.endswith("_pl") and name not in _OWN):
            column: Any = Offer._meta.get_field(name.removesuffix("_pl"))
            self.fields[name].label = column.verbose_name  # the language column’s own ends in "[pl]"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        sections = (Fieldset(title, *map(_line, lines)) for title, lines in _SECTIONS)
        self.helper.layout = Layout("version", *sections, *(["is_minor"] if may_be_minor else []))

    def clean(self) -> dict[str, Any] | None:
        """A workplace brings its place; a translated text left empty is an empty text."""
        super().clean()
        data = self.cleaned_data
        data["kind"] = data.get("kind") or Offer.Kind.WORK
        workplace = data.get("workplace")
        if workplace is not None and not data.get("place"):
            data["place"] = workplace.place
        if workplace is not None and not data.get("street_address"):
            data["street_address"] = workplace.street_address
        for name in data:
            if name.endswith("_pl"):
                data[name] = data[name] or ""
        named = [data[f"language_{row}"] for row in self._rows if data.get(f"language_{row}")]
        if len(named) != len(set(named)):
            self.add_error("language_1", _("Name each language once."))
        for row in self._rows:
            if data.get(f"speech_{row}") and not data.get(f"language_{row}"):
                self.add_error(f"language_{row}", _("Choose the language this level is meant for."))
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services store."""
        skipped = {
            *("version", "is_minor"),
            *(f"{name}_{row}" for row in self._rows for name in ("language", "speech")),
        }
        facts = {name: value for name, value in self.cleaned_data.items() if name not in skipped}
        needs = (
            (self.cleaned_data[f"language_{row}"], self.cleaned_data[f"speech_{row}"]) for row in self._rows
        )
        return facts | {"languages": [(language, speech) for language, speech in needs if language]}

    @property
    def _rows(self) -> range:
        return range(1, LANGUAGE_ROWS + 1)

    def _add_languages(self) -> None:
        needs: list[OfferLanguage] = list(self.instance.languages.all()) if self.instance.pk else []
        for row in self._rows:
            language = TermField(Vocabulary.LANGUAGE, label=_("other language"))
            speech = TermField(Vocabulary.LANGUAGE_LEVEL, label=_("its level in speech"))
            language.queryset = language.known.exclude(code="pl")
            speech.queryset = speech.known.exclude(code__in=OLDER_LEVELS)
            self.fields[f"language_{row}"], self.fields[f"speech_{row}"] = language, speech
            if row <= len(needs):
                self.initial[f"language_{row}"] = needs[row - 1].language_id
                self.initial[f"speech_{row}"] = needs[row - 1].speech_id


def _line(line: str | tuple[str, ...]) -> Any:
    if isinstance(line, tuple):
        return Div(*line, css_class="filter-fields")
    return Field(line, wrapper_class="check-columns") if line in ("licences", "apply_languages") else line


class WithdrawForm(forms.Form):
    reason = WordsField(
        label=_("Why the offer is withdrawn"),
        help_text=_("For the desk only; readers do not see it."),
        max_length=200,
    )


class OverrideForm(forms.Form):
    """``digest`` says which finding; the field is in the page, and the reason beside it."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=32)
    reason = WordsField(
        label=_("Why this does not stand against the offer"),
        help_text=_("It is kept with your name in the history of the offer."),
        max_length=300,
    )


class ConfirmForm(forms.Form):
    valid_until = forms.DateField(
        label=_("The offer is valid until"), widget=forms.DateInput(attrs=_DATE, format="%Y-%m-%d")
    )

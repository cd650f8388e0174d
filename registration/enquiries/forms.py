"""Shapes of what is typed about somebody who is not a client yet."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pup_portal.text import one_line
from pup_portal.typed import WordsField
from reference.models import Accommodation, OfficeProfile, Place
from registration import names
from registration.enquiries.spelling import columns_of, validate_name
from registration.enquiries.vocabulary import ClosingReason, EnquiryState
from registration.forms import LATIN, NameField, PhoneField, capitalise_labels
from registration.models import Enquiry
from registration.vocabulary import ContactLanguage, NoPesel

STATES = [*EnquiryState.choices, ("all", _("all"))]
SUGGEST = "suggest"  # the button that asks for the Latin spelling
_WEB_ADDRESSES = ("http://", "https://", "www.", "t.me/")


class AnyNameField(forms.CharField):
    """One line of letters of one alphabet, whichever."""

    def __init__(self, **options: Any) -> None:
        attributes = {"spellcheck": "false", "autocapitalize": "words"} | options.pop("attributes", {})
        defaults: dict[str, Any] = {"max_length": 120, "widget": forms.TextInput(attributes)}
        super().__init__(**defaults | options)
        self.validators.append(validate_name)

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


def plain(form: forms.BaseForm) -> FormHelper:
    helper = FormHelper(form)
    helper.form_tag = False
    helper.disable_csrf = True
    return helper


class QuickForm(forms.Form):
    """Three minutes at a meeting, on the phone or at the desk. Nothing but a surname is asked of anybody."""

    surname = AnyNameField(label=_("surname"), attributes={"autocomplete": "off"})
    given_names = AnyNameField(label=_("given names"), required=False, attributes={"autocomplete": "off"})
    surname_latin = NameField(label=_("surname, Latin as in the document"), script="latin")
    given_names_latin = NameField(label=_("given names, Latin as in the document"), script="latin")
    phone = PhoneField(help_text="")
    accommodation = forms.ModelChoiceField(
        Accommodation.objects.none(), label=_("accommodation"), required=False
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), label=_("place of stay, if it is no accommodation"), required=False
    )
    looks_for = WordsField(
        label=_("what the person looks for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )
    contact_language = forms.ChoiceField(
        label=_("language of contact"),
        choices=ContactLanguage.choices,
        initial=ContactLanguage.UKRAINIAN,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(with_latin(data) if data and SUGGEST in data else data, **kwargs)
        sites = Accommodation.objects.active().for_list().in_order()
        self.fields["accommodation"].queryset = sites  # type: ignore[attr-defined]
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        capitalise_labels(self)
        self.helper = plain(self)

    @property
    def asks_latin(self) -> bool:
        """Two more fields on the page, for who asked for them: most people are taken in without."""
        return any(name in self.data for name in (SUGGEST, *LATIN))

    def is_told(self) -> bool:
        """Whether all is right and is to be stored: not where only the Latin spelling was asked for."""
        return self.is_valid() and SUGGEST not in self.data

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the columns of ``Client``. Latin typed at first is as in the document."""
        typed = dict(self.cleaned_data)
        latin = {name: typed.pop(name) for name in LATIN}
        both = columns_of(surname=typed.pop("surname"), given_names=typed.pop("given_names"))
        both |= {name: text for name, text in latin.items() if text and not both[name]}
        typed["contact_language"] = typed["contact_language"] or ContactLanguage.UKRAINIAN
        return {**typed, **both, "no_pesel_reason": NoPesel.NOT_ASKED}


def with_latin(posted: QueryDict) -> QueryDict:
    """What was typed, with the empty Latin names suggested from those that are in Cyrillic (KMU 55-2010)."""
    typed = posted.copy()
    for name in ("surname", "given_names"):
        written = columns_of(surname=one_line(typed.get(name, ""))[:120], given_names="")["surname_cyrillic"]
        if written and not typed.get(f"{name}_latin", "").strip():
            typed[f"{name}_latin"] = names.to_latin(written)
    return typed


class InterestForm(forms.Form):
    """What a person tells from their own phone. The sites where people live are not listed to the public."""

    surname = AnyNameField(label=_("Your surname"), attributes={"autocomplete": "family-name"})
    given_names = AnyNameField(
        label=_("Your given name"), required=False, attributes={"autocomplete": "given-name"}
    )
    phone = PhoneField(
        label=_("Your phone"),
        help_text=_("Polish or Ukrainian. We call back; you pay nothing."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), label=_("Gmina where you live"), required=False, to_field_name="terc"
    )
    stay = forms.CharField(
        label=_("Where exactly"),
        help_text=_("For example the name of the hotel, or the street. Needed only when you have no phone."),
        required=False,
        max_length=160,
    )
    looks_for = WordsField(
        label=_("What do you look for?"),
        help_text=_(
            "Work, registration, a course, help with papers. No PESEL and no numbers of documents, please."
        ),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    language = forms.ChoiceField(
        label=_("In what language shall we call?"),
        choices=ContactLanguage.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, site: Accommodation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        self.initial.setdefault("language", language_of_the_page())
        if site is not None:
            del self.fields["place"], self.fields["stay"]
        self.helper = plain(self)

    def clean_stay(self) -> str:
        return without_addresses(one_line(self.cleaned_data["stay"]))

    def clean_looks_for(self) -> str:
        return without_addresses(self.cleaned_data["looks_for"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        is_reachable = values.get("phone") or values.get("stay") or self.site
        if not is_reachable and not self.errors.keys() & {"phone", "stay"}:
            self.add_error("phone", _("Give a phone, or say where you live, so that we can reach you."))
        return values

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the columns of ``Enquiry``."""
        site = {"accommodation": self.site} if self.site else {}
        return {
            **self.cleaned_data,
            "language": self.cleaned_data["language"] or language_of_the_page(),
            **site,
        }


class ClosingForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why it is closed"), choices=ClosingReason.choices, widget=forms.RadioSelect
    )

    def clean_reason(self) -> ClosingReason:
        return ClosingReason(self.cleaned_data["reason"])


class InboxFilter(forms.Form):
    """Which enquiries; what is no choice asks for nothing."""

    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("all")), *ContactLanguage.choices],
        required=False,
        widget=forms.Select({"class": "form-select"}),
    )
    place = forms.ModelChoiceField(
        Place.objects.none(),
        label=_("Place"),
        empty_label=_("all"),
        required=False,
        to_field_name="terc",
        widget=forms.Select({"class": "form-select"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]


class PosterForm(forms.Form):
    """For which wall, and in what language."""

    accommodation = forms.ModelChoiceField(
        Accommodation.objects.none(),
        label=_("For the accommodation"),
        empty_label=_("any place"),
        required=False,
        to_field_name="public_id",
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("uk", _("Ukrainian")), ("pl", _("Polish")), ("en", _("English"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites = Accommodation.objects.active().for_list().in_order()
        self.fields["accommodation"].queryset = sites  # type: ignore[attr-defined]
        self.helper = plain(self)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if OfficeProfile.objects.current()._state.adding:
            raise forms.ValidationError(
                _("Fill in the office in the settings first: its name stands on the poster.")
            )
        return values


def from_enquiry(enquiry: Enquiry, *, about: str = "") -> dict[str, Any]:
    """The quick intake with what the person wrote; where they live, in their words, stands with what they look for.

    So does the name of what they ask ``about``.
    """
    words = "\n".join(filter(None, [about, enquiry.looks_for, enquiry.stay]))
    return {
        "surname": enquiry.surname,
        "given_names": enquiry.given_names,
        "phone": enquiry.phone,
        "accommodation": enquiry.accommodation_id,
        "place": enquiry.place_id,
        "looks_for": words,
        "contact_language": enquiry.language,
    }


def without_addresses(text: str) -> str:
    """Programs that fill in forms leave addresses of web pages; people do not need to."""
    if any(mark in text.lower() for mark in _WEB_ADDRESSES):
        raise forms.ValidationError(_("Please leave out addresses of web pages."), code="address")
    return text


def language_of_the_page() -> str:
    code = (get_language() or "uk")[:2]
    return code if code in ContactLanguage.values else ContactLanguage.UKRAINIAN.value

"""Shapes of what an employer types, and of what the brokers decide about it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from job_offers.forms.fields import AmountField
from job_offers.models import EmployerEnquiry
from job_offers.self_service.vocabulary import ClosedBecause, EnquiryState
from pup_portal.phones import PhoneField
from pup_portal.text import one_line
from pup_portal.typed import WordsField
from reference.forms.fields import DigitsField
from reference.models import Place

STATES = [*EnquiryState.choices, ("all", _("all"))]
_WEB_ADDRESSES = ("http://", "https://", "www.", "t.me/")


class LineField(forms.CharField):
    """One line, as people type lines."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class NewOfferForm(forms.ModelForm):
    """The least an employer has to say; a broker calls for the rest."""

    employer_name = LineField(label=_("Name of the firm"), max_length=200)
    nip = DigitsField(label=_("NIP"), required=False)
    contact_name = LineField(label=_("Whom shall we ask for?"), max_length=120, required=False)
    phone = PhoneField(label=_("Phone"), widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}))
    title = LineField(
        label=_("What post is it?"), help_text=_("For example: kitchen help, welder."), max_length=200
    )
    description = WordsField(
        label=_("What will people do, when, and what do you give?"),
        help_text=_(
            "Duties, hours, kind of contract. Please name no age, sex or nationality: the law forbids it."
        ),
        max_length=3000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    pay_from = AmountField(label=_("Pay from, PLN gross"), max_digits=9, decimal_places=2, required=False)
    pay_to = AmountField(label=_("Pay to, PLN gross"), max_digits=9, decimal_places=2, required=False)

    class Meta:
        model = EmployerEnquiry
        fields = (
            *(
                "employer_name",
                "nip",
                "contact_name",
                "phone",
                "email",
                "title",
                "posts",
                "place",
                "description",
            ),
            *("pay_from", "pay_to", "pay_unit", "has_lodging", "agrees_to_publish", "agrees_to_translate"),
        )
        labels = {
            "email": _("E-mail"),
            "posts": _("How many people?"),
            "place": _("Town or gmina of the work"),
            "pay_unit": _("Pay is for"),
            "has_lodging": _("We give lodging"),
            "agrees_to_publish": _("The name of our firm may stand on the public board"),
            "agrees_to_translate": _("The offer may be published in Ukrainian, too"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        self.fields["place"].to_field_name = "terc"  # type: ignore[attr-defined]
        self.fields["posts"].widget.attrs |= {"min": 1, "max": 999}
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(_("The job"), "title", "posts", "place", "description"),
            Fieldset(_("The pay"), "pay_from", "pay_to", "pay_unit", "has_lodging"),
            Fieldset(_("Your firm"), "employer_name", "nip", "contact_name", "phone", "email"),
            Fieldset(_("Do you agree?"), "agrees_to_publish", "agrees_to_translate"),
        )

    def clean_description(self) -> str:
        return _without_addresses(self.cleaned_data["description"])

    def clean_title(self) -> str:
        return _without_addresses(self.cleaned_data["title"])

    def clean_employer_name(self) -> str:
        return _without_addresses(self.cleaned_data["employer_name"])

    def clean_posts(self) -> int:
        posts: int = self.cleaned_data["posts"]
        if not 1 <= posts <= 999:
            raise forms.ValidationError(_("Enter a number of people from 1 to 999."), code="posts")
        return posts

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        low, high = values.get("pay_from"), values.get("pay_to")
        if low is not None and high is not None and low > high:
            self.add_error("pay_to", _("The lower end of the pay must not be above the upper end."))
        if (low is not None or high is not None) and not values.get("pay_unit"):
            self.add_error("pay_unit", _("Say whether the pay is for a month or for an hour."))
        for name in ("pay_from", "pay_to"):
            if values.get(name) is not None and values[name] <= 0:
                self.add_error(name, _("Pay must be above zero."))
        return values

    def validate_constraints(self) -> None:
        """Each is told above, at its field; the database has the last word."""

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the columns of ``EmployerEnquiry``."""
        unit = self.cleaned_data["pay_unit"]
        is_paid = self.cleaned_data["pay_from"] is not None or self.cleaned_data["pay_to"] is not None
        return {
            **self.cleaned_data,
            "pay_unit": unit if is_paid else "",
            "language": (get_language() or "pl")[:2],
        }


def _without_addresses(text: str) -> str:
    if any(mark in text.lower() for mark in _WEB_ADDRESSES):
        raise forms.ValidationError(_("Please leave out addresses of web pages."), code="address")
    return text


class ClosingForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why it is closed"), choices=ClosedBecause.choices, widget=forms.RadioSelect
    )

    def clean_reason(self) -> ClosedBecause:
        return ClosedBecause(self.cleaned_data["reason"])


class StateForm(forms.Form):
    """Which ones; what is no choice asks for those that wait."""

    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)

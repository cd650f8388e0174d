"""Shapes of what staff type about meetings."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Role
from meetings.models import Attendance, Meeting, ukrainian_and_polish
from meetings.vocabulary import MeetingLanguage
from pup_portal.text import one_line
from pup_portal.typed import WordsField
from reference.models import Accommodation, Place
from registration.forms import PhoneField, capitalise_labels
from registration.models import Client

LEADS = (Role.COORDINATOR, Role.ADVISER, Role.MANAGER)


def _helper(*parts: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if parts:
        helper.layout = Layout(*parts)
    return helper


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label, widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )


class MeetingForm(forms.ModelForm):
    """A meeting in both languages. The Ukrainian may wait until the meeting is announced."""

    starts_at = _moment(_("starts at"))
    ends_at = _moment(_("ends at"))
    languages = forms.MultipleChoiceField(
        label=_("languages spoken"),
        choices=MeetingLanguage.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=ukrainian_and_polish,
    )

    class Meta:
        model = Meeting
        fields = (
            "kind", "title_pl", "title_uk", "description_pl", "description_uk", "place", "accommodation",
            "venue_pl", "venue_uk", "street_address", "starts_at", "ends_at", "languages", "capacity", "lead",
        )  # fmt: skip
        widgets = {
            "description_pl": forms.Textarea({"rows": 6}),
            "description_uk": forms.Textarea({"rows": 6, "lang": "uk"}),
            "title_uk": forms.TextInput({"lang": "uk"}),
            "venue_uk": forms.TextInput({"lang": "uk"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        sites = Accommodation.objects.active().for_list().in_order()
        self.fields["accommodation"].queryset = sites  # type: ignore[attr-defined]
        self.fields["lead"].queryset = User.objects.in_role(*LEADS)  # type: ignore[attr-defined]
        self.fields["title_pl"].required = True
        capitalise_labels(self)
        self.helper = _helper(
            Fieldset(_("When and where"), _row("starts_at", "ends_at"), _row("place", "accommodation")),
            _row("venue_pl", "venue_uk", "street_address"),
            Fieldset(_("What the public reads"), "kind", _row("title_pl", "title_uk")),
            _row("description_pl", "description_uk"),
            Fieldset(_("The work"), _row("languages", "capacity", "lead")),
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        starts_at, ends_at = values.get("starts_at"), values.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("A meeting must end after it starts."))
        if not (values.get("accommodation") or values.get("venue_pl") or values.get("street_address")):
            self.add_error(
                "venue_pl", _("Say where the meeting is: an accommodation, a venue or an address.")
            )
        return values

    def values(self) -> dict[str, Any]:
        return {
            name: value if value is not None or name in {"accommodation", "capacity"} else ""
            for name, value in self.cleaned_data.items()
        }


def _row(*fields: str) -> Div:
    return Div(*fields, css_class="filter-fields")


class CancelForm(forms.Form):
    """Why a meeting is called off, as the public will read it."""

    reason_pl = WordsField(label=_("why it is called off, in Polish"), max_length=300, required=False)
    reason_uk = WordsField(
        label=_("why it is called off, in Ukrainian"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"lang": "uk"}),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = meeting.announced_at is not None
        capitalise_labels(self)
        self.helper = _helper()


class CloseForm(forms.Form):
    outcome = forms.CharField(
        label=_("What came of it"), required=False, max_length=4000, widget=forms.Textarea({"rows": 4})
    )


class AttendanceForm(forms.ModelForm):
    """One person for the list: chosen among clients, or written as said."""

    client = forms.ModelChoiceField(
        Client.objects.none(), to_field_name="public_id", required=False, widget=forms.HiddenInput
    )
    phone = PhoneField()

    class Meta:
        model = Attendance
        fields = ("name_as_said", "is_present", "notes")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["client"].queryset = Client.objects.visible_to(user).active()  # type: ignore[attr-defined]
        capitalise_labels(self)
        self.helper = _helper()

    def clean_name_as_said(self) -> str:
        return one_line(self.cleaned_data["name_as_said"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("client") and not values.get("name_as_said") and not self.errors:
            self.add_error("name_as_said", _("Choose a client or write the name as said."))
        return values

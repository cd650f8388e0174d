"""Shapes of what staff type about contacts, care and mistaken statuses, and of the filters of the worklists."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import ROLE_ACTS, Act
from pup_portal.typed import WordsField
from reference.models import Accommodation, Place, Term
from reference.models.terms import Vocabulary
from registration.forms import capitalise_labels
from registration.models import Client, StateChange
from registration.rhythm.vocabulary import BegunBy, ContactMeans
from registration.vocabulary import ContactWay

_EDITORS = [role for role, acts in ROLE_ACTS.items() if Act.EDIT_CLIENTS in acts]
SOON_DAYS = 14


class PlainForm(forms.Form):
    """Labels begin with a capital; the template owns ``<form>`` and the buttons."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capitalise_labels(self)


def day_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class PastDayField(forms.DateField):
    """A day that has come."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": day_input()} | options)

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("This day is in the future."), code="future")
        return day


class ContactForm(PlainForm):
    """A contact of today is written down with two clicks: everything but the outcome is filled in."""

    happened_on = PastDayField(label=_("day of the contact"))
    means = forms.ChoiceField(label=_("way of contact"), choices=ContactMeans.choices)
    begun_by = forms.ChoiceField(label=_("who began it"), choices=BegunBy.choices, widget=forms.RadioSelect)
    was_reached = forms.BooleanField(
        label=_("the person was reached"),
        required=False,
        help_text=_("An attempt without an answer is kept, too, but does not put off the next contact."),
    )
    outcome = WordsField(
        label=_("outcome in short"),
        required=False,
        max_length=300,
        help_text=_("Only what the work needs. Nothing about health, faith or politics."),
        widget=forms.Textarea({"rows": 2}),
    )

    @staticmethod
    def usual(client: Client) -> dict[str, Any]:
        """How a contact with this person usually goes."""
        means = {
            ContactWay.SMS: ContactMeans.SMS,
            ContactWay.MESSENGER: ContactMeans.MESSENGER,
            ContactWay.EMAIL: ContactMeans.EMAIL,
            ContactWay.IN_PERSON: ContactMeans.IN_PERSON,
        }
        return {
            "happened_on": timezone.localdate(),
            "means": means.get(ContactWay(client.preferred_contact), ContactMeans.CALL)
            if client.preferred_contact
            else ContactMeans.CALL,
            "begun_by": BegunBy.OFFICE,
            "was_reached": True,
        }


class MistakeForm(PlainForm):
    why = WordsField(label=_("why it is a mistake"), max_length=300, widget=forms.Textarea({"rows": 2}))


class CareForm(PlainForm):
    """Who looks after the person, and the days of the individual action plan."""

    looked_after_by = forms.ModelChoiceField(
        User.objects.none(), label=_("who looks after the person"), required=False
    )
    plan_starts_on = forms.DateField(
        label=_("individual action plan from"), required=False, widget=day_input()
    )
    plan_ends_on = forms.DateField(
        label=_("individual action plan until"),
        required=False,
        widget=day_input(),
        help_text=_("Leave empty when the end is not known."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["looked_after_by"].queryset = colleagues()  # type: ignore[attr-defined]


class StepForm(PlainForm):
    """Mend the day or the reason of one step of the status."""

    step = forms.ModelChoiceField(
        StateChange.objects.none(), label=_("which status"), widget=forms.RadioSelect, empty_label=None
    )
    effective_on = PastDayField(label=_("from the day"))
    reason_term = forms.ModelChoiceField(Term.objects.none(), label=_("reason from the list"), required=False)
    reason = WordsField(
        label=_("reason in words"), required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )
    why = WordsField(label=_("why it is corrected"), max_length=300, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = StateChange.objects.standing().filter(client=client).exclude(from_state="")
        field: Any = self.fields["step"]
        field.queryset = steps.order_by("-pk")
        field.label_from_instance = step_text
        self.fields["reason_term"].queryset = reasons()  # type: ignore[attr-defined]


class FilterForm(PlainForm):
    """What of the worklist is shown. Names of its fields stand in addresses and say nothing about a person."""

    ALL, OVERDUE, SOON = "all", "overdue", "soon"

    due = forms.ChoiceField(
        label=_("contact due"),
        required=False,
        choices=[
            (SOON, _("overdue and in the next two weeks")),
            (OVERDUE, _("overdue only")),
            (ALL, _("everybody")),
        ],
    )
    whose = forms.ModelChoiceField(
        User.objects.none(),
        label=_("whose client"),
        required=False,
        to_field_name="public_id",
        empty_label=_("of all colleagues"),
    )
    place = forms.ModelChoiceField(
        Place.objects.none(),
        label=_("place of stay"),
        required=False,
        to_field_name="public_id",
        empty_label=_("all"),
    )
    site = forms.ModelChoiceField(
        Accommodation.objects.none(),
        label=_("accommodation"),
        required=False,
        to_field_name="public_id",
        empty_label=_("all"),
    )
    way = forms.ChoiceField(
        label=_("preferred contact"), required=False, choices=[("", _("all")), *ContactWay.choices]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].queryset = colleagues()  # type: ignore[attr-defined]
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        self.fields["site"].queryset = Accommodation.objects.active().for_list().in_order()  # type: ignore[attr-defined]


def colleagues() -> Any:
    """Those who may look after a person."""
    return User.objects.filter(is_active=True, role__in=_EDITORS).order_by("full_name", "pk")


def reasons() -> Any:
    return Term.objects.of(Vocabulary.STATUS_REASON).active()


def step_text(step: Any) -> str:
    return f"{step.effective_on:%d.%m.%Y}: {step.get_to_state_display()}"

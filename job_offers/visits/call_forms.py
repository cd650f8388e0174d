"""Shapes of what is entered about calls to employers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import CallBack, Employer, Offer
from job_offers.visits.agents import agents
from job_offers.visits.forms import ComingDayField
from pup_portal.typed import WordsField
from registration.rhythm.forms import PlainForm


class OweForm(PlainForm):
    due_on = ComingDayField(label=_("call on"))
    agent = forms.ModelChoiceField(User.objects.none(), label=_("who calls"), empty_label=None)
    offer = forms.ModelChoiceField(
        Offer.objects.none(),
        label=_("job offer"),
        required=False,
        to_field_name="public_id",
        empty_label=_("offers in general"),
    )
    about = WordsField(label=_("what about"), max_length=300, required=False)

    def __init__(self, *args: Any, employer: Employer, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offers = Offer.objects.visible_to(by).open().filter(employer=employer)
        self.fields["offer"].queryset = offers.for_list()  # type: ignore[attr-defined]
        self.fields["agent"].queryset = agents()  # type: ignore[attr-defined]
        self.initial.setdefault("agent", by.pk)


class SettleForm(PlainForm):
    """What came of a call."""

    outcome = forms.ChoiceField(
        label=_("outcome"), choices=CallBack.Outcome.choices, widget=forms.RadioSelect
    )
    said = WordsField(
        label=_("what was said"), max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )
    again_on = ComingDayField(
        label=_("call again on"), required=False, help_text=_("Only when nobody was reached.")
    )

    def clean_outcome(self) -> CallBack.Outcome:
        return CallBack.Outcome(self.cleaned_data["outcome"])


class CallFilterForm(PlainForm):
    """Whose calls are shown; a wrong value shows one's own."""

    ALL = "all"

    agent = forms.ChoiceField(label=_("who calls"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["agent"]
        people = [(str(agent.public_id), agent.full_name) for agent in agents()]
        field.choices = [("", _("my calls")), (self.ALL, _("of all colleagues")), *people]

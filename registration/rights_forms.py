"""Shapes of what staff write about a person's rights."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.typed import WordsField
from registration.forms import capitalise_labels


class ReasonForm(forms.Form):
    """One sentence for whoever decides, or looks it up later."""

    reason = WordsField(label=_("reason"), max_length=500, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capitalise_labels(self)


class HoldForm(ReasonForm):
    """Why the data must stay, and until when."""

    source = forms.CharField(
        label=_("legal basis"), max_length=300, help_text=_("Act and article, or the case number.")
    )
    holds_until = forms.DateField(
        label=_("holds until"),
        required=False,
        help_text=_("Leave empty when the end is not known."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_holds_until(self) -> Any:
        day = self.cleaned_data["holds_until"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."), code="past")
        return day


class DecisionForm(forms.Form):
    """The manager's answer. A refusal is explained: the person may complain about it."""

    decision = forms.ChoiceField(
        label=_("decision"),
        choices=[("approve", _("approve")), ("refuse", _("refuse"))],
        widget=forms.RadioSelect,
    )
    answer = WordsField(
        label=_("answer"),
        required=False,
        max_length=500,
        help_text=_("Needed for a refusal: the person has to be told why."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capitalise_labels(self)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("decision") == "refuse" and not values.get("answer"):
            self.add_error("answer", forms.ValidationError(_("Say why it is refused."), code="required"))
        return values

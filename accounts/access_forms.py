"""What the access log is narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.access_models import AccessKind
from accounts.models import User


class AccessFilterForm(forms.Form):
    actor = forms.ModelChoiceField(
        User.objects.order_by("full_name", "pk"),
        label=_("Who"),
        required=False,
        to_field_name="public_id",
        empty_label=_("everybody"),
    )
    kind = forms.ChoiceField(
        label=_("What"), required=False, choices=[("", _("everything")), *AccessKind.choices]
    )
    record = forms.IntegerField(label=_("Number of the record"), required=False, min_value=1, max_value=2**62)
    first_day = forms.DateField(
        label=_("From the day"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    last_day = forms.DateField(
        label=_("To the day"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        first, last = asked.get("first_day"), asked.get("last_day")
        if first and last and first > last:
            self.add_error("last_day", _("The last day comes before the first."))
        return asked

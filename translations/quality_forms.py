"""Why a finding is wrong, as it is typed."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from translations.models import SHORTEST_REASON, Override


class OverrideForm(forms.ModelForm):
    class Meta:
        model = Override
        fields = ["why", "reason"]
        widgets = {"why": forms.RadioSelect, "reason": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        why = self.fields["why"]
        why.choices = [choice for choice in why.choices if choice[0]]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        is_told = len(typed.get("reason", "")) >= SHORTEST_REASON
        if typed.get("why") == Override.Why.OTHER and not is_told:
            self.add_error("reason", _("Write the reason in at least 10 letters."))
        return typed

    def validate_constraints(self) -> None:
        """The database's part."""

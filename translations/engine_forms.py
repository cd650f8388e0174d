"""What an administrator types about engines."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from translations.models import EngineSetting, EngineTrial


class _Plain:
    """The template owns the form's tag and its buttons."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class EngineSettingForm(_Plain, forms.ModelForm):
    class Meta:
        model = EngineSetting
        fields = ["is_on", "rank", "monthly_characters"]


class AgreementForm(_Plain, forms.Form):
    words = forms.CharField(
        label=_("What was agreed, with whom, and where the paper is"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TrialForm(_Plain, forms.ModelForm):
    class Meta:
        model = EngineTrial
        fields = ["sentence"]

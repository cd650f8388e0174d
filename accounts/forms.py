from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import GRANTABLE, Act, Role
from pup_portal.phones import PhoneField


class StaffForm(forms.ModelForm):
    """A new member of staff, or with ``StaffChangeForm`` a known one."""

    language = forms.ChoiceField(
        label=_("language of the interface"), choices=settings.LANGUAGES, initial="pl"
    )
    granted_acts = forms.MultipleChoiceField(
        label=_("given abilities"),
        choices=[(act.value, act.label) for act in GRANTABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Over what the role brings. Approving translations needs good Ukrainian."),
    )

    class Meta:
        model = User
        fields = ("username", "full_name", "role", "granted_acts", "language", "email", "phone")
        field_classes = {"phone": PhoneField}

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        role = cleaned.get("role")
        for act in map(Act, cleaned.get("granted_acts", [])):
            if role and role not in GRANTABLE[act]:
                text = _("A %(role)s cannot be given: %(ability)s.")
                self.add_error("granted_acts", text % {"role": Role(role).label, "ability": act.label})
        return cleaned


class StaffChangeForm(StaffForm):
    """The username stays: people and papers know it."""

    class Meta(StaffForm.Meta):
        fields = ("full_name", "role", "granted_acts", "language", "email", "phone", "is_active")

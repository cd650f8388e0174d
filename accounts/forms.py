from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import GRANTABLE, Act, Role
from pup_portal.phones import PhoneField
from pup_portal.typed import WordsField


class InvitationForm(forms.Form):
    """A password of one's own, typed or pasted twice."""

    password1 = forms.CharField(
        label=_("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("New password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "password1" in cleaned and cleaned["password1"] != cleaned.get("password2"):
            self.add_error("password2", _("The two passwords differ."))
        return cleaned


class RecoveryForm(forms.Form):
    """What was lost, and how the administrator knows who asks."""

    reason = WordsField(
        label=_("reason"),
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What happened, and how you made sure who this is. It is kept for good."),
    )
    second_factor = forms.BooleanField(
        label=_("Remove the second factor and the recovery codes"), required=False
    )
    password = forms.BooleanField(label=_("Remove the password and send a new invitation"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("second_factor") and not cleaned.get("password"):
            raise forms.ValidationError(_("Choose what was lost."))
        return cleaned


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["email"].help_text = _("The invitation and notices about the account go there.")

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

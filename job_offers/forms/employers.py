from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from job_offers.forms.fields import TermsField
from job_offers.models import Employer, Workplace
from pup_portal.phones import PhoneField
from reference.forms.fields import DigitsField
from reference.models import Place, Vocabulary

WILLINGNESS = [("", _("not asked yet")), ("true", _("yes")), ("false", _("no"))]


class EmployerForm(forms.ModelForm):
    """``version`` shows what was on the page that is sent."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nip = DigitsField(label=_("NIP"), required=False)
    regon = DigitsField(label=_("REGON"), required=False)
    phone = PhoneField(label=_("phone"), required=False)
    willing_to_employ_ukrainians = forms.TypedChoiceField(
        label=_("wants to employ Ukrainians"),
        choices=WILLINGNESS,
        coerce=lambda value: value == "true",
        empty_value=None,
        required=False,
    )
    languages_at_work = TermsField(Vocabulary.LANGUAGE, label=_("languages spoken at work"))
    consent_to_publish_said_by = forms.CharField(
        label=_("who agreed to publish the employer’s name"),
        help_text=_(
            "First name, surname and post. Empty: no consent; readers then apply through the office."
        ),
        max_length=120,
        required=False,
    )
    consent_to_translate_said_by = forms.CharField(
        label=_("who agreed to translate the offers"),
        help_text=_("First name, surname and post. Empty: no consent; the offers are not translated."),
        max_length=120,
        required=False,
    )

    class Meta:
        model = Employer
        fields = (
            *("name", "nip", "regon", "phone", "email", "place", "street_address"),
            *("willing_to_employ_ukrainians", "languages_at_work", "notes"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        if self.instance.pk:
            willing = self.instance.willing_to_employ_ukrainians
            self.initial["willing_to_employ_ukrainians"] = "" if willing is None else str(willing).lower()
            for name in ("consent_to_publish_said_by", "consent_to_translate_said_by", "version"):
                self.initial.setdefault(name, getattr(self.instance, name))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            "version",
            Fieldset(_("Employer"), "name", "nip", "regon"),
            Fieldset(_("Contact"), "phone", "email", "place", "street_address"),
            Fieldset(
                _("Working there"),
                "willing_to_employ_ukrainians",
                Field("languages_at_work", wrapper_class="check-columns"),
            ),
            Fieldset(_("Consents"), "consent_to_publish_said_by", "consent_to_translate_said_by"),
            Fieldset(_("Notes"), "notes"),
        )

    def validate_constraints(self) -> None:
        """Left to the service: only the database sees who saves the same NIP at the same moment."""

    @property
    def facts(self) -> dict[str, Any]:
        """What the services store."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class WorkplaceForm(forms.ModelForm):
    class Meta:
        model = Workplace
        fields = ("name", "place", "street_address", "latitude", "longitude")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

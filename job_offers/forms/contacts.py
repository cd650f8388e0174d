from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from job_offers.forms.fields import TermsField
from job_offers.models import EmployerContact
from pup_portal.phones import PhoneField
from reference.models import Vocabulary
from registration.forms import capitalise_labels


class ContactForm(forms.ModelForm):
    """Somebody at an employer's. The service sees to who comes first."""

    phone = PhoneField(label=_("phone"), required=False)
    languages = TermsField(Vocabulary.LANGUAGE, label=_("languages"))

    class Meta:
        model = EmployerContact
        fields = ("name", "role", "phone", "email", "languages", "is_primary")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capitalise_labels(self)

    def validate_constraints(self) -> None:
        """Left to the service, which knows what the other contacts are."""

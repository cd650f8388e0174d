"""An address for letters, and nothing else."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from job_offers.alerts import searches
from job_offers.forms.board import BoardForm
from job_offers.models.alerts import LONGEST_QUERY
from registration.enquiries.forms import plain


class AlertForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=254,
        help_text=_(
            "We send one letter to ask whether it is you. Then at most one a day, only when there are new offers."
        ),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, search: BoardForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = searches.stored(search)
        self.helper = plain(self)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if len(self.query) > LONGEST_QUERY:
            raise forms.ValidationError(_("This search is too long. Loosen some of its conditions."))
        return values

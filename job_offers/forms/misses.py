"""The period over which fruitless searches are counted."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from job_offers.misses import DAYS


class PeriodForm(forms.Form):
    days = forms.TypedChoiceField(
        label=_("period"),
        coerce=int,
        required=False,
        choices=[(days, format_lazy(_("last {days} days"), days=days)) for days in DAYS],
    )

"""Shapes of an employer's answer, and of the list of offers to confirm."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from job_offers.confirming.vocabulary import Answer
from job_offers.models import Offer
from pup_portal.text import one_line

MOST_POSTS = 999


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Do you still look for people?"), choices=Answer.choices, widget=forms.RadioSelect
    )
    posts = forms.IntegerField(
        label=_("How many people do you still look for?"),
        help_text=_("Only if you still look for people."),
        required=False,
        min_value=1,
        max_value=MOST_POSTS,
    )
    note = forms.CharField(
        label=_("Anything that has changed"),
        help_text=_("For example the pay or the hours. We will call you before we change the offer."),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("posts", offer.posts)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_answer(self) -> Answer:
        return Answer(self.cleaned_data["answer"])

    def clean_note(self) -> str:
        return one_line(self.cleaned_data["note"])


class ToConfirmForm(forms.Form):
    """Whose offers; anything else asks for everybody's."""

    whose = forms.ChoiceField(
        label=_("Whose offers"),
        choices=[("", _("everybody’s")), ("mine", _("typed in by me"))],
        required=False,
        widget=forms.Select({"class": "form-select"}),
    )

"""What a reader may say about an offer: as little as makes an answer possible."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from job_offers.asking.vocabulary import Outcome, Problem
from pup_portal.text import one_line
from pup_portal.typed import WordsField
from registration.enquiries.forms import AnyNameField, language_of_the_page, plain, without_addresses
from registration.forms import PhoneField

_OF_A_PERSON = re.compile(r"@|(?:\d[\s().-]*){9,}")


class QuestionForm(forms.Form):
    """Who wants to be called about an offer. The language is that of the page; nothing more is asked."""

    surname = AnyNameField(label=_("Your name"), attributes={"autocomplete": "name"})
    phone = PhoneField(
        label=_("Your phone"),
        required=True,
        help_text=_("Polish or Ukrainian. We call back; you pay nothing."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain(self)

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of the columns of ``Enquiry``."""
        return {**self.cleaned_data, "language": language_of_the_page()}


class ProblemForm(forms.Form):
    """What is wrong with an offer. Nobody says who they are, and nobody is asked."""

    problem = forms.ChoiceField(label=_("What is wrong?"), choices=Problem.choices, widget=forms.RadioSelect)
    words = WordsField(
        label=_("In a few words"),
        help_text=_("You need not write anything here. No names and no phones, please."),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain(self)

    def clean_words(self) -> str:
        words = without_addresses(one_line(self.cleaned_data["words"]))
        if _OF_A_PERSON.search(words):
            raise forms.ValidationError(_("Please leave out phones and e-mail addresses."), code="personal")
        return words

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("problem") == Problem.OTHER and not values.get("words") and "words" not in self.errors:
            self.add_error("words", _("Say in a few words what is wrong."))
        return values

    def values(self) -> dict[str, Any]:
        return {
            "problem": Problem(self.cleaned_data["problem"]),
            "words": self.cleaned_data["words"],
            "language": language_of_the_page(),
        }


class LookedAtForm(forms.Form):
    """What the desk did about all reports of one offer that it saw."""

    outcome = forms.ChoiceField(label=_("What came of it"), choices=Outcome.choices)
    newest = forms.UUIDField(widget=forms.HiddenInput)

    def clean_outcome(self) -> Outcome:
        return Outcome(self.cleaned_data["outcome"])

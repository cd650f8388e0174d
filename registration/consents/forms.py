"""Shapes of what staff type about consents, and of the administrator's texts."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.typed import WordsField
from registration.consents.vocabulary import ConsentPurpose, ConsentWay, ReadIn
from registration.models import Client, Consent, ConsentText
from registration.rhythm.forms import PastDayField, PlainForm, day_input


class ConsentForm(PlainForm):
    """To what the person agrees, how and when. What holds today is not offered."""

    purpose = forms.ChoiceField(label=_("purpose"), widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("language it was read in"), choices=ReadIn.choices, widget=forms.RadioSelect
    )
    way = forms.ChoiceField(label=_("how it was given"), choices=ConsentWay.choices)
    given_on = PastDayField(label=_("given on"))
    holds_until = forms.DateField(
        label=_("holds until"),
        required=False,
        widget=day_input(),
        help_text=_("Leave empty when the person named no end."),
    )

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        given = set(Consent.objects.on(today).filter(client=client).values_list("purpose", flat=True))
        texts = ConsentText.objects.on(today).values_list("purpose", flat=True)
        askable = set(texts) - given
        self.fields["purpose"].choices = [  # type: ignore[attr-defined]
            choice for choice in ConsentPurpose.choices if choice[0] in askable
        ]
        self.initial.setdefault("given_on", timezone.localdate())
        self.initial.setdefault("language", ReadIn.UKRAINIAN)

    def clean_purpose(self) -> ConsentPurpose:
        return ConsentPurpose(self.cleaned_data["purpose"])


class WithdrawalForm(PlainForm):
    withdrawn_on = PastDayField(label=_("withdrawn on"))
    way = forms.ChoiceField(label=_("how it was withdrawn"), choices=ConsentWay.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("withdrawn_on", timezone.localdate())

    def clean_way(self) -> ConsentWay:
        return ConsentWay(self.cleaned_data["way"])


class WordingForm(PlainForm):
    """The same text in both languages."""

    text_pl = WordsField(
        label=_("text in Polish"), max_length=4000, widget=forms.Textarea({"rows": 8, "lang": "pl"})
    )
    text_uk = WordsField(
        label=_("text in Ukrainian"), max_length=4000, widget=forms.Textarea({"rows": 8, "lang": "uk"})
    )


class TextForm(WordingForm):
    purpose = forms.ChoiceField(label=_("purpose"), choices=ConsentPurpose.choices)
    valid_from = forms.DateField(
        label=_("holds from"),
        widget=day_input(),
        help_text=_("Today or later. The text before holds until then."),
    )

    field_order = ("purpose", "valid_from", "text_pl", "text_uk")

"""Places, accommodations, occupations, vocabularies and rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pup_portal.typed import WordsField
from reference.forms.fields import CrispyForm, DayInput
from reference.models import Accommodation, LegalRule, LegalRuleKey, Occupation, Place, Term


class PlaceForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = Place
        fields = ("terc", "name_pl", "name_uk", "kind", "latitude", "longitude")


class AccommodationForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = Accommodation
        fields = (
            "name_pl",
            "name_uk",
            "kind",
            "place",
            "address",
            "postal_code",
            "town",
            "latitude",
            "longitude",
            "is_active",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]


class OccupationForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = Occupation
        fields = ("code", "edition", "name_pl", "name_uk", "is_active")


class OccupationNamesForm(CrispyForm, forms.ModelForm):
    """Code and edition say which occupation it is: they do not change."""

    class Meta:
        model = Occupation
        fields = ("name_pl", "name_uk", "is_active")


class OccupationListForm(CrispyForm, forms.Form):
    file = forms.FileField(
        label=_("File with the list"),
        help_text=_("CSV or XLSX with the columns “kod” and “nazwa”, at most 5 MB."),
    )
    edition = forms.RegexField(
        label=_("Edition of the list"),
        regex=r"\A[0-9A-Za-z.-]{1,20}\Z",
        help_text=_("For example the year of the regulation: 2023."),
    )


class TermForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = Term
        fields = ("code", "name_pl", "name_uk", "name_en", "feed_value", "position")


class TermLabelsForm(CrispyForm, forms.ModelForm):
    """A code never changes: offers and translations rely on it."""

    class Meta:
        model = Term
        fields = ("name_pl", "name_uk", "name_en", "feed_value", "position", "is_active")


class RuleForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = LegalRuleKey
        fields = ("code", "name_pl", "name_uk", "name_en")


class PeriodForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = LegalRule
        fields = ("value", "text", "unit", "valid_from", "valid_to", "source", "is_confirmed")
        help_texts = {"text": _("For the unit “date” write the day as 2027-03-04.")}
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "valid_from": DayInput(),
            "valid_to": DayInput(),
        }


class NewPeriodForm(PeriodForm):
    ends_earlier = forms.BooleanField(
        label=_("End the value that holds now on the day before"), required=False
    )

    def __init__(self, *args: Any, earlier: LegalRule | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if earlier is None:
            self.fields["ends_earlier"].widget = forms.HiddenInput()
        else:
            self.initial.setdefault("unit", earlier.unit)


class CorrectPeriodForm(PeriodForm):
    reason = WordsField(
        label=_("Reason of the correction"),
        max_length=300,
        help_text=_("The former value and this reason stay in the history."),
    )

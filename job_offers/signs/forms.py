"""Shapes of what is entered about signs, and of the administrator's wording."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from job_offers.models import SignText
from pup_portal.typed import WordsField
from reference.models import Place
from registration.rhythm.forms import PastDayField, PlainForm, day_input


class PutUpForm(PlainForm):
    text = forms.ModelChoiceField(
        SignText.objects.none(), label=_("version of the sign"), empty_label=None, to_field_name="public_id"
    )
    consent_said_by = WordsField(
        label=_("who of the employer’s people agreed"),
        help_text=_("First name, surname and post. Without a yes no sign is put up."),
        max_length=120,
    )
    put_up_on = PastDayField(label=_("put up on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        begun = SignText.objects.filter(valid_from__lte=today).order_by("-valid_from")
        self.fields["text"].queryset = begun  # type: ignore[attr-defined]
        self.fields["text"].label_from_instance = lambda text: f"{text.number}: {text.heading_pl}"  # type: ignore[attr-defined]
        self.initial.setdefault("put_up_on", today)


class TakeDownForm(PlainForm):
    taken_down_on = PastDayField(label=_("taken down on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("taken_down_on", timezone.localdate())


class SignFilterForm(PlainForm):
    """Which signs are shown. A wrong value narrows nothing."""

    ALL = "all"

    state = forms.ChoiceField(
        label=_("state"), choices=[("", _("hanging now")), (ALL, _("all"))], required=False
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), label=_("gmina"), to_field_name="terc", required=False, empty_label=_("all")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]


def _words(label: Any, language: str, **options: Any) -> WordsField:
    rows = options.pop("rows", None)
    attributes = {"lang": language} | ({"rows": rows} if rows else {})
    widget = forms.Textarea(attributes) if rows else forms.TextInput(attributes)
    return WordsField(label=label, widget=widget, **options)


class WordingForm(PlainForm):
    """The same words in both languages; short, for they are read from across a street."""

    heading_pl = _words(_("heading in Polish"), "pl", max_length=60)
    heading_uk = _words(_("heading in Ukrainian"), "uk", max_length=60)
    text_pl = _words(_("text in Polish"), "pl", rows=4, max_length=400)
    text_uk = _words(_("text in Ukrainian"), "uk", rows=4, max_length=400)


class NewWordingForm(WordingForm):
    valid_from = forms.DateField(
        label=_("holds from"),
        widget=day_input(),
        help_text=_("Today or later, for signs printed from then on."),
    )

    field_order = ("valid_from", "heading_pl", "heading_uk", "text_pl", "text_uk")

"""Shapes of what an agent enters on a phone: one column, the phone's own calendar and keyboards."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.forms.employers import WILLINGNESS
from job_offers.forms.fields import TermsField
from job_offers.models import Employer, FieldVisit, Workplace
from job_offers.visits.agents import agents
from job_offers.visits.reports import Report, Target
from pup_portal.phones import PhoneField
from pup_portal.typed import WordsField
from reference.models import Place, Vocabulary
from registration.rhythm.forms import PastDayField, PlainForm, day_input

MOST_OFFERS = 999
_NOT_ASKED = [("", _("not asked")), *WILLINGNESS[1:]]


class ComingDayField(forms.DateField):
    """Today or a later day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": day_input()} | options)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."), code="past")
        return day


class TargetForm(PlainForm):
    """Whom an agent visits and where: an employer that is known, or one typed in on the spot."""

    employer_name = WordsField(label=_("name of the employer"), max_length=200)
    phone = PhoneField(label=_("phone"), required=False)
    workplace = forms.ModelChoiceField(
        Workplace.objects.none(),
        label=_("workplace"),
        required=False,
        empty_label=_("the employer’s address"),
    )
    site_name = WordsField(label=_("name of the new site"), max_length=120, required=False)
    place = forms.ModelChoiceField(Place.objects.none(), label=_("town or gmina"), required=False)
    street_address = WordsField(label=_("street and number, postal code"), max_length=200, required=False)

    new_only = ("employer_name", "phone")
    known_only = ("workplace", "site_name")

    def __init__(self, *args: Any, employer: Employer | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employer = employer
        self.fields["place"].queryset = Place.objects.in_order()  # type: ignore[attr-defined]
        for name in self.new_only if employer else self.known_only:
            del self.fields[name]
        if employer:
            self.fields["workplace"].queryset = Workplace.objects.filter(employer=employer)  # type: ignore[attr-defined]
        else:
            self.fields["place"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        has_site = bool(data.get("site_name"))
        if has_site and not data.get("place"):
            self.add_error("place", _("Choose the town or gmina of the new site."))
        if has_site and data.get("workplace"):
            self.add_error("site_name", _("Choose a workplace of the list or name a new one, not both."))
        if self.employer and not has_site and (data.get("place") or data.get("street_address")):
            self.add_error("site_name", _("Name the new site, so that it is found again."))
        return data

    @property
    def target(self) -> Target:
        """Call after ``is_valid()``."""
        data = self.cleaned_data
        address = {"place": data["place"], "street_address": data["street_address"]}
        if self.employer is None:
            facts = {"name": data["employer_name"], "phone": data["phone"]} | address
            return Target(new_employer=facts)
        site = {"name": data["site_name"]} | address if data["site_name"] else None
        return Target(employer=self.employer, workplace=data["workplace"], new_workplace=site)


class Reporting(PlainForm):
    """What the employer said."""

    day = PastDayField(label=_("day of the visit"))
    willing = forms.TypedChoiceField(
        label=_("wants to employ Ukrainians"),
        choices=_NOT_ASKED,
        coerce=lambda value: value == "true",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    offers_expected = forms.IntegerField(
        label=_("offers expected"),
        min_value=0,
        max_value=MOST_OFFERS,
        required=False,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    languages = TermsField(Vocabulary.LANGUAGE, label=_("languages spoken at work"))
    notes = WordsField(
        label=_("what was said"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Only what the work needs. Nothing private about the people there."),
    )
    photo = forms.FileField(
        label=_("photo of the handwritten note"),
        required=False,
        help_text=_("On a phone, opens the camera. Place and time of the photo are not kept."),
        widget=forms.FileInput({"accept": "image/jpeg,image/png", "capture": "environment"}),
    )
    call_back_on = ComingDayField(label=_("call back on"), required=False)

    def begin_with(self, employer: Employer | None) -> None:
        """What is probably so again: today, and the languages spoken there."""
        self.initial.setdefault("day", timezone.localdate())
        if employer is not None:
            self.initial.setdefault("languages", [term.pk for term in employer.languages_at_work.all()])

    @property
    def has_lost_its_photo(self) -> bool:
        """Whether a photo came with a form that is shown once more: no page can fill in a file."""
        return bool(self.files)

    @property
    def report(self) -> Report:
        """Call after ``is_valid()``."""
        data = self.cleaned_data
        return Report(
            notes=data["notes"],
            willing=data["willing"],
            languages=tuple(data["languages"]),
            offers_expected=data["offers_expected"],
            call_back_on=data["call_back_on"],
        )


class NoteForm(Reporting, TargetForm):
    """A visit entered after the fact."""

    field_order = (
        *("employer_name", "phone", "workplace", "site_name", "place", "street_address", "day"),
        *("willing", "offers_expected", "languages", "notes", "photo", "call_back_on"),
    )

    def __init__(self, *args: Any, employer: Employer | None, **kwargs: Any) -> None:
        super().__init__(*args, employer=employer, **kwargs)
        self.begin_with(employer)


class PlanForm(TargetForm):
    """A visit planned ahead."""

    day = ComingDayField(label=_("day of the visit"))
    agent = forms.ModelChoiceField(User.objects.none(), label=_("field agent"), empty_label=None)
    notes = WordsField(
        label=_("what to ask"), max_length=4000, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agent"].queryset = agents()  # type: ignore[attr-defined]
        self.initial.setdefault("agent", by.pk)
        self.initial.setdefault("day", timezone.localdate())


class HoldForm(Reporting):
    """What was said at a planned visit, or its correction."""

    def __init__(self, *args: Any, visit: FieldVisit, **kwargs: Any) -> None:
        willing = visit.willing_to_employ_ukrainians
        told: dict[str, Any] = {
            "notes": visit.notes,
            "willing": "" if willing is None else str(willing).lower(),
            "offers_expected": visit.offers_expected,
        }
        if visit.is_held:
            told["day"] = visit.day
        super().__init__(*args, **{"initial": told} | kwargs)
        self.begin_with(visit.employer)


class CancelForm(PlainForm):
    reason = WordsField(label=_("why the visit is cancelled"), max_length=200)


class RouteForm(PlainForm):
    """Whose route of which day is shown. A wrong value shows one's own of today."""

    day = forms.DateField(label=_("day"), required=False, widget=day_input())
    agent = forms.ModelChoiceField(
        User.objects.none(),
        label=_("field agent"),
        required=False,
        to_field_name="public_id",
        empty_label=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agent"].queryset = agents()  # type: ignore[attr-defined]

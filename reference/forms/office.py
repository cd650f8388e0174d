"""The office profile, a page at a time."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pup_portal.phones import PhoneField
from reference.forms.fields import CrispyForm, DayInput, DigitsField
from reference.models import OfficeProfile, SpokenLanguage
from reference.prose import office_text
from reference.starter import text_of

_PROSE_HELP = _("“## ” before a line makes a heading, “- ” an item of a list, an empty line a new paragraph.")


class ContactForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = OfficeProfile
        fields = (
            "name_pl",
            "name_uk",
            "name_en",
            "short_name",
            "street_address",
            "postal_code",
            "city",
            "latitude",
            "longitude",
            "phone",
            "email",
            "website",
            "nip",
            "regon",
            "opening_hours_pl",
            "opening_hours_uk",
            "opening_hours_en",
        )
        field_classes = {"phone": PhoneField, "nip": DigitsField, "regon": DigitsField}
        widgets = {
            f"opening_hours_{code}": forms.Textarea(attrs={"rows": 3}) for code, _name in settings.LANGUAGES
        }


class HotlineForm(CrispyForm, forms.ModelForm):
    spoken_languages = forms.MultipleChoiceField(
        label=_("languages spoken at the desk"),
        choices=SpokenLanguage.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = OfficeProfile
        fields = (
            "hotline_phone",
            "hotline_hours_pl",
            "hotline_hours_uk",
            "hotline_hours_en",
            "spoken_languages",
        )
        field_classes = {"hotline_phone": PhoneField}


class ProseForm(CrispyForm, forms.ModelForm):
    """A page with texts of the office. A text left as it was offered is not stored, so it can improve."""

    topics: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for topic, language in self._texts():
            field = self.fields[f"{topic}_{language}"]
            field.widget.attrs |= {"rows": 12, "lang": language}
            field.help_text = _PROSE_HELP
            self.initial[f"{topic}_{language}"] = office_text(self.instance, topic, language)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for topic, language in self._texts():
            text = "\n".join(cleaned.get(f"{topic}_{language}", "").splitlines()).strip()
            cleaned[f"{topic}_{language}"] = "" if text == text_of(topic, language).strip() else text
        return cleaned

    def _texts(self) -> list[tuple[str, str]]:
        return [(topic, code) for topic in self.topics for code, _name in settings.LANGUAGES]


class PrivacyForm(ProseForm):
    topics = ("privacy",)

    class Meta:
        model = OfficeProfile
        fields = (
            "controller_name",
            "inspector_name",
            "inspector_email",
            "inspector_phone",
            "privacy_pl",
            "privacy_uk",
            "privacy_en",
        )
        field_classes = {"inspector_phone": PhoneField}


class AccessibilityForm(ProseForm):
    topics = ("inaccessible", "exclusions", "architecture")

    class Meta:
        model = OfficeProfile
        fields = (
            "accessibility_status",
            "accessibility_published_on",
            "accessibility_updated_on",
            "accessibility_prepared_on",
            "accessibility_reviewed_on",
            "accessibility_method",
            "accessibility_auditor",
            "accessibility_contact",
            "accessibility_email",
            "accessibility_phone",
            "inaccessible_pl",
            "inaccessible_uk",
            "inaccessible_en",
            "exclusions_pl",
            "exclusions_uk",
            "exclusions_en",
            "architecture_pl",
            "architecture_uk",
            "architecture_en",
        )
        field_classes = {"accessibility_phone": PhoneField}
        widgets = {
            f"accessibility_{day}_on": DayInput() for day in ("published", "updated", "prepared", "reviewed")
        }


class TranslationsForm(CrispyForm, forms.ModelForm):
    class Meta:
        model = OfficeProfile
        fields = ("needs_second_person",)


class LogoForm(CrispyForm, forms.Form):
    logo = forms.FileField(
        label=_("Picture"), help_text=_("PNG or JPEG, at most 2 MB. It is made smaller when it is large.")
    )

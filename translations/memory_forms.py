"""What is typed on the pages of the memory."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.apps import apps
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from translations import registry
from translations.exchange import xliff
from translations.exchange.pairs import LONGEST
from translations.models import MemoryEntry, MemoryImport, Scope


def domain_choices(current: str = "") -> list[tuple[str, Any]]:
    """The domains of all that is translated, by the name of their app, and any other one in use."""
    names = [*registry.domains(), *([current] if current else [])]
    return [("", _("no domain"))] + [(name, domain_label(name)) for name in dict.fromkeys(names)]


def domain_label(name: str) -> Any:
    return apps.get_app_config(name).verbose_name if name in apps.app_configs else name


class MemorySearchForm(forms.Form):
    q = forms.CharField(label=_("Polish or Ukrainian word"), required=False, max_length=100)
    origin = forms.ChoiceField(
        label=_("Origin"), required=False, choices=[("", _("any origin")), *MemoryEntry.Origin.choices]
    )
    domain = forms.ChoiceField(label=_("Domain"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["domain"]
        field.choices = [("", _("any domain")), *domain_choices()[1:]]


class MemoryEntryForm(forms.ModelForm):
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    class Meta:
        model = MemoryEntry
        fields = ["template_pl", "template_uk", "domain", "scope", "is_active"]
        widgets = {
            "template_pl": forms.Textarea(attrs={"rows": 3, "lang": "pl", "maxlength": LONGEST}),
            "template_uk": forms.Textarea(attrs={"rows": 3, "lang": "uk", "maxlength": LONGEST}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        for name in ("template_pl", "template_uk"):
            self.fields[name].validators.append(MaxLengthValidator(LONGEST))
        self.fields["domain"] = forms.ChoiceField(
            label=_("Domain"), required=False, choices=domain_choices(self.instance.domain)
        )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def has_shown(self, stored: MemoryEntry) -> None:
        """Let the next sending count as one that has seen ``stored``."""
        self.data = {**dict(self.data.items()), "version": stored.version}

    def validate_unique(self) -> None:
        """Left to the service, which knows the key."""

    def validate_constraints(self) -> None:
        """Only what the form itself shows; the rest is the service's."""

    def clean(self) -> dict[str, Any]:
        return needs_domain(self, super().clean() or {})


class MemoryImportForm(forms.ModelForm):
    file = forms.FileField(
        label=_("File"),
        help_text=_("TMX from any translation program, or CSV with the columns pl, uk and domain."),
        widget=forms.FileInput(attrs={"accept": ".tmx,.csv"}),
    )

    class Meta:
        model = MemoryImport
        fields = ["domain", "scope"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["file", "domain", "scope"])
        self.fields["domain"] = forms.ChoiceField(label=_("Domain"), required=False, choices=domain_choices())

    def validate_constraints(self) -> None:
        """``clean`` tells of the domain; the rest is not the form's."""

    def clean(self) -> dict[str, Any]:
        data = needs_domain(self, super().clean() or {})
        ending = str(getattr(data.get("file"), "name", "")).rpartition(".")[2].casefold()
        if ending in MemoryImport.Format.values:
            self.instance.format = ending
        elif data.get("file"):
            self.add_error("file", _("Choose a file whose name ends in .tmx or .csv."))
        return data


class ExportForm(forms.Form):
    format = forms.ChoiceField(choices=MemoryImport.Format.choices)
    domain = forms.CharField(required=False, max_length=40)


class XliffForm(forms.Form):
    file = forms.FileField(
        label=_("XLIFF file"),
        help_text=_("Version 1.2 or 2.0, as your translation program saved it."),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff"}),
    )


class XliffVersionForm(forms.Form):
    version = forms.ChoiceField(choices=[(version, version) for version in xliff.VERSIONS])


def needs_domain(form: forms.BaseForm, data: dict[str, Any]) -> dict[str, Any]:
    if data.get("scope") == Scope.DOMAIN and not data.get("domain"):
        form.add_error("domain", _("Name the domain in which the entry serves."))
    return data

"""What is typed on the pages of the glossary: its shape, and nothing else."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils.translation import gettext_lazy as _

from pup_portal.text import listed
from translations.models import GlossaryRendering, GlossaryTerm

LARGEST_FILE = 1_000_000  # bytes
BLANK_ROWS = 3
MOST_RENDERINGS = 40


class GlossarySearchForm(forms.Form):
    q = forms.CharField(label=_("Polish or Ukrainian word"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *GlossaryTerm.Status.choices]
    )


class ListField(SimpleArrayField):
    """Words separated by semicolons; blanks around them and empty ones do not count."""

    def __init__(self, base_field: forms.Field, **options: Any) -> None:
        options.pop("delimiter", None)
        super().__init__(base_field, delimiter=";", **options)

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = ";".join(listed(value))
        return super().to_python(value)


class GlossaryTermForm(forms.ModelForm):
    class Meta:
        model = GlossaryTerm
        fields = [
            "pl", "also_pl", "uk", "status", "is_required", "not_beside", "is_loose", "scope",
            "context", "note", "certainty", "source",
        ]  # fmt: skip
        field_classes = {"also_pl": ListField, "not_beside": ListField}
        widgets = {
            "uk": forms.TextInput(attrs={"lang": "uk"}),
            "source": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def validate_constraints(self) -> None:
        """Left to the service: only the database sees who else enters the same term now."""


class RenderingForm(forms.ModelForm):
    """One rendering besides the preferred one; a row without words is no rendering."""

    class Meta:
        model = GlossaryRendering
        fields = ["text", "kind", "note"]
        widgets = {
            "text": forms.TextInput(attrs={"lang": "uk", "class": "form-control"}),
            "kind": forms.Select(attrs={"class": "form-select"}),
            "note": forms.TextInput(attrs={"class": "form-control"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False

    def validate_constraints(self) -> None:
        """Left to the formset: it sees all rows."""


class _Renderings(forms.BaseFormSet):
    def clean(self) -> None:
        texts = [text for text, *_kind in typed_wordings(self)]
        if len(set(texts)) < len(texts):
            raise forms.ValidationError(_("A rendering is listed twice."))


def typed_wordings(formset: forms.BaseFormSet) -> list[tuple[str, str, str]]:
    """Words, kind and note of every row that has words."""
    typed = [form.cleaned_data for form in formset.forms if hasattr(form, "cleaned_data")]
    return [(row["text"], row["kind"], row["note"]) for row in typed if row.get("text")]


Renderings = forms.formset_factory(
    RenderingForm,
    formset=_Renderings,
    extra=BLANK_ROWS,
    max_num=MOST_RENDERINGS,
    absolute_max=MOST_RENDERINGS,
)


class GlossaryFileForm(forms.Form):
    """A CSV file, or, once it was looked at, its text."""

    file = forms.FileField(label=_("CSV file"), required=False)
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if file is None:
            if not cleaned.get("text"):
                self.add_error("file", _("Choose a file."))
        elif file.size > LARGEST_FILE:
            self.add_error("file", _("The file is too large."))
        else:
            self._decode(cleaned, file.read())
        return cleaned

    def _decode(self, cleaned: dict[str, Any], content: bytes) -> None:
        try:
            cleaned["text"] = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _("Save the file as CSV in UTF-8."))

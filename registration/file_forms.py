"""Adding, replacing and removing scans and photos of a client's papers."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from documents.models import UploadKind
from pup_portal.typed import WordsField

_PICTURES = "image/jpeg,image/png"


class _Form(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class ReplaceFileForm(_Form):
    """One file, from the disk or from the camera: a phone that is asked for a photo offers nothing else."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A PDF or a picture (JPG, PNG)."),
        widget=forms.FileInput({"accept": f"application/pdf,{_PICTURES}"}),
    )
    photo = forms.FileField(
        label=_("Photo"),
        required=False,
        help_text=_("On a phone, opens the camera. Place and time of the photo are not kept."),
        widget=forms.FileInput({"accept": _PICTURES, "capture": "environment"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.errors:
            return values
        if not values["file"] and not values["photo"]:
            self.add_error("file", _("Choose a file or take a photo."))
        elif values["file"] and values["photo"]:
            self.add_error("photo", _("Add the file and the photo one after the other."))
        return values

    @property
    def chosen(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"] or self.cleaned_data["photo"]
        return file


class AddFileForm(ReplaceFileForm):
    kind = forms.ChoiceField(
        label=_("What it shows"), choices=UploadKind, widget=forms.RadioSelect, initial=UploadKind.IDENTITY
    )
    field_order = ["kind", "file", "photo"]

    def clean_kind(self) -> UploadKind:
        return UploadKind(self.cleaned_data["kind"])


class RemoveFileForm(_Form):
    reason = WordsField(label=_("Why is it removed?"), max_length=300)

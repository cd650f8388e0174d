from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class FeedImportForm(forms.Form):
    file = forms.FileField(
        label=_("File of the national database"),
        help_text=_("The zip archive as it was received, or a JSON file from it."),
        widget=forms.FileInput(attrs={"accept": ".zip,.json,application/zip,application/json"}),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > settings.IMPORT_MAX_BYTES:
            limit = filesizeformat(settings.IMPORT_MAX_BYTES)
            raise forms.ValidationError(
                gettext("The file is larger than %(limit)s, so it cannot be the offer feed.")
                % {"limit": limit}
            )
        return file

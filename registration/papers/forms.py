"""Shapes of what staff write about papers."""

from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pup_portal.typed import WordsField
from registration.file_forms import ReplaceFileForm
from registration.forms import capitalise_labels
from registration.models import Confirmation, TemplateVersion
from registration.papers.proposing import Proposal
from registration.vocabulary import ContactLanguage


class _Form(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        capitalise_labels(self)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class SetForm(_Form):
    """Which of the papers of the day to fill in; those of the purpose are ticked already."""

    papers = forms.MultipleChoiceField(label=_("papers"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(proposal.version.public_id): proposal.version for proposal in proposals}
        field: Any = self.fields["papers"]
        field.choices = [(key, version.title) for key, version in self.versions.items()]
        field.initial = [str(proposal.version.public_id) for proposal in proposals if proposal.is_proposed]

    def clean_papers(self) -> list[TemplateVersion]:
        """In the order of the proposal, however they were ticked."""
        chosen = set(self.cleaned_data["papers"])
        if not chosen:
            raise forms.ValidationError(_("Choose at least one paper."), code="required")
        return [version for key, version in self.versions.items() if key in chosen]


class ReadBackForm(_Form):
    language = forms.ChoiceField(label=_("language it was read back in"), choices=ContactLanguage)
    interpreter = WordsField(
        label=_("interpreter"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty when you read it back in that language yourself."),
    )
    at = forms.DateTimeField(
        label=_("when"),
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    confirmation = forms.ChoiceField(
        label=_("the person"), choices=Confirmation, widget=forms.RadioSelect, initial=Confirmation.ALL_TRUE
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].initial = timezone.localtime().replace(second=0, microsecond=0)

    def clean_at(self) -> datetime:
        moment: datetime = self.cleaned_data["at"]
        if moment > timezone.now():
            raise forms.ValidationError(_("This moment has not come yet."), code="future")
        return moment


class SignForm(ReplaceFileForm):
    """The scan or photo of the signed paper."""

    signed_on = forms.DateField(
        label=_("Signed on"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    field_order = ["signed_on", "file", "photo"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed_on"].initial = timezone.localdate()

    @property
    def scan(self) -> UploadedFile:
        return self.chosen


class VoidForm(_Form):
    reason = WordsField(label=_("why it is void"), max_length=300)

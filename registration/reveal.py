"""Why somebody uncovers a person's PESEL and document number: a choice, and words where the choice says little."""

from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class RevealReason(models.TextChoices):
    IDENTITY = "identity", _("checking who the person is")
    PAPERS = "papers", _("filling in an application or a form")
    OTHER_OFFICE = "other_office", _("answering another office")
    CORRECTION = "correction", _("correcting the record")
    OTHER = "other", _("another reason")


class RevealForm(forms.Form):
    """The reason, which the access log keeps."""

    reason = forms.ChoiceField(label=_("reason"), choices=RevealReason, widget=forms.RadioSelect)
    details = forms.CharField(
        label=_("in a few words"),
        help_text=_("Needed for another reason. Write no numbers or names here."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.label = capfirst(str(field.label))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("reason") == RevealReason.OTHER and not values.get("details"):
            self.add_error("details", _("Say what the number is needed for."))
        return values

    def purpose(self) -> str:
        """What the log keeps: the code of the choice, which every language reads, and the words."""
        return ": ".join(filter(None, [self.cleaned_data["reason"], self.cleaned_data["details"]]))

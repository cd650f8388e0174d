"""What is typed on the pages of the desk: its shape, and nothing else."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Role
from translations.exchange.pairs import LONGEST
from translations.models import Segment
from translations.spelling import printed

_NAME = re.compile(r"\Asegment-(\d+)\Z")


class UkrainianField(forms.CharField):
    """Ukrainian text as it is printed: composed letters, the apostrophe ’, one line."""

    def __init__(self, *, described_by: str = "", **options: Any) -> None:
        widget = forms.Textarea(
            attrs={"rows": 2, "lang": "uk", "class": "form-control", "spellcheck": "true"}
            | ({"aria-describedby": described_by} if described_by else {})
        )
        super().__init__(required=False, max_length=LONGEST, widget=widget, **options)

    def clean(self, value: Any) -> str:
        return printed(super().clean(value))


class TranslationForm(forms.Form):
    """The Ukrainian text of every segment, and the version of the translation that the page showed."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    token = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, segments: Iterable[Segment], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for segment in segments:
            name = field_name(segment)
            self.fields[name] = UkrainianField(
                label=_("Ukrainian text"), initial=segment.text_uk, described_by=f"id_{name}-findings"
            )

    @property
    def texts(self) -> dict[int, str]:
        """The typed texts by segment key. A field that was not sent says nothing; an empty one empties its sentence."""
        sent = ((_NAME.match(name), text) for name, text in self.cleaned_data.items() if name in self.data)
        return {int(match[1]): text for match, text in sent if match}

    @property
    def homeless_texts(self) -> list[str]:
        """Texts typed for sentences that are no longer in the Polish."""
        typed = (self.data[name] for name in self.data if _NAME.match(name) and name not in self.fields)
        return [text for text in typed if text.strip()]


class SegmentForm(forms.Form):
    """One sentence as it is typed."""

    text = UkrainianField()


class WorkListForm(forms.Form):
    """Whose drafts the work list shows. A wrong value narrows nothing."""

    by = forms.ModelChoiceField(
        User.objects.in_role(Role.COORDINATOR, Role.ADVISER, Role.BROKER),
        label=_("Last written by"),
        empty_label=_("anybody"),
        to_field_name="public_id",
        required=False,
    )


def field_name(segment: Segment) -> str:
    return f"segment-{segment.pk}"

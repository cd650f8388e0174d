"""What a page sends by itself while somebody types: its shape, and nothing else."""

import re
from typing import Any

from django import forms

from translations.forms import UkrainianField

LAST_SEQUENCE = 2**31 - 1
_NAME = re.compile(r"\Asegment-(\d{1,18})\Z", re.ASCII)


class PageForm(forms.Form):
    """The page that asks: each one that is opened has a token of its own."""

    token = forms.UUIDField()


class TypedForm(PageForm):
    """Some or all fields of the page as they stand, with the number of this sending."""

    sequence = forms.IntegerField(min_value=1, max_value=LAST_SEQUENCE)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        for name in data:
            if _NAME.match(name):
                self.fields[name] = UkrainianField()

    @property
    def texts(self) -> dict[int, str]:
        """The texts by segment key."""
        named = ((_NAME.match(name), text) for name, text in self.cleaned_data.items())
        return {int(match[1]): text for match, text in named if match}

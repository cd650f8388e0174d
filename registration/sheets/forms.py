"""Shapes of what is sent about a sheet."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.sheets.columns import COLUMNS


class SheetForm(forms.Form):
    file = forms.FileField(
        label=_("File with people"),
        help_text=_("XLSX or CSV, at most 5,000 rows. The first row says what stands in the columns."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
    )


class MappingForm(forms.Form):
    """One choice for each column of the sheet: what it holds."""

    def __init__(self, *args: Any, headings: Sequence[str], mapping: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("do not take over")), *((column.key, column.label) for column in COLUMNS)]
        for place, heading in enumerate(headings):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=heading or str(place + 1),
                choices=choices,
                required=False,
                widget=forms.Select({"class": "form-select"}),
                initial=mapping[place] if place < len(mapping) else "",
            )

    @property
    def mapping(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.fields]

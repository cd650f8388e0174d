"""What people type in their own words, for others to read later."""

from typing import Any

from django import forms

from pup_portal.text import straight


class WordsField(forms.CharField):
    """A reason or a note: kept as typed, but for marks that would turn the text around on somebody's page."""

    def to_python(self, value: Any) -> str:
        return straight(super().to_python(value) or "").strip()

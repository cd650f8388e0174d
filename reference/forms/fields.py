"""Form fields and the base of every form of the settings."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

_DASHES = str.maketrans("", "", "-\u2010\u2011\u2013")


class DigitsField(forms.CharField):
    """An identifier people write with spaces and hyphens, a NIP also as in the Union (``PL 657-021-40-72``); kept as its digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"max_length": 30})

    def to_python(self, value: Any) -> str:
        written = "".join((super().to_python(value) or "").split())
        return written.translate(_DASHES).upper().removeprefix("PL")


class DayInput(forms.DateInput):
    """The browser's own calendar, which speaks ISO whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class CrispyForm(forms.BaseForm):
    """The template owns ``<form>``, the CSRF token and the buttons."""

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

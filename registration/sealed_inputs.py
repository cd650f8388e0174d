"""PESEL and document number on forms: never shown whole, changed by typing a new one, removed on purpose only.

An empty input keeps what is stored, so what these helpers give leaves the untouched columns out.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from pup_portal.text import one_line
from registration.disclosure import masked
from registration.validators import validate_pesel


class NumberField(forms.CharField):
    """One line that is never filled in beforehand, and that the browser must not remember."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput({"autocomplete": "off", "spellcheck": "false"})
        super().__init__(required=False, widget=widget, **options)

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class PeselField(NumberField):
    """Eleven digits however they are grouped; gives them checked, or nothing."""

    def __init__(self) -> None:
        super().__init__(label="PESEL", max_length=20)
        self.widget.attrs["inputmode"] = "numeric"

    def clean(self, value: Any) -> str:
        digits = "".join(super().clean(value).split())
        if digits:
            validate_pesel(digits)
        return digits


def prepare(form: "forms.ModelForm[Any]") -> None:
    """Say beside each input what is stored, masked; offer to remove it where there is something."""
    held = {"pesel": form.instance.pesel, "document_number": form.instance.document_number}
    for name, text in held.items():
        if name in form.fields and text:
            form.fields[name].help_text = _("Stored: %(number)s. Type a new one to change it.") % {
                "number": masked(text)
            }
    absent = [] if held["pesel"] else ["clear_pesel"]
    absent += [] if held["document_number"] else ["clear_document", "clear_reason"]
    for name in absent:
        form.fields.pop(name, None)


def check(form: "forms.ModelForm[Any]", values: dict[str, Any]) -> None:
    """Add the errors of numbers that contradict what stands beside them."""
    for number, clear in (("pesel", "clear_pesel"), ("document_number", "clear_document")):
        if values.get(number) and values.get(clear):
            form.add_error(clear, _("Either type a new number, or remove the old one."))
    if "pesel" in form.fields:
        _check_pesel(form, values)
    if "document_kind" in form.fields:
        _check_document(form, values)


def settled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values by columns: numbers that were neither typed nor removed are left out."""
    kept = {name: value for name, value in values.items() if not name.startswith("clear_")}
    for number, clear, empty in (("pesel", "clear_pesel", None), ("document_number", "clear_document", "")):
        if values.get(clear):
            kept[number] = empty
        elif not kept.get(number):
            kept.pop(number, None)
    return kept


def initial_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """What ``settled`` gave, as the initial values of a new form: a removal stays ticked."""
    removed = {"clear_pesel": "pesel", "clear_document": "document_number"}
    return dict(values) | {clear: True for clear, name in removed.items() if not values.get(name, True)}


def _check_pesel(form: "forms.ModelForm[Any]", values: dict[str, Any]) -> None:
    if values.get("pesel") or (form.instance.pesel and not values.get("clear_pesel")):
        values["no_pesel_reason"] = ""  # the reason is over, whatever the list still shows
    elif not values.get("no_pesel_reason") and "pesel" not in form.errors:
        form.add_error("no_pesel_reason", _("Enter the PESEL, or say why there is none."))


def _check_document(form: "forms.ModelForm[Any]", values: dict[str, Any]) -> None:
    if values.get("clear_document"):
        values["document_kind"], values["document_expires_on"] = "", None
        if not values.get("clear_reason"):
            form.add_error("clear_reason", _("Say why the document is removed."))
    elif bool(values.get("document_kind")) != bool(
        values.get("document_number") or form.instance.document_number
    ):
        form.add_error(None, _("Enter both the kind and the number of the document, or neither."))

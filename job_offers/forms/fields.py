"""Fields the forms of employers and offers share."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reference.models import Occupation, Term, Vocabulary


class AmountField(forms.DecimalField):
    """A number as people here write it: ``4 806,50``, with a comma, a point or spaces."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if isinstance(value, str):
            value = "".join(value.split()).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            whole = value == value.to_integral_value()
            return str(int(value)) if whole else format(value.normalize(), "f").replace(".", ",")
        return value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # minimum, maximum and step are for number inputs


class TermField(forms.ModelChoiceField):
    """One term of a vocabulary that may be chosen today."""

    def __init__(self, vocabulary: Vocabulary, **options: Any) -> None:
        self.known = Term.objects.of(vocabulary).active()
        super().__init__(self.known, required=False, **options)


class TermsField(forms.ModelMultipleChoiceField):
    """Several terms of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, **options: Any) -> None:
        widget = forms.CheckboxSelectMultiple()
        super().__init__(Term.objects.of(vocabulary).active(), required=False, widget=widget, **options)


class OccupationField(forms.CharField):
    """An occupation by its code or its name; the page suggests while one types."""

    default_error_messages = {
        "unknown": _("No occupation has this code or name. Choose one of those suggested."),
        "several": _("Several occupations have this name. Enter the six digits of the code."),
    }

    def prepare_value(self, value: Any) -> Any:
        return occupation_label(value) if isinstance(value, Occupation) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        code = text.rpartition("(")[2].rstrip(")").strip() if text.endswith(")") else text
        found = list(Occupation.objects.active().filter(code=code)[:1]) or self._named(text)
        if len(found) != 1:
            reason = "several" if found else "unknown"
            raise ValidationError(self.error_messages[reason], code=reason)
        return found[0]

    def _named(self, text: str) -> list[Occupation]:
        exactly = (
            Occupation.objects.active().filter(**{f"name_{code}__iexact": text})[:2] for code in ("pl", "uk")
        )
        return next((list(found) for found in exactly if found), [])


def occupation_label(occupation: Occupation) -> str:
    return f"{occupation.name} ({occupation.code})"

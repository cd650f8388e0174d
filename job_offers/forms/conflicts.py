"""When two people edit one record: what the other one stored, beside what is in the form."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Model
from django.forms import ModelForm
from django.http import QueryDict
from django.template.defaultfilters import floatformat
from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    """A field where the form and the stored record differ; ``stored`` is what stands in the record now."""

    label: str
    stored: str


def with_version(data: QueryDict, version: int) -> QueryDict:
    """The sent data as if it came from a page that showed ``version``: saving it again is then a decision."""
    renewed = data.copy()
    renewed["version"] = str(version)
    return renewed


def differences(form: ModelForm, stored: Model) -> list[Difference]:
    """Fields the form would change in ``stored``, which must be read anew: forms write into their instance."""
    names = [name for name in form.changed_data if name not in {"version", "is_minor"}]
    return [Difference(str(form.fields[name].label), _shown(stored, name)) for name in names]


def _shown(stored: Model, name: str) -> str:
    display = getattr(stored, f"get_{name}_display", None)
    value = display() if display else getattr(stored, name, "")
    if hasattr(value, "all"):
        return ", ".join(str(one) for one in value.all())
    return _said(value)


def _said(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case Decimal():
            return floatformat(value, "-2g")
        case date():
            return date_format(value, "DATE_FORMAT")
    return str(value)

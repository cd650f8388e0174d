"""Stored values as people read them, in the active language."""

from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch
from pathlib import PurePath
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext


def shown(field: Any, value: Any) -> str:
    """A value of ``field`` in words, its choices by their labels; what is empty gives an empty string."""
    if value in (None, "", []):
        return ""
    if isinstance(field, ArrayField) and field.base_field.choices:
        labels = dict(field.base_field.flatchoices)
        return ", ".join(str(labels.get(code, code)) for code in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return in_words(value)


@singledispatch
def in_words(value: Any) -> str:
    """A value without its field, in words."""
    return str(value)


@in_words.register
def _(value: bool) -> str:
    return gettext("yes") if value else gettext("no")


@in_words.register
def _(value: Decimal) -> str:
    """Without the zeros that only fill the column: 0.500 is half of full time; 4806.50 keeps its grosze."""
    decimals = f"{value:f}".partition(".")[2]
    places = len(decimals.rstrip("0"))
    return number_format(
        value, decimal_pos=2 if len(decimals) == 2 and places else places, force_grouping=True
    )


@in_words.register
def _(value: date) -> str:
    return date_format(value, "DATE_FORMAT")


@in_words.register
def _(value: datetime) -> str:
    return date_format(timezone.localtime(value), "DATETIME_FORMAT")


@in_words.register
def _(value: list) -> str:
    return ", ".join(map(str, value))


@in_words.register
def _(value: FieldFile) -> str:
    return PurePath(value.name or "").name

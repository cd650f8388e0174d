"""Noticing that somebody else has changed a record between reading and saving it.

A form carries a fingerprint of the values it was filled with. Saving compares it with the values that are
stored now, so two people may work on different parts of one CV, and nobody's text is overwritten unseen.
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError


class EditedMeanwhile(DomainError):
    """The stored text has changed since the form was opened."""


class RemovedMeanwhile(EditedMeanwhile):
    """The record was removed since the form was opened."""


def values_of(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    return plain({name: getattr(row, name) for name in names})


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Cleaned values of a form, or of a row, as they can be compared: records by their keys."""
    return {name: _plain(value) for name, value in values.items()}


def fingerprint(row: models.Model, names: Iterable[str]) -> str:
    """Changes when any of the named values of ``row`` changes."""
    return hashlib.sha256(repr(sorted(values_of(row, names).items())).encode()).hexdigest()


def check_unchanged(row: models.Model, values: dict[str, Any], seen: str) -> None:
    """Raise ``EditedMeanwhile`` unless ``row`` is as it was ``seen`` or already holds ``values``."""
    stored = values_of(row, values)
    if fingerprint(row, values) != seen and stored != plain(values):
        raise EditedMeanwhile(
            _("Somebody has changed this part since you opened it. Compare, then save again.")
        )


def shown_values(row: models.Model, names: Iterable[str], *, unlike: dict[str, Any]) -> list[tuple[str, str]]:
    """Label and text of every named value of ``row`` that differs from ``unlike``, for people to compare."""
    stored, typed = values_of(row, names), plain(unlike)
    return [
        (str(row._meta.get_field(name).verbose_name), _shown(row, name))  # type: ignore[union-attr]
        for name in stored
        if stored[name] != typed[name]
    ]


def _shown(row: models.Model, name: str) -> str:
    value = getattr(row, name)
    if isinstance(value, models.Manager):
        return ", ".join(str(item) for item in value.all())
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, date):
        return date_format(value)
    display = getattr(row, f"get_{name}_display", None)
    return str(display() if display else value) if value not in (None, "") else "–"


def _plain(value: Any) -> Any:
    if isinstance(value, models.Manager):
        value = value.all()
    if isinstance(value, models.QuerySet):
        return sorted(row.pk for row in value)
    return value.pk if isinstance(value, models.Model) else value

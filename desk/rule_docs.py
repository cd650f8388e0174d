"""docs/validation.md: what every column takes and what must hold between columns, read off the models."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core import validators
from django.db import models
from django.db.models.constraints import BaseConstraint

APPS = (
    "accounts", "reference", "documents", "translations", "registration", "job_offers", "meetings", "cv_builder", "messaging",
)  # fmt: skip
MOST_CHOICES = 12
OF_THE_COLUMN = {sign * 2**bits - (sign > 0) for bits in (15, 31, 63) for sign in (1, -1)}
_HEAD = (
    "# Rules of fields\n\nMade from the models by `manage.py write_docs`. What a form takes is what its column takes; "
    "the server checks it, and the database refuses what breaks a rule between columns, whoever writes. Text is UTF-8; "
    "control characters and NUL are refused; dates are days of the calendar, moments have a zone.\n"
)


def page() -> str:
    return _HEAD + "".join(_model(model) for model in _models())


def _models() -> Iterator[type[models.Model]]:
    """Not the tables of history, which copy these, nor pairs that only join two."""
    for app in APPS:
        for model in sorted(apps.get_app_config(app).get_models(), key=lambda model: model.__name__):
            if not hasattr(model, "pgh_tracked_model"):
                yield model


def _model(model: type[models.Model]) -> str:
    fields = [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    rows = "".join(f"| `{field.name}` | {_rule(field)} |\n" for field in fields)
    between = "".join(f"- {_sentence(constraint)}\n" for constraint in model._meta.constraints)
    return (
        f"\n## {model._meta.label}\n"
        + (f"\n| field | takes |\n|---|---|\n{rows}" if rows else "")
        + (f"\nMust hold:\n\n{between}" if between else "")
    )


def _rule(field: "models.Field[Any, Any]") -> str:
    kind = field.get_internal_type().removesuffix("Field")
    if field.remote_field is not None:
        kind = f"one of {field.remote_field.model._meta.label}"
    parts = [kind, *_bounds(field), "may be empty" if field.blank or field.null else "required"]
    return ", ".join(parts).replace("|", "\\|")


def _bounds(field: "models.Field[Any, Any]") -> Iterator[str]:
    if field.unique:
        yield "unique"
    if field.max_length:
        yield f"at most {field.max_length} characters"
    if field.choices:
        codes = [str(code) for code, _label in field.flatchoices]
        yield f"one of {', '.join(codes)}" if len(codes) <= MOST_CHOICES else f"one of {len(codes)} codes"
    for check in field.validators:
        yield from _check(check)


def _check(check: Any) -> Iterator[str]:
    match check:
        case validators.MaxLengthValidator():
            return
        case validators.MinValueValidator() | validators.MaxValueValidator() if (
            check.limit_value in OF_THE_COLUMN
        ):
            return
        case validators.MinValueValidator():
            yield f"from {check.limit_value}"
        case validators.MaxValueValidator():
            yield f"to {check.limit_value}"
        case validators.DecimalValidator():
            yield f"{check.max_digits} digits, {check.decimal_places} of them after the point"
        case validators.RegexValidator() if type(check) is validators.RegexValidator:
            yield f"like `{getattr(check.regex, 'pattern', check.regex)}`"
        case _:
            yield f"checked by `{getattr(check, '__name__', type(check).__name__)}`"


def _sentence(constraint: BaseConstraint) -> str:
    told = str(constraint.violation_error_message or "")
    default = str(constraint.default_violation_error_message).split("%")[0]
    words = f" “{told}”" if told and not told.startswith(default) else ""
    return f"`{constraint.name}`{words}"

"""What the pages show of a sheet: samples of its columns, its rows with bad cells marked, and how many of which."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Form
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from registration.models import Client, SheetImport, SheetMapping, SheetRow, SheetRowQuerySet
from registration.sheets.columns import COLUMNS, guessed, key_of, pesel_in
from registration.sheets.working import cells_of

__all__ = [
    "CHOICES",
    "Line",
    "cells_of",
    "columns",
    "counts",
    "headings",
    "lines",
    "suggested_mapping",
    "what_is_wrong",
]

SAMPLES = 3
CHOICES: Mapping[str, Callable[[SheetRowQuerySet], SheetRowQuerySet]] = {
    "": lambda rows: rows,
    "bad": lambda rows: rows.bad(),
    "alike": lambda rows: rows.alike(),
    "out": lambda rows: rows.filter(is_left_out=True),
}
_LABELS: dict[str, Promise] = {column.key: column.label for column in COLUMNS}


def suggested_mapping(sheet: SheetImport) -> list[str]:
    """What the columns held the last time a sheet had these headings, else what their titles say."""
    known = SheetMapping.objects.filter(key=key_of(sheet.headings)).first()
    return sheet.mapping or (known.mapping if known else guessed(sheet.headings))


@dataclass(frozen=True)
class Cell:
    label: str
    text: str
    problem: str


@dataclass(frozen=True)
class Line:
    """One row of the preview: the columns that are taken over, and whom it looks like."""

    number: int
    cells: list[Cell]
    is_bad: bool
    is_left_out: bool
    looks_like: Client | None
    same_as: int | None
    has_its_pesel: bool


def headings(sheet: SheetImport) -> list[str]:
    """What the columns that are taken over hold, in their order."""
    return [str(_LABELS[key]) for key in sheet.mapping if key]


def lines(sheet: SheetImport, rows: Iterable[SheetRow]) -> list[Line]:
    rows = list(rows)
    first = sheet.rows.filter(number__in=[row.same_as for row in rows if row.same_as])
    pesels = {row.number: pesel_in(sheet.mapping, cells_of(row)) for row in first}
    return [
        Line(
            number=row.number,
            cells=[
                _cell(place, key, cells_of(row), row.problems)
                for place, key in enumerate(sheet.mapping)
                if key
            ],
            is_bad=bool(row.problems),
            is_left_out=row.is_left_out,
            looks_like=row.looks_like,
            same_as=row.same_as,
            has_its_pesel=bool(pesel := pesels.get(row.same_as or 0, ""))
            and pesel == pesel_in(sheet.mapping, cells_of(row)),
        )
        for row in rows
    ]


def counts(sheet: SheetImport) -> dict[str, int]:
    rows = sheet.rows.all()
    return {
        "all": rows.count(),
        "bad": rows.bad().count(),
        "alike": rows.alike().count(),
        "out": rows.filter(is_left_out=True).count(),
        "wanted": rows.wanted().count(),
        "bad_wanted": rows.wanted().bad().count(),
    }


def columns(sheet: SheetImport, form: Form) -> list[tuple[BoundField, list[str]]]:
    """The choice of each column with what stands in its first rows."""
    sample = [cells_of(row) for row in sheet.rows.order_by("number")[:SAMPLES]]
    return [(field, [cells[place] for cells in sample]) for place, field in enumerate(form)]


def what_is_wrong(sheet: SheetImport, row: SheetRow) -> str:
    """The mistakes of a row, each with the heading it stands under, in the reader's language."""
    return "; ".join(
        f"{sheet.headings[int(place)]}: {_(text)}" for place, text in sorted(row.problems.items())
    )


def _cell(place: int, key: str, cells: list[str], problems: dict[str, Any]) -> Cell:
    problem = problems.get(str(place), "")
    return Cell(str(_LABELS[key]), cells[place], _(problem) if problem else "")

"""The official list of occupations (KZiS) as a file: read it, compare it with ours, write the difference.

The list comes as CSV or XLSX. Its columns are found by their titles, groups of one to four digits are
passed over, and a capital S glued to a name (the mark of school occupations, „KucharzS") is taken off.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from pup_portal import sheet_reading
from pup_portal.db import DomainError
from pup_portal.sheet_reading import Cells
from reference.models import Occupation, OccupationImport

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 20_000
NAME_LENGTH = 200
_ARCHIVE = b"PK"
_CODE = re.compile(r"\d{6}\Z")
_GLUED_S = re.compile(r"(?<=[a-ząćęłńóśźż])S\Z")
_TITLES = {
    "code": ("kod", "kod zawodu", "kod zawodu/specjalności", "symbol", "code"),
    "name_pl": (
        "nazwa",
        "nazwa zawodu",
        "nazwa zawodu/specjalności",
        "nazwa zawodu i specjalności",
        "name_pl",
    ),
    "name_uk": ("nazwa ukraińska", "nazwa po ukraińsku", "name_uk", "uk"),
}


class BadList(DomainError):
    """The file is not a list of occupations we can read."""


@dataclass(frozen=True)
class Listed:
    """One occupation of a list; an empty Ukrainian name means that the list does not give it."""

    code: str
    name_pl: str
    name_uk: str = ""


@dataclass
class Comparison:
    """What a list would change, code by code, whatever edition our row of a code is of.

    ``retired`` would no longer be offered for choice; ``superseded`` are rows of other editions that a row
    of this one takes the place of; ``created`` and ``updated`` are the rows to write.
    """

    edition: str
    new: list[Occupation] = field(default_factory=list)
    renamed: list[tuple[str, Occupation]] = field(default_factory=list)
    returning: list[Occupation] = field(default_factory=list)
    unchanged: int = 0
    retired: list[Occupation] = field(default_factory=list)
    superseded: list[Occupation] = field(default_factory=list)
    created: list[Occupation] = field(default_factory=list)
    updated: list[Occupation] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.created or self.updated or self.retired or self.superseded)


def kind_of(name: str) -> str:
    """``csv`` or ``xlsx``, by the file's name; raises ``BadList`` for anything else."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    if suffix not in {"csv", "xlsx"}:
        raise BadList(_("Choose a file in the format CSV or XLSX."))
    return suffix


def refuse_large(size: int) -> None:
    """Raise ``BadList`` for a file of ``size`` bytes that is not worth opening."""
    if size > MAX_BYTES:
        raise BadList(_("The file is larger than 5 MB. The official list is much smaller."))


def read_import(waiting: OccupationImport) -> list[Listed]:
    with waiting.file.open("rb") as file:
        return read_list(file.read(), waiting.file.name or "")


def read_list(content: bytes, name: str) -> list[Listed]:
    """The occupations in a file, each code once, or ``BadList`` with the row that is wrong."""
    refuse_large(len(content))
    if kind_of(name) == "xlsx" and not content.startswith(_ARCHIVE):
        raise BadList(_("The file cannot be opened as XLSX."))
    found: dict[str, Listed] = {}
    try:
        for number, listed in _listed(sheet_reading.rows_of(content, with_results=True)):
            if listed.code in found:
                text = _("Row %(row)s: the code %(code)s stands in the list twice.")
                raise BadList(text % {"row": number, "code": listed.code})
            found[listed.code] = listed
    except sheet_reading.UnreadableSheet as refusal:
        raise BadList(refusal.message) from None
    if not found:
        raise BadList(_("The file holds no row with a six-digit code and a name."))
    return list(found.values())


def compare(listed: Iterable[Listed], edition: str, *, lock: bool = False) -> Comparison:
    """What making ``listed`` the current list would change. With ``lock`` our rows are held for writing."""
    rows = Occupation.objects.select_for_update(of=("self",)) if lock else Occupation.objects.all()
    ours = {row.code: row for row in rows.filter(edition=edition).order_by("pk")}
    others = {row.code: row for row in rows.active().exclude(edition=edition).order_by("pk")}
    result = Comparison(edition)
    for item in listed:
        other = others.pop(item.code, None)
        if other is not None:
            result.superseded.append(other)
        if row := ours.pop(item.code, None):
            _compare_same_edition(row, item, result)
        else:
            _compare_other_edition(other, item, result)
    result.retired = [*others.values(), *(row for row in ours.values() if row.is_active)]
    return result


def write(comparison: Comparison) -> None:
    """Store a comparison made with ``lock``; call inside its transaction."""
    gone = [row.pk for row in comparison.retired + comparison.superseded]
    Occupation.objects.filter(pk__in=gone).update(is_active=False)
    for row in comparison.updated:
        row.save(update_fields=["name_pl", "name_uk", "sort_pl", "sort_uk", "is_active"])
    Occupation.objects.bulk_create(comparison.created, batch_size=500)


def _compare_same_edition(row: Occupation, item: Listed, result: Comparison) -> None:
    """File our ``row`` under what the list says of it, with the list's names already on it."""
    former, was_active, name_uk = row.name_pl, row.is_active, item.name_uk or row.name_uk
    renamed = (former, row.name_uk) != (item.name_pl, name_uk)
    row.name_pl, row.name_uk, row.is_active = item.name_pl, name_uk, True
    if renamed:
        result.renamed.append((former, row))
    elif not was_active:
        result.returning.append(row)
    else:
        result.unchanged += 1
        return
    result.updated.append(row)


def _compare_other_edition(other: Occupation | None, item: Listed, result: Comparison) -> None:
    """Make a row of this edition. It inherits a Ukrainian name only where the Polish one has not changed."""
    same = other is not None and other.name_pl.casefold() == item.name_pl.casefold()
    inherited = other.name_uk if other is not None and same else ""
    row = Occupation(
        code=item.code,
        edition=result.edition,
        name_pl=item.name_pl,
        name_uk=item.name_uk or inherited,
    )
    result.created.append(row)
    if other is None:
        result.new.append(row)
    elif same:
        result.unchanged += 1
    else:
        result.renamed.append((other.name_pl, row))


def _listed(rows: Iterable[Cells]) -> Iterator[tuple[int, Listed]]:
    columns: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise BadList(_("The file has more rows than any list of occupations."))
        if not columns:
            columns = _columns(row)
        elif _CODE.match(code := _text(row, columns["code"]).removesuffix(".0")):  # a sheet's number
            yield number, _occupation(number, code, row, columns)
    if not columns:
        raise BadList(_("No row of the file has the titles “kod” and “nazwa”."))


def _occupation(number: int, code: str, row: Cells, columns: dict[str, int]) -> Listed:
    name = _GLUED_S.sub("", _text(row, columns["name_pl"]))
    name_uk = _text(row, columns["name_uk"]) if "name_uk" in columns else ""
    if not name or max(len(name), len(name_uk)) > NAME_LENGTH:
        text = _("Row %(row)s: the occupation %(code)s has no name, or one longer than 200 characters.")
        raise BadList(text % {"row": number, "code": code})
    return Listed(code, name, name_uk)


def _columns(row: Cells) -> dict[str, int]:
    """Which column holds what, if ``row`` is the row of titles."""
    titles = [" ".join(cell.casefold().split()) for cell in row]
    found = {
        wanted: next((titles.index(title) for title in spellings if title in titles), None)
        for wanted, spellings in _TITLES.items()
    }
    columns = {wanted: place for wanted, place in found.items() if place is not None}
    return columns if {"code", "name_pl"} <= columns.keys() else {}


def _text(row: Cells, column: int) -> str:
    return " ".join(row[column].split()) if column < len(row) else ""

"""The glossary as a CSV file: one term a row, several words in a cell separated by semicolons.

CSV because it opens everywhere; a cell that a spreadsheet could run is written with an apostrophe before it,
which reading takes off again. The notes of renderings stand in a cell of their own, one a line, "word = note",
as a note may have semicolons. A spreadsheet of a Polish office writes semicolons between the cells: read as well.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pup_portal.sheets import as_typed, plain_text
from pup_portal.text import listed
from translations.glossary_services import Wording
from translations.models import GlossaryRendering, GlossaryTerm

MOST_ROWS = 2_000
_TEXTS = ("pl", "uk", "status", "context", "note", "certainty", "source", "scope")
_LISTS = ("also_pl", "not_beside")
_ANSWERS = ("is_loose", "is_required")
_KINDS = ("allowed", "forbidden")
_NOTES = "rendering_notes"
COLUMNS = (*_TEXTS, *_LISTS, *_ANSWERS, *_KINDS, _NOTES)
_YES = "yes"
_IS = " = "
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class Row:
    """A term of the file. ``changed`` names the columns that differ from the stored one; ``fault`` is what
    keeps it from being stored."""

    line: int
    term: GlossaryTerm
    wordings: list[Wording]
    changed: list[str]
    fault: str = ""

    @property
    def is_new(self) -> bool:
        return self.term.pk is None

    @property
    def changed_labels(self) -> list[str]:
        """What differs, in the words of the page of a term."""
        return [str(_label(name)) for name in self.changed]

    @property
    def is_storable(self) -> bool:
        return bool(self.changed) and not self.fault


def lines(terms: Iterable[GlossaryTerm]) -> Iterator[str]:
    """The file, line by line, with the mark that tells spreadsheets it is UTF-8."""
    yield "\ufeff"
    yield _line(COLUMNS)
    for term in terms:
        yield _line(plain_text(_cells(term)[column]) for column in COLUMNS)


def read(text: str) -> list[Row]:
    """The terms of a file compared with the stored ones. Raises ``ValidationError`` when it is no such file.

    Columns that are not in the file stay as they are stored.
    """
    text = text.removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(text), delimiter=_separator(text))
    try:
        columns = set(reader.fieldnames or ())
        found = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise ValidationError(_("This is no CSV file.")) from error
    if "\0" in text:  # some other file: the database keeps no such text
        raise ValidationError(_("This is no CSV file."))
    if not {"pl", "uk"} <= columns:
        raise ValidationError(_("The first line must name the columns, pl and uk among them."))
    if len(found) > MOST_ROWS:
        raise ValidationError(_("The file has more than %(most)s terms.") % {"most": MOST_ROWS})
    stored = {term.pl: term for term in GlossaryTerm.objects.with_renderings()}
    return list(_rows(found, stored))


def _rows(found: Iterable[tuple[int, dict[str, str]]], stored: dict[str, GlossaryTerm]) -> Iterator[Row]:
    seen: set[str] = set()
    for line, raw in found:
        cells = {name: as_typed(_trimmed(raw[name])) for name in COLUMNS if raw.get(name) is not None}
        term = stored.get(cells.get("pl", "")) or GlossaryTerm()
        before = _cells(term)
        fault = _("This term stands twice in the file.") if cells.get("pl") in seen else ""
        seen.add(cells.get("pl", ""))
        _fill(term, cells)
        wordings = _wordings(before | cells)
        yield Row(
            line=line,
            term=term,
            wordings=wordings,
            changed=[name for name in COLUMNS if name in cells and cells[name] != before[name]],
            fault=fault or _fault(term, wordings) or _stray_note(cells, wordings),
        )


def _cells(term: GlossaryTerm) -> dict[str, str]:
    renderings = list(term.renderings.all()) if term.pk else []
    return {
        **{name: str(getattr(term, name)) for name in _TEXTS},
        **{name: "; ".join(getattr(term, name)) for name in _LISTS},
        **{name: _YES if getattr(term, name) else "" for name in _ANSWERS},
        **{kind: "; ".join(row.text for row in renderings if row.kind == kind) for kind in _KINDS},
        _NOTES: "\n".join(f"{row.text}{_IS}{row.note}" for row in renderings if row.note),
    }


def _fill(term: GlossaryTerm, cells: dict[str, str]) -> None:
    for name in _TEXTS:
        if name in cells:
            setattr(term, name, cells[name])
    for name in _LISTS:
        if name in cells:
            setattr(term, name, listed(cells[name]))
    for name in _ANSWERS:
        if name in cells:
            setattr(term, name, cells[name].casefold() == _YES)


def _wordings(cells: dict[str, str]) -> list[Wording]:
    notes = cells[_NOTES].splitlines()
    return [Wording(text, kind, _note(text, notes)) for kind in _KINDS for text in listed(cells[kind])]


def _note(text: str, notes: Iterable[str]) -> str:
    """What ``notes``, one a line, say of the rendering ``text``."""
    beginning = text + _IS
    return next((line[len(beginning) :].strip() for line in notes if line.startswith(beginning)), "")


def _stray_note(cells: dict[str, str], wordings: Iterable[Wording]) -> str:
    """What is wrong when a note of the file belongs to no rendering of its row."""
    known = tuple(wording.text + _IS for wording in wordings)
    stray = [line for line in cells.get(_NOTES, "").splitlines() if not line.startswith(known)]
    return _("No rendering of this row has this note: %(note)s") % {"note": stray[0]} if stray else ""


def _separator(text: str) -> str:
    """What stands between the cells: the sign that parts the heading into the most of our columns."""
    heading = text.partition("\n")[0].replace('"', "").strip()
    return max(_SEPARATORS, key=lambda sign: len(set(COLUMNS) & set(heading.split(sign))))


def _fault(term: GlossaryTerm, wordings: list[Wording]) -> str:
    """What is wrong with the row, in the words of the model."""
    try:
        term.clean_fields(exclude=["sort_pl", "pl_lemmas", "public_id"])
        for wording in wordings:
            GlossaryRendering(**wording._asdict()).clean_fields(exclude=["term"])
    except ValidationError as error:
        return " ".join(f"{_label(name)}: {' '.join(said)}" for name, said in error.message_dict.items())
    texts = [wording.text for wording in wordings]
    return _("A rendering is listed twice.") if len(set(texts)) < len(texts) else ""


def _label(column: str) -> str | Promise:
    if column in _KINDS:
        return GlossaryRendering.Kind(column).label
    if column == _NOTES:
        return _("notes of the renderings")
    columns = (*GlossaryTerm._meta.concrete_fields, *GlossaryRendering._meta.concrete_fields)
    return next(field.verbose_name for field in columns if field.name == column)


def _trimmed(cell: str) -> str:
    return "\n".join(line.strip() for line in cell.strip().splitlines())


def _line(cells: Iterable[str]) -> str:
    file = io.StringIO()
    csv.writer(file).writerow(cells)
    return file.getvalue()

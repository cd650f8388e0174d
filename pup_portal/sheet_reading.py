"""Sheets that people hand over, XLSX or CSV, read as rows of plain text. Whatever cannot be one is refused with a sentence.

The content decides what a file is, not its name. Limits are set before anything is unpacked; formulas are never
worked out; nothing outside of the file is ever opened.
"""

import csv
import datetime as dt
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.core.files import File
from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError
from pup_portal.lazily import lazily
from pup_portal.sheets import as_typed

if TYPE_CHECKING:
    import openpyxl
    import openpyxl.utils.exceptions
else:
    openpyxl = lazily("openpyxl")

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 60 * 1024 * 1024
MAX_PARTS = 500
MAX_ROWS = 5_000
MAX_COLUMNS = 60
MAX_CELL = 2_000
_LOOKED_FOR_HEADINGS = 20  # rows; above them stands the title of the list
_LAST_ROW = 1_048_576  # of a spreadsheet in all programs in use
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
# What the readers of archives and of XML raise over files that are not whole, or never were what they say.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, LookupError, ValueError, TypeError, AttributeError,
    ArithmeticError, EOFError, OSError, RuntimeError,
)  # fmt: skip

type Cells = tuple[str, ...]


class UnreadableSheet(DomainError):
    """The file cannot be used; the message says why and what to do. Nothing was taken from it."""


def read(file: File) -> tuple[Cells, list[tuple[int, Cells]]]:
    """The headings of ``file``, and its rows with their numbers as the spreadsheet shows them; empty ones are left out.

    At most ``MAX_ROWS`` rows, each as long as the headings. Raises ``UnreadableSheet``.
    """
    if not file.size:
        raise UnreadableSheet(_("The file is empty."))
    if file.size > MAX_BYTES:
        raise UnreadableSheet(
            _("The file is larger than %(limit)s MB. Hand it over in parts.")
            % {"limit": MAX_BYTES // 1024**2}
        )
    numbered = enumerate(rows_of(file.read()), start=1)
    headings = _headings(numbered)
    return headings, list(_below(headings, numbered))


def rows_of(content: bytes, *, with_results: bool = False) -> Iterable[Cells]:
    """Every row of a file as plain text, also the empty ones; raises ``UnreadableSheet`` at the call or on the way.

    ``with_results`` takes what the spreadsheet last worked out instead of a formula.
    """
    if content.startswith(_OLD_EXCEL):
        raise UnreadableSheet(
            _(
                "The file is locked with a password or in the old Excel format. Save it as XLSX without a password."
            )
        )
    if content.startswith(b"PK"):
        return _of_xlsx(content, with_results)
    return _of_csv(content)


def _headings(numbered: Iterator[tuple[int, Cells]]) -> Cells:
    for number, cells in numbered:
        found = _without_empty_end(cells)
        if sum(map(bool, found)) > 1:
            return _checked(found)
        if number >= _LOOKED_FOR_HEADINGS:
            break
    raise UnreadableSheet(
        _("No row of headings was found. The first row has to say what stands in the columns.")
    )


def _checked(headings: Cells) -> Cells:
    folded = [heading.casefold() for heading in headings if heading]
    if twice := next(
        (heading for heading in headings if heading and folded.count(heading.casefold()) > 1), ""
    ):
        raise UnreadableSheet(
            _("Two columns have the heading “%(heading)s”. Give them different ones.")
            % {"heading": twice[:60]}
        )
    if len(headings) > MAX_COLUMNS:
        raise UnreadableSheet(_("The sheet has more than %(limit)s columns.") % {"limit": MAX_COLUMNS})
    return headings


def _below(headings: Cells, numbered: Iterable[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    taken = 0
    for number, cells in numbered:
        if not any(cells):
            continue
        taken += 1
        if taken > MAX_ROWS:
            raise UnreadableSheet(
                _("The sheet has more than %(limit)s rows. Hand it over in parts.") % {"limit": MAX_ROWS}
            )
        _refuse_what_stands_outside(headings, cells, number)
        yield number, (*cells, *("",) * len(headings))[: len(headings)]


def _refuse_what_stands_outside(headings: Cells, cells: Cells, number: int) -> None:
    """Under merged headings only the first column has one: what stands in the others would be lost unseen."""
    under = (*headings, *("",) * len(cells))
    if place := next((place for place, cell in enumerate(cells) if cell and not under[place]), None):
        raise UnreadableSheet(
            _(
                "Row %(row)s: column %(column)s has no heading. Give every column one, and split merged headings."
            )
            % {"row": number, "column": place + 1}
        )


def _without_empty_end(cells: Cells) -> Cells:
    filled = [place for place, cell in enumerate(cells) if cell]
    return cells[: filled[-1] + 1] if filled else ()


def _of_csv(content: bytes) -> Iterator[Cells]:
    text = _decoded(content)
    head = text[:4000].split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield tuple(_plain(cell) for cell in row)
    except csv.Error:
        raise UnreadableSheet(_("The file cannot be read as CSV.")) from None


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 as marked, else the code page of Polish or of Ukrainian Windows, whichever it looks like."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", _code_page(content)):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x00-\x08\x0e-\x1f]", text):
            return text
    raise UnreadableSheet(
        _("This is neither an XLSX nor a CSV file, or its letters cannot be read. Save it as XLSX.")
    )


def _code_page(content: bytes) -> str:
    """In Polish words a letter beyond ASCII stands beside plain ones; in Ukrainian words nearly all are beyond."""
    beside_plain = len(re.findall(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]", content))
    beside_high = len(re.findall(rb"[\x80-\xff](?=[\x80-\xff])", content))
    return "cp1251" if beside_high > beside_plain else "cp1250"


def _of_xlsx(content: bytes, with_results: bool) -> Iterator[Cells]:
    try:
        _check_archive(content)
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, keep_links=False, data_only=with_results
        )
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what lies outside of the stated size would be dropped
            for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1), start=1):
                if number > _LAST_ROW:
                    raise _damaged()  # up to which the reader would go on making empty rows
                yield tuple(map(_text, row)) if any(cell is not None for cell in row) else ()
        finally:
            book.close()
    except UnreadableSheet:
        raise
    except (*_BROKEN, openpyxl.utils.exceptions.InvalidFileException):
        raise _damaged() from None


def _damaged() -> UnreadableSheet:
    return UnreadableSheet(_("The file cannot be opened as XLSX. Save it once more, or as CSV."))


def _check_archive(content: bytes) -> None:
    """Sizes are asked before anything is unpacked: reading stops at the size that the archive states."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            raise UnreadableSheet(_("The file is much larger than it looks and was not opened."))
        for part in parts:
            is_picture = part.filename.startswith("xl/media/")
            if not is_picture and b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):  # also in UTF-16
                raise _damaged()  # no spreadsheet declares anything (ECMA-376-2, 8.1.4)


def _text(cell: Any) -> str:
    """A cell as people read it: whole numbers without a point, dates as 1985-03-12. Formulas stay as they are written."""
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _plain(str(cell))


def _plain(text: str) -> str:
    if len(text) > MAX_CELL:
        raise UnreadableSheet(
            _("A cell holds more than %(limit)s characters. This does not look like a list.")
            % {"limit": MAX_CELL}
        )
    return as_typed(text.replace("\0", "").strip())

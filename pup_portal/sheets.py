"""Lists of the desk as XLSX files, written row by row; what people typed never becomes a formula."""

import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.http import FileResponse
from django.utils import timezone

from pup_portal.lazily import lazily

if TYPE_CHECKING:
    import openpyxl.styles
else:
    openpyxl = lazily("openpyxl")

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TITLE_LENGTH = 31  # Excel refuses to open a file with more
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
# What a spreadsheet takes for the start of a formula, also in the full-width forms of East Asian keyboards.
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_PHONE = re.compile(r"\+[0-9 ]+\Z")
_TYPED = (int, float, Decimal, dt.date, dt.time)
# How wide a column is, in characters, when its heading is shorter.
_WIDTH = 18

type Row = Sequence[object]


def sheet_response(
    *, filename: str, title: str, headings: Sequence[str], rows: Iterable[Row]
) -> FileResponse:
    """One sheet to download: bold headings that stay in sight, then ``rows``, read once and not kept.

    Dates and moments (in the office's time) are typed; text that a spreadsheet could run starts with an
    apostrophe, also after somebody has saved the file as CSV. A phone (+48 41 …) is left as it is: nothing
    in it can be run. ``filename`` ends in ``.xlsx`` and holds no person's data.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    try:
        _book(title, headings, rows).save(file)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return FileResponse(
        file,
        as_attachment=True,
        filename=filename,
        content_type=CONTENT_TYPE,
        headers={"Cache-Control": "no-store, private"},
    )


def plain_text(text: str) -> str:
    """``text`` that no spreadsheet takes for a formula; also for cells of CSV files."""
    text = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{text}" if _FORMULA.match(text) and not _PHONE.match(text) else text


def as_typed(cell: str) -> str:
    """What ``plain_text`` made into ``cell``: without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") and plain_text(cell[1:]) == cell else cell


def _book(title: str, headings: Sequence[str], rows: Iterable[Row]) -> "openpyxl.Workbook":
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_NOT_IN_TITLES.sub(" ", title)[:_TITLE_LENGTH])
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings):
        sheet.column_dimensions[_letter(number)].width = max(_WIDTH, len(heading) + 2)
    sheet.append(list(_bold(sheet, headings)))
    try:
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    except BaseException:
        sheet.close()
        sheet._writer.cleanup()  # the rows so far stand in a file of openpyxl's own
        raise
    return book


def _letter(number: int) -> str:
    """The name of a column counted from 0: A … Z, AA …"""
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _bold(sheet: Any, headings: Sequence[str]) -> Iterator[Any]:
    for heading in headings:
        cell = _cell(sheet, heading)
        cell.font = openpyxl.styles.Font(bold=True)
        yield cell


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        value = timezone.make_naive(value)
    is_text = value is not None and not isinstance(value, _TYPED)
    cell = openpyxl.cell.WriteOnlyCell(sheet, plain_text(str(value)) if is_text else value)
    if is_text:
        cell.data_type = "s"  # whatever it looks like
    return cell

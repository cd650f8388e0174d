"""CSV: two columns of texts and the domain, as spreadsheets write them."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import IO

from django.utils.translation import gettext_noop

from pup_portal.sheets import as_typed, plain_text
from translations.exchange.pairs import BadPair, Pair, Unreadable, checked

HEADINGS = ("pl", "uk", "domain")
_SAMPLE = 4_096
_FIELD_LIMIT = 100_000
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def read(stream: IO[bytes]) -> Iterator[Pair | BadPair]:
    """The pairs of a CSV file whose first line names the columns ``pl`` and ``uk``. Raises ``Unreadable``."""
    start = stream.read(3)
    stream.seek(0)
    encoding = next((name for sign, name in _ENCODINGS.items() if start.startswith(sign)), "utf-8")
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        yield from _rows(text)
    except UnicodeError:
        raise Unreadable(gettext_noop("The file is not written in UTF-8. Save it as CSV UTF-8.")) from None
    except csv.Error:
        raise Unreadable(gettext_noop("The file is damaged: it is not correct CSV.")) from None
    finally:
        text.detach()


def write(pairs: Iterable[Pair]) -> Iterator[str]:
    """The text of a CSV file with ``pairs``, line by line; no cell is a formula."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(HEADINGS)
    yield "\N{ZERO WIDTH NO-BREAK SPACE}" + line.getvalue()  # by it a spreadsheet knows UTF-8
    for pair in pairs:
        line.seek(0)
        line.truncate()
        writer.writerow([plain_text(text) for text in (pair.pl, pair.uk, pair.domain)])
        yield line.getvalue()


def _rows(text: io.TextIOWrapper) -> Iterator[Pair | BadPair]:
    first = text.readline(_SAMPLE)
    delimiter = max(",;\t", key=first.count)
    columns = [heading.strip().strip('"').casefold() for heading in first.strip().split(delimiter)]
    if "pl" not in columns or "uk" not in columns:
        raise Unreadable(gettext_noop("The first line must name the columns “pl” and “uk”."))
    csv.field_size_limit(_FIELD_LIMIT)
    for place, row in enumerate(csv.reader(text, delimiter=delimiter, strict=True), 1):
        cells = dict(zip(columns, row, strict=False))
        pl, uk, domain = (_in_one_line(cells.get(column, "")) for column in HEADINGS)
        yield checked(place, pl, uk, domain[:40])


def _in_one_line(cell: str) -> str:
    return as_typed(" ".join(cell.replace("\0", "").split()))

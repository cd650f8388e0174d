"""The worker's half of an import of people: check every row, or take all of them in at once."""

import json
from collections import deque
from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_noop

from pup_portal.background import PermanentFailure, leased
from pup_portal.db import refused
from pup_portal.tracking import acting
from registration.bulk import create_clients
from registration.duplicates import similar_to
from registration.models import Client, SheetImport, SheetRow, SheetStage, SheetWork
from registration.sheets.columns import Reader, Reading

BATCH = 500
RENEW_EVERY = 50


def work(work_id: int) -> bool:
    """Do one owed step; say whether this call did it."""
    with leased(SheetWork, work_id) as owed:
        if owed is None:
            return False
        owed.then(_check(owed) if owed.step == SheetWork.Step.CHECK else _take_in(owed))
    return True


def cells_of(row: SheetRow) -> list[str]:
    cells: list[str] = json.loads(row.cells)
    return cells


def _check(owed: SheetWork) -> Callable[[], None]:
    """Read every row, look for the people among clients and earlier rows; what was found is stored in one go."""
    sheet, reader, seen = owed.sheet, Reader(owed.sheet.mapping), _Seen()
    clients = Client.objects.visible_to(sheet.uploaded_by).active()
    rows = list(sheet.rows.order_by("number"))
    for done, row in enumerate(rows, start=1):
        reading = reader.read(cells_of(row))
        row.problems, row.looks_like = reading.problems, None
        if not reading.problems:
            found = similar_to(reading.values, clients, limit=1)
            row.looks_like = found[0].client if found else None
        row.same_as = seen.before(row.number, reading)
        if done % RENEW_EVERY == 0:
            owed.renew(done=done)

    def store() -> None:
        if _step(sheet, SheetStage.CHECKING, SheetStage.CHECKED):
            SheetRow.objects.bulk_update(rows, ["problems", "looks_like", "same_as"], batch_size=BATCH)

    return store


def _take_in(owed: SheetWork) -> Callable[[], None]:
    """All or nothing: the people, the end of the sheet and of its rows are one transaction."""
    sheet, reader = owed.sheet, Reader(owed.sheet.mapping)
    readings = [reader.read(cells_of(row)) for row in sheet.rows.wanted().order_by("number")]
    if any(reading.problems for reading in readings):
        raise PermanentFailure(gettext_noop("A row can no longer be read. Check the sheet again."))
    now = timezone.now()
    people = [
        Client(
            **reading.values,
            created_by=sheet.uploaded_by,
            updated_by=sheet.uploaded_by,
            created_at=now,
            updated_at=now,
        )
        for reading in readings
    ]
    taken = PermanentFailure(
        gettext_noop("Somebody of the sheet was registered meanwhile. Check the sheet again.")
    )

    def store() -> None:
        with acting(sheet.uploaded_by):
            if not _step(sheet, SheetStage.IMPORTING, SheetStage.IMPORTED, imported=len(people)):
                return
            # COPY speaks to the driver, whose errors are not yet Django's.
            with refused(client_pesel_is_unique=taken), connection.wrap_database_errors:
                for some in batched(people, BATCH):  # no statement takes long, however busy the database is
                    deque(create_clients(some), maxlen=0)
        sheet.rows.all().delete()
        forget_file([sheet.pk])

    return store


def _step(sheet: SheetImport, now: SheetStage, to: SheetStage, **more: Any) -> bool:
    """Move the sheet on, if nobody gave it up meanwhile."""
    rows = SheetImport.objects.filter(pk=sheet.pk, stage=now)
    return bool(rows.update(stage=to, **more))


def forget_file(sheets: Iterable[int]) -> None:
    """The first row goes with the others: of a sheet without headings it is a person. A file's name may be one, too."""
    SheetImport.objects.filter(pk__in=sheets).update(original_name="", headings=[], mapping=[])


class _Seen:
    """The rows so far, by what makes two of them one person."""

    def __init__(self) -> None:
        self._first: dict[tuple[Any, ...], int] = {}

    def before(self, number: int, reading: Reading) -> int | None:
        """The number of an earlier row with the same PESEL, else with the same name and phone or birthday."""
        signs = _signs(reading)
        earlier = [self._first[sign] for sign in signs if sign in self._first]
        for sign in signs:
            self._first.setdefault(sign, number)
        return next(iter(earlier), None)


def _signs(reading: Reading) -> list[tuple[Any, ...]]:
    """The surest first. Of a row with mistakes only the PESEL counts, if it is none of them."""
    values = reading.values
    pesel = [("pesel", values["pesel"])] if values.get("pesel") else []
    if reading.problems:
        return pesel
    name = tuple(
        values.get(column, "").casefold()
        for column in ("surname_latin", "surname_cyrillic", "given_names_latin", "given_names_cyrillic")
    )
    others = [(sign, values[sign], *name) for sign in ("phone", "birth_date") if values.get(sign)]
    return [*pesel, *others] or [("name", *name)]

"""Sheets of people as offices send them."""

import csv
import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.permissions import Role
from registration.models import SheetWork
from registration.sheets import preview, services
from registration.sheets.working import work
from tests.factories import UserFactory

HEADINGS = ["Lp.", "Nazwisko", "Imię", "Telefon", "Data urodzenia", "Uwagi"]
PEOPLE = [
    [1, "Бондаренко", "Олег", "+380 50 555 01 21", "12.03.1985", ""],
    [2, "Łęcka", "Zoja", 415550122, "1990", "dwoje dzieci"],
    [3, "О’Ніл", "Мар'яна", "0505550123", "", ""],
]


def xlsx(rows, name="lista.xlsx"):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return SimpleUploadedFile(name, content.getvalue())


def csv_file(rows, *, encoding="utf-8-sig", delimiter=";", name="lista.csv"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return SimpleUploadedFile(name, text.getvalue().encode(encoding))


def handed_over(rows=None, *, by=None):
    people = PEOPLE[:2] if rows is None else rows
    return services.take_sheet(file=xlsx([HEADINGS, *people]), by=by or UserFactory(role=Role.COORDINATOR))


def checked(rows=None, *, by=None):
    """A sheet whose columns were recognised and whose rows are checked."""
    sheet = handed_over(rows, by=by)
    services.map_sheet(sheet=sheet, mapping=preview.suggested_mapping(sheet))
    do_the_work(sheet)
    return sheet


def do_the_work(sheet):
    for owed in SheetWork.objects.filter(sheet=sheet, state=SheetWork.State.OWED):
        work(owed.pk)
    sheet.refresh_from_db()

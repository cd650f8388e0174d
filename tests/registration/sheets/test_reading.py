"""Reading what people hand over as a sheet: usual files are understood, hostile ones refused with a sentence."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from pup_portal import sheet_reading
from pup_portal.sheet_reading import UnreadableSheet, read
from tests.registration.sheets.files import csv_file, xlsx

PEOPLE = [["Nazwisko", "Imię", "Miasto"], ["Żółkiewska", "Łucja", "Końskie"], ["Коваль", "Ірина", "Кельце"]]
POLISH, UKRAINIAN = PEOPLE[:2], [PEOPLE[0], *[["Ґалаґан", "Їжакевич", "Кельце, вул. Шкільна"]] * 3]


def file_of(content, name="lista.xlsx"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_whatever_program_saved_it(encoding, delimiter):
    headings, rows = read(csv_file(PEOPLE, encoding=encoding, delimiter=delimiter))

    assert headings == ("Nazwisko", "Imię", "Miasto")
    assert rows == [(2, tuple(PEOPLE[1])), (3, tuple(PEOPLE[2]))]


@pytest.mark.parametrize(("people", "encoding"), [(POLISH, "cp1250"), (UKRAINIAN[1:], "cp1251")])
def test_code_pages_of_windows_are_told_apart(people, encoding):
    titled = people if encoding == "cp1250" else [["Прізвище", "Ім'я", "Адреса"], *people]

    _headings, rows = read(csv_file(titled, encoding=encoding))

    assert rows[0][1] == tuple(titled[1])


def test_a_title_above_and_empty_rows_between_are_passed_over():
    file = xlsx(
        [
            ["Lista obecności"],
            [],
            ["Nazwisko", "Telefon"],
            ["Коваль", 48415550101],
            [None, None],
            ["Бондар", ""],
        ]
    )

    headings, rows = read(file)

    assert headings == ("Nazwisko", "Telefon")
    assert rows == [(4, ("Коваль", "48415550101")), (6, ("Бондар", ""))]


def test_a_formula_is_not_worked_out_and_our_own_apostrophe_is_taken_off():
    _headings, rows = read(csv_file([["a", "b"], ["=1+1", "'=1+1"]]))

    assert rows == [(2, ("=1+1", "=1+1"))]
    assert read(xlsx([["a", "b"], ["=SUM(1,2)", "x"]]))[1] == [(2, ("=SUM(1,2)", "x"))]


def bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (sheet_reading.MAX_UNPACKED_BYTES + 1))
    return content.getvalue()


def with_entities():
    content = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save(content)
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/extra.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    return content.getvalue()


def zipped(name, text):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, text)
    return content.getvalue()


HOSTILE = {
    "nothing": (b"", "empty"),
    "old excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "neither"),
    "bomb": (bomb(), "larger than it looks"),
    "entities": (with_entities(), "cannot be opened"),
    "zip of anything": (zipped("a.txt", "a"), "cannot be opened"),
    "many parts": (zipped("a", "a"), "cannot be opened"),
    "half a file": (xlsx(PEOPLE).read()[:700], "cannot be opened"),
    "one word": (b"Nazwisko\nKowal\n", "headings"),
    "title only": (b";;\n;;\n", "headings"),
    "huge cell": (b"Nazwisko;Uwagi\nKowal;" + b"x" * 2001, "characters"),
    "two of one": ("Nazwisko;Imię;nazwisko\nKowal;Jan;Nowak".encode(), "Two columns"),
    "merged headings": (b"Nazwisko;Kontakt;\nKowal;1;jan@example.org", "no heading"),
    "too wide": (";".join(f"k{number}" for number in range(61)).encode(), "columns"),
    "too long": (b"Nazwisko;Lp\n" + b"Kowal;1\n" * 5001, "rows"),
    "a field without end": (b'Nazwisko;Uwagi\n"Kowal;' + b"y" * 200_000, "CSV"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_list_of_people_is_refused_with_a_sentence(name):
    content, said = HOSTILE[name]

    with pytest.raises(UnreadableSheet, match=said):
        read(file_of(content))


def test_a_merged_heading_of_a_spreadsheet_is_refused_with_the_row():
    book = openpyxl.Workbook()
    book.active.append(["Nazwisko", "Kontakt", None])
    book.active.append(["Kowal", "1", "2"])
    book.active.merge_cells("B1:C1")
    content = io.BytesIO()
    book.save(content)

    with pytest.raises(UnreadableSheet, match="Row 2: column 3 has no heading"):
        read(file_of(content.getvalue()))


def test_rows_far_down_a_spreadsheet_are_neither_dropped_nor_too_many():
    book = openpyxl.Workbook()
    for number, row in [(1, PEOPLE[0]), (2, PEOPLE[1]), (10_043, PEOPLE[2]), (1_048_576, PEOPLE[2])]:
        for column, text in enumerate(row, start=1):
            book.active.cell(number, column, text)
    content = io.BytesIO()
    book.save(content)

    _headings, rows = read(file_of(content.getvalue()))

    assert [number for number, _cells in rows] == [2, 10_043, 1_048_576]


@pytest.mark.parametrize("count", [5_001, 10_100])
def test_a_spreadsheet_with_too_many_people_is_refused_with_the_limit(count):
    rows = [["Nazwisko", "Lp"], *[[f"Kowal {number}", number] for number in range(count)]]

    with pytest.raises(UnreadableSheet, match=r"more than 5000 rows\. Hand it over in parts"):
        read(xlsx(rows))


@pytest.mark.parametrize("number", [1_048_577, 10**12])
def test_a_row_where_no_spreadsheet_has_one_is_refused(number):
    with pytest.raises(UnreadableSheet, match="cannot be opened"):
        read(file_of(rewritten(xlsx(PEOPLE), b'<row r="3"', b'<row r="%d"' % number)))


def test_rows_outside_of_the_size_that_a_spreadsheet_states_are_read():
    content = rewritten(xlsx(PEOPLE), b'<dimension ref="A1:C3"', b'<dimension ref="A1:C2"')

    assert len(read(file_of(content))[1]) == 2


def rewritten(book, old, new):
    content = io.BytesIO()
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(content, "w") as archive:
        parts = {name: whole.read(name) for name in whole.namelist()}
        assert any(old in part for part in parts.values())
        for name, part in parts.items():
            archive.writestr(name, part.replace(old, new))
    return content.getvalue()


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(sheet_reading, "MAX_BYTES", 10)

    with pytest.raises(UnreadableSheet, match="larger"):
        read(csv_file(PEOPLE))


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fall_over(content):
    try:
        headings, rows = read(file_of(content))
    except UnreadableSheet:
        return
    assert all(len(cells) == len(headings) for _number, cells in rows)


WHOLE = xlsx(PEOPLE).read()
DAMAGE = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=5)


@given(DAMAGE)
def test_damage_to_a_spreadsheet_is_a_sentence_or_a_sheet(damage):
    content = bytearray(WHOLE)
    for place, byte in damage:
        content[int(place * len(content))] = byte

    try:
        headings, _rows = read(file_of(bytes(content)))
    except UnreadableSheet as refusal:
        headings = (str(refusal),)
    assert headings[0]

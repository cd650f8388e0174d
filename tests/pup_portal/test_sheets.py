"""Lists as XLSX: opened again as a spreadsheet would, and taken apart."""

import datetime as dt
import io
import tracemalloc
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from pup_portal.sheets import plain_text, sheet_response

HEADINGS = ["Name", "Day"]
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


# Closing an answer looks after the connections to the database, which some earlier test may have opened.
pytestmark = pytest.mark.django_db


def answered(rows, headings=HEADINGS, title="Clients"):
    return sheet_response(filename="clients.xlsx", title=title, headings=headings, rows=rows)


def content_of(response):
    content = b"".join(response.streaming_content)
    response.close()
    return content


def opened(response):
    return openpyxl.load_workbook(io.BytesIO(content_of(response))).worksheets[0]


def values(rows):
    return [list(row) for row in opened(answered(rows)).iter_rows(values_only=True)]


def test_file_is_saved_under_its_name_and_kept_by_no_cache():
    response = answered([])

    assert response["Content-Disposition"] == 'attachment; filename="clients.xlsx"'
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response["Cache-Control"] == "no-store, private"
    response.close()


def test_headings_are_bold_and_stay_in_sight():
    sheet = opened(answered([["Шевченко", None]]))

    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet["A2"].value == "Шевченко"


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "＝1+1",
        '=HYPERLINK("http://x")',
    ],
)
def test_what_people_typed_is_text_and_never_a_formula(typed):
    cell = opened(answered([[typed, None]]))["A2"]

    assert cell.data_type == "s"
    assert cell.value.startswith("'")


def test_headings_are_text_too():
    assert opened(answered([], headings=["=1+1"]))["A1"].value == "'=1+1"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_starts_as_a_formula_does(text):
    plain = plain_text(text)

    assert not plain.startswith(FORMULA_STARTS) or plain.replace(" ", "")[1:].isdigit()


def test_phones_are_left_as_people_read_them():
    assert values([["+48 41 555 01 23", None]])[1][0] == "+48 41 555 01 23"


def test_numbers_and_dates_keep_their_types():
    moment = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC)

    row = values([[dt.date(2026, 1, 2), moment, 7, Decimal("30.50"), True, None, dt.time(8, 30)]])[1]

    assert row == [
        dt.datetime(2026, 1, 2),  # noqa: DTZ001 - a spreadsheet knows no time zone
        dt.datetime(2026, 11, 22, 0, 30),  # noqa: DTZ001 - in Warsaw
        7,
        30.5,
        True,
        None,
        dt.time(8, 30),
    ]


def test_moment_without_a_zone_is_taken_as_it_is():
    moment = dt.datetime(2026, 5, 4, 12)  # noqa: DTZ001

    assert values([[moment, None]])[1][0] == moment


def test_negative_number_is_a_number():
    assert values([[-5, None]])[1][0] == -5


def test_signs_no_spreadsheet_can_hold_are_left_out():
    assert values([["Ana\x00\x08stazja", gettext_lazy("Clients")]])[1] == ["Anastazja", "Clients"]


def test_title_is_cut_to_what_a_spreadsheet_takes():
    assert (
        opened(answered([], title="Offers [2026/11]: " + "x" * 40)).title
        == ("Offers  2026 11   " + "x" * 40)[:31]
    )


def test_columns_after_z_have_their_width():
    sheet = opened(answered([], headings=[f"heading {number}" + "x" * 30 for number in range(30)]))

    assert sheet.column_dimensions["AD"].width > 30


def test_ten_thousand_rows_are_written_without_being_kept():
    rows = ([f"Person {number} " + "x" * 1000, number] for number in range(10_000))

    tracemalloc.start()
    response = answered(rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    content = content_of(response)
    assert peak < 5_000_000  # of ten million
    assert len(zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")) > 10_000_000


def test_row_that_cannot_be_read_leaves_no_file_open():
    def broken():
        yield ["first", None]
        raise LookupError

    with pytest.raises(LookupError):
        answered(broken())

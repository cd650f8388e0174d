import io
import zipfile

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from accounts.permissions import Role
from pup_portal import sheet_reading
from reference import kzis
from reference.kzis import BadList, Listed, compare, read_list
from reference.models import Occupation, OccupationImport
from reference.services import apply_occupations, receive_occupations, replace_occupations
from tests.factories import UserFactory
from tests.reference.factories import OccupationFactory
from tests.reference.files import csv_bytes, csv_upload, upload, xlsx_bytes

COOK, TURNER = ("512001", "Kucharz"), ("722314", "Tokarz w metalu")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (csv_bytes(COOK), "lista.csv"),
        (csv_bytes(COOK, delimiter=","), "lista.csv"),
        (csv_bytes(COOK, delimiter="\t"), "LISTA.CSV"),
        (csv_bytes(COOK, encoding="utf-8-sig"), "lista.csv"),
        (csv_bytes(COOK, encoding="utf-16"), "lista.csv"),
        (csv_bytes(("KZiS 2023", ""), ("kod", "nazwa"), COOK, titles=("Rozporządzenie", "")), "lista.csv"),
        (csv_bytes(("5", "Pracownicy usług"), ("5120", "Kucharze"), COOK), "lista.csv"),
        (xlsx_bytes(COOK), "lista.xlsx"),
        (xlsx_bytes((512001, " Kucharz ")), "lista.xlsx"),
        (xlsx_bytes((512001.5, "x"), (512001, "Kucharz"), (None, None)), "lista.xlsx"),
        (csv_bytes(("512001.0", "Kucharz")), "lista.csv"),
    ],
)
def test_list_is_read_in_every_shape_it_comes_in(content, name):
    assert read_list(content, name) == [Listed("512001", "Kucharz")]


def test_list_of_polish_windows_is_read():
    content = csv_bytes(("325905", "Opiekunka dziecięca"), encoding="cp1250")

    assert read_list(content, "lista.csv") == [Listed("325905", "Opiekunka dziecięca")]


def test_list_may_bring_ukrainian_names():
    content = csv_bytes((*COOK, "Кухар"), titles=("Kod", "Nazwa", "name_uk"))

    assert read_list(content, "lista.csv") == [Listed("512001", "Kucharz", "Кухар")]


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("KucharzS", "Kucharz"),
        ("Technik obsługi ruchu kolejowegoS", "Technik obsługi ruchu kolejowego"),
        ("Monter sieci i urządzeń telekomunikacyjnychS", "Monter sieci i urządzeń telekomunikacyjnych"),
        ("Rzeczoznawca S", "Rzeczoznawca S"),
        ("Operator BHPS", "Operator BHPS"),
        ("Programista CNS", "Programista CNS"),
        ("Kelner", "Kelner"),
        ("Sprzedawczynis", "Sprzedawczynis"),
    ],
)
def test_school_mark_is_taken_off_only_where_it_is_glued(listed, name):
    assert read_list(csv_bytes(("512001", listed)), "lista.csv") == [Listed("512001", name)]


@given(st.from_regex(r"[A-ZŁŚŻ][a-ząćęłńóśźż]{1,15}( [a-ząćęłńóśźż]{1,10}){0,3}", fullmatch=True))
def test_school_mark_never_changes_the_rest_of_a_name(name):
    rows = (("512001", name), ("512002", f"{name}S"))

    assert [listed.name_pl for listed in read_list(csv_bytes(*rows), "lista.csv")] == [name, name]


def _bomb():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (sheet_reading.MAX_UNPACKED_BYTES + 1))
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"%PDF-1.7", "lista.pdf", "CSV or XLSX"),
        (b"", "lista.csv", "titles"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "lista.csv", "cannot be read"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "lista.csv", "old Excel"),
        (csv_bytes(("512001", "")), "lista.csv", "Row 2: the occupation 512001 has no name"),
        (csv_bytes(("512001", "K" * 201)), "lista.csv", "longer than 200"),
        (csv_bytes(COOK, TURNER, COOK), "lista.csv", "Row 4: the code 512001 stands in the list twice"),
        (csv_bytes(("5120", "Kucharze")), "lista.csv", "no row with a six-digit code"),
        (csv_bytes(COOK, titles=("a", "b")), "lista.csv", "titles"),
        (csv_bytes(*[("1", "x")] * kzis.MAX_ROWS), "lista.csv", "more rows"),
        (b'kod;nazwa\n512001;"' + b"x" * 200_000, "lista.csv", "cannot be read as CSV"),
        (b"x" * (kzis.MAX_BYTES + 1), "lista.csv", "larger than 5 MB"),
        (b"not a sheet", "lista.xlsx", "cannot be opened as XLSX"),
        (xlsx_bytes(COOK)[:-200], "lista.xlsx", "cannot be opened as XLSX"),
        (_bomb(), "lista.xlsx", "much larger than it looks"),
    ],
)
def test_bad_list_is_refused_with_its_reason(content, name, sentence):
    with pytest.raises(BadList, match=sentence):
        read_list(content, name)


@pytest.fixture
def ours(db):
    Occupation.objects.all().delete()
    return {
        "same": OccupationFactory(code="100001", edition="2023", name_pl="Piekarz"),
        "renamed": OccupationFactory(code="100002", edition="2023", name_pl="Sprzątaczka biurowa"),
        "back": OccupationFactory(code="100003", edition="2023", name_pl="Kelner", is_active=False),
        "missing": OccupationFactory(code="100004", edition="2023", name_pl="Zdun"),
        "older": OccupationFactory(code="100005", edition="2014", name_pl="Drukarz", name_uk="Друкар"),
    }


LISTED = [
    Listed("100001", "Piekarz"),
    Listed("100002", "Pracownik utrzymania czystości"),
    Listed("100003", "Kelner"),
    Listed("100005", "drukarz"),
    Listed("100006", "Tokarz"),
]


def test_comparison_says_what_the_list_would_change(ours):
    result = compare(LISTED, "2023")

    assert [row.code for row in result.new] == ["100006"]
    assert [(former, row.code) for former, row in result.renamed] == [("Sprzątaczka biurowa", "100002")]
    assert [row.code for row in result.returning] == ["100003"]
    assert [row.code for row in result.retired] == ["100004"]
    assert [row.pk for row in result.superseded] == [ours["older"].pk]
    assert result.unchanged == 2
    assert Occupation.objects.count() == 5


def test_ukrainian_name_goes_over_to_a_new_edition_while_the_polish_one_stays(ours):
    OccupationFactory(code="100007", edition="2014", name_pl="Szklarz", name_uk="Скляр")

    result = compare([*LISTED, Listed("100007", "Szklarz budowlany")], "2023")

    names = {row.code: row.name_uk for row in result.created}
    assert names == {"100005": "Друкар", "100006": "", "100007": ""}
    assert ("Szklarz", "100007") in [(former, row.code) for former, row in result.renamed]


def test_replacing_offers_the_listed_occupations_and_keeps_the_others(ours):
    replace_occupations(listed=LISTED, edition="2023")

    offered = Occupation.objects.active().order_by("code")
    assert [(row.code, row.edition, row.name_pl) for row in offered] == [
        ("100001", "2023", "Piekarz"),
        ("100002", "2023", "Pracownik utrzymania czystości"),
        ("100003", "2023", "Kelner"),
        ("100005", "2023", "drukarz"),
        ("100006", "2023", "Tokarz"),
    ]
    assert not Occupation.objects.get(pk=ours["older"].pk).is_active
    assert Occupation.objects.get(code="100002").sort_pl > Occupation.objects.get(code="100001").sort_pl


def test_replacing_again_changes_nothing(ours):
    replace_occupations(listed=LISTED, edition="2023")

    assert replace_occupations(listed=LISTED, edition="2023").changes_nothing


def test_list_never_erases_a_ukrainian_name(ours):
    replace_occupations(listed=[Listed("100001", "Piekarz ręczny")], edition="2023")

    assert Occupation.objects.get(code="100001").name_uk == ours["same"].name_uk


@pytest.mark.django_db
def test_waiting_list_is_applied_once():
    by = UserFactory(role=Role.ADMINISTRATOR)
    waiting = receive_occupations(file=csv_upload(COOK), edition="2030", by=by)

    apply_occupations(waiting=waiting, by=by)
    Occupation.objects.filter(edition="2030").update(name_pl="Szef kuchni")
    again = apply_occupations(waiting=waiting, by=UserFactory())

    assert again.applied_by == by
    assert [row.name_pl for row in Occupation.objects.active()] == ["Szef kuchni"]


@pytest.mark.django_db
def test_bad_list_is_not_kept():
    with pytest.raises(BadList):
        receive_occupations(file=upload(b"x", "lista.csv"), edition="2030", by=UserFactory())

    assert not OccupationImport.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("options", "offered"), [((), 1), (("--dry-run",), 51)])
def test_command_loads_a_list(tmp_path, capsys, options, offered):
    (tmp_path / "kzis.csv").write_bytes(csv_bytes(COOK))

    call_command("import_occupations", tmp_path / "kzis.csv", "--edition", "2030", *options)

    assert Occupation.objects.active().count() == offered
    assert "0 new, 0 renamed, 0 offered again, 50 no longer offered, 1 unchanged" in capsys.readouterr().out


@pytest.mark.django_db
def test_command_says_why_it_stops(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_occupations", tmp_path / "none.csv", "--edition", "2030")

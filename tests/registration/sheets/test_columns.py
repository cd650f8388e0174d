"""What a heading speaks of, and what a cell may hold."""

from datetime import date

import pytest

from registration.sheets.columns import Reader, guessed, key_of
from registration.vocabulary import ContactLanguage, DatePrecision, NoPesel
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import PESEL

pytestmark = pytest.mark.django_db


def test_headings_are_recognised_in_polish_and_ukrainian_each_thing_once():
    assert guessed(["Lp.", " NAZWISKO ", "Imię:", "Nr telefonu", "Telefon"]) == [
        "", "surname", "given_names", "phone", "",
    ]  # fmt: skip
    assert guessed(["ПІБ", "Дата народження", "Примітки"]) == ["surname_first", "birth", "notes"]


def test_sheets_with_the_same_headings_share_a_key():
    assert key_of(["Nazwisko", "Imię"]) == key_of([" nazwisko", "IMIĘ "]) != key_of(["Imię", "Nazwisko"])


def read(**cells):
    reader = Reader(["surname", *cells])
    return reader.read(["Коваль", *cells.values()])


def test_a_surname_is_enough():
    assert read().values == {
        "surname_cyrillic": "Коваль", "surname_latin": "", "given_names_latin": "", "given_names_cyrillic": "",
        "no_pesel_reason": NoPesel.NOT_ASKED,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "cell", "values"),
    [
        ("pesel", f"{PESEL[:6]} {PESEL[6:]}", {"pesel": PESEL, "no_pesel_reason": ""}),
        ("pesel", "2211307585", None),
        ("birth", "03.1985", {"birth_date": date(1985, 3, 1), "birth_date_precision": DatePrecision.MONTH}),
        ("birth", "1985-03-12", {"birth_date": date(1985, 3, 12), "birth_date_precision": DatePrecision.DAY}),
        ("phone", "0505550123", {"phone": "+380505550123"}),
        ("phone", "41 555 01 22", {"phone": "+48415550122"}),
        ("email", "olga@example.org", {"email": "olga@example.org"}),
        ("contact_language", "Українська", {"contact_language": ContactLanguage.UKRAINIAN}),
        ("notes", "dwoje dzieci", {"notes": "dwoje dzieci"}),
        ("pesel", "85630112346", None),
        ("birth", "31.02.1985", None),
        ("birth", "01.01.2999", None),
        ("phone", "555", None),
        ("email", "olga", None),
        ("contact_language", "klingoński", None),
        ("place", "Nigdzie", None),
        ("accommodation", "Hotel Nigdzie", None),
        ("street_address", "x" * 201, None),
        ("notes", "=HYPERLINK(1)", None),
        ("given_names", "Irуna", None),
    ],
)
def test_a_cell_is_read_or_marked(key, cell, values):
    reading = read(**{key: cell})

    assert list(reading.problems) == ([] if values else ["1"])
    assert values is None or values.items() <= reading.values.items()


def test_sites_and_gminas_are_known_by_either_name():
    site = AccommodationFactory(name_pl="Hotel Próbny", name_uk="Готель Пробний")
    place = PlaceFactory(name_pl="Próbowo", name_uk="Прубово")

    assert read(accommodation="готель  пробний").values["place"] == site.place
    assert read(place="PRÓBOWO").values["place"] == place


@pytest.mark.parametrize(
    ("key", "cell", "names"),
    [
        ("surname_first", "Коваль Ірина Петрівна", ("Коваль", "Ірина Петрівна")),
        ("given_first", "Ірина Коваль", ("Коваль", "Ірина")),
        ("given_first", "Коваль", ("Коваль", "")),
    ],
)
def test_a_whole_name_is_split(key, cell, names):
    values = Reader([key]).read([cell]).values

    assert (values["surname_cyrillic"], values["given_names_cyrillic"]) == names


@pytest.mark.parametrize("cell", ["", "Ковaль", "123"])
def test_a_row_without_a_surname_is_marked_at_its_column(cell):
    assert list(Reader(["", "surname"]).read(["x", cell]).problems) == ["1"]

"""What stands in the printed papers, read back from the PDF."""

from xml.etree import ElementTree

import pytest

from tests.reference.factories import PlaceFactory
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.papers.factories import (
    application,
    made,
    reader_of,
    text_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return ClientFactory(
        surname_latin="Żółkewska",
        given_names_latin="Natalia",
        surname_cyrillic="Жовківська",
        given_names_cyrillic="Наталія",
        pesel=PESEL,
        no_pesel_reason="",
        phone="+48415550117",
        street_address="ul. Próbna 1",
        place=PlaceFactory(name_pl="Bodzentyn", name_uk="Бодзентин"),
        looks_for="praca przy szyciu",
    )


def test_print_says_the_data_in_both_languages(person):
    text = text_of(made(person, application()))

    for words in [
        "Natalia Żółkewska",
        "Наталія Жовківська",
        PESEL,
        "+48 41 555 01 17",
        "ul. Próbna 1, Bodzentyn",
        "ul. Próbna 1, Бодзентин",
        "Szukam pracy: praca przy szyciu.",
        "Шукаю роботу: praca przy szyciu.",
    ]:
        assert words in text


def test_print_is_tagged_for_screen_readers(person):
    root = reader_of(made(person)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "pl"
    described = ElementTree.fromstring(root["/Metadata"].get_data()).iter()
    assert any("pdfua" in key for node in described for key in node.attrib)


def test_empty_record_prints_lines_to_write_on():
    person = ClientFactory(phone="", given_names_latin="", surname_latin="", given_names_cyrillic="")

    text = text_of(made(person))

    assert "Шевченко" in text
    assert "Telefon" in text

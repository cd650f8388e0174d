import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translations.segmentation import join, split

# Letters, digits and everything an office types around them.
MESSY = st.text(alphabet='aĄżZ 8.,;:!?…-–•*»«+=>&"„”()/\\r\\n\\t\u00a0\u2028\x0b\x85ulgodzkat@ŁїЇ1\n\r\t')

OFFICE = tomllib.loads(Path(__file__).with_name("segmentation_texts.toml").read_text("utf-8"))["text"]


def texts(text: str) -> list[str]:
    return [piece.text for piece in split(text)]


@given(text=MESSY | st.text())
def test_joining_gives_back_the_text_to_the_byte(text):
    assert join(split(text)) == text


@given(text=MESSY | st.text())
@example(text="1 ;")
def test_only_a_text_without_words_has_a_piece_without_text(text):
    pieces = split(text)

    assert all(piece.text for piece in pieces) or len(pieces) == 1
    assert all(piece.text == piece.text.strip() for piece in pieces)


def test_an_empty_text_has_no_pieces():
    assert split("") == []
    assert texts("  \n") == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Praca od zaraz. Zapraszamy!", ["Praca od zaraz.", "Zapraszamy!"]),
        ("Masz czas? Zadzwoń… Czekamy.", ["Masz czas?", "Zadzwoń…", "Czekamy."]),
        ("Praca przy ul. Leśnej 1 w Kielcach.", ["Praca przy ul. Leśnej 1 w Kielcach."]),
        ("ul.Leśna 1, al. Szajnowicza, os. Zagórska", ["ul.Leśna 1, al. Szajnowicza, os. Zagórska"]),
        ("Od godz. 8.00 do 16.00.", ["Od godz. 8.00 do 16.00."]),
        ("Zmiana trwa 8 godz. Praca w nocy.", ["Zmiana trwa 8 godz.", "Praca w nocy."]),
        ("Umowa do 31.12.2026 r. Praca stała.", ["Umowa do 31.12.2026 r.", "Praca stała."]),
        ("Od 1.06.2026 r. do 31.12.2026 r.", ["Od 1.06.2026 r. do 31.12.2026 r."]),
        ("Płaca 31,40 zł. Premia.", ["Płaca 31,40 zł.", "Premia."]),
        ("Prawo jazdy kat. B. Własny samochód.", ["Prawo jazdy kat. B.", "Własny samochód."]),
        ("Wymagane np. Excel, m.in. Word, tel. 41 555 01 23", ["Wymagane np. Excel, m.in. Word, tel. 41 555 01 23"]),
        ("Firma J. Kowalski Sp. z o.o. Kielce", ["Firma J. Kowalski Sp. z o.o. Kielce"]),
        ("Utrzymanie porządku.Praca stała.", ["Utrzymanie porządku.", "Praca stała."]),
        ("Zgłoś się: Praca@Example.Org lub www.Example.Org", ["Zgłoś się: Praca@Example.Org lub www.Example.Org"]),
        ("Pakowanie; sortowanie; mycie.", ["Pakowanie", "sortowanie", "mycie."]),
        ("- pakowanie\r\n• sortowanie\n– mycie", ["pakowanie", "sortowanie", "mycie"]),
        ("1. pakowanie\n2) sortowanie\na) mycie", ["pakowanie", "sortowanie", "mycie"]),
        ("Praca w chłodni:\n-5 stopni", ["Praca w chłodni:", "-5 stopni"]),
        ("40 godzin. 8 miejsc.", ["40 godzin.", "8 miejsc."]),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_reader_would(text, expected):
    assert texts(text) == expected


def test_what_stands_around_a_sentence_is_kept_apart():
    first, second = split("  - pakowanie;\n\n• mycie  ")

    assert (first.before, first.text, first.after) == ("  - ", "pakowanie", "")
    assert (second.before, second.text, second.after) == (";\n\n• ", "mycie", "  ")


@pytest.mark.parametrize("line", OFFICE, ids=[line["name"] for line in OFFICE])
def test_the_abbreviations_and_bullets_of_offices_are_understood(line):
    assert texts(line["pl"]) == line["cuts"]
    assert join(split(line["pl"])) == line["pl"]

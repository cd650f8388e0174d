"""How a text is read before the rules: what hides words, missing diacritics, numbers in words, ends of clauses."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers.screening.clauses import clauses
from job_offers.screening.plain import plain
from job_offers.screening.screening import screen

ZERO_WIDTH, SOFT_HYPHEN = "\u200b", "\u00ad"


def pieces(text):
    return [piece for clause in clauses(text) for piece in clause]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Kоbiеtа do pakowania", "Kobieta do pakowania"),  # Cyrillic о, е, а
        ("Κobiety", "Kobiety"),  # Greek Κ
        ("Жiнка на касу", "Жінка на касу"),  # Latin i
        (f"ko{ZERO_WIDTH}bie{SOFT_HYPHEN}ty", "kobiety"),
        ("ＫＯＢＩＥＴＡ do 35 lat", "KOBIETA do 35 lat"),
        ("𝐤𝐨𝐛𝐢𝐞𝐭𝐚", "kobieta"),
        (unicodedata.normalize("NFD", "mężczyzna"), "mężczyzna"),
        ("k0b1eta", "kobieta"),
        ("tyIko panie", "tylko panie"),
        ("w i e k   d o   3 5   l a t , umowa", "wiek   do   35   lat , umowa"),
        ("M ę ż c z y z n a do prac", "Mężczyzna do prac"),
        ("k.o.b.i.e.t.a do kuchni", "kobieta do kuchni"),
        ("tel. 4 1 5 5 5 0 1", "tel. 4 1 5 5 5 0 1"),
        ("kat. B, C, E; m² i ½ etatu", "kat. B, C, E; m2 i 1⁄2 etatu"),
        ("Місто Kielce", "Місто Kielce"),
        ("ДQAж", "ДQAж"),  # no alphabet has all of these
    ],
)
def test_text_is_read_as_people_read_it(text, read):
    assert plain(text).text == read


@given(st.text(max_size=60) | st.text(alphabet="ko bieа\u200b\u0301ﬁＡ.35", max_size=40))
def test_every_letter_that_is_read_keeps_its_place(text):
    read = plain(text)

    assert len(read.text) == len(read.starts) == len(read.ends)
    assert list(read.starts) == sorted(read.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pilne! Ｔｙｌｋｏ ｐａｎｉｅ na kasę.", "Ｔｙｌｋｏ ｐａｎｉｅ"),
        (f"Pilne! Tyl{ZERO_WIDTH}ko pa{ZERO_WIDTH}nie na kasę.", f"Tyl{ZERO_WIDTH}ko pa{ZERO_WIDTH}nie"),
        ("Praca: w i e k  d o  3 5  l a t , zlecenie", "d o  3 5  l a t"),
        ("Biuro. Ukraincow nie zatrudniamy, dziekujemy.", "Ukraincow nie zatrudniamy"),
        (
            unicodedata.normalize("NFD", "Biuro. Tylko mężczyźni!"),
            unicodedata.normalize("NFD", "Tylko mężczyźni"),
        ),
    ],
)
def test_words_found_are_quoted_as_they_were_written(text, words):
    assert [hit.words for hit in screen(text)] == [words]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("mezczyzn", "mężczyzna"),
        ("CHLOPAKOW", "chłopak"),
        ("Ukraincow", "ukrainiec"),
        ("zycia", "życie"),
        ("niezgłaszanie", "nie-zgłaszać"),
        ("niezglaszanie", "nie-zgłaszać"),
        ("ukraińców", "ukrainiec"),
        ("Polski", "polska"),
    ],
)
def test_form_of_a_word_is_known_without_its_diacritics(word, form):
    assert form in pieces(word)[0].forms


def test_word_of_the_dictionary_is_not_taken_for_another():
    assert "łaska" not in pieces("laska")[0].forms
    assert "pracować" not in pieces("xqprace")[0].forms


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("trzydziestego roku", 30),
        ("trzydzieści pięć lat", 35),
        ("trzydziestego piątego roku", 35),
        ("сорок п'ять років", 45),
        ("dwadzieścia 5", 20),
        ("1995", 1995),
        ("41555", None),
        ("50+", 50),
    ],
)
def test_number_is_told_in_digits_and_in_words(text, number):
    assert pieces(text)[0].number == number


def test_number_of_two_words_is_quoted_whole():
    assert "do trzydziestego piątego roku" in [
        hit.words for hit in screen("Osoba do trzydziestego piątego roku życia")
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Poniżej 30. roku życia.", 1),
        ("Stawka 31. Wiek do 40 lat.", 2),
        ("Studenci? Nie tym razem.", 1),
        ("Czy masz doświadczenie w pracy na hali produkcyjnej? Zadzwoń.", 2),
        ("Zgodnie z art. 6 ustawy.", 1),
    ],
)
def test_clause_ends_where_its_sense_ends(text, count):
    assert len(list(clauses(text))) == count

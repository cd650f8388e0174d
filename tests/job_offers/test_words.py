"""Words in any form, in two alphabets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers import wishes, words


def asked(text):
    return wishes.read(text, {}).literal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kucharza", "kucharz"),
        ("sprzątaczki", "sprzątaczka"),
        ("chęcinach", "chęciny"),
        ("łagowie", "łagów"),
        ("checiny", "chęciny"),
        ("кухаря", "кухар"),
        ("водіїв", "водій"),
        ("прибиральниці", "прибиральниця"),
        ("хенцини", "хенціни"),
        ("сім’я", "сім'я"),
    ],
)
def test_forms_of_one_word_meet(one, other):
    assert words.forms(one) & words.forms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("kucharz", "spawacz"), ("кухар", "водій"), ("kierowca", "kierownik")]
)
def test_different_words_do_not_meet(one, other):
    assert not words.forms(one) & words.forms(other)


def test_split_knows_words_from_signs():
    assert words.split("Prawo jazdy kat. B+E, 3-zmianowa; сім’я (24/7)") == [
        *("prawo", "jazdy", "kat", "b", "e", "3", "zmianowa", "сім’я", "24", "7")
    ]


def test_noise_is_not_searched_for():
    assert words.meaningful("Шукаю роботу кухарем у Кельцях") == ["кухарем", "кельцях"]
    assert asked("praca od zaraz") == asked("zaraz")
    assert asked("робота") is None


def test_long_query_is_cut_to_a_few_words():
    assert asked("długopis " * 500).count(" & ") == 7


@given(st.text(max_size=60))
def test_folding_leaves_only_letters_and_digits_and_is_stable(text):
    folded = words.fold(text)

    assert not folded or folded.isalnum()
    assert words.fold(folded) == folded


@given(st.text(max_size=60))
def test_any_text_makes_a_query_of_quoted_words_only(text):
    literal = asked(text) or ""

    assert set(literal.split("'")[::2]) <= {"", "(", ")", ") & (", " | ", ":* | ", ":*)", ":*) & ("}

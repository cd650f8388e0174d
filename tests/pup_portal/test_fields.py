from hypothesis import given
from hypothesis import strategies as st

from pup_portal.fields import sort_key

POLISH = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


def test_names_are_ordered_by_the_polish_alphabet():
    names = ["Żak", "Łoś", "Lis", "Zając", "Źrebak", "Ćwik", "Czyż", "Ósmy", "Nowak", "ł"]

    assert sorted(names, key=sort_key) == [
        "Czyż",
        "Ćwik",
        "Lis",
        "ł",
        "Łoś",
        "Nowak",
        "Ósmy",
        "Zając",
        "Źrebak",
        "Żak",
    ]


def test_names_are_ordered_by_the_ukrainian_alphabet():
    names = ["Їжак", "Іваненко", "Ґудзь", "Гнатюк", "Єрмак", "Ємець", "Яценко", "Шевченко"]

    assert sorted(names, key=sort_key) == [
        "Гнатюк",
        "Ґудзь",
        "Ємець",
        "Єрмак",
        "Іваненко",
        "Їжак",
        "Шевченко",
        "Яценко",
    ]


def test_words_count_before_letters_and_apostrophes_not_at_all():
    names = ["Kowalska", "Kowal-Lis", "Kowal Adam", "Kowal"]

    assert sorted(names, key=sort_key) == ["Kowal", "Kowal Adam", "Kowal-Lis", "Kowalska"]
    assert sort_key("Мар’яна") == sort_key("Мар'яна") == sort_key("Маряна")


def test_polish_comes_before_ukrainian_and_unknown_letters_last():
    assert sort_key("Żyła") < sort_key("Антонюк") < sort_key("Ωmega") < sort_key("東")


@given(st.text(alphabet=POLISH + UKRAINIAN), st.text(alphabet=POLISH + UKRAINIAN))
def test_order_is_that_of_the_alphabets(one, other):
    places = (POLISH + UKRAINIAN).index

    expected = [places(letter) for letter in one] < [places(letter) for letter in other]

    assert (sort_key(one) < sort_key(other)) is expected


@given(st.text())
def test_case_does_not_count(text):
    assert sort_key(text.casefold()) == sort_key(text)

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.mentions import Kind, mentions, normalised


def facts(text: str) -> list[tuple[str, str]]:
    return [(mention.kind.value, mention.value) for mention in mentions(normalised(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4806 zł", "4806"),
        ("4 806 zł", "4806"),
        ("4\N{NO-BREAK SPACE}806,50\N{NO-BREAK SPACE}zł", "4806.5"),
        ("4\N{THIN SPACE}806,50 злотого", "4806.5"),
        ("4\N{NARROW NO-BREAK SPACE}806 PLN", "4806"),
        ("4.806,50 zł", "4806.5"),
        ("31.40 zł", "31.4"),
        ("1500,- od ręki", "1500"),
        ("2 tys. zł", "2000"),
        ("2,5 тис. злотих", "2500"),
        ("500 euro", "500"),
        ("1 234 567 зл", "1234567"),
    ],
)
def test_an_amount_has_one_value_however_it_is_written(text, value):
    assert facts(text) == [("money", value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("od 4 806 do 5 200,50 zł", ["4806", "5200.5"]),
        ("23.50-24.30 zł", ["23.5", "24.3"]),
        ("4806–5200 злотих", ["4806", "5200"]),
    ],
)
def test_both_ends_of_a_range_are_amounts(text, values):
    assert facts(text) == [("money", value) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("8:00-16:00", ["8", "16"]),
        ("8.00-16.30", ["8", "16:30"]),
        ("w godz. 7⁰⁰–15³⁰", ["7", "15:30"]),
        ("o 22.45", ["22:45"]),
    ],
)
def test_an_hour_has_one_value_however_it_is_written(text, values):
    assert facts(text) == [("time", value) for value in values]


@pytest.mark.parametrize(
    "text",
    ["1 czerwca 2026 r.", "01.06.2026", "1.6.26", "2026-06-01", "1/06/2026", "1 червня 2026 року", "01-06-2026"],
)  # fmt: skip
def test_a_day_has_one_value_however_it_is_written(text):
    assert facts(text) == [("date", "2026-06-01")]


def test_a_day_without_a_year_and_a_month_with_one():
    assert facts("do 1 września, od maja 2026") == [("date", "-09-01"), ("date", "2026-05-00")]


@pytest.mark.parametrize("text", ["mają", "2 majstrów", "marka", "31.13.2026", "lipa", "липа"])
def test_what_only_looks_like_a_date_is_none(text):
    assert "date" not in dict(facts(text))


@pytest.mark.parametrize(
    "text",
    ["41 555 01 23", "+48 41 555 01 23", "+48415550123", "0048 41 555 01 23", "(41) 555-01-23", "415550123",
     "41\N{NON-BREAKING HYPHEN}555\N{NON-BREAKING HYPHEN}01\N{NON-BREAKING HYPHEN}23", "415 550 123"],
)  # fmt: skip
def test_a_phone_has_one_value_however_it_is_written(text):
    assert facts(text) == [("phone", "415550123")]


def test_a_ukrainian_phone_keeps_its_country():
    assert facts("+380 50 555 01 23") == [("phone", "380505550123")]


def test_too_many_digits_are_no_phone():
    assert facts("+1234567890123456") != [("phone", "1234567890123456")]


def test_a_large_amount_is_not_a_phone():
    assert facts("600 000 000 zł") == [("money", "600000000")]


def test_addresses_of_the_net():
    assert facts("Praca@Example.org, https://www.Example.org/oferty/, oferty.praca.gov.pl.") == [
        ("email", "praca@example.org"),
        ("url", "example.org/oferty"),
        ("url", "oferty.praca.gov.pl"),
    ]


def test_tax_levels_and_shares_of_a_post():
    assert facts("brutto, „na rękę”, нетто") == [("tax", "gross"), ("tax", "net"), ("tax", "net")]
    assert facts("język polski A2, мова А2") == [("level", "A2"), ("level", "A2")]
    assert facts("½ etatu, 3/4 ставки, 0,5 etatu, 9/2 etatu")[:3] == [
        ("share", "0.5"),
        ("share", "0.75"),
        ("share", "0.5"),
    ]


def test_what_only_looks_like_an_hour_is_a_number():
    assert facts("45:70") == [("number", "45"), ("number", "70")]


def test_numbers_in_words():
    words = mentions(normalised("dwie zmiany, п’ять днів, praca trzyzmianowa, пів години"))

    assert [(mention.value, mention.is_word) for mention in words] == [
        ("2", True),
        ("5", True),
        ("3", True),
        ("0.5", True),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dwadzieścia pięć miejsc", "25"),
        ("двадцяти п’яти місць", "25"),
        ("sto dwadzieścia osób", "120"),
        ("дві тисячі", "2000"),
        ("dwanaście", "12"),
        ("troje", "3"),
        ("тримісячний", "3"),
        ("w czterobrygadowym", "4"),
        ("pełny etat", "1"),
        ("повну ставку", "1"),
        ("1/1 etatu", "1"),
        ("чверть ставки", "0.25"),
        ("100 tysięcy", "100000"),
        ("30 тис. м²", "30000"),
    ],
)
def test_a_number_has_one_value_in_words_and_in_thousands(text, value):
    assert [mention.value for mention in mentions(normalised(text))] == [value]


def test_both_ends_of_a_range_are_thousands():
    assert facts("7-9 tys. brutto, od 5 do 6 tys. zł") == [
        ("number", "7000"), ("number", "9000"), ("tax", "gross"), ("number", "5000"), ("money", "6000"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pl", "uk"),
    [
        ("przy ul. Warszawskiej 26", "за адресою ul. Warszawska 26"),
        ("na ulicy Leśnej 5a/2", "вул. Leśna 5A/2"),
        ("os. Na Stoku 75", "ос. Na Stoku 75"),
        ("ul. 1 Maja 103", "ul. 1 Maja 103"),
    ],
)
def test_a_street_is_the_same_in_every_case(pl, uk):
    (polish,), (ukrainian,) = facts(pl), facts(uk)

    assert polish == ukrainian
    assert polish[0] == "address"


def test_a_street_ends_where_the_sentence_goes_on():
    assert facts("z pętli przy ul. Żniwnej o 5:05") == [("address", "żniwn"), ("time", "5:05")]
    assert facts("od 95-130 zł, 25-511 Kielce") == [("money", "95"), ("money", "130"), ("postcode", "25-511")]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("umowa o pracę na czas nieokreślony", "contract", ["employment", "indefinite"]),
        ("Договір доручення, потім трудовий договір на визначений час", "contract", ["mandate", "employment", "fixed-term"]),
        ("um. zlecenie, UoP albo B2B", "contract", ["mandate", "employment", "business"]),
        ("строковий, а не безстроковий договір підряду", "contract", ["fixed-term", "indefinite", "specific-work"]),
        ("31,40 zł brutto/h, 5000 miesięcznie", "per", ["hour", "month"]),
        ("за годину, на місяць, щодня, за штуку", "per", ["hour", "month", "day", "piece"]),
        ("pn.-pt., w sobotę", "weekday", ["1", "5", "6"]),
        ("з понеділка до п’ятниці, сб", "weekday", ["1", "5", "6"]),
        ("prawo jazdy kat. C+E i B", "licence", ["B C+E"]),
        ("категорії В та С+Е", "licence", ["B C+E"]),
        ("kierowca C+E, посвідчення водія (B)", "licence", ["C+E", "B"]),
        ("26 kierowców, для 26 водіїв", "licence", []),
    ],
)  # fmt: skip
def test_facts_said_in_words(text, kind, values):
    assert [value for found, value in facts(text) if found == kind] == values


def test_the_exponent_of_a_unit_is_no_number():
    assert facts("640 m2, 45 м², 12 m³") == [("number", "640"), ("number", "45"), ("number", "12")]


@pytest.mark.parametrize(
    ("text", "currency"),
    [("5 zł", "PLN"), ("5 злотих", "PLN"), ("5 tys. PLN", "PLN"), ("5 євро", "EUR"), ("5 $", "USD"), ("5 грн", "UAH"), ("5", "")],
)  # fmt: skip
def test_the_currency_of_an_amount(text, currency):
    assert mentions(text)[0].currency == currency


@given(text=st.text() | st.text(alphabet="0123456789 .,:-/zł+od()@pl⁰"))
def test_mentions_are_in_order_and_never_overlap(text):
    found = mentions(text)

    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(amount=st.decimals(0, 10**7, places=2))
def test_an_amount_means_the_same_in_both_languages(amount):
    grouped = f"{amount:,}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    polish, ukrainian = facts(f"{grouped} zł"), facts(f"{amount} злотих".replace(".", ","))

    assert polish == ukrainian
    assert polish[0][0] == Kind.MONEY


def test_decomposed_letters_are_read_as_composed():
    assert facts(unicodedata.normalize("NFD", "1 września 2026, дев’ять")) == [
        ("date", "2026-09-01"),
        ("number", "9"),
    ]

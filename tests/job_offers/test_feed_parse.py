from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers import feed_parse
from job_offers.feed_parse import LanguageNeed, Pay

NBSP, NARROW = "\u00a0", "\u202f"
MONTHLY, HOURLY = "Czasowy ze stawką miesięczną", "Czasowy ze stawką godzinową"


@pytest.mark.parametrize(
    ("text", "system", "expected"),
    [
        ("od 4 806 PLN", MONTHLY, Pay(Decimal(4806), None, "month")),
        (f"od{NBSP}4{NBSP}806{NBSP}PLN", MONTHLY, Pay(Decimal(4806), None, "month")),
        (f"4{NARROW}806,50 - 5{NARROW}200 PLN", MONTHLY, Pay(Decimal("4806.50"), Decimal(5200), "month")),
        ("2 300 – 3 800 PLN", MONTHLY, Pay(Decimal(2300), Decimal(3800), "month")),
        ("do 3 800 PLN", MONTHLY, Pay(None, Decimal(3800), "month")),
        ("31,40 - 35 PLN/godz", MONTHLY, Pay(Decimal("31.40"), Decimal(35), "hour")),
        ("31,40 zł/godz.", "", Pay(Decimal("31.40"), Decimal("31.40"), "hour")),
        ("4.806,00 PLN", MONTHLY, Pay(Decimal(4806), Decimal(4806), "month")),
        ("5000 PLN brutto / mies.", "", Pay(Decimal(5000), Decimal(5000), "month")),
        ("4806 PLN", "", Pay(Decimal(4806), Decimal(4806), "")),
        ("35 PLN", HOURLY, Pay(Decimal(35), Decimal(35), "hour")),
        ("od 5000 do 6000 zł", MONTHLY, Pay(Decimal(5000), Decimal(6000), "month")),
    ],
)
def test_pay_is_read(text, system, expected):
    assert feed_parse.pay(text, system) == expected


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("do uzgodnienia", MONTHLY),
        ("", MONTHLY),
        ("od 4 806 PLN + premia", MONTHLY),
        ("5 200 - 4 806 PLN", MONTHLY),
        ("4 806 PLN/godz", HOURLY),
        ("31,40 PLN", MONTHLY),
        ("48 06 PLN", MONTHLY),
        ("1e5 PLN", MONTHLY),
    ],
)
def test_pay_that_is_not_certain_is_left_to_a_person(text, system):
    assert feed_parse.pay(text, system) is None


@given(st.decimals(min_value=1000, max_value=99999, places=2), st.sampled_from([" ", NBSP, NARROW, "."]))
def test_pay_survives_every_way_of_writing_thousands(amount, separator):
    written = f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", separator)

    read = feed_parse.pay(f"{written} PLN", MONTHLY)

    assert read == Pay(amount, amount, "month")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text):
    feed_parse.pay(text, text)
    feed_parse.day(text)
    feed_parse.seniority(text)
    feed_parse.language(text)
    feed_parse.driving_licences(text)
    feed_parse.occupation_code(text)


@pytest.mark.parametrize(
    ("text", "months"),
    [("lata: 1, miesiące: 11", 23), ("lata: 2", 24), ("miesiące: 6", 6), ("", None), ("rok", 12)],
)
def test_seniority_in_months(text, months):
    assert feed_parse.seniority(text) == months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("polski, w mowie - A1 - początkujący, w piśmie - A2 - niższy", LanguageNeed("polski", "A1", "A2")),
        ("ukraiński, w mowie - B1 - średnio zaawansowany", LanguageNeed("ukraiński", "B1", "")),
        ("polski, w mowie - dobry, w piśmie - słaby", LanguageNeed("polski", "good", "poor")),
        ("Angielski", LanguageNeed("angielski", "", "")),
        ("mile widziany polski; angielski", None),
    ],
)
def test_language_with_levels(text, expected):
    assert feed_parse.language(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("prawo jazdy kat. B", ["B"]),
        ("Prawo jazdy kategorii B", ["B"]),
        ("PRAWO JAZDY KAT.C+E", ["CE"]),
        ("prawo jazdy kat. B, C", ["B", "C"]),
        ("prawo jazdy kat. B i C+E", ["B", "CE"]),
        ("prawo jazdy", []),
        ("uprawnienia SEP", []),
    ],
)
def test_driving_licences(text, kinds):
    assert feed_parse.driving_licences(text) == kinds


@pytest.mark.parametrize(
    ("text", "expected"), [("01.06.2026", date(2026, 6, 1)), ("31.02.2026", None), ("2026-06-01", None)]
)
def test_day(text, expected):
    assert feed_parse.day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("RPd057|522301", "522301"), ("932101", "932101"), ("RPd057|5223", ""), ("", "")]
)
def test_occupation_code(text, expected):
    assert feed_parse.occupation_code(text) == expected

"""Pay, hours, licences, phones, seniority and languages in the spellings that employers and offices use."""

from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers import feed_parse
from job_offers.feed_parse import LanguageNeed, Pay

MONTHLY, HOURLY = "Czasowy ze stawką miesięczną", "Czasowy ze stawką godzinową"
NBSP, NARROW = "\u00a0", "\u202f"


def month(low, high=None, *, is_gross=True):
    return Pay(low and Decimal(low), high and Decimal(high), "month", is_gross)


def hour(low, high=None, *, is_gross=True):
    return Pay(Decimal(low), high and Decimal(high), "hour", is_gross)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4806zł", month("4806", "4806")),
        ("4 806,- zł", month("4806", "4806")),
        ("4806,- brutto", month("4806", "4806")),
        ("4 806,00 zł brutto", month("4806", "4806")),
        ("4806 złotych brutto miesięcznie", month("4806", "4806")),
        ("4806 zł/m-c", month("4806", "4806")),
        ("4806 zł / mc brutto", month("4806", "4806")),
        ("4806 zł brutto na miesiąc", month("4806", "4806")),
        ("4806 zł/msc", month("4806", "4806")),
        ("min. 4806 zł", month("4806")),
        ("minimum 4806 zł brutto", month("4806")),
        ("co najmniej 4806 PLN", month("4806")),
        ("nie mniej niż 4 806 zł", month("4806")),
        ("powyżej 5000 zł", month("5000")),
        ("max. 6000 zł", month(None, "6000")),
        ("maks 6000 zł", month(None, "6000")),
        ("maksymalnie 6000 zł", month(None, "6000")),
        ("4806 zł - 5500 zł", month("4806", "5500")),
        ("4806-5500 zł/mies.", month("4806", "5500")),
        ("4806 PLN brutto – 5500 PLN brutto", month("4806", "5500")),
        ("od 4806 zł do 5500 zł brutto", month("4806", "5500")),
        ("5-6 tys. zł", month("5000", "6000")),
        ("5,5 tys. zł brutto", month("5500", "5500")),
        ("Wynagrodzenie: 4806 zł brutto", month("4806", "4806")),
        ("wynagrodzenie zasadnicze brutto 4806 zł", month("4806", "4806")),
        ("Płaca 4806 zł.", month("4806", "4806")),
        ("4000 zł netto", month("4000", "4000", is_gross=False)),
        ("od 25 zł/h netto", hour("25", is_gross=False)),
        ("31,40 zł/h", hour("31.40", "31.40")),
        ("31.40/h", hour("31.40", "31.40")),
        ("31,40 zł/godzinę brutto", hour("31.40", "31.40")),
        ("31,40 zł brutto/godz.", hour("31.40", "31.40")),
        ("31,40 zł za godzinę", hour("31.40", "31.40")),
        ("31,40 zł na godzinę", hour("31.40", "31.40")),
        ("31,40 zł / 1 godz.", hour("31.40", "31.40")),
        ("31,40 zł/rbh", hour("31.40", "31.40")),
        ("stawka godzinowa: 31,40 zł brutto", hour("31.40", "31.40")),
        (f"31,40{NBSP}zł/h{NARROW}-{NBSP}35{NBSP}zł/h", hour("31.40", "35")),
        ("31,40-35,00 zł/h", hour("31.40", "35")),
    ],
)
def test_pay(text, expected):
    assert feed_parse.pay(text, MONTHLY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ok. 5000 zł",
        "5000 zł + premia",
        "najniższa krajowa",
        "wg stawek ministerialnych",
        "4806 zł brutto (3606 zł netto)",
        "4806 zł brutto 3606 zł netto",
        "31,40 zł/h, ok. 5000 zł/mies.",
        "31,40 zł/h miesięcznie",
        "4806 PLN/godz",
        "5000 EUR",
        "5000 brutto netto",
        "31,40 zł/dzień",
        "od do 5000 zł",
        "20 % prowizji",
    ],
)
def test_pay_that_is_left_to_a_person(text):
    assert feed_parse.pay(text, MONTHLY) is None


@given(
    st.integers(600, 60000),
    st.sampled_from([" zł", "zł brutto", " PLN", ",- zł", f"{NBSP}zł/mies.", " zł m-c"]),
    st.sampled_from(["", "od ", "min. ", "wynagrodzenie "]),
)
def test_amount_survives_every_dress(amount, sign, lead):
    read = feed_parse.pay(f"{lead}{amount}{sign}", MONTHLY)

    assert read is not None
    assert (read.low, read.unit) == (Decimal(amount), "month")


@given(st.decimals(25, 99, places=2), st.sampled_from(["zł/h", "zł/godz", "PLN / godz.", "zł za godzinę"]))
def test_pay_of_an_hour_is_never_read_as_pay_of_a_month(amount, sign):
    assert feed_parse.pay(f"{str(amount).replace('.', ',')} {sign}", MONTHLY).unit == "hour"


B = ["B"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        *((text, B) for text in (
            "prawo jazdy kat. B", "prawo jazdy kat B", "prawo jazdy kat.B", "prawo jazdy kategorii B",
            "prawo jazdy kategoria B", "prawo jazdy kategorię B", "Prawo Jazdy Kat. B", "PRAWO JAZDY KAT. B",
            "PRAWO JAZDY B", "prawo jazdy B", "prawo jazdy \"B\"", "prawo jazdy „B”", "prawo jazdy (B)",
            "prawo jazdy - B", "prawo jazdy: B", "prawo jazdy kat: B", "prawo jazdy kat. „B”",
            "prawo jazdy kat. 'B'", "prawo jazdy kat. B.", "prawo jazdy kat. b", "prawo jazdy kategorii b",
            "prawo  jazdy  kat.  B", f"prawo{NBSP}jazdy{NBSP}kat.{NBSP}B", "prawojazdy kat. B",
            "pr. jazdy kat. B", "pr.jazdy kat.B", "praw. jazdy kat. B", "prawko kat. B", "prawko B",
            "prawa jazdy kat. B", "posiadanie prawa jazdy kat. B", "posiadane prawo jazdy kat. B",
            "czynne prawo jazdy kat. B", "aktualne prawo jazdy kat. B", "ważne prawo jazdy kategorii B",
            "wymagane prawo jazdy kat. B", "prawo jazdy czynne kat. B", "prawo jazdy samochodowe kat. B",
            "prawo jazdy na samochód osobowy kat. B", "prawo jazdy typu B", "prawo jazdy klasy B",
            "prawo jazdy, kat. B", "prawo jazdy kat.- B", "prawo jazdy kat. (B)", "prawo jazdy kat.: B",
            "kat. B prawo jazdy", "kategoria B prawa jazdy", "kat. B - prawo jazdy", "prawo jazdy kat.. B",
            "prawem jazdy kat. B", "- prawo jazdy kat. B", "prawo jazdy kat. B;",
        )),
        ("prawo jazdy kat. B+E", ["BE"]),
        ("prawo jazdy kat. B + E", ["BE"]),
        ("prawo jazdy kat. C + E", ["CE"]),
        ("prawo jazdy kat. CE", ["CE"]),
        ("prawo jazdy kat. B, C i C+E", ["B", "C", "CE"]),
        ("prawo jazdy kat. B/C", ["B", "C"]),
        ("prawo jazdy kat. B oraz kat. T", ["B", "T"]),
        ("prawo jazdy kat. B, B", ["B"]),
        ("prawo jazdy kat. B i obsługa komputera", ["B"]),
    ],
)  # fmt: skip
def test_driving_licences(text, kinds):
    assert feed_parse.driving_licences(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "prawo jazdy",
        "prawo jazdy a także SEP",
        "prawo jazdy kat. B mile widziane",
        "mile widziane prawo jazdy kat. B",
        "prawo jazdy kat. B nie jest wymagane",
        "prawo jazdy kat. B lub C",
        "prawo jazdy kat. B albo T",
        "bez prawa jazdy kat. B",
        "prawo jazdy kat. X",
        "prawo jazdy kat. B-2",
        "uprawnienia SEP grupa B",
        "prawo wykonywania zawodu",
    ],
)
def test_licence_that_is_not_certainly_required_is_left_to_a_person(text):
    assert feed_parse.driving_licences(text) == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("prawo jazdy kat. B", ""),
        ("prawo jazdy kat. B, uprawnienia SEP", ", uprawnienia SEP"),
        ("uprawnienia SEP", "uprawnienia SEP"),
    ],
)
def test_what_stands_beside_a_licence_is_not_lost(text, rest):
    assert feed_parse.beyond_licence(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "41 555 01 23", "41-555-01-23", "415550123", "(41) 555 01 23", "(41) 555-01-23", "41/555-01-23",
        "41.555.01.23", "041 555 01 23", "0-41 555-01-23", "0 41 5550123", "(0-41) 555 01 23",
        "+48 41 555 01 23", "+48415550123", "+48 (41) 555-01-23", "0048 41 555 01 23", "48 41 555 01 23",
        "+48 041 555 01 23", "tel. 41 555 01 23", "tel: 41 555 01 23", "telefon 41 555 01 23",
        "tel.kom. 415550123", "nr tel. 41 555 01 23", f"41{NBSP}555{NBSP}01{NBSP}23", "41 – 555 – 01 – 23",
    ],
)  # fmt: skip
def test_phone(text):
    assert feed_parse.phone(text) == "+48415550123"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+380 50 555 01 23", "+380505550123"),
        ("00380 50 555 01 23", "+380505550123"),
        ("41 555 01 23 w. 12", ""),
        ("41 555 01 23, 41 555 01 24", ""),
        ("41 555 01 23 (Anna)", ""),
        ("555 01 23", ""),
        ("+48 41 555", ""),
        ("+12", ""),
        ("praca@example.org", ""),
        ("", ""),
    ],
)
def test_phone_that_is_not_certain(text, expected):
    assert feed_parse.phone(text) == expected


@given(st.from_regex(r"[1-9][0-9]{8}", fullmatch=True), st.lists(st.sampled_from("  -./"), max_size=8))
def test_separators_never_change_a_number(digits, signs):
    text = digits
    for place, sign in enumerate(signs, start=1):
        text = text[: place * 2 - 1] + sign + text[place * 2 - 1 :]

    assert feed_parse.phone(text) == f"+48{digits}"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1 rok", 12), ("rok", 12), ("roczne", 12), ("2 lata", 24), ("5 lat", 60), ("min. 2 lata", 24),
        ("minimum 1 rok", 12), ("co najmniej 3 lata", 36), ("przynajmniej 2 lata doświadczenia", 24),
        ("6 miesięcy", 6), ("6 m-cy", 6), ("3 mies.", 3), ("pół roku", 6), ("1,5 roku", 18), ("2-letnie", 24),
        ("2 lata i 3 miesiące", 27), ("lata: 0, miesiące: 6", 6), ("brak", 0), ("nie wymagane", 0),
        ("niewymagane", 0), ("0", 0), ("bez doświadczenia", 0), ("brak wymagań", 0),
        ("2-3 lata", None), ("kilka lat", None), ("doświadczenie mile widziane", None), ("5", None),
    ],
)  # fmt: skip
def test_seniority(text, months):
    assert feed_parse.seniority(text) == months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("polski, w mowie - dobry, w piśmie - słaby", LanguageNeed("polski", "good", "poor")),
        ("polski, w mowie - bardzo dobry", LanguageNeed("polski", "very_good", "")),
        ("ukraiński, w mowie - przeciętny", LanguageNeed("ukraiński", "average", "")),
        ("język angielski B2", LanguageNeed("angielski", "B2", "")),
        ("j. polski - poziom B1", LanguageNeed("polski", "B1", "")),
        ("angielski (a2)", LanguageNeed("angielski", "A2", "")),
        (
            f"polski,{NBSP}w mowie{NBSP}- B1 - średnio zaawansowany",
            LanguageNeed("polski", "B1", ""),
        ),
        ("polski komunikatywny", None),
        ("bardzo dobry polski", None),
        ("angielski lub niemiecki", None),
    ],
)
def test_language(text, expected):
    assert feed_parse.language(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, (time(7), time(15))) for text in (
            "7-15", "7:00-15:00", "7.00 – 15.00", "od 7 do 15", "od 7.00 do 15.00", "godz. 7-15",
            "w godz. 7:00-15:00", "w godzinach od 7 do 15", "praca w godz. 7-15", "07:00 - 15:00.",
        )),
        ("22:00-6:00", (time(22), time(6))),
        ("16-24", (time(16), time(0))),
        ("7:30-15:30", (time(7, 30), time(15, 30))),
        ("6-14, 14-22", None),
        ("7-25", None),
        ("7:70-15", None),
        ("8-8", None),
        ("równoważny", None),
        ("", None),
    ],
)  # fmt: skip
def test_hours_of_the_day(text, expected):
    assert feed_parse.day_hours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pełny etat", "1"), ("Pełen etat", "1"), ("1/2 etatu", "0.5"), ("½ etatu", "0.5"),
        ("pół etatu", "0.5"), ("3/4 etatu", "0.75"), ("7/8", "0.875"), ("0,75", "0.75"), ("0.5 etatu", "0.5"),
        ("1", "1"), ("¼ etatu", "0.25"), ("3/2 etatu", None), ("1/0", None), ("0", None), ("półtora", None),
    ],
)  # fmt: skip
def test_part_of_full_time(text, expected):
    assert feed_parse.part_of_full_time(text) == (expected and Decimal(expected))


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text):
    feed_parse.pay(text, text)
    feed_parse.seniority(text)
    feed_parse.language(text)
    feed_parse.driving_licences(text)
    feed_parse.beyond_licence(text)
    feed_parse.phone(text)
    feed_parse.day_hours(text)
    feed_parse.part_of_full_time(text)

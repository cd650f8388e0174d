from datetime import date, time
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from translations import coded
from translations.coded import PayUnit


def plain(text: str) -> str:
    return text.replace(coded.NBSP, " ")


@pytest.mark.parametrize(
    ("value", "pl", "uk", "en"),
    [
        (1, "1 miejsce", "1 місце", "1 post"),
        (2, "2 miejsca", "2 місця", "2 posts"),
        (5, "5 miejsc", "5 місць", "5 posts"),
        (12, "12 miejsc", "12 місць", "12 posts"),
        (21, "21 miejsc", "21 місце", "21 posts"),
        (22, "22 miejsca", "22 місця", "22 posts"),
        (111, "111 miejsc", "111 місць", "111 posts"),
        (1000, "1 000 miejsc", "1 000 місць", "1,000 posts"),
    ],
)
def test_posts_are_counted_with_the_right_form(value, pl, uk, en):
    assert [plain(coded.posts(value, language)) for language in ("pl", "uk", "en")] == [pl, uk, en]


@pytest.mark.parametrize(
    ("value", "pl", "uk", "en"),
    [
        (1, "1 zł", "1 злотий", "PLN 1"),
        (4802, "4 802 zł", "4 802 злоті", "PLN 4,802"),
        (4806, "4 806 zł", "4 806 злотих", "PLN 4,806"),
        (Decimal("4806.00"), "4 806 zł", "4 806 злотих", "PLN 4,806"),
        (Decimal("4806.5"), "4 806,50 zł", "4 806,50 злотого", "PLN 4,806.50"),
        (Decimal("31.40"), "31,40 zł", "31,40 злотого", "PLN 31.40"),
        (1_234_567, "1 234 567 zł", "1 234 567 злотих", "PLN 1,234,567"),
    ],
)
def test_money_keeps_grosze_and_declines_the_zloty(value, pl, uk, en):
    assert [plain(coded.money(value, language)) for language in ("pl", "uk", "en")] == [pl, uk, en]


def test_money_in_another_currency_shows_its_code():
    assert plain(coded.money(Decimal("12.5"), "uk", currency="EUR")) == "12,50 EUR"


def test_an_amount_never_breaks_at_the_end_of_a_line():
    assert " " not in coded.money(Decimal("4806.50"), "uk")


@pytest.mark.parametrize(
    ("low", "high", "unit", "is_gross", "pl", "uk"),
    [
        (
            4806,
            5200,
            PayUnit.MONTH,
            True,
            "od 4 806 do 5 200 zł miesięcznie (brutto)",
            "від 4 806 до 5 200 злотих на місяць (брутто)",
        ),
        (Decimal("31.40"), Decimal("31.40"), PayUnit.HOUR, True, "31,40 zł za godzinę (brutto)", "31,40 злотого за годину (брутто)"),
        (4801, None, PayUnit.MONTH, None, "od 4 801 zł miesięcznie", "від 4 801 злотого на місяць"),
        (None, 202, PayUnit.DAY, False, "do 202 zł za dzień (netto, „na rękę”)", "до 202 злотих за день (нетто, «на руки»)"),
        (4801, 4801, PayUnit.MONTH, None, "4 801 zł miesięcznie", "4 801 злотий на місяць"),
        (0, 100, PayUnit.WEEK, None, "od 0 do 100 zł tygodniowo", "від 0 до 100 злотих на тиждень"),
        (None, None, PayUnit.YEAR, True, "", ""),
    ],
)  # fmt: skip
def test_pay_reads_as_one_phrase(low, high, unit, is_gross, pl, uk):
    said = [plain(coded.pay(low, high, unit, language, is_gross=is_gross)) for language in ("pl", "uk")]

    assert said == [pl, uk]


def test_pay_per_piece_and_in_english():
    assert plain(coded.pay(2, 3, PayUnit.PIECE, "uk")) == "від 2 до 3 злотих за штуку"
    assert (
        plain(coded.pay(2, 3, PayUnit.PIECE, "en", is_gross=True)) == "from PLN 2 to PLN 3 per piece (gross)"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [("pl", "1 czerwca 2026 r."), ("uk", "1 червня 2026 року"), ("en", "1 June 2026")],
)
def test_a_day_is_written_with_the_month_in_the_right_case(language, expected):
    assert plain(coded.day(date(2026, 6, 1), language)) == expected


def test_every_month_has_its_name_in_every_language():
    names = {
        language: [plain(coded.day(date(2026, month, 1), language)).split()[1] for month in range(1, 13)]
        for language in ("pl", "uk", "en")
    }

    assert [len(set(months)) for months in names.values()] == [12, 12, 12]
    assert (names["pl"][1], names["uk"][1], names["uk"][10]) == ("lutego", "лютого", "листопада")


def test_hours_of_work():
    assert plain(coded.hours_between(time(8), time(16, 5), "uk")) == "з 8:00 до 16:05"
    assert plain(coded.hours_between(time(22), time(6), "pl")) == "od 22:00 do 6:00"
    assert plain(coded.hours_per_week(40, "pl")) == "40 godzin tygodniowo"
    assert plain(coded.hours_per_week(Decimal("37.5"), "uk")) == "37,5 години на тиждень"
    assert plain(coded.hours_per_week(21, "uk")) == "21 година на тиждень"


@pytest.mark.parametrize(
    ("e164", "shown"),
    [("+48415550123", "+48 41 555 01 23"), ("+380505550123", "+380 50 555 0123")],
)
def test_a_phone_is_shown_with_its_country(e164, shown):
    assert plain(coded.phone(e164)) == shown


@pytest.mark.parametrize(
    ("km", "uk", "pl"),
    [
        (Decimal("0.83"), "850 м", "850 m"),
        (Decimal("0.99"), "1 км", "1 km"),
        (Decimal("3.46"), "3,5 км", "3,5 km"),
        (12, "12 км", "12 km"),
        (Decimal("9.99"), "10 км", "10 km"),
    ],
)
def test_distance_is_as_exact_as_a_walker_needs(km, uk, pl):
    assert [plain(coded.distance(km, language)) for language in ("uk", "pl")] == [uk, pl]


@pytest.mark.parametrize(
    ("share", "pl", "uk"),
    [
        (Decimal(1), "pełny etat", "повна зайнятість"),
        (Decimal("0.50"), "pół etatu", "пів ставки"),
        (Decimal("0.75"), "3/4 etatu", "3/4 ставки"),
        (Decimal("0.125"), "1/8 etatu", "1/8 ставки"),
        (Decimal("0.33"), "1/3 etatu", "1/3 ставки"),
    ],
)
def test_working_time_is_a_share_of_a_post(share, pl, uk):
    assert [plain(coded.working_time(share, language)) for language in ("pl", "uk")] == [pl, uk]


def test_templates_speak_the_language_of_the_page():
    template = Template("{% load coded %}{{ posts|coded_posts }}, {{ pay|coded_money }}, {{ day|coded_day }}")

    with translation.override("uk"):
        shown = template.render(Context({"posts": 4, "pay": 31, "day": date(2026, 3, 2)}))

    assert plain(shown) == "4 місця, 31 злотий, 2 березня 2026 року"

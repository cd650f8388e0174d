from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import translation
from django.utils.formats import date_format
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from pup_portal.db import DomainError
from reference.models import LegalRule
from reference.rules import NoSuchRule, RuleKey, rule_on
from reference.services import EarlierPeriodOpen, add_period, correct_period
from reference.starter import rows
from tests.reference.factories import LegalRuleFactory, LegalRuleKeyFactory

pytestmark = pytest.mark.django_db

VALUES = {
    "value": Decimal(5000),
    "text": "",
    "unit": "pln",
    "valid_to": None,
    "source": "Dz.U. 2027 poz. 1",
    "is_confirmed": True,
}


@pytest.mark.parametrize(
    ("day", "month", "hour"),
    [
        (date(2023, 6, 30), "3490.00", "22.80"),
        (date(2023, 7, 1), "3600.00", "23.50"),
        (date(2026, 11, 21), "4806.00", "31.40"),
    ],
)
def test_minimum_wage_is_known_for_each_day(day, month, hour):
    assert rule_on(RuleKey.MINIMUM_WAGE_MONTH, day).value == Decimal(month)
    assert rule_on(RuleKey.MINIMUM_WAGE_HOUR, day).value == Decimal(hour)


@pytest.mark.parametrize(
    ("day", "days"), [(date(2024, 6, 30), 14), (date(2024, 7, 1), 7), (date(2026, 11, 21), 7)]
)
def test_employer_notifies_within_the_days_of_the_law_of_that_day(day, days):
    assert rule_on(RuleKey.EMPLOYER_NOTIFICATION, day).value == days


@pytest.mark.parametrize("key", RuleKey)
def test_every_rule_that_code_asks_for_exists(key):
    day = LegalRule.objects.filter(key__code=key).latest("valid_from").valid_from

    assert rule_on(key, day).key.code == key


def test_missing_rule_is_named_with_its_day():
    with pytest.raises(NoSuchRule, match=r"“minimum-wage-month” is recorded for 2021-05-01"):
        rule_on(RuleKey.MINIMUM_WAGE_MONTH, date(2021, 5, 1))


def test_new_value_asks_before_it_ends_the_one_that_holds():
    earlier = LegalRuleFactory(valid_from=date(2026, 1, 1))

    with pytest.raises(EarlierPeriodOpen) as refusal:
        add_period(key=earlier.key, ends_earlier=False, valid_from=date(2027, 1, 1), **VALUES)

    earlier.refresh_from_db()
    assert (refusal.value.period, earlier.valid_to) == (earlier, None)


def test_new_value_ends_the_one_that_holds_on_the_day_before():
    earlier = LegalRuleFactory(valid_from=date(2026, 1, 1))

    new = add_period(key=earlier.key, ends_earlier=True, valid_from=date(2027, 1, 1), **VALUES)

    earlier.refresh_from_db()
    assert (earlier.valid_to, new.valid_from) == (date(2026, 12, 31), date(2027, 1, 1))
    assert rule_on(earlier.key.code, date(2026, 12, 31)) == earlier
    assert rule_on(earlier.key.code, date(2027, 1, 1)) == new


def test_first_value_of_a_rule_needs_nobody_s_yes():
    key = LegalRuleKeyFactory()

    assert add_period(key=key, ends_earlier=False, valid_from=date(2027, 1, 1), **VALUES).key == key


def test_value_inside_a_closed_period_is_refused_with_a_sentence():
    closed = LegalRuleFactory(valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))

    with pytest.raises(DomainError, match="Another value of this rule holds on some of these days"):
        add_period(key=closed.key, ends_earlier=True, valid_from=date(2026, 5, 1), **VALUES)


def test_refused_value_leaves_the_earlier_one_open():
    earlier = LegalRuleFactory(valid_from=date(2026, 1, 1))

    with pytest.raises(DomainError):
        add_period(
            key=earlier.key,
            ends_earlier=True,
            valid_from=date(2027, 1, 1),
            **VALUES | {"valid_to": date(2026, 12, 1)},
        )

    earlier.refresh_from_db()
    assert earlier.valid_to is None


def test_correction_keeps_the_former_value_and_the_reason():
    period = LegalRuleFactory(value=Decimal(7))

    corrected = correct_period(period=period, reason="Typed wrong.", value=Decimal(14))

    before, after = period.events.order_by("pgh_id")
    assert (corrected.value, before.value, after.value) == (14, 7, 14)
    assert after.pgh_context.metadata["reason"] == "Typed wrong."


@pytest.mark.django_db(transaction=True)
def test_values_are_added_to_a_rule_one_at_a_time(second_connection):
    """The second administrator waits for the first, so that both never close the same period.

    (The other's lock is weak: only our own lock meets it, not the foreign key of the row we add.)
    """
    key = LegalRuleKeyFactory()

    with second_connection.cursor() as other:
        other.execute("BEGIN")
        other.execute("SELECT 1 FROM reference_legalrulekey WHERE id = %s FOR NO KEY UPDATE", [key.pk])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        with pytest.raises(Exception, match="lock timeout"):
            add_period(key=key, ends_earlier=False, valid_from=date(2027, 1, 1), **VALUES)
        other.execute("ROLLBACK")


class TestPeriods(HypothesisTestCase):
    @settings(max_examples=15, deadline=None)  # each example writes to the database
    @given(starts=st.lists(st.integers(0, 4000), min_size=1, max_size=6, unique=True))
    def test_any_rising_series_covers_every_day_once(self, starts):
        key = LegalRuleKeyFactory()
        days = [date(2020, 1, 1) + timedelta(days=start) for start in sorted(starts)]

        for day in days:
            add_period(key=key, ends_earlier=True, valid_from=day, **VALUES)

        for number, day in enumerate(days):
            assert rule_on(key.code, day).valid_from == day
            last = days[number + 1] - timedelta(days=1) if number + 1 < len(days) else date(2050, 1, 1)
            assert rule_on(key.code, last).valid_from == day


@pytest.mark.parametrize(
    ("unit", "text", "polish", "ukrainian"),
    [
        ("date", "2027-03-04", "4 marca 2027", "4 березня 2027 р."),
        ("date", "2027-02-30", "2027-02-30", "2027-02-30"),
        ("date", "koniec kwartału", "koniec kwartału", "koniec kwartału"),
        ("text", "2027-03-04", "2027-03-04", "2027-03-04"),
    ],
)
def test_words_of_a_rule_are_read_as_people_say_them(unit, text, polish, ukrainian):
    rule = LegalRuleFactory.build(unit=unit, value=None, text=text)

    with translation.override("pl"):
        assert rule.in_words.replace("\u00a0", " ") == polish
    with translation.override("uk"):
        assert rule.in_words.replace("\u00a0", " ") == ukrainian


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("pln", Decimal("4806.50"), "4,806.50 PLN"),
        ("days", Decimal(1), "1 day"),
        ("days", Decimal(22), "22 days"),
        ("months", Decimal(1), "1 month"),
        ("months", Decimal(5), "5 months"),
        ("years", Decimal(1), "1 year"),
        ("years", Decimal("1.50"), "1.50 years"),
    ],
)
def test_number_of_a_rule_is_said_with_its_unit(unit, value, words):
    rule = LegalRuleFactory.build(unit=unit, value=value, text="")

    with translation.override("en"):
        assert rule.in_words == words


def test_parts_of_a_date_stay_on_one_line():
    moment = datetime(2026, 11, 2, 7, 5, tzinfo=UTC)

    with translation.override("uk"):
        assert date_format(moment, "DATE_FORMAT") == "2\u00a0листопада\u00a02026\u00a0р."
        assert date_format(moment, "SHORT_DATETIME_FORMAT") == "02.11.2026\u00a007:05"
    with translation.override("pl"):
        assert date_format(moment, "DATE_FORMAT") == "2\u00a0listopada\u00a02026"
        assert date_format(moment, "SHORT_DATE_FORMAT") == "02.11.2026"
    with translation.override("en"):
        assert date_format(moment, "DATE_FORMAT") == "2\u00a0November\u00a02026"
        assert date_format(moment, "SHORT_DATETIME_FORMAT") == "02/11/2026\u00a007:05"


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_names_of_rules_do_not_wait_for_their_value(language):
    waiting = (
        "na",
        "do",
        "po",
        "w terminie",
        "через",
        "до",
        "у строк",
        "раз на",
        "at",
        "in",
        "within",
        "after",
        "until",
    )

    names = [row[f"name_{language}"] for row in rows("rule_keys.csv")]

    assert [name for name in names if name.endswith(tuple(f" {word}" for word in waiting))] == []

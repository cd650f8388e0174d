"""By which day something is due: the rule of each day, against a walk over the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.rules import RuleKey
from registration.rhythm.dues import Period, contact_due, due

OF_2004 = Period(date(2014, 5, 27), date(2025, 5, 31), 60)
OF_2025 = Period(date(2025, 6, 1), None, 30)
EVERYBODY = Period(date(2025, 6, 1), None, 90)
RULES = {RuleKey.PLAN_CONTACT: [OF_2025, OF_2004], RuleKey.CLIENT_CONTACT: [EVERYBODY]}
FIRST = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (date(2025, 1, 10), date(2025, 3, 11)),  # 60 days, all of them under the act of 2004
        (date(2025, 4, 1), date(2025, 5, 31)),  # the last day of the old rule
        (
            date(2025, 4, 2),
            date(2025, 6, 1),
        ),  # 60 days end under the new rule, whose 30 are over: its first day
        (date(2025, 5, 20), date(2025, 6, 19)),  # 30 days of the rule that holds then
        (date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_rule_of_the_day_holds(since, expected):
    assert due(RULES[RuleKey.PLAN_CONTACT], since) == expected


def test_longer_time_that_comes_meanwhile_puts_the_day_off():
    short, long = Period(FIRST, date(2025, 3, 31), 30), Period(date(2025, 4, 1), None, 90)

    assert due([short, long], date(2025, 3, 20)) == date(2025, 6, 18)


@pytest.mark.parametrize(
    ("unit", "length", "expected"),
    [("years", 3, date(2028, 2, 29)), ("months", 1, date(2025, 3, 28)), ("days", 1, date(2025, 3, 1))],
)
def test_units(unit, length, expected):
    since = date(2025, 2, 28) if unit != "years" else date(2024, 2, 29).replace(year=2025, day=28)
    expected = date(2028, 2, 28) if unit == "years" else expected

    assert due([Period(FIRST, None, length, unit)], since) == expected


@pytest.mark.parametrize("periods", [[], [Period(date(2020, 1, 1), date(2024, 12, 31), 10)]])
def test_no_rule_asks_for_nothing(periods):
    assert due(periods, FIRST) is None


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (None, date(2026, 4, 1)),
        ((date(2025, 12, 1), None), date(2026, 1, 31)),
        ((date(2026, 2, 1), None), date(2026, 3, 3)),  # the plan begins after the last contact
        ((date(2025, 12, 1), date(2026, 1, 15)), date(2026, 4, 1)),  # and ends before its contact is due
        ((date(2025, 12, 1), date(2026, 1, 31)), date(2026, 1, 31)),
    ],
)
def test_plan_asks_for_more(plan, expected):
    assert contact_due(RULES, date(2026, 1, 1), plan=plan) == expected


def test_before_the_act_of_2025_only_the_plan_asks():
    rules = {RuleKey.PLAN_CONTACT: [OF_2004]}

    assert contact_due(rules, date(2024, 1, 1)) is None
    assert contact_due(rules, date(2024, 1, 1), plan=(date(2023, 1, 1), None)) == date(2024, 3, 1)


@st.composite
def timelines(draw):
    """Values that follow each other, with or without gaps; the last may have no end."""
    first, periods = FIRST, []
    for _number in range(draw(st.integers(0, 4))):
        first += timedelta(days=draw(st.integers(0, 40)))
        last = first + timedelta(days=draw(st.integers(0, 60)))
        periods.append(Period(first, last, draw(st.integers(0, 80))))
        first = last + timedelta(days=1)
    if periods and draw(st.booleans()):
        last = periods.pop()
        periods.append(Period(last.first, None, last.length))
    return periods


@given(timelines(), st.integers(0, 200))
def test_due_day_is_the_first_on_which_the_rule_of_that_day_asks(periods, offset):
    since = FIRST + timedelta(days=offset)

    def asks(day):
        return any(
            period.first <= day and (period.last is None or day <= period.last) and period.after(since) <= day
            for period in periods
        )

    calendar = (since + timedelta(days=number) for number in range(600))
    walked = next((day for day in calendar if asks(day)), None)
    after = [period for period in periods if period.last is None or period.last >= since]

    assert due(after, since) == walked
    assert due(reversed(after), since) == walked


@pytest.mark.parametrize("unit", ["days", "months", "years"])
def test_after_the_last_day_of_the_calendar_there_is_none(unit):
    late = Period(FIRST, None, 3, unit)

    assert due([late], date(9999, 12, 30)) == date.max

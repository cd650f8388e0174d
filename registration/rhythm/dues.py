"""By which day something has to happen, from rules that hold for a time.

A rule says "at the latest N days after"; its value may change while the time runs. What is due is due on the first
day on which the rule *of that day* asks for it: a shorter time that comes into force later brings the day forward,
to its own first day at the earliest; a longer one puts it off.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reference.models import LegalRule
from reference.rules import RuleKey
from registration.retention import months_after

_LENGTHS = {LegalRule.Unit.DAYS, LegalRule.Unit.MONTHS, LegalRule.Unit.YEARS}
FOLLOWED = (RuleKey.CLIENT_CONTACT, RuleKey.PLAN_CONTACT, RuleKey.STATUS_LENGTH, RuleKey.PESEL_APPLICATION)

type Rules = Mapping[str, Sequence["Period"]]


@dataclass(frozen=True)
class Period:
    """One value of a rule and the days it holds, both included; ``last`` is ``None`` without an end."""

    first: date
    last: date | None
    length: int
    unit: str = LegalRule.Unit.DAYS

    def after(self, day: date) -> date:
        """The calendar's last day where it has no later one: a plan may be typed as of the year 9999."""
        try:
            if self.unit == LegalRule.Unit.DAYS:
                return day + timedelta(days=self.length)
            return months_after(day, self.length * (12 if self.unit == LegalRule.Unit.YEARS else 1))
        except (OverflowError, ValueError):
            return date.max


def due(periods: Iterable[Period], since: date) -> date | None:
    """The day by which, counted from ``since``, something is due by ``periods``; ``None`` when by none of them."""
    for period in sorted(periods, key=lambda period: period.first):
        day = max(period.after(since), period.first)
        if period.last is None or day <= period.last:
            return day
    return None


def rules_followed() -> Rules:
    """Every value of the rules from which days of people follow, confirmed or not: a reminder harms nobody."""
    rows = LegalRule.objects.filter(
        key__code__in=list(FOLLOWED), value__isnull=False, unit__in=list(_LENGTHS)
    )
    rules: dict[str, list[Period]] = defaultdict(list)
    for row in rows.select_related("key"):
        period = Period(row.valid_from, row.valid_to, int(row.value or 0), row.unit)
        rules[row.key.code].append(period)
    return rules


def contact_due(rules: Rules, since: date, *, plan: tuple[date, date | None] | None = None) -> date | None:
    """The day of the next contact: by the rule for everybody, and by that of the plan while it lasts."""
    days = [due(rules.get(RuleKey.CLIENT_CONTACT, ()), since)]
    if plan is not None:
        starts, ends = plan
        day = due(rules.get(RuleKey.PLAN_CONTACT, ()), max(since, starts))
        days.append(day if day and (ends is None or day <= ends) else None)
    return min((day for day in days if day), default=None)

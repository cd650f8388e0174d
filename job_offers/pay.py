"""Comparing pays: the minimum wage of a day, and one scale to sort and filter offers by. All in PLN."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from job_offers.models import Offer
from reference.rules import NoSuchRule, RuleKey, rule_on

WEEKS_A_MONTH = Decimal("4.2")  # 40 hours a week are 168 a month, as wage tables count
FULL_WEEK = Decimal(40)
# Kinds of contract to which no statutory minimum applies: by result, by honour, or training.
NO_MINIMUM = frozenset(
    {
        *("specific_work", "appointment", "election", "nomination", "management", "harvest", "agency"),
        *("volunteering", "graduate_practice", "student_practice"),
    }
)


@dataclass(frozen=True)
class Shortfall:
    """The lowest pay an offer allows is under the minimum of the day, in the unit of the offer."""

    pay: Decimal
    minimum: Decimal
    unit: str
    day: date


def monthly_pay(offer: Offer) -> int | None:
    """The lowest gross pay of a month in whole PLN, for comparing offers only; ``None`` when unknown.

    Pay by the hour is multiplied by the hours of the offer (of full time where it names none). Net pay
    cannot be compared with gross pay and gives ``None``.
    """
    pay = offer.lowest_pay
    if pay is None or not offer.is_gross:
        return None
    if offer.pay_unit == Offer.PayUnit.HOUR:
        pay *= _hours_a_week(offer) * WEEKS_A_MONTH
    return int(pay) or None


def shortfall(offer: Offer, today: date) -> Shortfall | None:
    """How far the pay is under the statutory minimum on the day work starts, or ``None`` when it is not.

    The minimum for a month shrinks with part time (Act on the minimum wage, art. 8); net pay and contracts
    without a minimum are not judged.
    """
    pay, day = offer.lowest_pay, max(offer.starts_on or today, today)
    if pay is None or not offer.is_gross or (offer.contract and offer.contract.code in NO_MINIMUM):
        return None
    minimum = _minimum(offer, day)
    if minimum is None or pay >= minimum:
        return None
    return Shortfall(pay=pay, minimum=minimum, unit=offer.pay_unit, day=day)


def _minimum(offer: Offer, day: date) -> Decimal | None:
    is_hourly = offer.pay_unit == Offer.PayUnit.HOUR
    try:
        rule = rule_on(RuleKey.MINIMUM_WAGE_HOUR if is_hourly else RuleKey.MINIMUM_WAGE_MONTH, day)
    except NoSuchRule:
        return None
    minimum = rule.value or Decimal(0)
    if is_hourly:
        return minimum
    return (minimum * _part_of_full_time(offer)).quantize(Decimal("0.01"))


def _part_of_full_time(offer: Offer) -> Decimal:
    """The larger one where the part and the hours of the week say different things; 1 when neither is known."""
    known = [part for part in (offer.working_time, part_by_hours(offer)) if part is not None]
    return min(max(known, default=Decimal(1)), Decimal(1))


def part_by_hours(offer: Offer) -> Decimal | None:
    """The part of full time that the hours of the week make."""
    return None if offer.hours_per_week is None else offer.hours_per_week / FULL_WEEK


def _hours_a_week(offer: Offer) -> Decimal:
    if offer.hours_per_week is not None:
        return offer.hours_per_week
    return (offer.working_time or Decimal(1)) * FULL_WEEK

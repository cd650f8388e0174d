"""Which rule of law held on a day."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pup_portal.db import DomainError
from reference.models import LegalRule


class RuleKey(StrEnum):
    """The rules that code asks for. The office may keep more; these always exist."""

    MINIMUM_WAGE_MONTH = "minimum-wage-month"
    MINIMUM_WAGE_HOUR = "minimum-wage-hour"
    CLIENT_CONTACT = "client-contact"
    PLAN_CONTACT = "plan-contact"
    STATUS_LENGTH = "status-length"
    EMPLOYER_NOTIFICATION = "employer-notification"
    EMPLOYER_RENOTIFICATION = "employer-renotification"
    PESEL_APPLICATION = "pesel-application"
    UKR_STATUS_END = "ukr-status-end"
    NOTIFICATION_END = "notification-end"
    OFFER_CONFIRMATION = "offer-confirmation"
    IDENTITY_CONFIRMATION = "identity-confirmation"


class NoSuchRule(DomainError):
    """The office has recorded no value of the rule for the day."""


def rule_on(key: str, day: date) -> LegalRule:
    """The value of ``key`` that held on ``day``, or ``NoSuchRule`` naming both."""
    rule = LegalRule.objects.on(day).filter(key__code=key).select_related("key").first()
    if rule is None:
        text = _("No value of the rule “%(key)s” is recorded for %(day)s.")
        raise NoSuchRule(text % {"key": str(key), "day": date_format(day, "Y-m-d")})
    return rule


_followers: list[Callable[[str], None]] = []


def follow_changes(told: Callable[[str], None]) -> None:
    """Let an app above know the code of every rule whose values change, in the transaction of the change.

    For apps that store what follows from a rule. Whoever reads ``rule_on`` each time need not follow.
    """
    if told not in _followers:
        _followers.append(told)


def tell_changed(code: str) -> None:
    for told in _followers:
        told(code)

"""How long records are kept: rules as dated data, what they make due, and the notices about it.

No period is confirmed in any source we have, so none has a value until the administrator enters one with its
legal basis and marks it as confirmed. Without that nothing is ever due. Time counts from the last change of the
record.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from reference.models import LegalRule
from registration.models import Client, RetentionNotice
from registration.vocabulary import ClientState

BATCH = 500


class RetentionKey(StrEnum):
    """The dated rules of ``reference`` that say after what time a record goes."""

    ENQUIRY = "retention-enquiry"
    SUPPORTED = "retention-supported"
    DEREGISTERED = "retention-deregistered"
    INBOX = "retention-inbox"


# Who is registered now is never due. A merged record goes with the one it was merged into.
STATES: dict[RetentionKey, tuple[ClientState, ...]] = {
    RetentionKey.ENQUIRY: (ClientState.ENQUIRY, ClientState.IN_REGISTRATION),
    RetentionKey.SUPPORTED: (ClientState.SUPPORTED,),
    RetentionKey.DEREGISTERED: (ClientState.DEREGISTERED,),
    RetentionKey.INBOX: (),  # of no client's record: see ``enquiries.emptying``
}
KEY_OF = {state: key for key, states in STATES.items() for state in states}


@dataclass(frozen=True)
class Rule:
    """A confirmed period of keeping, as it holds on one day."""

    key: RetentionKey
    value: int
    unit: str
    source: str

    def due_on(self, last_change: date) -> date:
        """The first day on which a record last changed on ``last_change`` has to go."""
        return self._moved(last_change, self.value)

    def newest_due_on(self, day: date) -> date:
        """The latest day of last change of anything that is due on ``day``; a day or two too late at most."""
        return self._moved(day, -self.value) + timedelta(days=3)

    def _moved(self, day: date, by: int) -> date:
        if self.unit == LegalRule.Unit.DAYS:
            return day + timedelta(days=by)
        return months_after(day, by * (12 if self.unit == LegalRule.Unit.YEARS else 1))


def months_after(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the month's last; a year is twelve months."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def rules_on(day: date) -> dict[RetentionKey, Rule]:
    """The confirmed rules with a value on ``day``. What is not confirmed erases nobody's data."""
    rows = LegalRule.objects.on(day).filter(key__code__in=list(RetentionKey), is_confirmed=True)
    return {
        RetentionKey(row.key.code): Rule(RetentionKey(row.key.code), int(row.value), row.unit, row.source)
        for row in rows.select_related("key")
        if row.value is not None and row.unit in {"days", "months", "years"}
    }


def due_day(client: Client, rules: dict[RetentionKey, Rule]) -> date | None:
    """When ``client`` has to go by ``rules``; ``None`` when no rule speaks of the record."""
    key = KEY_OF.get(ClientState(client.state))
    rule = rules.get(key) if key else None
    return rule.due_on(timezone.localdate(client.updated_at)) if rule else None


@transaction.atomic
def announce(today: date, *, until: date) -> int:
    """Write a notice for what falls due by ``until``, and take back notices that are no longer true.

    Says how many are new. Repeating does no harm; a record that was changed since loses its notice, seen or not.
    """
    rules = rules_on(today)
    _take_back(rules)
    new = [
        RetentionNotice(client=client, rule=KEY_OF[ClientState(client.state)], falls_due_on=day)
        for client, day in _falling_due(rules, until)
    ]
    RetentionNotice.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    return len(new)


def executable(today: date) -> QuerySet[RetentionNotice]:
    """Notices whose day has come and that a manager has seen, oldest first."""
    return RetentionNotice.objects.filter(falls_due_on__lte=today, seen_at__isnull=False).order_by(
        "falls_due_on", "pk"
    )


def end_of_next_month(today: date) -> date:
    first = months_after(today.replace(day=1), 2)
    return first - timedelta(days=1)


def _falling_due(rules: dict[RetentionKey, Rule], until: date) -> Iterator[tuple[Client, date]]:
    for key, rule in rules.items():
        latest = timezone.make_aware(datetime.combine(rule.newest_due_on(until), time.max))
        rows = Client.objects.filter(state__in=STATES[key], updated_at__lte=latest, retention_notice=None)
        for client in rows.only("pk", "state", "updated_at").order_by("pk").iterator(BATCH):
            day = rule.due_on(timezone.localdate(client.updated_at))
            if day <= until:
                yield client, day


def _take_back(rules: dict[RetentionKey, Rule]) -> None:
    rows = RetentionNotice.objects.select_related("client").order_by("pk")
    untrue = [
        notice.pk for notice in rows.iterator(BATCH) if due_day(notice.client, rules) != notice.falls_due_on
    ]
    RetentionNotice.objects.filter(pk__in=untrue).delete()

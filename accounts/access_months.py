"""The months of the access log: made ahead, dropped when their time is over."""

from datetime import UTC, date, datetime

import structlog
from django.db import connection

from accounts.access_models import AccessRetention
from pup_portal.db import as_owner

log = structlog.get_logger(__name__)

MONTHS_AHEAD = 3


def add_months() -> list[date]:
    """Make the partitions of this month and the next three; the first days of those that were not there."""
    today = datetime.now(UTC).date()
    months = [_months_after(today, ahead) for ahead in range(MONTHS_AHEAD + 1)]
    return [month for month in months if _add(month)]


def drop_old() -> list[date]:
    """Drop the months older than the retention; their first days.

    The database refuses a month whose rows are not those that were sealed: run ``verify_access_log`` then.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_log_drop_old()")
        dropped = [month for (month,) in cursor.fetchall()]
    for month in dropped:
        log.info("access_log_month_dropped", month=month.isoformat())
    return dropped


def keep_for(months: int) -> None:
    """Set how long rows are kept. Only the owner of the tables may, so that the application cannot shorten it."""
    with as_owner():
        AccessRetention.objects.update_or_create(id=1, defaults={"months": months})


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _add(month: date) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_log_add_month(%s)", [month])
        return bool(cursor.fetchone()[0])

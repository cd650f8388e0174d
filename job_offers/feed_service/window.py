"""When the service may be asked: from 17:00 to 7:00 of the next day, Polish time, whatever the clocks do."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

OPENS = time(17)
CLOSES = time(7)
MOST_CALLS = 20  # of one window


def evening_of(moment: datetime) -> date | None:
    """The day on which the window of ``moment`` opened; nothing when it is shut."""
    local = timezone.localtime(moment)
    if local.time() >= OPENS:
        return local.date()
    return local.date() - timedelta(days=1) if local.time() < CLOSES else None


def opens_at(evening: date) -> datetime:
    return timezone.make_aware(datetime.combine(evening, OPENS))


def closes_at(evening: date) -> datetime:
    return timezone.make_aware(datetime.combine(evening + timedelta(days=1), CLOSES))

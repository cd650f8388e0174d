"""Moments counted in days of the office's calendar, which are not always 24 hours long."""

from datetime import datetime, timedelta

from django.utils import timezone


def days_ago(number: int) -> datetime:
    """The time of day it is now at the office, ``number`` days of its calendar earlier.

    ``timezone.now()`` less as many times 24 hours is an hour off across a change of summer time, and between eleven
    and midnight the hour changes the date.
    """
    return timezone.localtime() - timedelta(days=number)

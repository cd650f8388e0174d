"""Background work of offers. Every task takes a key, or nothing, and calls one function."""

from celery import shared_task
from django.utils import timezone

from job_offers import feed, lapse


@shared_task
def import_feed(import_id: int) -> bool:
    return feed.import_feed(import_id)


@shared_task
def expire_offers() -> None:
    """Take off the board what is past its day or unconfirmed for too long."""
    lapse.lapse(timezone.localdate())

"""Background work of offers. Every task takes a key, or nothing, and calls one function."""

from celery import shared_task
from django.utils import timezone

from job_offers import board, feed, lapse, misses
from job_offers.asking import forgetting
from job_offers.confirming import links
from job_offers.feed_service import calling
from job_offers.self_service import emptying


@shared_task
def import_feed(import_id: int) -> bool:
    return feed.import_feed(import_id)


@shared_task
def call_feed_service(call_id: int) -> bool:
    return calling.call(call_id)


@shared_task
def owe_feed_calls() -> None:
    """See to it that the national database of offers is asked this evening."""
    calling.owe_tonights_calls(timezone.now())


@shared_task
def expire_offers() -> None:
    """Take off the board what is past its day or unconfirmed for too long."""
    lapse.lapse(timezone.localdate())


@shared_task
def ask_employers() -> int:
    """Write to employers whose offers will soon leave the board unconfirmed."""
    return links.ask_due(timezone.localdate())


@shared_task
def forget_employer_enquiries() -> int:
    return emptying.forget_due()


@shared_task
def renew_board() -> None:
    """Write what the board is searched by anew: an update may read offers or name trades differently."""
    board.refresh_all()


@shared_task
def forget_reports() -> int:
    """Forget what readers reported, and somebody looked at, long ago."""
    return forgetting.forget_old_reports()


@shared_task
def forget_misses() -> int:
    """Forget which words found nothing longer ago than anybody compares."""
    return misses.forget_old_misses(today=timezone.localdate())

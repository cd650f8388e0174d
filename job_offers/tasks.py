"""Background work of offers. Every task takes a key and calls one function."""

from celery import shared_task

from job_offers import feed


@shared_task
def import_feed(import_id: int) -> bool:
    return feed.import_feed(import_id)

"""Work done away from the request."""

from celery import shared_task

from translations import drafting


@shared_task
def draft_translation(translation_id: int) -> bool:
    return drafting.draft(translation_id)

from celery import shared_task
from django.utils import timezone

from documents import leftovers, making


@shared_task
def make_document(document_id: int) -> bool:
    return making.make(document_id)


@shared_task
def remove_leftovers() -> int:
    return leftovers.remove(timezone.now())

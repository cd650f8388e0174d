from celery import shared_task

from documents import making


@shared_task
def make_document(document_id: int) -> bool:
    return making.make(document_id)

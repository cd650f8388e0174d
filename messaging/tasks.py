from celery import shared_task

from messaging import delivery


@shared_task
def deliver_message(message_id: int) -> bool:
    return delivery.deliver(message_id)

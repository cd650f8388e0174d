"""Background work of alerts; imported by ``job_offers.periodic``, which starts it."""

from celery import shared_task

from job_offers.alerts import sending


@shared_task
def tell_alerts() -> int:
    """Owe today's letters about new offers."""
    return sending.tell_all_due()


@shared_task
def forget_alerts() -> int:
    """Forget what nobody confirmed, and letters that were sent."""
    return sending.forget_old()

"""Background work over people's data. Every task takes a key, or nothing, and calls one function."""

from celery import shared_task

from registration import doing, expiring


@shared_task
def do_right(work_id: int) -> bool:
    return doing.do(work_id)


@shared_task
def forget_expired_exports() -> int:
    return doing.forget_expired()


@shared_task
def keep_retention() -> None:
    """Announce what falls due, and erase what is due and was seen."""
    expiring.keep_retention()

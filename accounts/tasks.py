"""Background work of the access log and of signing in. Every task calls one function."""

from celery import shared_task

from accounts import access_months, access_seals, leftovers


@shared_task
def seal_access_log() -> None:
    access_seals.seal_all()


@shared_task
def keep_access_log() -> None:
    """Make the coming months, then drop those whose time is over."""
    access_months.add_months()
    access_seals.seal_all()  # a month is dropped only when all of it is sealed
    access_months.drop_old()


@shared_task
def sweep_sign_ins() -> None:
    leftovers.sweep()

"""Background work over people's data. Every task takes a key, or nothing, and calls one function."""

from celery import shared_task

from registration import doing, expiring
from registration.enquiries import emptying
from registration.merging import finding, owing
from registration.merging.keeping import forget_journals
from registration.rhythm import recounting
from registration.sheets import personal as sheets
from registration.sheets import working


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


@shared_task
def forget_enquiries() -> int:
    """Delete enquiries that nobody took up and whose time is over."""
    return emptying.forget_due()


@shared_task
def recount_deadlines(recount_id: int) -> bool:
    return recounting.recount(recount_id)


@shared_task
def compare_client(comparison_id: int) -> bool:
    return finding.compare(comparison_id)


@shared_task
def compare_missing() -> int:
    return owing.owe_missing()


@shared_task
def forget_merge_journals() -> int:
    return forget_journals()


@shared_task
def work_on_sheet(work_id: int) -> bool:
    return working.work(work_id)


@shared_task
def forget_sheets() -> int:
    return sheets.forget_old()

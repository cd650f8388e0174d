"""What beat starts for people's rights."""

from typing import Any

from celery.schedules import crontab

from pup_portal.celery import app
from registration.tasks import (
    compare_missing,
    forget_enquiries,
    forget_expired_exports,
    forget_merge_journals,
    forget_sheets,
    keep_retention,
)


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    """Retention in the small hours, and once more before the desk opens should the machine have been off."""
    sender.add_periodic_task(crontab(minute="15"), forget_expired_exports.s(), name="forget expired exports")
    sender.add_periodic_task(crontab(hour="3,6", minute="40"), keep_retention.s(), name="keep retention")
    sender.add_periodic_task(crontab(hour="3,6", minute="50"), forget_enquiries.s(), name="forget enquiries")
    sender.add_periodic_task(
        crontab(minute="*/5"), compare_missing.s(), name="compare clients nobody has compared"
    )
    sender.add_periodic_task(crontab(hour="4", minute="20"), forget_merge_journals.s(), name="forget merges")
    sender.add_periodic_task(crontab(hour="3,6", minute="55"), forget_sheets.s(), name="forget sheets")

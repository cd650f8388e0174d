"""What beat starts for people's rights."""

from typing import Any

from celery.schedules import crontab

from pup_portal.celery import app
from registration.tasks import forget_expired_exports, keep_retention


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    """Retention in the small hours, and once more before the desk opens should the machine have been off."""
    sender.add_periodic_task(crontab(minute="15"), forget_expired_exports.s(), name="forget expired exports")
    sender.add_periodic_task(crontab(hour="3,6", minute="40"), keep_retention.s(), name="keep retention")

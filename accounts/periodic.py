"""What beat starts for the access log and for signing in."""

from typing import Any

from celery.schedules import crontab

from accounts.tasks import keep_access_log, seal_access_log, sweep_sign_ins
from pup_portal.celery import app


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    """Months are made three ahead, so a worker may be away for weeks before a page would miss one."""
    sender.add_periodic_task(crontab(minute="*/5"), seal_access_log.s(), name="seal the access log")
    sender.add_periodic_task(crontab(minute="35"), keep_access_log.s(), name="months of the access log")
    sender.add_periodic_task(crontab(minute="50"), sweep_sign_ins.s(), name="leftovers of signing in")

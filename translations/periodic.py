"""What beat starts for translations."""

from typing import Any

from celery.schedules import crontab

from pup_portal.celery import app
from translations.tasks import count_published, forget_engine_requests, owe_rekeying


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    sender.add_periodic_task(
        crontab(hour="4", minute="20"), forget_engine_requests.s(), name="forget engine requests"
    )
    # Four times a day: what counts for a week is the last count in it, also where the portal is off at night.
    sender.add_periodic_task(
        crontab(hour="5,11,17,23", minute="50"), count_published.s(), name="count published translations"
    )
    sender.add_periodic_task(crontab(minute="*/10"), owe_rekeying.s(), name="memory by older rules")

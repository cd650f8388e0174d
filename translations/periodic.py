"""What beat starts for translations."""

from typing import Any

from celery.schedules import crontab

from pup_portal.celery import app
from translations.tasks import forget_engine_requests


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    sender.add_periodic_task(
        crontab(hour="4", minute="20"), forget_engine_requests.s(), name="forget engine requests"
    )

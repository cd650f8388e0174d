"""What beat starts for the offers."""

from typing import Any

from celery.schedules import crontab

from job_offers.tasks import expire_offers
from pup_portal.celery import app


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    """Hourly: a run that was missed at midnight is made up for within the hour."""
    sender.add_periodic_task(crontab(minute="5"), expire_offers.s(), name="expire offers")

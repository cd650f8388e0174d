"""What beat starts for the offers."""

from typing import Any

from celery.schedules import crontab

from job_offers.alerts.tasks import forget_alerts, tell_alerts
from job_offers.tasks import (
    ask_employers,
    expire_offers,
    forget_employer_enquiries,
    forget_misses,
    forget_reports,
    owe_feed_calls,
    renew_board,
)
from pup_portal.celery import app


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    """Expiring hourly: a run that was missed at midnight is made up for within the hour; so is the evening of the feed."""
    sender.add_periodic_task(crontab(minute="5"), expire_offers.s(), name="expire offers")
    sender.add_periodic_task(crontab(hour="8", minute="20"), ask_employers.s(), name="ask employers")
    sender.add_periodic_task(
        crontab(hour="3,6", minute="55"), forget_employer_enquiries.s(), name="forget offers of employers"
    )
    sender.add_periodic_task(
        crontab(minute="2,32", hour="17-23,0-6"), owe_feed_calls.s(), name="owe feed calls"
    )
    sender.add_periodic_task(crontab(minute="40", hour="2"), renew_board.s(), name="renew the board")
    sender.add_periodic_task(crontab(minute="20", hour="7-20"), tell_alerts.s(), name="tell alerts")
    sender.add_periodic_task(crontab(minute="40", hour="3"), forget_alerts.s(), name="forget alerts")
    sender.add_periodic_task(crontab(minute="45", hour="3"), forget_reports.s(), name="forget reports")
    sender.add_periodic_task(
        crontab(minute="50", hour="3"), forget_misses.s(), name="forget searches that found nothing"
    )

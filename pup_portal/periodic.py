"""What beat starts. Nothing here holds a rule: due times are rows, and beat only looks."""

from typing import Any

from django.conf import settings

from pup_portal.celery import app
from pup_portal.tasks import heartbeat, sweep


@app.on_after_finalize.connect
def schedule(sender: Any, **_: Any) -> None:
    sender.add_periodic_task(settings.BACKGROUND_SWEEP_SECONDS, sweep.s(), name="sweep")
    sender.add_periodic_task(10, heartbeat.s(), name="heartbeat")

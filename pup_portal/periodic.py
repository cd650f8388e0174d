"""What beat starts. Nothing here holds a rule: due times are rows, and beat only looks.

Registered while the module is imported and not on a signal of the app: modules are discovered late, and
``on_after_finalize`` may have passed by then.
"""

from typing import Any

from celery.signals import beat_init
from django.conf import settings

from pup_portal.celery import app
from pup_portal.tasks import heartbeat, sweep

HEARTBEAT_SECONDS = 5

app.add_periodic_task(settings.BACKGROUND_SWEEP_SECONDS, sweep.s(), name="sweep")
app.add_periodic_task(HEARTBEAT_SECONDS, heartbeat.s(), name="heartbeat")


@beat_init.connect
def first_sign(**_: Any) -> None:
    """The first heartbeat is sent at once: a start is ready when the worker answers, not ten seconds later."""
    heartbeat.delay()

"""The Celery application. Every task takes keys only; what is owed is a row (see ``background``)."""

import os
from typing import Any

from celery import Celery
from celery.signals import beat_init, setup_logging, worker_init
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pup_portal.settings")

app = Celery("pup_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="periodic")
app.steps["worker"].add(DjangoStructLogInitStep)


@setup_logging.connect
def keep_logging(**_: Any) -> None:
    """Having a receiver is what matters: Celery then leaves alone the logging that Django has set up."""


@worker_init.connect
@beat_init.connect
def check_keys(**_: Any) -> None:
    """Do not start with keys that the database does not know. Celery swallows errors here, but not an exit."""
    from pup_portal.keyring import verify_at_start  # noqa: PLC0415 - a model, known once Django is set up

    verify_at_start()

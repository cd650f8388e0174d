"""The Celery application. Every task takes keys only; what is owed is a row (see ``background``)."""

import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging
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

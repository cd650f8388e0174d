"""What beat starts for the documents."""

from celery.schedules import crontab

from documents.tasks import remove_leftovers
from pup_portal.celery import app

app.add_periodic_task(crontab(hour="3", minute="40"), remove_leftovers.s(), name="remove leftover files")

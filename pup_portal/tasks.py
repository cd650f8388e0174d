"""Tasks of the kernel itself."""

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from pup_portal import background

HEARTBEAT_KEY = "worker-heartbeat"


@shared_task
def sweep() -> int:
    return background.sweep()


@shared_task
def heartbeat() -> None:
    """Leave a sign that beat, broker and worker all run; ``/readyz`` looks for it."""
    cache.set(HEARTBEAT_KEY, timezone.now().isoformat(), timeout=600)

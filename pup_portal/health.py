"""Does the portal live, and can it do its work? For the container, the proxy and ``manage.py check_health``."""

import shutil
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache as once
from typing import Any

import structlog
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pup_portal.celery import app as celery_app
from pup_portal.keyring import troubles
from pup_portal.tasks import HEARTBEAT_KEY

HEARTBEAT_MAX_AGE = timedelta(seconds=60)

log = structlog.get_logger(__name__)


class NotReady(Exception):
    """One of the things the portal needs is not there."""


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@once  # an exception is not remembered
def migrations() -> None:
    """A process whose migrations were all applied once need not look again: its code cannot change."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReady


@once
def keys() -> None:
    """The keys of a process do not change either."""
    if troubles():
        raise NotReady


def broker() -> None:
    with celery_app.connection_for_write() as broker_connection:
        broker_connection.ensure_connection(max_retries=0, timeout=2)
        channel: Any = broker_connection.default_channel
        channel.queue_declare(queue=celery_app.conf.task_default_queue)  # asks how long the queue is


def heartbeat() -> None:
    """Beat, broker and worker all run, since a task of beat's has left its sign not long ago."""
    seen = cache.get(HEARTBEAT_KEY)
    if seen is None or timezone.now() - datetime.fromisoformat(seen) > HEARTBEAT_MAX_AGE:
        raise NotReady


def disk() -> None:
    folder = settings.MEDIA_ROOT
    while not folder.exists():
        folder = folder.parent
    if shutil.disk_usage(folder).free < settings.READY_MIN_FREE_BYTES:
        raise NotReady


CHECKS: dict[str, Callable[[], None]] = {
    check.__name__: check for check in (database, migrations, keys, broker, heartbeat, disk)
}


def look(names: Iterable[str] = tuple(CHECKS)) -> dict[str, bool]:
    """The named checks and whether each passed; why one did not is for the log, and there only its kind."""
    return {name: _passes(name) for name in names}


def _passes(name: str) -> bool:
    try:
        CHECKS[name]()
    except Exception as error:
        log.warning("not_ready", check=name, error=type(error).__name__)
        return False
    return True


@login_not_required
@require_safe
@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    passed = look()
    ready = all(passed.values())
    checks = {name: "ok" if good else "fail" for name, good in passed.items()}
    return JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)

"""Owed work: the row in the domain table is the outbox.

A row says what is owed. A service creates it in its own transaction and sends its key to the broker on
commit, which is only the quick path: the sweep sends whatever is still owed. Work is done in three steps:

1. *lease*: one short transaction takes the row, if nobody holds it, and writes a fresh token;
2. *work*: no transaction is held;
3. *finish*: one transaction, only if the token is still ours, writes result and state together.

A worker may be killed at any instruction and the broker may lose everything: nothing is lost, and no
result is stored twice. Sending to the outside world is at least once; such rows carry a key that travels.
The one thing a kill can leave behind is a file without a row, written after *work* and before *finish*.
"""

import copy
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, ClassVar

import structlog
from django.apps import apps
from django.conf import settings
from django.core.files.base import File
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from pup_portal.celery import app as celery_app
from pup_portal.db import DomainError

MAX_ATTEMPTS = 5
SWEEP_BATCH = 500
BROKER_PAUSE_SECONDS = 10
STUCK_AFTER = timedelta(minutes=10)
_BOOKKEEPING = frozenset({"state", "attempts", "run_after", "lease", "leased_until", "finished_at"})

log = structlog.get_logger(__name__)


class LeaseLost(DomainError):
    """Another worker has taken the row over; whatever this one made is thrown away."""


class PermanentFailure(DomainError):
    """Trying again cannot help: the work is *failed* at once, with this sentence as the reason."""


class OwedWorkQuerySet[W: "OwedWork"](models.QuerySet[W]):
    def ready(self, now: datetime) -> "OwedWorkQuerySet[W]":
        """Rows that may be leased at ``now``: owed and due, or held by a worker whose lease ran out."""
        due = Q(state=OwedWork.State.OWED, run_after__lte=now)
        return self.filter(due | Q(state=OwedWork.State.RUNNING, leased_until__lte=now))

    def unsent(self, now: datetime) -> "OwedWorkQuerySet[W]":
        """Ready rows the broker was not told of, or was told so long ago that it has forgotten."""
        forgotten = now - timedelta(seconds=settings.BACKGROUND_RESEND_SECONDS)
        return self.ready(now).filter(Q(sent_at=None) | Q(sent_at__lte=forgotten))

    def unfinished(self) -> "OwedWorkQuerySet[W]":
        return self.filter(state__in=[OwedWork.State.OWED, OwedWork.State.RUNNING, OwedWork.State.FAILED])

    def stuck(self, now: datetime) -> "OwedWorkQuerySet[W]":
        """Failed rows, and those that nobody does although they have long been due or keep failing."""
        late = now - STUCK_AFTER
        overdue = Q(state=OwedWork.State.OWED, run_after__lte=late)
        abandoned = Q(state=OwedWork.State.RUNNING, leased_until__lte=late)
        failing = Q(state=OwedWork.State.OWED, attempts__gte=2)
        return self.unfinished().filter(Q(state=OwedWork.State.FAILED) | overdue | abandoned | failing)


class OwedWork(models.Model):
    """A row that is itself the promise of some background work. Subclasses name their task."""

    class State(models.TextChoices):
        OWED = "owed", _("waiting")
        RUNNING = "running", _("in progress")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    task: ClassVar[str]
    lease_for: ClassVar[timedelta] = timedelta(minutes=10)

    state = models.CharField(max_length=10, choices=State, default=State.OWED)
    attempts = models.PositiveSmallIntegerField(default=0)
    owed_at = models.DateTimeField(default=timezone.now, editable=False)
    run_after = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    lease = models.UUIDField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    objects = OwedWorkQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_is_leased_while_running",
                condition=Q(state="running", lease__isnull=False, leased_until__isnull=False)
                | (~Q(state="running") & Q(lease=None, leased_until=None)),
            ),
            models.CheckConstraint(
                name="%(class)s_finished_at_when_done",
                condition=Q(state="done", finished_at__isnull=False)
                | (~Q(state="done") & Q(finished_at=None)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_after"],
                name="%(class)s_unfinished",
                condition=Q(state__in=["owed", "running", "failed"]),
            ),
        ]

    def then(self, write: Callable[[], None]) -> None:
        """Run ``write`` in the transaction that finishes the work, and only if the lease still holds."""
        self.__dict__.setdefault("_writes", []).append(write)

    def renew(self, **progress: Any) -> None:
        """Say that long work is still alive, and store ``progress`` at once; or raise ``LeaseLost``."""
        until = timezone.now() + self.lease_for
        if not _held(self).update(**progress, leased_until=until):
            raise LeaseLost
        self.leased_until = until
        for name, value in progress.items():
            setattr(self, name, value)


def models_of_owed_work() -> list[type[OwedWork]]:
    return [model for model in apps.get_models() if issubclass(model, OwedWork) and not model._meta.proxy]


def rows_of[W: OwedWork](model: type[W]) -> OwedWorkQuerySet[W]:
    """All rows, whatever the model's own manager hides or rewrites."""
    return OwedWorkQuerySet(model)


def send_on_commit(row: OwedWork) -> None:
    """Tell a worker about ``row`` once this transaction is committed. A broker that is down is no error."""
    transaction.on_commit(lambda: send(row))


def send(row: OwedWork) -> bool:
    """Send the key of ``row`` to the broker; say whether it was taken. The sweep repeats what was not.

    Never raises, and never waits for a broker that has just failed: a request that owes ten rows waits
    for one time-out, not for ten.
    """
    if time.monotonic() < _Broker.silent_until:
        return False
    try:
        celery_app.send_task(row.task, args=[row.pk])
        rows_of(type(row)).filter(pk=row.pk, state=OwedWork.State.OWED).update(sent_at=timezone.now())
    except Exception as error:
        _Broker.silent_until = time.monotonic() + BROKER_PAUSE_SECONDS
        log.warning("work_not_sent", model=row._meta.label, pk=row.pk, error=type(error).__name__)
        return False
    return True


@contextmanager
def leased[W: OwedWork](model: type[W], pk: int) -> Iterator[W | None]:
    """Hold one owed row while its work is done; ``None`` when there is nothing to do.

    Fields that the block changes on the row, and writes handed to ``row.then``, are stored together with
    the state *done*. An exception stores the failure instead: the row is owed again later, and *failed*
    for staff to see after ``MAX_ATTEMPTS`` or on a ``PermanentFailure``. The exception does not leave the
    block, unless it stops the process. Files that the block saved on the row are removed when its result
    is not stored. Must not be called inside a transaction.
    """
    row = _lease(model, pk)
    if row is None:
        yield None
        return
    before = _values(row)
    try:
        yield row
        _finish(row, before)
        log.info("work_done", model=model._meta.label, pk=pk, attempts=row.attempts)
    except LeaseLost:
        log.warning("lease_lost", model=model._meta.label, pk=pk)
        _remove_new_files(row, before)
    except BaseException as error:
        if _record_failure(row, error):
            _remove_new_files(row, before)
        if not isinstance(error, Exception):  # the process is being stopped
            raise


def retry(row: OwedWork) -> bool:
    """Owe failed work once more, from the first attempt; say whether there was anything to owe."""
    with transaction.atomic():
        held = rows_of(type(row)).select_for_update(of=("self",)).get(pk=row.pk)
        if held.state != OwedWork.State.FAILED:
            return False
        held.state, held.attempts, held.run_after = OwedWork.State.OWED, 0, timezone.now()
        held.sent_at = None
        held.save(update_fields=["state", "attempts", "run_after", "sent_at"])
        send_on_commit(held)
    return True


def sweep() -> int:
    """Send every owed row that nobody works on; give up rows whose workers died too often."""
    now, sent = timezone.now(), 0
    for model in models_of_owed_work():
        _give_up(model, now)
        for row in rows_of(model).unsent(now).order_by("run_after", "pk").only("pk", "state")[:SWEEP_BATCH]:
            if not send(row):
                return sent  # the broker is down; the next sweep tries again
            sent += 1
    return sent


class _Broker:
    """What this process knows of the broker: until when (monotonic seconds) not to knock again."""

    silent_until = 0.0


def _held[W: OwedWork](row: W) -> OwedWorkQuerySet[W]:
    """The row, if the lease is still ours."""
    return rows_of(type(row)).filter(pk=row.pk, lease=row.lease)


def _lease[W: OwedWork](model: type[W], pk: int) -> W | None:
    now = timezone.now()
    with transaction.atomic(durable=True):
        row = (
            rows_of(model)
            .ready(now)
            .select_for_update(of=("self",), skip_locked=True)
            .filter(pk=pk, attempts__lt=MAX_ATTEMPTS)
            .first()
        )
        if row is None:
            return None
        row.state, row.lease, row.leased_until = OwedWork.State.RUNNING, uuid.uuid4(), now + row.lease_for
        row.attempts += 1
        row.save(update_fields=["state", "lease", "leased_until", "attempts"])
    return row


def _values(row: OwedWork) -> dict[str, Any]:
    """A copy of what the columns hold, apart from the bookkeeping; a file is its name."""
    names = (field.attname for field in row._meta.concrete_fields if field.name not in _BOOKKEEPING)
    values = {name: getattr(row, name) for name in names}
    return {
        name: value.name if isinstance(value, File) else copy.deepcopy(value)
        for name, value in values.items()
    }


def _finish(row: OwedWork, before: dict[str, Any]) -> None:
    """Store what the work changed and that it is done, or raise ``LeaseLost`` and store nothing."""
    changed = {name: value for name, value in _values(row).items() if value != before[name]}
    with transaction.atomic(durable=True):
        if not _held(row).select_for_update(of=("self",)).exists():
            raise LeaseLost
        for write in row.__dict__.get("_writes", []):
            write()
        _held(row).update(
            **changed | {"last_error": ""},
            state=OwedWork.State.DONE,
            lease=None,
            leased_until=None,
            finished_at=timezone.now(),
        )


def _record_failure(row: OwedWork, error: BaseException) -> bool:
    """Owe the row again after a growing pause, or give it up; say whether it was still ours.

    Only the kind of an error is kept: its text may hold personal data, unless it is ours.
    """
    with translation.override(None, deactivate=True):  # stored untranslated, shown in the reader's language
        reason = str(error) if isinstance(error, DomainError) else type(error).__name__
    gave_up = isinstance(error, PermanentFailure) or row.attempts >= MAX_ATTEMPTS
    log.error(
        "work_failed",
        model=row._meta.label,
        pk=row.pk,
        attempts=row.attempts,
        error=type(error).__name__,
        gave_up=gave_up,
        exc_info=error,  # of which pup_portal.logging keeps the places, not the words
    )
    stored = _held(row).update(
        state=OwedWork.State.FAILED if gave_up else OwedWork.State.OWED,
        lease=None,
        leased_until=None,
        sent_at=None,
        run_after=timezone.now() + timedelta(seconds=10 * 3**row.attempts),
        last_error=reason,
    )
    return bool(stored)


def _remove_new_files(row: OwedWork, before: dict[str, Any]) -> None:
    """Delete the files that the work saved on the row, whose names will not be stored."""
    for field in row._meta.concrete_fields:
        file = getattr(row, field.attname) if isinstance(field, models.FileField) else None
        if file and file.name != before[field.attname]:
            file.storage.delete(file.name)


def _give_up(model: type[OwedWork], now: datetime) -> None:
    rows_of(model).ready(now).filter(attempts__gte=MAX_ATTEMPTS).update(
        state=OwedWork.State.FAILED,
        lease=None,
        leased_until=None,
        sent_at=None,
        last_error=gettext_noop("The worker stopped in the middle of this work each time."),
    )

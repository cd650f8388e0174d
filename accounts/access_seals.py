"""Sealing the access log: batches of rows that can no longer change, each chained to the one before.

Rows are not chained one by one, or page views would queue behind each other. A batch ends at an id below which
nothing can appear any more (``access_log_settled``), and never spans two months, so that a month can be dropped
whole. Verifying stands in ``accounts.access_verification``.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

import structlog
from django.conf import settings
from django.db import OperationalError, connection, transaction

from accounts.access_models import AccessEntry, AccessSeal

log = structlog.get_logger(__name__)

NOTHING_BEFORE = "0" * 64
MOST_ROWS = 10_000
_ONE_AT_A_TIME = 7_403_211  # the advisory lock of whoever seals
_SIGNED = (
    "id",
    "at",
    "actor_id",
    "actor_role",
    "kind",
    "subject_model",
    "subject_number",
    "purpose",
    "page",
    "address",
    "request_id",
)

type Row = tuple[Any, ...]


def seal_all() -> int:
    """Seal every row that can no longer change; how many seals that made. Busy writers postpone it."""
    try:
        up_to = _settled()
    except OperationalError:  # somebody is writing for longer than the lock waits: the next run seals
        log.info("access_log_sealing_postponed")
        return 0
    made = 0
    while batch := _seal_batch(up_to):
        made += len(batch)
        for seal in batch:  # a witness outside of the database: see docs/operations.md
            log.info("access_log_sealed", number=seal.number, hash=seal.hash, rows=seal.row_count)
    return made


def rows_between(after_id: int, up_to_id: int) -> list[Row]:
    """The signed columns of these rows, in the order of their numbers."""
    rows = AccessEntry.objects.filter(id__gt=after_id, id__lte=up_to_id).order_by("id")
    return list(rows.values_list(*_SIGNED))


def rows_of(seal: AccessSeal) -> list[Row]:
    """The rows ``seal`` speaks for, as they are now."""
    rows = AccessEntry.objects.filter(id__gt=seal.after_id, id__lte=seal.up_to_id)
    following = date(seal.month.year + seal.month.month // 12, seal.month.month % 12 + 1, 1)
    in_month = rows.filter(at__gte=_start(seal.month), at__lt=_start(following))
    return list(in_month.order_by("id").values_list(*_SIGNED))


def digest_of(rows: Iterable[Row]) -> str:
    """SHA-256 over the rows, one line of JSON each, moments in UTC with microseconds."""
    digest = hashlib.sha256()
    for number, at, *rest in rows:
        moment = at.astimezone(UTC).isoformat(timespec="microseconds")
        line = json.dumps([number, moment, *rest], ensure_ascii=False, separators=(",", ":"))
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def hash_of(seal: AccessSeal) -> str:
    """What ``seal.hash`` must be: SHA-256 of all it says, as an HMAC when it ``is_keyed``."""
    said = [
        seal.number,
        seal.month.isoformat(),
        seal.after_id,
        seal.up_to_id,
        seal.row_count,
        seal.rows_digest,
        seal.previous_hash,
        seal.sealed_at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]
    text = json.dumps(said, separators=(",", ":")).encode()
    if seal.is_keyed:
        return hmac.new(settings.ACCESS_LOG_KEY, text, hashlib.sha256).hexdigest()
    return hashlib.sha256(text).hexdigest()


def month_of(moment: datetime) -> date:
    return moment.astimezone(UTC).date().replace(day=1)


def _start(month: date) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=UTC)


def _settled() -> int:
    """The highest id below which nothing can appear any more. Its lock lasts one statement: call outside ``atomic``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_log_settled()")
        return int(cursor.fetchone()[0])


@transaction.atomic
def _seal_batch(up_to: int) -> list[AccessSeal]:
    """One seal for each month among the next rows up to ``up_to``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
    last = AccessSeal.objects.order_by("-number").first()
    after = last.up_to_id if last else 0
    ids = AccessEntry.objects.filter(id__gt=after, id__lte=up_to).order_by("id").values_list("id", flat=True)
    batch = list(ids[:MOST_ROWS])
    if not batch:
        return []
    rows = sorted(rows_between(after, batch[-1]), key=lambda row: (month_of(row[1]), row[0]))
    made = []
    for month, group in groupby(rows, key=lambda row: month_of(row[1])):
        last = _seal(last, month=month, span=(after, batch[-1]), rows=list(group))
        made.append(last)
    return made


def _seal(last: AccessSeal | None, *, month: date, span: tuple[int, int], rows: list[Row]) -> AccessSeal:
    seal = AccessSeal(
        number=last.number + 1 if last else 1,
        month=month,
        after_id=span[0],
        up_to_id=span[1],
        row_count=len(rows),
        rows_digest=digest_of(rows),
        previous_hash=last.hash if last else NOTHING_BEFORE,
        is_keyed=bool(settings.ACCESS_LOG_KEY),
    )
    seal.hash = hash_of(seal)
    seal.save(force_insert=True)
    return seal

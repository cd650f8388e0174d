"""Whether the access log is still what was sealed. Reads only; each finding is a sentence for a person."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.access_models import AccessAnchor, AccessEntry, AccessSeal
from accounts.access_seals import NOTHING_BEFORE, digest_of, hash_of, rows_of

type Anchors = dict[date, AccessAnchor]

LONGEST_UNSEALED = timedelta(days=1)


def findings(*, witness: tuple[int, str] | None = None) -> Iterator[str]:
    """What is wrong, nothing when all is well.

    ``witness`` is the number and hash of a seal that was noted elsewhere (the program's log has each of them):
    only that shows a chain which somebody with the owner's rights has made anew from the start.
    """
    anchors = {anchor.month: anchor for anchor in AccessAnchor.objects.all()}
    yield from _chain()
    yield from _rows(anchors)
    yield from _anchors(anchors)
    yield from _tail()
    if witness is not None:
        number, noted = witness
        if not AccessSeal.objects.filter(number=number, hash=noted).exists():
            yield f"Seal {number} is not the one that was noted."


def _chain() -> Iterator[str]:
    before: AccessSeal | None = None
    for seal in AccessSeal.objects.order_by("number").iterator():
        expected = before.number + 1 if before else 1
        if seal.number != expected:
            yield f"Seal {expected} is missing."
        elif seal.previous_hash != (before.hash if before else NOTHING_BEFORE):
            yield f"Seal {seal.number} does not follow the one before it."
        elif before and seal.after_id not in {before.up_to_id, before.after_id}:
            yield f"Seal {seal.number} does not begin where the one before it ends."
        yield from _own_hash(seal, before)
        before = seal


def _own_hash(seal: AccessSeal, before: AccessSeal | None) -> Iterator[str]:
    if seal.is_keyed and not settings.ACCESS_LOG_KEY:
        yield f"Seal {seal.number} cannot be checked: ACCESS_LOG_KEY is not set."
    elif seal.hash != hash_of(seal):
        yield f"Seal {seal.number} was altered, or made with another key."
    elif before and before.is_keyed and not seal.is_keyed:
        yield f"Seal {seal.number} has no key, though the one before it has."


def _rows(anchors: Anchors) -> Iterator[str]:
    kept, last = 0, 0
    for seal in AccessSeal.objects.order_by("number").iterator():
        last = max(last, seal.up_to_id)
        if seal.month in anchors:
            continue
        kept += seal.row_count
        rows = rows_of(seal)
        where = f"Seal {seal.number} ({seal.month:%Y-%m}, rows {seal.after_id + 1} to {seal.up_to_id})"
        if len(rows) != seal.row_count:
            yield f"{where} spoke for {seal.row_count} rows; there are {len(rows)}."
        elif digest_of(rows) != seal.rows_digest:
            yield f"{where}: a row was altered, exchanged or put in another order."
    present = AccessEntry.objects.filter(id__lte=last).count()
    if present != kept:
        yield f"{kept} rows are sealed; among their numbers there are {present}."


def _anchors(anchors: Anchors) -> Iterator[str]:
    sealed: Counter[date] = Counter()
    newest: dict[date, AccessSeal] = {}
    for seal in AccessSeal.objects.filter(month__in=list(anchors)).order_by("number"):
        sealed[seal.month] += seal.row_count
        newest[seal.month] = seal
    for month, anchor in anchors.items():
        seal_hash = newest[month].hash if month in newest else ""
        if (anchor.row_count, anchor.seal_hash) != (sealed[month], seal_hash):
            yield f"What was noted when {anchor} was dropped does not fit its seals."


def _tail() -> Iterator[str]:
    """The end of the chain has nothing after it to miss it: the counter of the seals does."""
    newest = AccessSeal.objects.order_by("-id").values_list("id", flat=True).first() or 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value, is_called FROM accounts_accessseal_id_seq")
        counted, is_called = cursor.fetchone()
    if is_called and counted > newest:
        yield "The newest seal is missing, or its making broke off; in that case the next one mends it."
    last = AccessSeal.objects.order_by("-number").values_list("up_to_id", flat=True).first() or 0
    old = AccessEntry.objects.filter(id__gt=last, at__lt=timezone.now() - LONGEST_UNSEALED)
    if old.exists():
        yield "Rows older than a day are not sealed: a seal is missing, or nothing seals."

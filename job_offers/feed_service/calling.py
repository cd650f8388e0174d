"""Doing one owed call, and owing the next ones."""

import secrets
import zipfile
from datetime import datetime, timedelta
from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from job_offers import feed
from job_offers.feed_service import asking, window
from job_offers.feed_service.answers import Damaged, read_reply
from job_offers.models import FeedCall
from pup_portal import outbound
from pup_portal.background import leased

IN_ALL_SECONDS = 300.0
FIRST_MINUTE, FIRST_MINUTES = 5, 60  # not everybody's server asks at 17:00 sharp
PAUSES = (timedelta(minutes=15), timedelta(minutes=45), timedelta(hours=2))

Outcome = FeedCall.Outcome
_STATUSES = {
    "poprawny": Outcome.TAKEN,
    "brak danych": Outcome.NO_DATA,
    "usługa niedostępna": Outcome.UNAVAILABLE,
    "przekroczono limit wywołań usługi": Outcome.LIMIT,
    "niepoprawna autoryzacja": Outcome.UNAUTHORISED,
}
WORTH_ANOTHER = frozenset(
    {
        *(Outcome.UNAVAILABLE, Outcome.UNKNOWN, Outcome.UNREACHABLE),
        *(Outcome.HTTP_ERROR, Outcome.DAMAGED, Outcome.INTERRUPTED),
    }
)


def owe_tonights_calls(now: datetime) -> int:
    """Owe one call for each of ``FEED_UNITS`` in the window of ``now``; say how many are new. Repeating does no harm."""
    evening = window.evening_of(now)
    if evening is None or not settings.FEED_PARTNER:
        return 0
    known = set(FeedCall.objects.filter(evening=evening).values_list("criterion", flat=True))
    wanted = [criterion for criterion in settings.FEED_UNITS if criterion not in known]
    minutes = FIRST_MINUTE + secrets.randbelow(FIRST_MINUTES)
    run_after = max(now, window.opens_at(evening) + timedelta(minutes=minutes))
    FeedCall.objects.bulk_create(
        [FeedCall(evening=evening, criterion=criterion, run_after=run_after) for criterion in wanted],
        ignore_conflicts=True,
    )
    return len(wanted)


def call(call_id: int) -> bool:
    """Make one owed call; say whether this one settled it."""
    with TemporaryFile() as body, TemporaryFile() as archive, leased(FeedCall, call_id) as owed:
        if owed is None:
            return False
        owed.outcome = _refusal(owed, timezone.now()) or _outcome(owed, body, archive)
        if owed.outcome in WORTH_ANOTHER:
            owed.then(lambda: _owe_another(owed))
        return True
    return False


def _outcome(owed: FeedCall, body: IO[bytes], archive: IO[bytes]) -> FeedCall.Outcome:
    try:
        answer = outbound.download(
            settings.FEED_URL,
            content=asking.question(partner=settings.FEED_PARTNER, criterion=owed.criterion),
            headers=asking.HEADERS,
            into=body,
            largest=settings.IMPORT_MAX_BYTES,
            in_all=IN_ALL_SECONDS,
        )
    except outbound.NotAllowed:
        return Outcome.NOT_LISTED
    except outbound.Unreachable:
        return Outcome.UNREACHABLE
    if not answer.is_ok:
        return Outcome.ELSEWHERE if 300 <= answer.status < 400 else Outcome.HTTP_ERROR
    try:
        status = read_reply(answer.headers.get("content-type", ""), body, archive)
    except Damaged:
        return Outcome.DAMAGED
    outcome = _STATUSES.get(status.strip().casefold(), Outcome.UNKNOWN)
    return _take(owed, archive) if outcome == Outcome.TAKEN else outcome


@transaction.atomic
def _refusal(owed: FeedCall, now: datetime) -> FeedCall.Outcome | None:
    """Write down that the call is made now, or say why it must not be. Raises ``LeaseLost``.

    The calls of the evening are locked, so two workers count one after the other; the constraint stands behind.
    A worker that wants to lease one of them at that very moment leaves it to the next sweep.
    """
    if owed.called_at is not None:
        return Outcome.INTERRUPTED  # it was sent, and may have been answered: it counts
    if not settings.FEED_PARTNER or window.evening_of(now) != owed.evening:
        return Outcome.MISSED
    tonight = FeedCall.objects.select_for_update(of=("self",)).filter(evening=owed.evening).order_by("pk")
    made = sum(call.number is not None for call in tonight)
    if made >= window.MOST_CALLS:
        return Outcome.SPENT
    owed.renew(number=made + 1, called_at=now)
    return None


def _take(owed: FeedCall, archive: IO[bytes]) -> FeedCall.Outcome:
    if not zipfile.is_zipfile(archive):
        return Outcome.DAMAGED
    owed.size = archive.seek(0, SEEK_END)
    archive.seek(0)
    owed.then(lambda: _hand_over(owed, archive))
    return Outcome.TAKEN


def _hand_over(owed: FeedCall, archive: IO[bytes]) -> None:
    """To the import, in the transaction that settles the call."""
    name = f"ePraca {owed.criterion} {owed.evening}.zip"
    owed_import = feed.owe_import(file=File(archive, name=name), name=name)
    FeedCall.objects.filter(pk=owed.pk).update(feed_import=owed_import)


def _owe_another(owed: FeedCall) -> None:
    """The next call of the same evening, unless there have been enough or the window shuts before."""
    if owed.try_number > len(PAUSES):
        return
    run_after = timezone.now() + PAUSES[owed.try_number - 1]
    if run_after < window.closes_at(owed.evening):
        FeedCall.objects.get_or_create(
            evening=owed.evening,
            criterion=owed.criterion,
            try_number=owed.try_number + 1,
            defaults={"run_after": run_after},
        )

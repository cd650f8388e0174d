"""Engines that fail are left alone for growing times; the state is a row, so all workers know it.

*Closed*: anybody asks. After ``FAILURES`` failures in a row the engine *rests*. When the rest is over, one
worker alone may try (*half open*): its success closes the circuit, its failure starts a longer rest.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from translations.models import EngineHealth, Trouble

FAILURES = 3
FIRST_REST = timedelta(minutes=1)
LONGEST_REST = timedelta(hours=6)
# A worker killed during its try keeps the others away no longer than this.
TRY_FOR = timedelta(minutes=2)
# These do not pass by themselves in a minute: the first is enough.
_AT_ONCE = {
    Trouble.REFUSED: timedelta(hours=1),
    Trouble.QUOTA: LONGEST_REST,
    Trouble.BUSY: FIRST_REST,
    Trouble.NOT_ALLOWED: timedelta(hours=1),
    Trouble.MODEL: timedelta(hours=1),
}


def may_ask(engine: str, *, by_hand: bool = False) -> bool:
    """Whether this worker may ask ``engine`` now; after a rest it says yes to one worker only.

    ``by_hand``: a person wants to see how it does, and is the one who tries, rest or not.
    """
    now = timezone.now()
    with transaction.atomic():
        health = _locked(engine)
        if health.rests_until is None:
            return True
        is_over = health.rests_until <= now and (health.tried_until is None or health.tried_until <= now)
        if is_over or by_hand:
            health.tried_until = now + TRY_FOR
            health.save(update_fields=["tried_until"])
        return is_over or by_hand


@transaction.atomic
def succeeded(engine: str) -> None:
    """Close the circuit. What went wrong last stays on the page."""
    health = _locked(engine)
    health.failures, health.rests_until, health.tried_until = 0, None, None
    health.last_ok_at = timezone.now()
    health.save(update_fields=["failures", "rests_until", "tried_until", "last_ok_at"])


@transaction.atomic
def failed(engine: str, trouble: Trouble, *, rest: timedelta | None = None) -> None:
    """Count a failure, and let the engine rest when there were enough of them, or it asks for ``rest``."""
    now, health = timezone.now(), _locked(engine)
    was_resting = health.rests_until is not None
    health.failures = min(health.failures + 1, 1000)
    pause = max(rest or timedelta(0), _AT_ONCE.get(trouble, timedelta(0)))
    if was_resting or health.failures >= FAILURES:
        pause = max(pause, _growing(health.failures))
    if pause:
        health.rests_until = max(now + pause, health.rests_until or now)
    health.tried_until = None
    health.last_trouble, health.last_trouble_at = trouble, now
    health.save()


def _growing(failures: int) -> timedelta:
    """A minute after the third failure, twice as long after each further one."""
    return min(FIRST_REST * 2 ** min(max(failures - FAILURES, 0), 16), LONGEST_REST)


def _locked(engine: str) -> EngineHealth:
    EngineHealth.objects.bulk_create([EngineHealth(engine=engine)], ignore_conflicts=True)
    return EngineHealth.objects.select_for_update(of=("self",)).get(engine=engine)

"""Whether an engine may be asked now: its circuit is closed and its budget holds the request."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import structlog

from translations.engines import breaker, budget
from translations.engines.base import EngineFailed
from translations.engines.known import Usable
from translations.engines.protection import Protected
from translations.models import Trouble

log = structlog.get_logger(__name__)


@contextmanager
def charged(usable: Usable, batch: Sequence[Protected], *, by_hand: bool = False) -> Iterator[None]:
    """Send one request inside of the block: it is charged before, and given back when the block fails.

    Raises ``EngineFailed`` at once when the engine rests or its month is spent. A failure inside is counted
    and passed on.
    """
    engine = usable.engine.code
    if not breaker.may_ask(engine, by_hand=by_hand):
        raise EngineFailed(Trouble.RESTING)
    characters = sum(one.characters for one in batch)
    charge = budget.charge(engine, characters, limit=usable.setting.monthly_characters)
    if charge is None:
        raise EngineFailed(Trouble.BUDGET)
    try:
        yield
    except BaseException as error:
        budget.give_back(charge)
        if isinstance(error, EngineFailed):
            breaker.failed(engine, error.trouble, rest=error.rest)
            log.warning("engine_failed", engine=engine.value, trouble=error.trouble.value)
        raise

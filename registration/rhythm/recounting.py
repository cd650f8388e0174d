"""Everybody's days are computed again when a dated rule changes: owed work, in steps that a kill does not undo."""

from django.db import transaction

from pup_portal.background import leased, send_on_commit
from registration.models import Client, DeadlineRecount
from registration.rhythm import deadlines
from registration.rhythm.dues import FOLLOWED

BATCH = 1_000


@transaction.atomic
def rule_changed(code: str) -> None:
    """Owe a recount when the rule is one that people's days follow from. Call in the transaction of the change.

    A recount that nobody has begun yet will see this change as well.
    """
    if code not in set(FOLLOWED):
        return
    waiting = DeadlineRecount.objects.filter(state=DeadlineRecount.State.OWED, attempts=0)
    if not waiting.select_for_update(of=("self",), skip_locked=True).exists():
        send_on_commit(DeadlineRecount.objects.create())


def recount(recount_id: int) -> bool:
    """Compute the days of all people, oldest record first; say whether this call did it."""
    with leased(DeadlineRecount, recount_id) as work:
        if work is None:
            return False
        while batch := _next(work.done_up_to):
            deadlines.refresh(batch)
            work.renew(done_up_to=batch[-1])
    return True


def _next(after: int) -> list[int]:
    return list(Client.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH])

"""The worker's half of looking for duplicates: one client is compared with all others by the keys of search."""

from collections.abc import Callable, Collection, Sequence

from django.db import connection
from django.db.models import Q

from pup_portal.background import leased
from registration.closing import closed_because
from registration.merging.likeness import Likeness, likely
from registration.models import Client, ClientQuerySet, Comparison, LikelyPair
from registration.vocabulary import CLOSED


def compare(comparison_id: int) -> bool:
    """Look for duplicates of one client if it is still owed; say whether this call did."""
    with leased(Comparison, comparison_id) as work:
        if work is None:
            return False
        client = Client.objects.get(pk=work.client_id)
        alike = [] if closed_because(client) else likely(client, _others())
        work.then(_stored(client, alike))
    return True


def _others() -> ClientQuerySet:
    """A restricted record is only kept: nobody may use it, not even for this (GDPR art. 18)."""
    return Client.objects.active().filter(is_restricted=False)


def _stored(client: Client, alike: Sequence[Likeness]) -> Callable[[], None]:
    return lambda: store(client, alike)


def store(client: Client, alike: Sequence[Likeness]) -> None:
    """Make the open pairs of ``client`` those of ``alike`` that are still open. What somebody has settled stays."""
    is_open = _held([client.pk, *(likeness.client.pk for likeness in alike)])
    alike = [likeness for likeness in alike if {client.pk, likeness.client.pk} <= is_open]
    mine = LikelyPair.objects.about(client.pk)
    keep = [likeness.client.pk for likeness in alike]
    mine.filter(state=LikelyPair.State.OPEN).exclude(Q(one__in=keep) | Q(other__in=keep)).delete()
    LikelyPair.objects.bulk_create(
        [_pair(client, likeness) for likeness in sorted(alike, key=lambda likeness: likeness.client.pk)],
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["score", "reasons"],
    )


def _held(people: Collection[int]) -> set[int]:
    """Those of the records that are open; none is closed before the end of this transaction.

    Never waits: whoever holds a record to change it waits for the comparison that is being stored. A record held
    by somebody else makes this fail, and the comparison is done again later.
    """
    question = (
        "SELECT id FROM registration_client WHERE id = ANY(%s) AND state <> ALL(%s) AND NOT is_restricted"
        " ORDER BY id FOR KEY SHARE NOWAIT"
    )
    with connection.cursor() as cursor:
        cursor.execute(question, [list(people), [str(state) for state in CLOSED]])
        return {number for (number,) in cursor.fetchall()}


def _pair(client: Client, likeness: Likeness) -> LikelyPair:
    one, other = sorted((client.pk, likeness.client.pk))
    return LikelyPair(one_id=one, other_id=other, score=likeness.score, reasons=list(likeness.reasons))

"""Which entries of a large memory may be like a text: those that share its rare features.

The database counts for itself, when it analyses the table, which features are common and how common. A
feature it does not list is rare. Without its count every feature is taken for rare: slower, not wrong.
"""

import time
from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.db import connection

from translations.models import MemoryEntry

MOST = 1_500  # entries looked at for one text, by the database's own estimate
AT_LEAST = 2  # features asked for, however common
_ASKED_AGAIN_AFTER = 600  # seconds


def rare(features: Iterable[int]) -> list[int]:
    """The rarest of ``features``, as many as together are had by not many more than ``MOST`` entries."""
    frequencies = _frequencies(int(time.monotonic() // _ASKED_AGAIN_AFTER))
    found: list[int] = []
    expected = 0.0
    for feature in sorted(features, key=lambda feature: frequencies.get(feature, 0)):
        expected += frequencies.get(feature, 0)
        if len(found) >= AT_LEAST and expected > MOST:
            break
        found.append(feature)
    return found


@lru_cache(maxsize=1)
def _frequencies(_period: int) -> Mapping[int, float]:
    """How many entries have each of the common features. Asked of the database every ten minutes."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT most_common_elems::text::int[], most_common_elem_freqs, reltuples
            FROM pg_stats JOIN pg_class ON oid = format('%%I.%%I', schemaname, tablename)::regclass
            WHERE schemaname = current_schema() AND tablename = %s AND attname = 'features'
            """,
            [MemoryEntry._meta.db_table],
        )
        row = cursor.fetchone()
    if row is None or row[0] is None:
        return {}
    features, shares, total = row
    return {feature: share * total for feature, share in zip(features, shares, strict=False)}

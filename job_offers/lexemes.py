"""Asking the index of the words on the board."""

from collections.abc import Iterable
from struct import unpack

from django.db import connection


def offers_with(asked: Iterable[str]) -> list[tuple[int, ...]]:
    """The keys of the entries that each ``tsquery`` matches, in one query.

    The database packs them: fetching thousands of rows would cost more than finding them.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT keys FROM job_offers_board_sets(%s::tsquery[]) ORDER BY place", [list(asked)])
        return [unpack(f">{len(keys) // 8}q", keys) for (keys,) in cursor.fetchall()]

"""Many clients at once, for demonstration and measurement: the same rows and keys as one by one."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db import connection, transaction

from registration import keys
from registration.models import Client, NameKey, StateChange

BATCH = 2_000


def create_clients(clients: Iterable[Client]) -> Iterator[int]:
    """Store unsaved ``clients`` with their keys and first status, and say after each batch how many are in.

    Each batch is one transaction. Constraints hold as everywhere; nobody is asked about duplicates.
    """
    stored = 0
    for batch in batched(clients, BATCH):
        with transaction.atomic():
            _store(list(batch))
        stored += len(batch)
        yield stored


def _store(clients: list[Client]) -> None:
    Client.objects.bulk_create(clients)
    StateChange.objects.bulk_create(
        StateChange(
            client=client,
            to_state=client.state,
            effective_on=client.created_at.date(),
            changed_at=client.created_at,
            changed_by=client.created_by,
        )
        for client in clients
    )
    keyed = [(client.pk, kind, key) for client in clients for kind, key in keys.keys_of(client)]
    keys.add_words(key for _pk, kind, key in keyed if kind == NameKey.Kind.SOUND)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {NameKey._meta.db_table} (client_id, kind, key) FROM STDIN") as copy,
    ):
        for row in keyed:
            copy.write_row(row)

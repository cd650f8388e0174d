"""Many clients at once, for demonstration and measurement: the same rows and keys as one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from django.db import transaction

from pup_portal.copying import copy_objects, copy_rows, next_numbers
from registration import keys
from registration.models import Care, Client, Deadlines, NameKey, StateChange
from registration.rhythm import deadlines

BATCH = 5_000
_FIRST_STATUS = (
    *("client_id", "from_state", "to_state", "effective_on"),
    *("reason", "changed_at", "changed_by_id", "taken_back_reason"),
)
_FIRST_CARE = ("client_id", "looked_after_by_id", "changed_at", "changed_by_id")

type _Names = tuple[str, str, str, str, str]


def create_clients(clients: Iterable[Client]) -> Iterator[int]:
    """Store unsaved ``clients`` with their keys and first status, and say after each batch how many are in.

    Each batch is one transaction. Constraints hold as everywhere; nobody is asked about duplicates.
    """
    stored, keyring = 0, _Keyring()
    for batch in batched(clients, BATCH):
        with transaction.atomic():
            _store(batch, keyring)
        stored += len(batch)
        yield stored


class _Keyring:
    """The keys of names, made once for all who share them: there are far fewer names than people."""

    def __init__(self) -> None:
        self._keys: dict[_Names, list[keys.Key]] = {}

    def keys_of(self, client: Client) -> list[keys.Key]:
        names = (
            *(client.given_names_latin, client.surname_latin),
            *(client.given_names_cyrillic, client.surname_cyrillic, client.patronymic),
        )
        if names not in self._keys:
            self._keys[names] = keys.keys_of(client)
        return self._keys[names]


def _store(clients: Sequence[Client], keyring: _Keyring) -> None:
    for client, number in zip(clients, next_numbers(Client, len(clients)), strict=True):
        client.pk = number
    copy_objects(Client, clients)
    copy_rows(StateChange, _FIRST_STATUS, [_first_status(client) for client in clients])
    copy_rows(Care, _FIRST_CARE, [_first_care(client) for client in clients])
    _store_days(clients)
    keyed = [(client.pk, kind.value, key) for client in clients for kind, key in keyring.keys_of(client)]
    keys.add_words(keys.unknown(key for _pk, kind, key in keyed if kind == NameKey.Kind.SOUND.value))
    copy_rows(NameKey, ("client_id", "kind", "key"), keyed)


def _first_status(client: Client) -> tuple[object, ...]:
    on = client.created_at.date()
    return client.pk, "", client.state, on, "", client.created_at, client.created_by_id, ""


def _first_care(client: Client) -> tuple[object, ...]:
    return client.pk, client.created_by_id, client.created_at, client.created_by_id


def _store_days(clients: Sequence[Client]) -> None:
    rows = deadlines.first_days(clients)
    for row, number in zip(rows, next_numbers(Deadlines, len(rows)), strict=True):
        row.pk = number
    copy_objects(Deadlines, rows)

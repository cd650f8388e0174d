"""``manage.py rotate_keys``: seal everything with the first of FIELD_KEYS, so that the others may go.

May be killed at any moment and run again; the desk works on meanwhile. ``--index`` makes the blind indexes
anew after a change of INDEX_KEY; the portal is stopped for that (docs/operations.md).
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from pup_portal import encryption, keyring
from pup_portal.models import KeyCanary
from pup_portal.sealed_columns import elsewhere, keys_in_use, reindex, reseal, tables


class Command(BaseCommand):
    help = "Seal every stored number with the first key of FIELD_KEYS; with --index, make the indexes anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--index", action="store_true", help="after a change of INDEX_KEY")

    def handle(self, *args: Any, index: bool, **options: Any) -> None:
        if index:
            self._index()
        else:
            self._keys()

    def _keys(self) -> None:
        try:
            keyring.verify()
        except ImproperlyConfigured as trouble:
            raise CommandError(str(trouble)) from None
        for table in tables():
            self._tell(table.name, reseal(table))
        for name, reseal_there in elsewhere().items():
            self._tell(name, [reseal_there()])
        writing = encryption.writing_key()
        if left := keys_in_use() - {writing}:
            # A process that still has the old FIELD_KEYS goes on writing with the old key.
            raise CommandError(
                f"Still in use: {', '.join(sorted(left))}. Restart every process, then run this again."
            )
        old = set(KeyCanary.objects.values_list("name", flat=True)) - {writing, keyring.INDEX}
        keyring.forget(old)
        self.stdout.write(f"Everything is sealed with “{writing}”.")
        if old:
            self.stdout.write(f"May leave FIELD_KEYS: {', '.join(sorted(old))}.")

    def _index(self) -> None:
        for table in tables():
            if table.indexes:
                self._tell(table.name, reindex(table))
        keyring.relearn_index()
        self.stdout.write("Every index is made with the present INDEX_KEY.")

    def _tell(self, name: str, steps: Iterable[int]) -> None:
        done = 0
        for step in steps:
            done += step
            self.stdout.write(f"{name}: {done}")
            self.stdout.flush()
        self.stdout.write(f"{name}: {done} rewritten, none left")

"""Rewriting whole tables of sealed values in small steps: for new keys, and for what was stored before sealing.

A step is one short transaction that locks its rows, so that the desk works on meanwhile and a kill at any
moment loses nothing: what is done no longer fits the condition and is not met again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connection, models, transaction

from pup_portal import encryption
from pup_portal.encrypted_fields import BlindIndexField, EncryptedTextField

BATCH = 2_000

type Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table with sealed columns: its name, its key, and the columns by what they are bound to."""

    name: str
    key: str
    sealed: dict[str, str]
    indexes: dict[str, BlindIndexField]

    def rewrite(self, condition: str, columns: Sequence[str], change: Callable[[Row], Row]) -> Iterator[int]:
        """Give every row that fits ``condition`` the values of ``change``; say after each step how many it took.

        ``change`` gets the row's ``public_id`` and sealed columns and gives new values of ``columns``. The
        history is not told: nobody changed anything about the person.
        """
        last = 0
        while True:
            with transaction.atomic(), pgtrigger.ignore():
                rows = self._locked(condition, last)
                if not rows:
                    return
                last = rows[-1][self.key]
                self._store(columns, [row[self.key] for row in rows], [change(row) for row in rows])
            yield len(rows)

    def _locked(self, condition: str, last: int) -> list[Row]:
        names = [self.key, "public_id", *self.sealed]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(names)} FROM {self.name} WHERE {self.key} > %s AND ({condition}) "  # noqa: S608 - names of our own
                f"ORDER BY {self.key} LIMIT {BATCH} FOR UPDATE",
                [last],
            )
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _store(self, columns: Sequence[str], keys: list[int], values: list[Row]) -> None:
        kinds = {name: "bytea" if name in self.indexes else "text" for name in columns}
        sets = ", ".join(f"{name} = fresh.{name}" for name in columns)
        arrays = ", ".join(f"%s::{kinds[name]}[]" for name in columns)
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {self.name} AS held SET {sets} "  # noqa: S608 - names of our own columns
                f"FROM unnest(%s::bigint[], {arrays}) AS fresh (number, {', '.join(columns)}) "
                f"WHERE held.{self.key} = fresh.number",
                [keys, *([row[name] for row in values] for name in columns)],
            )


# Values sealed outside of such columns, by the name of their table; each seals anew what is stale and counts it.
_elsewhere: dict[str, Callable[[], int]] = {}


def register(table: str, *, reseal: Callable[[], int]) -> None:
    """Tell of sealed values in another shape of column, from ``AppConfig.ready()``."""
    _elsewhere[table] = reseal


def elsewhere() -> dict[str, Callable[[], int]]:
    return dict(_elsewhere)


def tables() -> list[Table]:
    """Every table with sealed columns, tables of events among them."""
    found = (table_of(model) for model in apps.get_models())
    return [table for table in found if table.sealed]


def table_of(model: type[models.Model]) -> Table:
    fields = model._meta.local_concrete_fields
    return Table(
        name=model._meta.db_table,
        key=str(model._meta.pk.column),
        sealed={
            str(field.column): field.binding for field in fields if isinstance(field, EncryptedTextField)
        },
        indexes={str(field.column): field for field in fields if isinstance(field, BlindIndexField)},
    )


def reseal(table: Table) -> Iterator[int]:
    """Seal with the writing key what is sealed with any other."""
    current = f"{encryption.VERSION}:{encryption.writing_key()}:"
    stale = " OR ".join(f"({name} <> '' AND NOT starts_with({name}, '{current}'))" for name in table.sealed)

    def change(row: Row) -> Row:
        return {
            name: encryption.seal(text, binding=binding, row=row["public_id"])
            for name, binding in table.sealed.items()
            if (text := _opened(row, name, binding)) is not None
        } | {name: row[name] for name in table.sealed if not row[name]}

    return table.rewrite(stale, list(table.sealed), change)


def reindex(table: Table) -> Iterator[int]:
    """Make every blind index anew, with the present INDEX_KEY. Doing it twice changes nothing more."""

    def change(row: Row) -> Row:
        return {
            name: field.digest(_opened(row, field.of, table.sealed[field.of]))
            for name, field in table.indexes.items()
        }

    return table.rewrite(
        " OR ".join(f"{field.of} <> ''" for field in table.indexes.values()), list(table.indexes), change
    )


def keys_in_use() -> set[str]:
    """The ids of all keys that some stored value is sealed with."""
    columns = [(table.name, name) for table in tables() for name in table.sealed]
    question = " UNION ".join(
        f"SELECT split_part({name}, ':', 2) FROM {table} WHERE {name} <> ''"  # noqa: S608 - names of our own
        for table, name in columns
    )
    with connection.cursor() as cursor:
        cursor.execute(question)
        return {key for (key,) in cursor.fetchall()}


def _opened(row: Row, name: str, binding: str) -> str | None:
    return encryption.unseal(row[name], binding=binding, row=row["public_id"]) if row[name] else None

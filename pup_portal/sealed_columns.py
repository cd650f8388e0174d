"""Rewriting whole tables of sealed values in small steps: for new keys, and for what was stored before sealing.

A step is one short transaction that locks its rows, so that the desk works on meanwhile and a kill at any
moment loses nothing: what is done no longer fits the condition and is not met again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

import pgtrigger
from django.apps import apps
from django.db import connection, models, transaction
from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

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

    def rewrite(
        self, condition: Composable, columns: Sequence[str], change: Callable[[Row], Row]
    ) -> Iterator[int]:
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

    def _locked(self, condition: Composable, last: int) -> list[Row]:
        names = [self.key, "public_id", *self.sealed]
        question = SQL(
            "SELECT {columns} FROM {table} WHERE {key} > {last} AND ({condition}) "
            "ORDER BY {key} LIMIT {batch} FOR UPDATE"
        ).format(
            columns=_listed(names),
            table=Identifier(self.name),
            key=Identifier(self.key),
            last=Literal(last),
            condition=condition,
            batch=Literal(BATCH),
        )
        with connection.cursor() as cursor:
            cursor.execute(question)
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _store(self, columns: Sequence[str], keys: list[int], values: list[Row]) -> None:
        kinds = [SQL("%s::bytea[]") if name in self.indexes else SQL("%s::text[]") for name in columns]
        change = SQL(
            "UPDATE {table} AS held SET {sets} "
            "FROM unnest(%s::bigint[], {arrays}) AS fresh (number, {columns}) WHERE held.{key} = fresh.number"
        ).format(
            table=Identifier(self.name),
            sets=SQL(", ").join(SQL("{0} = fresh.{0}").format(Identifier(name)) for name in columns),
            arrays=SQL(", ").join(kinds),
            columns=_listed(columns),
            key=Identifier(self.key),
        )
        with connection.cursor() as cursor:
            cursor.execute(change, [keys, *([row[name] for row in values] for name in columns)])


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
    stale = any_of("({0} <> '' AND NOT starts_with({0}, {1}))", table.sealed, Literal(current))

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

    filled = any_of("{0} <> ''", [field.of for field in table.indexes.values()])
    return table.rewrite(filled, list(table.indexes), change)


def keys_in_use() -> set[str]:
    """The ids of all keys that some stored value is sealed with."""
    question = SQL(" UNION ").join(
        SQL("SELECT split_part({0}, ':', 2) FROM {1} WHERE {0} <> ''").format(
            Identifier(name), Identifier(table.name)
        )
        for table in tables()
        for name in table.sealed
    )
    with connection.cursor() as cursor:
        cursor.execute(question)
        return {key for (key,) in cursor.fetchall()}


def any_of(test: LiteralString, columns: Iterable[str], *more: Composable) -> Composed:
    """The condition that ``test`` holds of any of ``columns``; {0} in it is the column, {1} what is ``more``."""
    return SQL(" OR ").join(SQL(test).format(Identifier(name), *more) for name in columns)


def _listed(columns: Iterable[str]) -> Composed:
    return SQL(", ").join(map(Identifier, columns))


def _opened(row: Row, name: str, binding: str) -> str | None:
    return encryption.unseal(row[name], binding=binding, row=row["public_id"]) if row[name] else None

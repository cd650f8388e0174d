"""Seals the numbers that were stored in plain text, in the table and in its history.

In steps of their own, not in one transaction: killed in the middle, it goes on where it was when migrated again.
"""

from functools import partial
from typing import Any

from django.db import migrations
from psycopg.sql import Literal

from pup_portal import encryption
from pup_portal.encryption import SEALED_PATTERN
from pup_portal.sealed_columns import Row, Table, any_of, table_of

PLAIN = any_of("({0} <> '' AND {0} !~ {1})", ("pesel", "document_number"), Literal(SEALED_PATTERN))


def seal(apps: Any, schema_editor: Any) -> None:
    for name in ("Client", "ClientEvent"):
        table = table_of(apps.get_model("registration", name))
        for _done in table.rewrite(PLAIN, [*table.sealed, *table.indexes], partial(_sealed, table)):
            pass


def _sealed(table: Table, row: Row) -> Row:
    """A row may be half done: one column sealed by the portal, the other still as it was."""
    plain = {
        name: encryption.unseal(text, binding=binding, row=row["public_id"]) if _is_sealed(text) else text
        for name, binding in table.sealed.items()
        for text in [row[name]]
    }
    seals = {
        name: encryption.seal(plain[name], binding=binding, row=row["public_id"])
        if plain[name]
        else plain[name]
        for name, binding in table.sealed.items()
    }
    return seals | {name: field.digest(plain[field.of]) for name, field in table.indexes.items()}


def _is_sealed(text: str | None) -> bool:
    return (text or "").startswith(f"{encryption.VERSION}:")


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("registration", "0002_sealed_columns"),
    ]

    operations = [
        migrations.RunPython(seal, migrations.RunPython.noop, elidable=True),
    ]

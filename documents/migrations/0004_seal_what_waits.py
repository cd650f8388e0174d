"""Seals what papers ordered before this release say, as long as they wait to be made.

In steps of their own, not in one transaction: killed in the middle, it goes on where it was when migrated again.
"""

from typing import Any

from django.db import migrations
from psycopg.sql import Literal

import pup_portal.encrypted_fields
from pup_portal import encryption
from pup_portal.encryption import SEALED_PATTERN
from pup_portal.sealed_columns import any_of, table_of

BINDING = "documents.document.html"


def seal(apps: Any, schema_editor: Any) -> None:
    table = table_of(apps.get_model("documents", "Document"))
    plain = any_of("({0} <> '' AND {0} !~ {1})", ("html",), Literal(SEALED_PATTERN))
    for _done in table.rewrite(plain, ["html"], _sealed):
        pass


def _sealed(row: dict[str, Any]) -> dict[str, Any]:
    return {"html": encryption.seal(row["html"], binding=BINDING, row=row["public_id"])}


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("documents", "0001_squashed_0003_remember_uploads"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="html",
            field=pup_portal.encrypted_fields.EncryptedTextField(binding=BINDING, blank=True),
        ),
        migrations.RunPython(seal, migrations.RunPython.noop, elidable=True),
    ]

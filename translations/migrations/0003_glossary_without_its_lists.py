from django.db import migrations

TABLES = ("translations_glossaryterm", "translations_glossarytermevent")


class Migration(migrations.Migration):
    """The columns that stayed for one release more, where a database is older than the squashed migration."""

    dependencies = [("translations", "0002_glossary_to_start_with")]

    operations = [
        migrations.RunSQL(
            [
                f"ALTER TABLE {table} DROP COLUMN IF EXISTS variants, DROP COLUMN IF EXISTS forbidden"
                for table in TABLES
            ],
            migrations.RunSQL.noop,
        ),
    ]

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

TABLES = ("translations_glossaryterm", "translations_glossarytermevent")
DEFAULTS = [
    f"ALTER TABLE {table} ALTER COLUMN variants SET DEFAULT '', ALTER COLUMN forbidden SET DEFAULT ''"
    for table in TABLES
]
NO_DEFAULTS = [
    f"ALTER TABLE {table} ALTER COLUMN variants DROP DEFAULT, ALTER COLUMN forbidden DROP DEFAULT"
    for table in TABLES
]


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0021_glossary_renderings"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="glossaryterm",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="glossaryterm",
            name="update_update",
        ),
        # The columns stay for one release: workers of the one before still write them.
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(DEFAULTS, NO_DEFAULTS)],
            state_operations=[
                migrations.RemoveField("glossaryterm", "forbidden"),
                migrations.RemoveField("glossaryterm", "variants"),
                migrations.RemoveField("glossarytermevent", "forbidden"),
                migrations.RemoveField("glossarytermevent", "variants"),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="glossaryterm",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "translations_glossarytermevent" ("also_pl", "certainty", "context", "id", "is_loose", "is_required", "not_beside", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pl", "public_id", "scope", "source", "status", "uk") VALUES (NEW."also_pl", NEW."certainty", NEW."context", NEW."id", NEW."is_loose", NEW."is_required", NEW."not_beside", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pl", NEW."public_id", NEW."scope", NEW."source", NEW."status", NEW."uk"); RETURN NULL;',
                    hash="353c13aebe84f10d10262f37e295f9e45425b635",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cd742",
                    table="translations_glossaryterm",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="glossaryterm",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."also_pl" IS DISTINCT FROM (NEW."also_pl") OR OLD."certainty" IS DISTINCT FROM (NEW."certainty") OR OLD."context" IS DISTINCT FROM (NEW."context") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_loose" IS DISTINCT FROM (NEW."is_loose") OR OLD."is_required" IS DISTINCT FROM (NEW."is_required") OR OLD."not_beside" IS DISTINCT FROM (NEW."not_beside") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."pl" IS DISTINCT FROM (NEW."pl") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."uk" IS DISTINCT FROM (NEW."uk"))',
                    func='INSERT INTO "translations_glossarytermevent" ("also_pl", "certainty", "context", "id", "is_loose", "is_required", "not_beside", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pl", "public_id", "scope", "source", "status", "uk") VALUES (NEW."also_pl", NEW."certainty", NEW."context", NEW."id", NEW."is_loose", NEW."is_required", NEW."not_beside", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pl", NEW."public_id", NEW."scope", NEW."source", NEW."status", NEW."uk"); RETURN NULL;',
                    hash="69070fbcfeb3aeb99d2d3d7fa4660b7c19831e97",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc539",
                    table="translations_glossaryterm",
                    when="AFTER",
                ),
            ),
        ),
    ]

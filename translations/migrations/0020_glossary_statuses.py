import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("translations", "0011_memory_features"),
    ]

    operations = [
        migrations.CreateModel(
            name="GlossaryRendering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="Ukrainian words")),
                (
                    "kind",
                    models.CharField(
                        choices=[("allowed", "allowed as well"), ("forbidden", "wrong, a false friend")],
                        default="allowed",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
            ],
            options={
                "verbose_name": "Ukrainian rendering",
                "verbose_name_plural": "Ukrainian renderings",
                "ordering": ["kind", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GlossaryRenderingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("text", models.CharField(max_length=200, verbose_name="Ukrainian words")),
                (
                    "kind",
                    models.CharField(
                        choices=[("allowed", "allowed as well"), ("forbidden", "wrong, a false friend")],
                        default="allowed",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="glossaryterm",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="glossaryterm",
            name="update_update",
        ),
        migrations.AddField(
            model_name="glossaryterm",
            name="also_pl",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=200),
                blank=True,
                default=list,
                help_text="Abbreviations and other spellings, separated by semicolons: UoP; um. o pracę.",
                verbose_name="other Polish forms",
            ),
        ),
        migrations.AddField(
            model_name="glossaryterm",
            name="is_loose",
            field=models.BooleanField(
                default=False,
                help_text="Up to two words of any kind. Adjectives may always stand between.",
                verbose_name="other words may stand between",
            ),
        ),
        migrations.AddField(
            model_name="glossaryterm",
            name="is_required",
            field=models.BooleanField(
                default=False,
                help_text="A Ukrainian text without any of the renderings is marked. For official words, not for phrases.",
                verbose_name="warn when it is missing",
            ),
        ),
        migrations.AddField(
            model_name="glossaryterm",
            name="not_beside",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=100),
                blank=True,
                default=list,
                help_text="Polish words, separated by semicolons, beside which the term means something else: bezglutenowy.",
                verbose_name="not beside",
            ),
        ),
        migrations.AddField(
            model_name="glossaryterm",
            name="status",
            field=models.CharField(
                choices=[("proposed", "proposed"), ("agreed", "agreed"), ("retired", "retired")],
                default="proposed",
                help_text="Only agreed terms act in drafts, checks and the editor.",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddField(
            model_name="glossarytermevent",
            name="also_pl",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=200),
                blank=True,
                default=list,
                help_text="Abbreviations and other spellings, separated by semicolons: UoP; um. o pracę.",
                verbose_name="other Polish forms",
            ),
        ),
        migrations.AddField(
            model_name="glossarytermevent",
            name="is_loose",
            field=models.BooleanField(
                default=False,
                help_text="Up to two words of any kind. Adjectives may always stand between.",
                verbose_name="other words may stand between",
            ),
        ),
        migrations.AddField(
            model_name="glossarytermevent",
            name="is_required",
            field=models.BooleanField(
                default=False,
                help_text="A Ukrainian text without any of the renderings is marked. For official words, not for phrases.",
                verbose_name="warn when it is missing",
            ),
        ),
        migrations.AddField(
            model_name="glossarytermevent",
            name="not_beside",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=100),
                blank=True,
                default=list,
                help_text="Polish words, separated by semicolons, beside which the term means something else: bezglutenowy.",
                verbose_name="not beside",
            ),
        ),
        migrations.AddField(
            model_name="glossarytermevent",
            name="status",
            field=models.CharField(
                choices=[("proposed", "proposed"), ("agreed", "agreed"), ("retired", "retired")],
                default="proposed",
                help_text="Only agreed terms act in drafts, checks and the editor.",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="glossaryterm",
            name="uk",
            field=models.CharField(
                help_text="The preferred one: drafts are written with it.",
                max_length=200,
                verbose_name="Ukrainian term",
            ),
        ),
        migrations.AlterField(
            model_name="glossarytermevent",
            name="uk",
            field=models.CharField(
                help_text="The preferred one: drafts are written with it.",
                max_length=200,
                verbose_name="Ukrainian term",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="glossaryterm",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "translations_glossarytermevent" ("also_pl", "certainty", "context", "forbidden", "id", "is_loose", "is_required", "not_beside", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pl", "public_id", "scope", "source", "status", "uk", "variants") VALUES (NEW."also_pl", NEW."certainty", NEW."context", NEW."forbidden", NEW."id", NEW."is_loose", NEW."is_required", NEW."not_beside", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pl", NEW."public_id", NEW."scope", NEW."source", NEW."status", NEW."uk", NEW."variants"); RETURN NULL;',
                    hash="4e6c3ff2ccef593e7ee5ccc70329436efeb2d246",
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
                    condition='WHEN (OLD."also_pl" IS DISTINCT FROM (NEW."also_pl") OR OLD."certainty" IS DISTINCT FROM (NEW."certainty") OR OLD."context" IS DISTINCT FROM (NEW."context") OR OLD."forbidden" IS DISTINCT FROM (NEW."forbidden") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_loose" IS DISTINCT FROM (NEW."is_loose") OR OLD."is_required" IS DISTINCT FROM (NEW."is_required") OR OLD."not_beside" IS DISTINCT FROM (NEW."not_beside") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."pl" IS DISTINCT FROM (NEW."pl") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."uk" IS DISTINCT FROM (NEW."uk") OR OLD."variants" IS DISTINCT FROM (NEW."variants"))',
                    func='INSERT INTO "translations_glossarytermevent" ("also_pl", "certainty", "context", "forbidden", "id", "is_loose", "is_required", "not_beside", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pl", "public_id", "scope", "source", "status", "uk", "variants") VALUES (NEW."also_pl", NEW."certainty", NEW."context", NEW."forbidden", NEW."id", NEW."is_loose", NEW."is_required", NEW."not_beside", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pl", NEW."public_id", NEW."scope", NEW."source", NEW."status", NEW."uk", NEW."variants"); RETURN NULL;',
                    hash="20f85c0c6c7627dcca34349e0274f6cd38ce5c2f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc539",
                    table="translations_glossaryterm",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["proposed", "agreed", "retired"])),
                name="glossaryterm_status_is_known",
            ),
        ),
        migrations.AddField(
            model_name="glossaryrendering",
            name="term",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="renderings",
                to="translations.glossaryterm",
            ),
        ),
        migrations.AddField(
            model_name="glossaryrenderingevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="glossaryrenderingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="translations.glossaryrendering",
            ),
        ),
        migrations.AddField(
            model_name="glossaryrenderingevent",
            name="term",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="translations.glossaryterm",
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryrendering",
            constraint=models.UniqueConstraint(
                fields=("term", "text"),
                name="glossaryrendering_is_listed_once",
                violation_error_message="This rendering is listed twice.",
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryrendering",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="glossaryrendering_has_a_text",
                violation_error_message="Enter the Ukrainian words.",
            ),
        ),
        migrations.AddConstraint(
            model_name="glossaryrendering",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["allowed", "forbidden"])),
                name="glossaryrendering_kind_is_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="glossaryrendering",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "translations_glossaryrenderingevent" ("id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id", "text") VALUES (NEW."id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."term_id", NEW."text"); RETURN NULL;',
                    hash="c13998dc1c2cec8785f0b9dd21eac748545af41d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a9c83",
                    table="translations_glossaryrendering",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="glossaryrendering",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "translations_glossaryrenderingevent" ("id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id", "text") VALUES (NEW."id", NEW."kind", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."term_id", NEW."text"); RETURN NULL;',
                    hash="8e5d540b2404da7006205a34637ac7ca3b605623",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_49e0f",
                    table="translations_glossaryrendering",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="glossaryrendering",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "translations_glossaryrenderingevent" ("id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id", "text") VALUES (OLD."id", OLD."kind", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."term_id", OLD."text"); RETURN NULL;',
                    hash="4e9762acb943ea56f41c0aeaa3a8b0595693f7c6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1fd30",
                    table="translations_glossaryrendering",
                    when="AFTER",
                ),
            ),
        ),
    ]

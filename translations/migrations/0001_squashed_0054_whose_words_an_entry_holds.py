import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [
        ("translations", "0001_translations"),
        ("translations", "0010_memory_scopes"),
        ("translations", "0020_glossary_statuses"),
        ("translations", "0022_glossary_without_lists"),
        ("translations", "0030_engines"),
        ("translations", "0031_glossary_concerns"),
        ("translations", "0032_segment_polish_words"),
        ("translations", "0040_workflow"),
        ("translations", "0050_quality"),
        ("translations", "0051_memory_rules"),
        ("translations", "0052_corrections_wait_for_a_second"),
        ("translations", "0054_whose_words_an_entry_holds"),
    ]

    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Translation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("owed", "waiting"),
                                    ("running", "in progress"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="owed",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("owed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("run_after", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.UUIDField(blank=True, null=True)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                        ("language", models.CharField(default="uk", max_length=2, verbose_name="language")),
                        ("title_pl", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("missing", "missing"),
                                    ("draft", "draft"),
                                    ("reviewed", "approved"),
                                    ("outdated", "outdated"),
                                ],
                                default="missing",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("source_hash", models.CharField(max_length=64)),
                        ("version", models.PositiveIntegerField(default=0)),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("drafted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ready_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ready_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="ready for the second person"
                            ),
                        ),
                        (
                            "minor_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="small correction of the Polish text by",
                            ),
                        ),
                        (
                            "minor_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="small correction of the Polish text"
                            ),
                        ),
                        (
                            "urgency",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "readers wait"),
                                    (2, "publication waits"),
                                    (3, "nobody waits yet"),
                                    (4, "no longer needed"),
                                ],
                                default=3,
                                verbose_name="urgency",
                            ),
                        ),
                        (
                            "waiting_since",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="waiting since",
                            ),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                    ],
                    options={
                        "verbose_name": "translation",
                        "verbose_name_plural": "translations",
                        "ordering": ["changed_at", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="translation_unfinished",
                            ),
                            models.Index(fields=["status", "changed_at", "id"], name="translation_work_list"),
                            models.Index(
                                condition=models.Q(
                                    ("ready_at__isnull", False),
                                    models.Q(
                                        ("status__in", ["missing", "draft", "outdated"]), ("urgency__lt", 4)
                                    ),
                                    _connector="OR",
                                ),
                                fields=["urgency", "waiting_since", "id"],
                                name="translation_to_do",
                            ),
                            models.Index(
                                condition=models.Q(("ready_at__isnull", False)),
                                fields=["ready_at"],
                                name="translation_ready",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lease__isnull", False),
                                        ("leased_until__isnull", False),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("lease", None),
                                        ("leased_until", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="translation_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="translation_finished_at_when_done",
                            ),
                            models.UniqueConstraint(
                                fields=("content_type", "object_id", "language"),
                                name="translation_is_one_per_subject_and_language",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["missing", "draft", "reviewed", "outdated"])
                                ),
                                name="translation_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("language__in", ["uk"])),
                                name="translation_language_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reviewed_at", None), ("reviewed_by", None)),
                                    models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="translation_reviewed_at_and_by_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["reviewed", "outdated"]), _negated=True),
                                    ("reviewed_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="translation_reviewed_by_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ready_at", None), ("ready_by", None)),
                                    models.Q(("ready_at__isnull", False), ("ready_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="translation_ready_at_and_by_together",
                                violation_error_message="Say who made the translation ready, and when.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("minor_at", None), ("minor_by", None)),
                                    models.Q(("minor_at__isnull", False), ("minor_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="translation_minor_at_and_by_together",
                                violation_error_message="Say who made the small correction, and when.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("urgency__in", [1, 2, 3, 4])),
                                name="translation_urgency_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "draft"), _negated=True),
                                    ("drafted_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="translation_draft_has_its_time",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "translations_translationevent" ("drafted_at", "drafted_by_id", "minor_at", "minor_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_at", "ready_by_id", "reviewed_at", "reviewed_by_id", "source_hash", "status", "version") VALUES (NEW."drafted_at", NEW."drafted_by_id", NEW."minor_at", NEW."minor_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."ready_at", NEW."ready_by_id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."source_hash", NEW."status", NEW."version"); RETURN NULL;',
                                    hash="3104bf095e167acd80650b6c4ee610c2a0f2fb9f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a1c14",
                                    table="translations_translation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."drafted_at" IS DISTINCT FROM (NEW."drafted_at") OR OLD."drafted_by_id" IS DISTINCT FROM (NEW."drafted_by_id") OR OLD."minor_at" IS DISTINCT FROM (NEW."minor_at") OR OLD."minor_by_id" IS DISTINCT FROM (NEW."minor_by_id") OR OLD."ready_at" IS DISTINCT FROM (NEW."ready_at") OR OLD."ready_by_id" IS DISTINCT FROM (NEW."ready_by_id") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."source_hash" IS DISTINCT FROM (NEW."source_hash") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "translations_translationevent" ("drafted_at", "drafted_by_id", "minor_at", "minor_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_at", "ready_by_id", "reviewed_at", "reviewed_by_id", "source_hash", "status", "version") VALUES (NEW."drafted_at", NEW."drafted_by_id", NEW."minor_at", NEW."minor_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."ready_at", NEW."ready_by_id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."source_hash", NEW."status", NEW."version"); RETURN NULL;',
                                    hash="bbcd418b8a4593a8744fcb5a3ec8913e88d8b159",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_62ea2",
                                    table="translations_translation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TranslationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.translation",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("missing", "missing"),
                                    ("draft", "draft"),
                                    ("reviewed", "approved"),
                                    ("outdated", "outdated"),
                                ],
                                default="missing",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("drafted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("source_hash", models.CharField(max_length=64)),
                        ("version", models.PositiveIntegerField(default=0)),
                        (
                            "ready_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ready_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="ready for the second person"
                            ),
                        ),
                        (
                            "minor_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="small correction of the Polish text by",
                            ),
                        ),
                        (
                            "minor_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="small correction of the Polish text"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="962c9ac9887aa44ababc32cbf8ecc687da975930",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_9f959",
                                    table="translations_translationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Segment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="segments",
                                to="translations.translation",
                            ),
                        ),
                        ("field", models.CharField(max_length=60)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("before", models.TextField(blank=True)),
                        ("source_pl", models.TextField(verbose_name="Polish text")),
                        ("after", models.TextField(blank=True)),
                        ("text_uk", models.TextField(blank=True, verbose_name="Ukrainian text")),
                        ("previous_pl", models.TextField(blank=True)),
                        (
                            "origin",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "nobody yet"),
                                    ("coded", "taken over unchanged"),
                                    ("glossary", "glossary"),
                                    ("memory", "memory"),
                                    ("machine", "machine translation"),
                                    ("person", "a person"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("is_complete", models.BooleanField(default=False)),
                        (
                            "typed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["translation_id", "field", "position"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector("source_pl", config="simple"),
                                name="segment_polish_words",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("translation", "field", "position"),
                                name="segment_has_its_own_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source_pl", ""), _negated=True),
                                name="segment_has_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin", ""), ("text_uk", "")),
                                    models.Q(
                                        models.Q(("text_uk", ""), _negated=True),
                                        models.Q(("origin", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="segment_text_has_an_origin",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_complete", False),
                                    models.Q(("text_uk", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="segment_complete_has_text",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("typed_by", None),
                                    models.Q(("text_uk", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="segment_typed_by_wrote_a_text",
                                violation_error_message="Nobody wrote a text that is not there.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "translations_segmentevent" ("field", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "previous_pl", "source_pl", "text_uk", "translation_id") VALUES (NEW."field", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."previous_pl", NEW."source_pl", NEW."text_uk", NEW."translation_id"); RETURN NULL;',
                                    hash="952467dcd2fdd6ceba1ba9b6767352a308c77d75",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d5863",
                                    table="translations_segment",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."field" IS DISTINCT FROM (NEW."field") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."previous_pl" IS DISTINCT FROM (NEW."previous_pl") OR OLD."source_pl" IS DISTINCT FROM (NEW."source_pl") OR OLD."text_uk" IS DISTINCT FROM (NEW."text_uk") OR OLD."translation_id" IS DISTINCT FROM (NEW."translation_id"))',
                                    func='INSERT INTO "translations_segmentevent" ("field", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "previous_pl", "source_pl", "text_uk", "translation_id") VALUES (NEW."field", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."previous_pl", NEW."source_pl", NEW."text_uk", NEW."translation_id"); RETURN NULL;',
                                    hash="7ddeb50129946482e1ec03e464035083747a9ba0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_50a5e",
                                    table="translations_segment",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SegmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.segment",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="translations.translation",
                            ),
                        ),
                        ("field", models.CharField(max_length=60)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("source_pl", models.TextField(verbose_name="Polish text")),
                        ("text_uk", models.TextField(blank=True, verbose_name="Ukrainian text")),
                        (
                            "origin",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "nobody yet"),
                                    ("coded", "taken over unchanged"),
                                    ("glossary", "glossary"),
                                    ("memory", "memory"),
                                    ("machine", "machine translation"),
                                    ("person", "a person"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("previous_pl", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="fb65d9e5b156b6b4d58bb2a16f379ecb06d04abd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c3105",
                                    table="translations_segmentevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Editing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "translation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="editing",
                                to="translations.translation",
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("page", models.UUIDField(default=uuid.uuid4)),
                        (
                            "taken_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("let_go_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "page on which a translation is edited",
                        "verbose_name_plural": "pages on which translations are edited",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("seen_at__gte", models.F("taken_at"))),
                                name="editing_is_seen_since_it_is_taken",
                                violation_error_message="Nobody is seen at work before they began.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("let_go_at", None),
                                    ("let_go_at__gte", models.F("taken_at")),
                                    _connector="OR",
                                ),
                                name="editing_is_let_go_since_it_is_taken",
                                violation_error_message="Nobody stops before they began.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_from", None),
                                    models.Q(("taken_from", models.F("holder")), _negated=True),
                                    _connector="OR",
                                ),
                                name="editing_is_taken_from_another",
                                violation_error_message="Nobody takes over from themselves.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "translations_editingevent" ("holder_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at", "taken_from_id", "translation_id") VALUES (NEW."holder_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."taken_at", NEW."taken_from_id", NEW."translation_id"); RETURN NULL;',
                                    hash="77fe5b38ecd653d3a33d67f29b5434da29ede90c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f21d6",
                                    table="translations_editing",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."holder_id" IS DISTINCT FROM (NEW."holder_id") OR OLD."taken_at" IS DISTINCT FROM (NEW."taken_at") OR OLD."taken_from_id" IS DISTINCT FROM (NEW."taken_from_id") OR OLD."translation_id" IS DISTINCT FROM (NEW."translation_id"))',
                                    func='INSERT INTO "translations_editingevent" ("holder_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at", "taken_from_id", "translation_id") VALUES (NEW."holder_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."taken_at", NEW."taken_from_id", NEW."translation_id"); RETURN NULL;',
                                    hash="cee4ba79ed30c479783f9b403dc06fd58dece242",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f3003",
                                    table="translations_editing",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EditingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.editing",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="translations.translation",
                            ),
                        ),
                        (
                            "holder",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="6a531bf5e5788a0e4501740fefe747db2c36c4c6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_8f926",
                                    table="translations_editingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TypedText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="typed_texts",
                                to="translations.translation",
                            ),
                        ),
                        (
                            "segment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="typed_text",
                                to="translations.segment",
                            ),
                        ),
                        ("segment_key", models.BigIntegerField()),
                        ("source_pl", models.TextField(verbose_name="Polish text")),
                        ("text_uk", models.TextField(blank=True, verbose_name="Ukrainian text")),
                        (
                            "typed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("typed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("page", models.UUIDField()),
                        ("sequence", models.PositiveIntegerField()),
                    ],
                    options={
                        "verbose_name": "typed text",
                        "verbose_name_plural": "typed texts",
                        "ordering": ["translation_id", "segment_key"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("translation", "segment_key"),
                                name="typedtext_is_one_per_sentence",
                                violation_error_message="There is one typed text for each sentence.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("segment", None), ("segment", models.F("segment_key")), _connector="OR"
                                ),
                                name="typedtext_belongs_to_its_sentence",
                                violation_error_message="A typed text belongs to the sentence it was typed for.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineSetting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("memory", "memory"),
                                    ("glossary", "glossary"),
                                    ("local", "Model on this machine"),
                                    ("libretranslate", "LibreTranslate"),
                                    ("etranslation", "eTranslation"),
                                    ("deepl", "DeepL"),
                                ],
                                editable=False,
                                max_length=20,
                                unique=True,
                                verbose_name="engine",
                            ),
                        ),
                        ("is_on", models.BooleanField(default=False, verbose_name="in use")),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(
                                default=50,
                                help_text="The engine with the smallest number is asked first.",
                                verbose_name="rank",
                            ),
                        ),
                        (
                            "monthly_characters",
                            models.PositiveIntegerField(
                                blank=True,
                                default=500000,
                                help_text="Empty: no limit.",
                                null=True,
                                verbose_name="characters a month",
                            ),
                        ),
                        (
                            "agreement",
                            models.TextField(blank=True, verbose_name="agreement on personal data"),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="recorded")),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "translation engine",
                        "verbose_name_plural": "translation engines",
                        "ordering": ["rank", "code"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("code__in", ("local", "libretranslate", "etranslation", "deepl"))
                                ),
                                name="enginesetting_code_is_known",
                                violation_error_message="There is no such engine.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed_at", None), ("agreed_by", None), ("agreement", "")),
                                    models.Q(
                                        models.Q(("agreement", ""), _negated=True),
                                        ("agreed_at__isnull", False),
                                        ("agreed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="enginesetting_agreement_is_whole",
                                violation_error_message="An agreement has its words, its time and who recorded it.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "translations_enginesettingevent" ("agreed_at", "agreed_by_id", "agreement", "code", "id", "is_on", "monthly_characters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."agreement", NEW."code", NEW."id", NEW."is_on", NEW."monthly_characters", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank"); RETURN NULL;',
                                    hash="d146bbe57a7cb50e19ff08e7ed285cee29558503",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_73b6c",
                                    table="translations_enginesetting",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "translations_enginesettingevent" ("agreed_at", "agreed_by_id", "agreement", "code", "id", "is_on", "monthly_characters", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."agreement", NEW."code", NEW."id", NEW."is_on", NEW."monthly_characters", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank"); RETURN NULL;',
                                    hash="61cd1b0a02215e51a6de001ccf27a1acc5eb6c88",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2f526",
                                    table="translations_enginesetting",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineSettingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.enginesetting",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "code",
                            models.CharField(
                                choices=[
                                    ("memory", "memory"),
                                    ("glossary", "glossary"),
                                    ("local", "Model on this machine"),
                                    ("libretranslate", "LibreTranslate"),
                                    ("etranslation", "eTranslation"),
                                    ("deepl", "DeepL"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="engine",
                            ),
                        ),
                        ("is_on", models.BooleanField(default=False, verbose_name="in use")),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(
                                default=50,
                                help_text="The engine with the smallest number is asked first.",
                                verbose_name="rank",
                            ),
                        ),
                        (
                            "monthly_characters",
                            models.PositiveIntegerField(
                                blank=True,
                                default=500000,
                                help_text="Empty: no limit.",
                                null=True,
                                verbose_name="characters a month",
                            ),
                        ),
                        (
                            "agreement",
                            models.TextField(blank=True, verbose_name="agreement on personal data"),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="recorded")),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="2af0905a7015d14e7f3deaba20c2939183566488",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_7d127",
                                    table="translations_enginesettingevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineUse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "engine",
                            models.CharField(
                                choices=[
                                    ("memory", "memory"),
                                    ("glossary", "glossary"),
                                    ("local", "Model on this machine"),
                                    ("libretranslate", "LibreTranslate"),
                                    ("etranslation", "eTranslation"),
                                    ("deepl", "DeepL"),
                                ],
                                max_length=20,
                                verbose_name="engine",
                            ),
                        ),
                        ("month", models.DateField(verbose_name="month")),
                        ("characters", models.PositiveBigIntegerField(default=0, verbose_name="characters")),
                        ("requests", models.PositiveIntegerField(default=0, verbose_name="requests")),
                        ("failures", models.PositiveIntegerField(default=0, verbose_name="failed requests")),
                    ],
                    options={
                        "ordering": ["-month", "engine"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("engine", "month"),
                                name="engineuse_is_one_per_engine_and_month",
                                violation_error_message="This month of the engine is counted already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("month__day", 1)),
                                name="engineuse_month_is_its_first_day",
                                violation_error_message="A month is named by its first day.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("failures__lte", models.F("requests"))),
                                name="engineuse_fails_at_most_as_often_as_asked",
                                violation_error_message="More requests failed than were sent.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineHealth",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "engine",
                            models.CharField(
                                choices=[
                                    ("memory", "memory"),
                                    ("glossary", "glossary"),
                                    ("local", "Model on this machine"),
                                    ("libretranslate", "LibreTranslate"),
                                    ("etranslation", "eTranslation"),
                                    ("deepl", "DeepL"),
                                ],
                                max_length=20,
                                unique=True,
                                verbose_name="engine",
                            ),
                        ),
                        ("failures", models.PositiveSmallIntegerField(default=0)),
                        ("rests_until", models.DateTimeField(blank=True, null=True)),
                        ("tried_until", models.DateTimeField(blank=True, null=True)),
                        ("last_ok_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "last_trouble",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unreachable", "It does not answer."),
                                    (
                                        "not-allowed",
                                        "Its host is not in OUTBOUND_HOSTS, or the address is wrong.",
                                    ),
                                    ("refused", "It refuses our key or password."),
                                    ("busy", "It asks us to wait: too many requests."),
                                    ("quota", "The quota bought from the provider is used up."),
                                    ("broken", "It reports an error of its own."),
                                    ("rejected", "It does not accept the request."),
                                    ("unreadable", "Its answer is cut off or cannot be read."),
                                    ("unfit", "Its translations did not pass the checks."),
                                    ("late", "The answer did not come in time."),
                                    ("model", "The model cannot be loaded."),
                                    ("budget", "The budget of the month is used up."),
                                    ("resting", "It rests after failures."),
                                    (
                                        "nothing",
                                        "There is nothing to translate: all of it is known facts and terms.",
                                    ),
                                    ("off", "It is off."),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("last_trouble_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("last_trouble", ""), ("last_trouble_at", None)),
                                    models.Q(
                                        models.Q(("last_trouble", ""), _negated=True),
                                        ("last_trouble_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="enginehealth_trouble_has_its_time",
                                violation_error_message="A failure has its reason and its time.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rests_until", None), ("failures__gt", 0), _connector="OR"
                                ),
                                name="enginehealth_rests_after_failures",
                                violation_error_message="Only an engine that failed may rest.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("owed", "waiting"),
                                    ("running", "in progress"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="owed",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("owed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("run_after", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.UUIDField(blank=True, null=True)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "engine",
                            models.CharField(
                                choices=[
                                    ("memory", "memory"),
                                    ("glossary", "glossary"),
                                    ("local", "Model on this machine"),
                                    ("libretranslate", "LibreTranslate"),
                                    ("etranslation", "eTranslation"),
                                    ("deepl", "DeepL"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="engine_requests",
                                to="translations.translation",
                            ),
                        ),
                        ("token_hash", models.CharField(max_length=64, unique=True)),
                        ("sources", django.contrib.postgres.fields.ArrayField(base_field=models.TextField())),
                        ("parts", models.JSONField()),
                        ("outside_id", models.CharField(blank=True, max_length=40)),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting for the answer"),
                                    ("answered", "answered"),
                                    ("refused", "refused by the engine"),
                                    ("late", "no answer in time"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("results", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name": "question to a translation engine",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="enginerequest_unfinished",
                            ),
                            models.Index(fields=["asked_at"], name="enginerequest_by_age"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lease__isnull", False),
                                        ("leased_until__isnull", False),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("lease", None),
                                        ("leased_until", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="enginerequest_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="enginerequest_finished_at_when_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_at__isnull", False),
                                    models.Q(
                                        ("answer", ""),
                                        models.Q(("outcome__in", ["answered", "refused"]), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="enginerequest_answer_has_its_time",
                                violation_error_message="An answer has its time.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineRetry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("owed", "waiting"),
                                    ("running", "in progress"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="owed",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("owed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("run_after", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.UUIDField(blank=True, null=True)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        (
                            "translation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="engine_retry",
                                to="translations.translation",
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "another draft after an engine failed",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="engineretry_unfinished",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lease__isnull", False),
                                        ("leased_until__isnull", False),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("lease", None),
                                        ("leased_until", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="engineretry_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="engineretry_finished_at_when_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EngineTrial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("owed", "waiting"),
                                    ("running", "in progress"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="owed",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("owed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("run_after", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.UUIDField(blank=True, null=True)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        (
                            "engine",
                            models.CharField(
                                choices=[
                                    ("memory", "memory"),
                                    ("glossary", "glossary"),
                                    ("local", "Model on this machine"),
                                    ("libretranslate", "LibreTranslate"),
                                    ("etranslation", "eTranslation"),
                                    ("deepl", "DeepL"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "sentence",
                            models.CharField(
                                help_text="No personal data, please: the engine may be outside of the office.",
                                max_length=300,
                                verbose_name="Polish sentence",
                            ),
                        ),
                        ("answer", models.TextField(blank=True)),
                        (
                            "trouble",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unreachable", "It does not answer."),
                                    (
                                        "not-allowed",
                                        "Its host is not in OUTBOUND_HOSTS, or the address is wrong.",
                                    ),
                                    ("refused", "It refuses our key or password."),
                                    ("busy", "It asks us to wait: too many requests."),
                                    ("quota", "The quota bought from the provider is used up."),
                                    ("broken", "It reports an error of its own."),
                                    ("rejected", "It does not accept the request."),
                                    ("unreadable", "Its answer is cut off or cannot be read."),
                                    ("unfit", "Its translations did not pass the checks."),
                                    ("late", "The answer did not come in time."),
                                    ("model", "The model cannot be loaded."),
                                    ("budget", "The budget of the month is used up."),
                                    ("resting", "It rests after failures."),
                                    (
                                        "nothing",
                                        "There is nothing to translate: all of it is known facts and terms.",
                                    ),
                                    ("off", "It is off."),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="translations.enginerequest",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trial of a translation engine",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="enginetrial_unfinished",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lease__isnull", False),
                                        ("leased_until__isnull", False),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("lease", None),
                                        ("leased_until", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="enginetrial_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="enginetrial_finished_at_when_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answer", ""), ("trouble", ""), _connector="OR"),
                                name="enginetrial_ends_one_way",
                                violation_error_message="A trial gives a text or a reason, not both.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GlossaryTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("pl", models.CharField(max_length=200, verbose_name="Polish term")),
                        (
                            "uk",
                            models.CharField(
                                help_text="The preferred one: drafts are written with it.",
                                max_length=200,
                                verbose_name="Ukrainian term",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposed"),
                                    ("agreed", "agreed"),
                                    ("retired", "retired"),
                                ],
                                default="proposed",
                                help_text="Only agreed terms act in drafts, checks and the editor.",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "also_pl",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                blank=True,
                                default=list,
                                help_text="Abbreviations and other spellings, separated by semicolons: UoP; um. o pracę.",
                                verbose_name="other Polish forms",
                            ),
                        ),
                        (
                            "not_beside",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                blank=True,
                                default=list,
                                help_text="Polish words, separated by semicolons, beside which the term means something else: bezglutenowy.",
                                verbose_name="not beside",
                            ),
                        ),
                        (
                            "is_loose",
                            models.BooleanField(
                                default=False,
                                help_text="Up to two words of any kind. Adjectives may always stand between.",
                                verbose_name="other words may stand between",
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(
                                default=False,
                                help_text="A Ukrainian text without any of the renderings is marked. For official words, not for phrases.",
                                verbose_name="warn when it is missing",
                            ),
                        ),
                        (
                            "context",
                            models.CharField(blank=True, max_length=200, verbose_name="where it is used"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=500, verbose_name="note for translators"),
                        ),
                        (
                            "certainty",
                            models.CharField(
                                choices=[
                                    ("source", "from a published source"),
                                    ("source(variant)", "a published source has another form"),
                                    ("known", "from our own knowledge"),
                                    ("confirmed", "confirmed by the office"),
                                ],
                                default="known",
                                max_length=20,
                                verbose_name="certainty",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("anywhere", "anywhere in a text"),
                                    ("whole", "only when it is the whole line"),
                                ],
                                default="anywhere",
                                max_length=10,
                                verbose_name="applies",
                            ),
                        ),
                        (
                            "pl_lemmas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100), default=list, editable=False
                            ),
                        ),
                        ("sort_pl", models.CharField(editable=False, max_length=400)),
                    ],
                    options={
                        "verbose_name": "glossary term",
                        "verbose_name_plural": "glossary",
                        "ordering": ["sort_pl", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pl",),
                                name="glossaryterm_is_listed_once",
                                violation_error_message="The glossary has this Polish term already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pl", ""), _negated=True), models.Q(("uk", ""), _negated=True)
                                ),
                                name="glossaryterm_has_both_languages",
                                violation_error_message="Enter the term in both languages.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["proposed", "agreed", "retired"])),
                                name="glossaryterm_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("certainty__in", ["source", "source(variant)", "known", "confirmed"])
                                ),
                                name="glossaryterm_certainty_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("scope__in", ["anywhere", "whole"])),
                                name="glossaryterm_scope_is_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GlossaryTermEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.glossaryterm",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("pl", models.CharField(max_length=200, verbose_name="Polish term")),
                        (
                            "uk",
                            models.CharField(
                                help_text="The preferred one: drafts are written with it.",
                                max_length=200,
                                verbose_name="Ukrainian term",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "proposed"),
                                    ("agreed", "agreed"),
                                    ("retired", "retired"),
                                ],
                                default="proposed",
                                help_text="Only agreed terms act in drafts, checks and the editor.",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "also_pl",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                blank=True,
                                default=list,
                                help_text="Abbreviations and other spellings, separated by semicolons: UoP; um. o pracę.",
                                verbose_name="other Polish forms",
                            ),
                        ),
                        (
                            "not_beside",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                blank=True,
                                default=list,
                                help_text="Polish words, separated by semicolons, beside which the term means something else: bezglutenowy.",
                                verbose_name="not beside",
                            ),
                        ),
                        (
                            "is_loose",
                            models.BooleanField(
                                default=False,
                                help_text="Up to two words of any kind. Adjectives may always stand between.",
                                verbose_name="other words may stand between",
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(
                                default=False,
                                help_text="A Ukrainian text without any of the renderings is marked. For official words, not for phrases.",
                                verbose_name="warn when it is missing",
                            ),
                        ),
                        (
                            "context",
                            models.CharField(blank=True, max_length=200, verbose_name="where it is used"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=500, verbose_name="note for translators"),
                        ),
                        (
                            "certainty",
                            models.CharField(
                                choices=[
                                    ("source", "from a published source"),
                                    ("source(variant)", "a published source has another form"),
                                    ("known", "from our own knowledge"),
                                    ("confirmed", "confirmed by the office"),
                                ],
                                default="known",
                                max_length=20,
                                verbose_name="certainty",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("anywhere", "anywhere in a text"),
                                    ("whole", "only when it is the whole line"),
                                ],
                                default="anywhere",
                                max_length=10,
                                verbose_name="applies",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="053793820c69ab43de87576751b415efcbe688e2",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_c5c87",
                                    table="translations_glossarytermevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GlossaryRendering",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="renderings",
                                to="translations.glossaryterm",
                            ),
                        ),
                        ("text", models.CharField(max_length=200, verbose_name="Ukrainian words")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("allowed", "allowed as well"),
                                    ("forbidden", "wrong, a false friend"),
                                ],
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("term", "text"),
                                name="glossaryrendering_is_listed_once",
                                violation_error_message="This rendering is listed twice.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="glossaryrendering_has_a_text",
                                violation_error_message="Enter the Ukrainian words.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["allowed", "forbidden"])),
                                name="glossaryrendering_kind_is_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GlossaryRenderingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.glossaryrendering",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="translations.glossaryterm",
                            ),
                        ),
                        ("text", models.CharField(max_length=200, verbose_name="Ukrainian words")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("allowed", "allowed as well"),
                                    ("forbidden", "wrong, a false friend"),
                                ],
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
                migrations.CreateModel(
                    name="GlossaryConcern",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="concerns",
                                to="translations.translation",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="concerns",
                                to="translations.glossaryterm",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "verbose_name": "text in question",
                        "verbose_name_plural": "texts in question",
                        "ordering": ["created_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("translation", "term"),
                                name="glossaryconcern_is_one_per_text_and_term",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MemoryEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("key", models.CharField(max_length=64)),
                        ("template_pl", models.TextField(verbose_name="Polish text")),
                        ("template_uk", models.TextField(verbose_name="Ukrainian text")),
                        ("domain", models.CharField(blank=True, max_length=40, verbose_name="domain")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("office", "everywhere in the office"),
                                    ("domain", "in its own domain only"),
                                    ("file", "suggested only, as from a file"),
                                ],
                                default="office",
                                max_length=10,
                                verbose_name="where it serves",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[("approved", "approved here"), ("imported", "imported")],
                                default="approved",
                                max_length=10,
                                verbose_name="origin",
                            ),
                        ),
                        ("file_name", models.CharField(blank=True, max_length=200, verbose_name="file name")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reviewed_at", models.DateTimeField()),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                help_text="whose words these are, by hand or by a file, that nobody has approved in a text yet",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("use_count", models.PositiveIntegerField(default=0, verbose_name="times used")),
                        (
                            "last_used_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="last used"),
                        ),
                        (
                            "features",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), default=list, editable=False
                            ),
                        ),
                        (
                            "keyed_by",
                            models.PositiveSmallIntegerField(
                                db_default=0,
                                default=0,
                                editable=False,
                                help_text="number of the rules of facts and places that made key and templates",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry of the memory",
                        "verbose_name_plural": "translation memory",
                        "ordering": ["-reviewed_at", "-pk"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fastupdate=False, fields=["features"], name="memoryentry_features"
                            ),
                            models.Index(fields=["-reviewed_at", "-id"], name="memoryentry_newest"),
                            models.Index(fields=["keyed_by", "id"], name="memoryentry_keyed_by"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("key", "domain"),
                                name="memoryentry_is_one_per_domain",
                                violation_error_message="The memory has this Polish text already in this domain.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("template_pl", ""), _negated=True),
                                    models.Q(("template_uk", ""), _negated=True),
                                ),
                                name="memoryentry_has_both_texts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("scope__in", ["office", "domain", "file"])),
                                name="memoryentry_scope_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file_name", ""), ("origin", "approved")),
                                    models.Q(
                                        ("origin", "imported"), models.Q(("file_name", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="memoryentry_imported_from_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("scope", "domain"), _negated=True),
                                    models.Q(("domain", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="memoryentry_scope_has_its_domain",
                                violation_error_message="Name the domain in which the entry serves.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReplacedPair",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replaced",
                                to="translations.memoryentry",
                            ),
                        ),
                        ("template_pl", models.TextField(verbose_name="Polish text")),
                        ("template_uk", models.TextField(verbose_name="Ukrainian text")),
                        ("reviewed_at", models.DateTimeField()),
                        ("use_count", models.PositiveIntegerField(default=0, verbose_name="times used")),
                        (
                            "replaced_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                    ],
                    options={
                        "verbose_name": "replaced pair",
                        "verbose_name_plural": "replaced pairs",
                        "ordering": ["-replaced_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MemoryRekeying",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("owed", "waiting"),
                                    ("running", "in progress"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="owed",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("owed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("run_after", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.UUIDField(blank=True, null=True)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        ("rules", models.PositiveSmallIntegerField()),
                        (
                            "rekeyed",
                            models.PositiveIntegerField(default=0, help_text="entries brought to the rules"),
                        ),
                        (
                            "merged",
                            models.PositiveIntegerField(
                                default=0, help_text="entries that became one with a newer one"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of the memory to new rules",
                        "verbose_name_plural": "changes of the memory to new rules",
                        "ordering": ["-rules"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="memoryrekeying_unfinished",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lease__isnull", False),
                                        ("leased_until__isnull", False),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("lease", None),
                                        ("leased_until", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="memoryrekeying_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="memoryrekeying_finished_at_when_done",
                            ),
                            models.UniqueConstraint(
                                fields=("rules",), name="memoryrekeying_is_one_for_each_number"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MemoryImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("owed", "waiting"),
                                    ("running", "in progress"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                ],
                                default="owed",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("owed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("run_after", models.DateTimeField(default=django.utils.timezone.now)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.UUIDField(blank=True, null=True)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("file", models.FileField(blank=True, upload_to="memory/", verbose_name="file")),
                        ("file_name", models.CharField(max_length=200, verbose_name="file name")),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                        (
                            "format",
                            models.CharField(
                                choices=[("tmx", "TMX"), ("csv", "CSV")], max_length=5, verbose_name="format"
                            ),
                        ),
                        ("domain", models.CharField(blank=True, max_length=40, verbose_name="domain")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("office", "everywhere in the office"),
                                    ("domain", "in its own domain only"),
                                    ("file", "suggested only, as from a file"),
                                ],
                                default="file",
                                max_length=10,
                                verbose_name="where it serves",
                            ),
                        ),
                        ("replaces", models.BooleanField(default=False, verbose_name="replace what differs")),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("reading", "being read"),
                                    ("preview", "waiting for your decision"),
                                    ("taking_over", "being taken over"),
                                    ("taken_over", "taken over"),
                                    ("refused", "refused"),
                                ],
                                default="reading",
                                max_length=12,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(default=0, help_text="pairs dealt with in this step"),
                        ),
                        ("new", models.PositiveIntegerField(default=0, verbose_name="new")),
                        ("changed", models.PositiveIntegerField(default=0, verbose_name="changed")),
                        ("same", models.PositiveIntegerField(default=0, verbose_name="the same")),
                        ("refused", models.PositiveIntegerField(default=0, verbose_name="refused")),
                        (
                            "reasons",
                            models.JSONField(
                                default=dict, help_text="how many pairs were refused, by code of the reason"
                            ),
                        ),
                        (
                            "samples",
                            models.JSONField(
                                default=list, help_text="the first pairs of each kind, to look at"
                            ),
                        ),
                        (
                            "refusal",
                            models.CharField(
                                blank=True, help_text="message id: why nothing was read", max_length=300
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "import into the memory",
                        "verbose_name_plural": "imports into the memory",
                        "ordering": ["-uploaded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="memoryimport_unfinished",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("lease__isnull", False),
                                        ("leased_until__isnull", False),
                                        ("state", "running"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("lease", None),
                                        ("leased_until", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="memoryimport_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="memoryimport_finished_at_when_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "step__in",
                                        ["reading", "preview", "taking_over", "taken_over", "refused"],
                                    )
                                ),
                                name="memoryimport_step_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("scope", "domain"), _negated=True),
                                    models.Q(("domain", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="memoryimport_scope_has_its_domain",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("step", "refused"), models.Q(("refusal", ""), _negated=True)),
                                    models.Q(models.Q(("step", "refused"), _negated=True), ("refusal", "")),
                                    _connector="OR",
                                ),
                                name="memoryimport_refused_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Override",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "translation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="overrides",
                                to="translations.translation",
                            ),
                        ),
                        ("key", models.CharField(editable=False, max_length=32)),
                        ("code", models.CharField(max_length=30, verbose_name="check")),
                        ("place", models.TextField(blank=True, verbose_name="words it is about")),
                        ("is_blocking", models.BooleanField(verbose_name="would have stopped the approval")),
                        ("source_pl", models.TextField(verbose_name="Polish text")),
                        ("text_uk", models.TextField(verbose_name="Ukrainian text")),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("same", "Both texts say the same"),
                                    ("name", "It is a name and stays as it is"),
                                    (
                                        "on_purpose",
                                        "The Ukrainian differs on purpose, the reader needs it so",
                                    ),
                                    (
                                        "polish_wrong",
                                        "The Polish has a slip, the Ukrainian says what is meant",
                                    ),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="why it is right",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                help_text="Needed for “another reason”. Others will read it, so no personal data, please.",
                                max_length=500,
                                verbose_name="in your own words",
                            ),
                        ),
                        ("overridden_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "overridden_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "finding let through",
                        "verbose_name_plural": "findings let through",
                        "ordering": ["-overridden_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["-overridden_at", "-id"], name="override_newest"),
                            models.Index(
                                fields=["code", "-overridden_at", "-id"], name="override_newest_of_check"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                fields=("translation", "key"),
                                name="override_stands_once",
                                violation_error_message="This finding has been let through already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("why__in", ["same", "name", "on_purpose", "polish_wrong", "other"])
                                ),
                                name="override_why_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("why", "other"), _negated=True),
                                    ("reason__regex", "\\S.{8,}\\S"),
                                    _connector="OR",
                                ),
                                name="override_another_reason_is_told",
                                violation_error_message="Write the reason in at least 10 letters.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                                    models.Q(
                                        ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="override_withdrawn_at_and_by_together",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "translations_overrideevent" ("code", "id", "is_blocking", "key", "overridden_at", "overridden_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "reason", "source_pl", "text_uk", "translation_id", "why", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."code", NEW."id", NEW."is_blocking", NEW."key", NEW."overridden_at", NEW."overridden_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."reason", NEW."source_pl", NEW."text_uk", NEW."translation_id", NEW."why", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="27a8f121e94c8a2a02d593931f5f6a71c5d4cb0a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_13c5c",
                                    table="translations_override",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "translations_overrideevent" ("code", "id", "is_blocking", "key", "overridden_at", "overridden_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "reason", "source_pl", "text_uk", "translation_id", "why", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."code", NEW."id", NEW."is_blocking", NEW."key", NEW."overridden_at", NEW."overridden_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."public_id", NEW."reason", NEW."source_pl", NEW."text_uk", NEW."translation_id", NEW."why", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="68c0604e2295eede237a5a90957dc0315fa20703",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7f17a",
                                    table="translations_override",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "translations_overrideevent" ("code", "id", "is_blocking", "key", "overridden_at", "overridden_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "reason", "source_pl", "text_uk", "translation_id", "why", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."code", OLD."id", OLD."is_blocking", OLD."key", OLD."overridden_at", OLD."overridden_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."reason", OLD."source_pl", OLD."text_uk", OLD."translation_id", OLD."why", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                                    hash="baa9d90355a6f1f3c3e17c96c30ac5a796ba41be",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_41e48",
                                    table="translations_override",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OverrideEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="translations.override",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "translation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="translations.translation",
                            ),
                        ),
                        ("key", models.CharField(editable=False, max_length=32)),
                        ("code", models.CharField(max_length=30, verbose_name="check")),
                        ("place", models.TextField(blank=True, verbose_name="words it is about")),
                        ("is_blocking", models.BooleanField(verbose_name="would have stopped the approval")),
                        ("source_pl", models.TextField(verbose_name="Polish text")),
                        ("text_uk", models.TextField(verbose_name="Ukrainian text")),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("same", "Both texts say the same"),
                                    ("name", "It is a name and stays as it is"),
                                    (
                                        "on_purpose",
                                        "The Ukrainian differs on purpose, the reader needs it so",
                                    ),
                                    (
                                        "polish_wrong",
                                        "The Polish has a slip, the Ukrainian says what is meant",
                                    ),
                                    ("other", "Another reason"),
                                ],
                                max_length=20,
                                verbose_name="why it is right",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                help_text="Needed for “another reason”. Others will read it, so no personal data, please.",
                                max_length=500,
                                verbose_name="in your own words",
                            ),
                        ),
                        ("overridden_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "overridden_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="approvals",
                                to="translations.translation",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(help_text="of the page that was approved")),
                        ("domain", models.CharField(blank=True, max_length=40)),
                        ("owed_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("sentences", models.PositiveIntegerField()),
                        (
                            "words",
                            models.PositiveIntegerField(
                                help_text="Polish words of the sentences that were not kept"
                            ),
                        ),
                        ("kept", models.PositiveIntegerField(default=0)),
                        ("coded", models.PositiveIntegerField(default=0)),
                        ("coded_edited", models.PositiveIntegerField(default=0)),
                        ("glossary", models.PositiveIntegerField(default=0)),
                        ("glossary_edited", models.PositiveIntegerField(default=0)),
                        ("memory", models.PositiveIntegerField(default=0)),
                        ("memory_edited", models.PositiveIntegerField(default=0)),
                        ("machine", models.PositiveIntegerField(default=0)),
                        ("machine_edited", models.PositiveIntegerField(default=0)),
                        ("person", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "approval",
                        "verbose_name_plural": "approvals",
                        "ordering": ["-approved_at", "-pk"],
                        "indexes": [models.Index(fields=["approved_at"], name="approval_by_time")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("translation", "version"), name="approval_is_one_per_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "sentences",
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.expressions.CombinedExpression(
                                                        django.db.models.expressions.CombinedExpression(
                                                            django.db.models.expressions.CombinedExpression(
                                                                django.db.models.expressions.CombinedExpression(
                                                                    django.db.models.expressions.CombinedExpression(
                                                                        django.db.models.expressions.CombinedExpression(
                                                                            models.F("kept"),
                                                                            "+",
                                                                            models.F("coded"),
                                                                        ),
                                                                        "+",
                                                                        models.F("coded_edited"),
                                                                    ),
                                                                    "+",
                                                                    models.F("glossary"),
                                                                ),
                                                                "+",
                                                                models.F("glossary_edited"),
                                                            ),
                                                            "+",
                                                            models.F("memory"),
                                                        ),
                                                        "+",
                                                        models.F("memory_edited"),
                                                    ),
                                                    "+",
                                                    models.F("machine"),
                                                ),
                                                "+",
                                                models.F("machine_edited"),
                                            ),
                                            "+",
                                            models.F("person"),
                                        ),
                                    )
                                ),
                                name="approval_sentences_add_up",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owed_at", None),
                                    ("owed_at__lte", models.F("approved_at")),
                                    _connector="OR",
                                ),
                                name="approval_comes_after_it_was_owed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckFired",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "translation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="translations.translation",
                            ),
                        ),
                        (
                            "approval",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="fired",
                                to="translations.approval",
                            ),
                        ),
                        (
                            "override",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="fired",
                                to="translations.override",
                            ),
                        ),
                        ("key", models.CharField(max_length=32)),
                        ("code", models.CharField(max_length=30, verbose_name="check")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("stopped", "stopped the approval"),
                                    ("overridden", "let through with a reason"),
                                    ("left", "left as a warning"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("fired_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "verbose_name": "check that fired",
                        "verbose_name_plural": "checks that fired",
                        "ordering": ["-fired_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["fired_at", "code", "outcome"], name="checkfired_by_time")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "stopped")),
                                fields=("translation", "key"),
                                name="checkfired_stops_the_same_texts_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["stopped", "overridden", "left"])),
                                name="checkfired_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approval", None), ("outcome", "stopped")),
                                    models.Q(
                                        models.Q(("outcome", "stopped"), _negated=True),
                                        ("approval__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="checkfired_belongs_to_an_approval_unless_it_stopped_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("override", None), ("outcome", "overridden"), _connector="OR"
                                ),
                                name="checkfired_override_let_it_through",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublishedShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("week", models.DateField(help_text="its Monday")),
                        ("domain", models.CharField(max_length=40)),
                        ("published", models.PositiveIntegerField()),
                        ("translated", models.PositiveIntegerField()),
                        ("counted_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "verbose_name": "share of published texts that are translated",
                        "verbose_name_plural": "shares of published texts that are translated",
                        "ordering": ["-week", "domain"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("week", "domain"), name="publishedshare_is_one_per_week"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("week__iso_week_day", 1)),
                                name="publishedshare_week_is_its_monday",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("translated__lte", models.F("published"))),
                                name="publishedshare_translated_are_published",
                            ),
                        ],
                    },
                ),
            ]
        ),
        # How common each feature is, the database must know of more than its usual thousand.
        migrations.RunSQL(
            "ALTER TABLE translations_memoryentry ALTER COLUMN features SET STATISTICS 500",
            "ALTER TABLE translations_memoryentry ALTER COLUMN features SET STATISTICS -1",
        ),
    ]

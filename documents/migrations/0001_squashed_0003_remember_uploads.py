import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [
        ("documents", "0001_documents"),
        ("documents", "0002_scans_and_photos"),
        ("documents", "0003_remember_uploads"),
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
                    name="Document",
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
                        ("kind", models.CharField(max_length=60, verbose_name="kind")),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.BigIntegerField()),
                        ("language", models.CharField(max_length=2, verbose_name="language")),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        ("input_hash", models.CharField(max_length=64)),
                        ("html", models.TextField(blank=True)),
                        ("images", models.JSONField(blank=True, default=dict)),
                        ("storage_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "file",
                            models.FileField(blank=True, max_length=200, upload_to="", verbose_name="file"),
                        ),
                        (
                            "page_count",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="number of pages"
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ordered by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="document_unfinished",
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
                                name="document_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="document_finished_at_when_done",
                            ),
                            models.UniqueConstraint(
                                fields=("content_type", "object_id", "kind", "language", "input_hash"),
                                name="document_is_made_once_per_content",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("html", ""),
                                        ("page_count__gte", 1),
                                        ("state", "done"),
                                        models.Q(("file", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True),
                                        models.Q(("html", ""), _negated=True),
                                        ("file", ""),
                                        ("page_count", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="document_has_file_and_pages_when_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Upload",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("identity", "identity document"),
                                    ("stay", "right of residence, confirmation of PESEL UKR"),
                                    ("education", "diploma, certificate, licence"),
                                    ("employment", "certificate of employment, reference"),
                                    ("signed", "signed paper of the office"),
                                    ("other", "other"),
                                ],
                                max_length=12,
                                verbose_name="what it shows",
                            ),
                        ),
                        ("label", models.CharField(blank=True, max_length=130, verbose_name="file name")),
                        (
                            "media_type",
                            models.CharField(
                                choices=[
                                    ("application/pdf", "PDF"),
                                    ("image/jpeg", "JPEG"),
                                    ("image/png", "PNG"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("page_count", models.PositiveSmallIntegerField(verbose_name="number of pages")),
                        ("size", models.PositiveIntegerField(help_text="bytes", verbose_name="size")),
                        ("content_hash", models.CharField(blank=True, max_length=64)),
                        (
                            "was_scanned",
                            models.BooleanField(default=False, verbose_name="checked for viruses"),
                        ),
                        (
                            "file",
                            models.FileField(blank=True, max_length=200, upload_to="", verbose_name="file"),
                        ),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "added_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "removed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "removal_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "verbose_name": "scan or photo",
                        "verbose_name_plural": "scans and photos",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at", None)),
                                fields=("content_type", "object_id", "content_hash"),
                                name="upload_is_kept_once_per_record",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removal_reason", ""), ("removed_at", None), ("removed_by", None)
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False),
                                        ("removed_by__isnull", False),
                                        models.Q(("removal_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="upload_removed_at_by_and_why_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at", None),
                                        models.Q(("file", ""), _negated=True),
                                        models.Q(("content_hash", ""), _negated=True),
                                        models.Q(("label", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("content_hash", ""),
                                        ("file", ""),
                                        ("label", ""),
                                        ("removed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="upload_has_its_file_until_removed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["identity", "stay", "education", "employment", "signed", "other"],
                                    ),
                                    ("media_type__in", ["application/pdf", "image/jpeg", "image/png"]),
                                ),
                                name="upload_kind_and_format_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("page_count__gte", 1), ("size__gte", 1)),
                                name="upload_has_pages_and_bytes",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "documents_uploadevent" ("added_at", "added_by_id", "content_type_id", "id", "kind", "media_type", "object_id", "page_count", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "removal_reason", "removed_at", "removed_by_id", "size", "was_scanned") VALUES (NEW."added_at", NEW."added_by_id", NEW."content_type_id", NEW."id", NEW."kind", NEW."media_type", NEW."object_id", NEW."page_count", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."removal_reason", NEW."removed_at", NEW."removed_by_id", NEW."size", NEW."was_scanned"); RETURN NULL;',
                                    hash="c13a8434be7af3d0b8ed07f80c5f2cbaebeed485",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e6b5f",
                                    table="documents_upload",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."media_type" IS DISTINCT FROM (NEW."media_type") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."page_count" IS DISTINCT FROM (NEW."page_count") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."removal_reason" IS DISTINCT FROM (NEW."removal_reason") OR OLD."removed_at" IS DISTINCT FROM (NEW."removed_at") OR OLD."removed_by_id" IS DISTINCT FROM (NEW."removed_by_id") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."was_scanned" IS DISTINCT FROM (NEW."was_scanned"))',
                                    func='INSERT INTO "documents_uploadevent" ("added_at", "added_by_id", "content_type_id", "id", "kind", "media_type", "object_id", "page_count", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "removal_reason", "removed_at", "removed_by_id", "size", "was_scanned") VALUES (NEW."added_at", NEW."added_by_id", NEW."content_type_id", NEW."id", NEW."kind", NEW."media_type", NEW."object_id", NEW."page_count", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."removal_reason", NEW."removed_at", NEW."removed_by_id", NEW."size", NEW."was_scanned"); RETURN NULL;',
                                    hash="16d06f6f9ba898ddbc381b501c7d968e3b551dfe",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9e270",
                                    table="documents_upload",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "documents_uploadevent" ("added_at", "added_by_id", "content_type_id", "id", "kind", "media_type", "object_id", "page_count", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "removal_reason", "removed_at", "removed_by_id", "size", "was_scanned") VALUES (OLD."added_at", OLD."added_by_id", OLD."content_type_id", OLD."id", OLD."kind", OLD."media_type", OLD."object_id", OLD."page_count", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."removal_reason", OLD."removed_at", OLD."removed_by_id", OLD."size", OLD."was_scanned"); RETURN NULL;',
                                    hash="1019d268b9dca9990f99029fcaae97507d13cebb",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_73157",
                                    table="documents_upload",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UploadEvent",
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
                                to="documents.upload",
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
                            "content_type",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("identity", "identity document"),
                                    ("stay", "right of residence, confirmation of PESEL UKR"),
                                    ("education", "diploma, certificate, licence"),
                                    ("employment", "certificate of employment, reference"),
                                    ("signed", "signed paper of the office"),
                                    ("other", "other"),
                                ],
                                max_length=12,
                                verbose_name="what it shows",
                            ),
                        ),
                        (
                            "media_type",
                            models.CharField(
                                choices=[
                                    ("application/pdf", "PDF"),
                                    ("image/jpeg", "JPEG"),
                                    ("image/png", "PNG"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("page_count", models.PositiveSmallIntegerField(verbose_name="number of pages")),
                        ("size", models.PositiveIntegerField(help_text="bytes", verbose_name="size")),
                        (
                            "was_scanned",
                            models.BooleanField(default=False, verbose_name="checked for viruses"),
                        ),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "removed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "removal_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="reason"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ]
        ),
    ]

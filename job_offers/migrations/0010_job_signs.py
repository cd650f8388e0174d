import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0009_field_visits_and_call_backs"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="JobSign",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "consent_said_by",
                    models.CharField(max_length=120, verbose_name="who of the employer’s people agreed"),
                ),
                ("put_up_on", models.DateField(verbose_name="put up on")),
                ("taken_down_on", models.DateField(blank=True, null=True, verbose_name="taken down on")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "put_up_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_down_by",
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
                    "workplace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signs",
                        to="job_offers.workplace",
                        verbose_name="workplace",
                    ),
                ),
            ],
            options={
                "verbose_name": "sign at a workplace",
                "verbose_name_plural": "signs at workplaces",
                "ordering": ["-put_up_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SignText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="version of the sign")),
                ("heading_pl", models.CharField(max_length=60, verbose_name="heading in Polish")),
                ("heading_uk", models.CharField(max_length=60, verbose_name="heading in Ukrainian")),
                ("text_pl", models.TextField(max_length=400, verbose_name="text in Polish")),
                ("text_uk", models.TextField(max_length=400, verbose_name="text in Ukrainian")),
                ("valid_from", models.DateField(unique=True, verbose_name="holds from")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "wording of the sign",
                "verbose_name_plural": "wordings of the sign",
                "ordering": ["-valid_from"],
            },
        ),
        migrations.CreateModel(
            name="JobSignEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "consent_said_by",
                    models.CharField(max_length=120, verbose_name="who of the employer’s people agreed"),
                ),
                ("put_up_on", models.DateField(verbose_name="put up on")),
                ("taken_down_on", models.DateField(blank=True, null=True, verbose_name="taken down on")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="job_offers.jobsign",
                    ),
                ),
                (
                    "put_up_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_down_by",
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
                    "workplace",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.workplace",
                        verbose_name="workplace",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.signtext",
                        verbose_name="version of the sign",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="jobsign",
            name="text",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signs",
                to="job_offers.signtext",
                verbose_name="version of the sign",
            ),
        ),
        migrations.CreateModel(
            name="SignTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="version of the sign")),
                ("heading_pl", models.CharField(max_length=60, verbose_name="heading in Polish")),
                ("heading_uk", models.CharField(max_length=60, verbose_name="heading in Ukrainian")),
                ("text_pl", models.TextField(max_length=400, verbose_name="text in Polish")),
                ("text_uk", models.TextField(max_length=400, verbose_name="text in Ukrainian")),
                ("valid_from", models.DateField(verbose_name="holds from")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="job_offers.signtext",
                    ),
                ),
                (
                    "written_by",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="signtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("heading_pl", ""), _negated=True),
                    models.Q(("heading_uk", ""), _negated=True),
                    models.Q(("text_pl", ""), _negated=True),
                    models.Q(("text_uk", ""), _negated=True),
                ),
                name="signtext_is_there_in_both_languages",
                violation_error_message="Enter the text in both languages.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signtext",
            trigger=pgtrigger.compiler.Trigger(
                name="signtext_in_use_stays_unchanged",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."heading_pl" IS DISTINCT FROM (NEW."heading_pl") OR OLD."heading_uk" IS DISTINCT FROM (NEW."heading_uk") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."text_pl" IS DISTINCT FROM (NEW."text_pl") OR OLD."text_uk" IS DISTINCT FROM (NEW."text_uk") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from"))',
                    func="\n    IF EXISTS (SELECT 1 FROM job_offers_jobsign WHERE text_id = OLD.id) THEN\n        RAISE EXCEPTION 'this wording stands on a sign'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'signtext_in_use_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                    hash="3d283d3ea8cb1f9e165535fef1422f95210a9c75",
                    operation="UPDATE",
                    pgid="pgtrigger_signtext_in_use_stays_unchanged_cb818",
                    table="job_offers_signtext",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signtext",
            trigger=pgtrigger.compiler.Trigger(
                name="signtext_in_use_stays_here",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (SELECT 1 FROM job_offers_jobsign WHERE text_id = OLD.id) THEN\n        RAISE EXCEPTION 'this wording stands on a sign'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'signtext_in_use_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                    hash="2c642d5aa986ed3b9780b563fe218e5d8b7c003e",
                    operation="DELETE",
                    pgid="pgtrigger_signtext_in_use_stays_here_4362c",
                    table="job_offers_signtext",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signtext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_signtextevent" ("heading_pl", "heading_uk", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text_pl", "text_uk", "valid_from", "written_at", "written_by_id") VALUES (NEW."heading_pl", NEW."heading_uk", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."text_pl", NEW."text_uk", NEW."valid_from", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="ac31a51e0166c5b341af4d9cbe37645304b27c96",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_77b11",
                    table="job_offers_signtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signtext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "job_offers_signtextevent" ("heading_pl", "heading_uk", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text_pl", "text_uk", "valid_from", "written_at", "written_by_id") VALUES (NEW."heading_pl", NEW."heading_uk", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."text_pl", NEW."text_uk", NEW."valid_from", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="0328b4c58c10f538862b33eefcee7f33a671e257",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e124",
                    table="job_offers_signtext",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="jobsign",
            constraint=models.CheckConstraint(
                condition=models.Q(("consent_said_by", ""), _negated=True),
                name="jobsign_somebody_agreed",
                violation_error_message="Say who of the employer’s people agreed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobsign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_down_by", None), ("taken_down_on", None)),
                    models.Q(("taken_down_by__isnull", False), ("taken_down_on__gte", models.F("put_up_on"))),
                    _connector="OR",
                ),
                name="jobsign_taken_down_after_it_was_put_up",
                violation_error_message="A sign is taken down on the day it was put up or later.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jobsign",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_down_on", None)),
                fields=("workplace", "text"),
                name="jobsign_hangs_once",
                violation_error_message="A sign of this version hangs there already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsign",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_jobsignevent" ("consent_said_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "put_up_by_id", "put_up_on", "recorded_at", "taken_down_by_id", "taken_down_on", "text_id", "workplace_id") VALUES (NEW."consent_said_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."put_up_by_id", NEW."put_up_on", NEW."recorded_at", NEW."taken_down_by_id", NEW."taken_down_on", NEW."text_id", NEW."workplace_id"); RETURN NULL;',
                    hash="3ff19404ee55032c642dbc0cddc2166be4027536",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e2b67",
                    table="job_offers_jobsign",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsign",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "job_offers_jobsignevent" ("consent_said_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "put_up_by_id", "put_up_on", "recorded_at", "taken_down_by_id", "taken_down_on", "text_id", "workplace_id") VALUES (NEW."consent_said_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."put_up_by_id", NEW."put_up_on", NEW."recorded_at", NEW."taken_down_by_id", NEW."taken_down_on", NEW."text_id", NEW."workplace_id"); RETURN NULL;',
                    hash="3cfb630e953540adf2f35ad51a8626a59aa067d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fbf43",
                    table="job_offers_jobsign",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jobsign",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_jobsignevent" ("consent_said_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "put_up_by_id", "put_up_on", "recorded_at", "taken_down_by_id", "taken_down_on", "text_id", "workplace_id") VALUES (OLD."consent_said_by", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."put_up_by_id", OLD."put_up_on", OLD."recorded_at", OLD."taken_down_by_id", OLD."taken_down_on", OLD."text_id", OLD."workplace_id"); RETURN NULL;',
                    hash="29bdf0056493ab26bac721a234b590336fbc6d96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e2af",
                    table="job_offers_jobsign",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signtextevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="452f2b8964f7b33244021fc0c287c48600ec9369",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_38307",
                    table="job_offers_signtextevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]

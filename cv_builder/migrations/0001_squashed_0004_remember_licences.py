import uuid

import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [
        ("cv_builder", "0001_cvs"),
        ("cv_builder", "0002_freeze_with_the_client"),
        ("cv_builder", "0003_remember_cvs"),
        ("cv_builder", "0004_remember_licences"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0001_squashed_0007_names_of_rules"),
        ("registration", "0001_squashed_0007_reveal_notes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Cv",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cvs",
                                to="registration.client",
                                verbose_name="client",
                            ),
                        ),
                        (
                            "occupation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.occupation",
                                verbose_name="occupation",
                            ),
                        ),
                        (
                            "title_pl",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="Wanted position – in Polish"
                            ),
                        ),
                        (
                            "title_uk",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="Wanted position – in Ukrainian"
                            ),
                        ),
                        (
                            "summary_pl",
                            models.TextField(
                                blank=True, max_length=1200, verbose_name="About the person – in Polish"
                            ),
                        ),
                        (
                            "summary_uk",
                            models.TextField(
                                blank=True, max_length=1200, verbose_name="About the person – in Ukrainian"
                            ),
                        ),
                        (
                            "skills_pl",
                            models.TextField(blank=True, max_length=2000, verbose_name="Skills – in Polish"),
                        ),
                        (
                            "skills_uk",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="Skills – in Ukrainian"
                            ),
                        ),
                        (
                            "courses_pl",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="Courses and certificates – in Polish",
                            ),
                        ),
                        (
                            "courses_uk",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="Courses and certificates – in Ukrainian",
                            ),
                        ),
                        (
                            "interests_pl",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="Interests – in Polish"
                            ),
                        ),
                        (
                            "interests_uk",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="Interests – in Ukrainian"
                            ),
                        ),
                        ("shows_phone", models.BooleanField(default=True, verbose_name="phone")),
                        ("shows_email", models.BooleanField(default=True, verbose_name="e-mail")),
                        ("shows_place", models.BooleanField(default=True, verbose_name="place of stay")),
                        (
                            "shows_birth_date",
                            models.BooleanField(default=False, verbose_name="date of birth"),
                        ),
                        (
                            "consented_on",
                            models.DateField(
                                blank=True,
                                help_text="Consent to the use of the data in recruitment; printed under the CV with its day.",
                                null=True,
                                verbose_name="the client agreed to the clause on",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("ready", "ready")],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "licences",
                            models.ManyToManyField(
                                blank=True,
                                limit_choices_to={"vocabulary": "licence"},
                                related_name="+",
                                to="reference.term",
                                verbose_name="licences and certificates",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "CV",
                        "verbose_name_plural": "CVs",
                        "ordering": ["-updated_at", "-pk"],
                        "indexes": [models.Index(fields=["-updated_at", "-id"], name="cv_newest_first")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["draft", "ready"])),
                                name="cv_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title_pl", ""), _negated=True),
                                    models.Q(("title_uk", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="cv_has_a_title",
                                violation_error_message="Enter the wanted position in Polish or in Ukrainian.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ready"), _negated=True),
                                    models.Q(("title_pl", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="cv_is_ready_only_with_a_polish_title",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="cv_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'cv_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="6aa5048bae5030e7667e834b378ee60b7546226e",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_cv_is_frozen_while_restricted_66f63",
                                    table="cv_builder_cv",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_cvevent" ("client_id", "consented_on", "courses_pl", "courses_uk", "created_at", "created_by_id", "id", "interests_pl", "interests_uk", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "shows_birth_date", "shows_email", "shows_phone", "shows_place", "skills_pl", "skills_uk", "state", "summary_pl", "summary_uk", "title_pl", "title_uk", "updated_at", "updated_by_id") VALUES (NEW."client_id", NEW."consented_on", NEW."courses_pl", NEW."courses_uk", NEW."created_at", NEW."created_by_id", NEW."id", NEW."interests_pl", NEW."interests_uk", NEW."occupation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."shows_birth_date", NEW."shows_email", NEW."shows_phone", NEW."shows_place", NEW."skills_pl", NEW."skills_uk", NEW."state", NEW."summary_pl", NEW."summary_uk", NEW."title_pl", NEW."title_uk", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;',
                                    hash="0eb519f7b580882be652e72804d909738d80af6b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f2dcd",
                                    table="cv_builder_cv",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "cv_builder_cvevent" ("client_id", "consented_on", "courses_pl", "courses_uk", "created_at", "created_by_id", "id", "interests_pl", "interests_uk", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "shows_birth_date", "shows_email", "shows_phone", "shows_place", "skills_pl", "skills_uk", "state", "summary_pl", "summary_uk", "title_pl", "title_uk", "updated_at", "updated_by_id") VALUES (NEW."client_id", NEW."consented_on", NEW."courses_pl", NEW."courses_uk", NEW."created_at", NEW."created_by_id", NEW."id", NEW."interests_pl", NEW."interests_uk", NEW."occupation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."shows_birth_date", NEW."shows_email", NEW."shows_phone", NEW."shows_place", NEW."skills_pl", NEW."skills_uk", NEW."state", NEW."summary_pl", NEW."summary_uk", NEW."title_pl", NEW."title_uk", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;',
                                    hash="82c3f0ae862b1ac9415843320c58b64ac3b9407c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_341cb",
                                    table="cv_builder_cv",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_cvevent" ("client_id", "consented_on", "courses_pl", "courses_uk", "created_at", "created_by_id", "id", "interests_pl", "interests_uk", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "shows_birth_date", "shows_email", "shows_phone", "shows_place", "skills_pl", "skills_uk", "state", "summary_pl", "summary_uk", "title_pl", "title_uk", "updated_at", "updated_by_id") VALUES (OLD."client_id", OLD."consented_on", OLD."courses_pl", OLD."courses_uk", OLD."created_at", OLD."created_by_id", OLD."id", OLD."interests_pl", OLD."interests_uk", OLD."occupation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."shows_birth_date", OLD."shows_email", OLD."shows_phone", OLD."shows_place", OLD."skills_pl", OLD."skills_uk", OLD."state", OLD."summary_pl", OLD."summary_uk", OLD."title_pl", OLD."title_uk", OLD."updated_at", OLD."updated_by_id"); RETURN NULL;',
                                    hash="1d984dfc779bb0549a1138f5e986d705bc4a4293",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_eb425",
                                    table="cv_builder_cv",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CvEvent",
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
                                to="cv_builder.cv",
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
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                                verbose_name="client",
                            ),
                        ),
                        (
                            "occupation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.occupation",
                                verbose_name="occupation",
                            ),
                        ),
                        (
                            "title_pl",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="Wanted position – in Polish"
                            ),
                        ),
                        (
                            "title_uk",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="Wanted position – in Ukrainian"
                            ),
                        ),
                        (
                            "summary_pl",
                            models.TextField(
                                blank=True, max_length=1200, verbose_name="About the person – in Polish"
                            ),
                        ),
                        (
                            "summary_uk",
                            models.TextField(
                                blank=True, max_length=1200, verbose_name="About the person – in Ukrainian"
                            ),
                        ),
                        (
                            "skills_pl",
                            models.TextField(blank=True, max_length=2000, verbose_name="Skills – in Polish"),
                        ),
                        (
                            "skills_uk",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="Skills – in Ukrainian"
                            ),
                        ),
                        (
                            "courses_pl",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="Courses and certificates – in Polish",
                            ),
                        ),
                        (
                            "courses_uk",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="Courses and certificates – in Ukrainian",
                            ),
                        ),
                        (
                            "interests_pl",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="Interests – in Polish"
                            ),
                        ),
                        (
                            "interests_uk",
                            models.TextField(
                                blank=True, max_length=500, verbose_name="Interests – in Ukrainian"
                            ),
                        ),
                        ("shows_phone", models.BooleanField(default=True, verbose_name="phone")),
                        ("shows_email", models.BooleanField(default=True, verbose_name="e-mail")),
                        ("shows_place", models.BooleanField(default=True, verbose_name="place of stay")),
                        (
                            "shows_birth_date",
                            models.BooleanField(default=False, verbose_name="date of birth"),
                        ),
                        (
                            "consented_on",
                            models.DateField(
                                blank=True,
                                help_text="Consent to the use of the data in recruitment; printed under the CV with its day.",
                                null=True,
                                verbose_name="the client agreed to the clause on",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("ready", "ready")],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                    name="CvLicenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
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
                            "cv",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cv_builder.cv",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Experience",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "cv",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)s",
                                to="cv_builder.cv",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "started_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="from: month",
                            ),
                        ),
                        (
                            "started_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="from: year",
                            ),
                        ),
                        (
                            "ended_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="to: month",
                            ),
                        ),
                        (
                            "ended_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="to: year",
                            ),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="still goes on")),
                        (
                            "position_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="Position – in Polish"),
                        ),
                        (
                            "position_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Position – in Ukrainian"
                            ),
                        ),
                        (
                            "employer_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="Employer – in Polish"),
                        ),
                        (
                            "employer_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Employer – in Ukrainian"
                            ),
                        ),
                        (
                            "place_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Polish"
                            ),
                        ),
                        (
                            "place_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Ukrainian"
                            ),
                        ),
                        (
                            "description_pl",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="Duties and results – in Polish"
                            ),
                        ),
                        (
                            "description_uk",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="Duties and results – in Ukrainian"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "job",
                        "verbose_name_plural": "Work experience",
                        "ordering": ["order", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("cv", "order"),
                                name="experience_order_is_unique_in_a_cv",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("started_month", None),
                                        ("started_year__isnull", False),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("ended_month", None), ("ended_year__isnull", False), _connector="OR"
                                    ),
                                ),
                                name="experience_month_needs_a_year",
                                violation_error_message="Enter the year beside the month.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("started_month", None),
                                        ("started_month__range", (1, 12)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("ended_month", None),
                                        ("ended_month__range", (1, 12)),
                                        _connector="OR",
                                    ),
                                ),
                                name="experience_month_is_of_a_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_year", None),
                                    ("ended_year", None),
                                    ("ended_year__gt", models.F("started_year")),
                                    models.Q(
                                        ("ended_year", models.F("started_year")), ("started_month", None)
                                    ),
                                    models.Q(("ended_month", None), ("ended_year", models.F("started_year"))),
                                    models.Q(
                                        ("ended_month__gte", models.F("started_month")),
                                        ("ended_year", models.F("started_year")),
                                    ),
                                    _connector="OR",
                                ),
                                name="experience_ends_after_it_starts",
                                violation_error_message="The end must not be before the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_current", False), ("ended_year", None), _connector="OR"
                                ),
                                name="experience_that_goes_on_has_no_end",
                                violation_error_message="Either it still goes on or it has an end.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("position_pl", ""), _negated=True),
                                    models.Q(("position_uk", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="experience_has_a_position",
                                violation_error_message="Enter the position in Polish or in Ukrainian.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_experienceevent" ("cv_id", "description_pl", "description_uk", "employer_pl", "employer_uk", "ended_month", "ended_year", "id", "is_current", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_pl", "place_uk", "position_pl", "position_uk", "public_id", "started_month", "started_year") VALUES (NEW."cv_id", NEW."description_pl", NEW."description_uk", NEW."employer_pl", NEW."employer_uk", NEW."ended_month", NEW."ended_year", NEW."id", NEW."is_current", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_pl", NEW."place_uk", NEW."position_pl", NEW."position_uk", NEW."public_id", NEW."started_month", NEW."started_year"); RETURN NULL;',
                                    hash="3bba82f47137831d4da8647b38d6433255f329ef",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bb779",
                                    table="cv_builder_experience",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "cv_builder_experienceevent" ("cv_id", "description_pl", "description_uk", "employer_pl", "employer_uk", "ended_month", "ended_year", "id", "is_current", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_pl", "place_uk", "position_pl", "position_uk", "public_id", "started_month", "started_year") VALUES (NEW."cv_id", NEW."description_pl", NEW."description_uk", NEW."employer_pl", NEW."employer_uk", NEW."ended_month", NEW."ended_year", NEW."id", NEW."is_current", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_pl", NEW."place_uk", NEW."position_pl", NEW."position_uk", NEW."public_id", NEW."started_month", NEW."started_year"); RETURN NULL;',
                                    hash="8da6f4c9bcb2144d47becd019f2603c75bd07b3f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_277fb",
                                    table="cv_builder_experience",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_experienceevent" ("cv_id", "description_pl", "description_uk", "employer_pl", "employer_uk", "ended_month", "ended_year", "id", "is_current", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_pl", "place_uk", "position_pl", "position_uk", "public_id", "started_month", "started_year") VALUES (OLD."cv_id", OLD."description_pl", OLD."description_uk", OLD."employer_pl", OLD."employer_uk", OLD."ended_month", OLD."ended_year", OLD."id", OLD."is_current", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_pl", OLD."place_uk", OLD."position_pl", OLD."position_uk", OLD."public_id", OLD."started_month", OLD."started_year"); RETURN NULL;',
                                    hash="137c0bb4ca3c2f161baac8fe670f96ea3d933ac4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dd63f",
                                    table="cv_builder_experience",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperienceEvent",
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
                                to="cv_builder.experience",
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
                            "cv",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cv_builder.cv",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "started_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="from: month",
                            ),
                        ),
                        (
                            "started_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="from: year",
                            ),
                        ),
                        (
                            "ended_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="to: month",
                            ),
                        ),
                        (
                            "ended_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="to: year",
                            ),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="still goes on")),
                        (
                            "position_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="Position – in Polish"),
                        ),
                        (
                            "position_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Position – in Ukrainian"
                            ),
                        ),
                        (
                            "employer_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="Employer – in Polish"),
                        ),
                        (
                            "employer_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Employer – in Ukrainian"
                            ),
                        ),
                        (
                            "place_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Polish"
                            ),
                        ),
                        (
                            "place_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Ukrainian"
                            ),
                        ),
                        (
                            "description_pl",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="Duties and results – in Polish"
                            ),
                        ),
                        (
                            "description_uk",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="Duties and results – in Ukrainian"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Education",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "cv",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)s",
                                to="cv_builder.cv",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "started_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="from: month",
                            ),
                        ),
                        (
                            "started_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="from: year",
                            ),
                        ),
                        (
                            "ended_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="to: month",
                            ),
                        ),
                        (
                            "ended_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="to: year",
                            ),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="still goes on")),
                        (
                            "level",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to={"vocabulary": "education"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="level",
                            ),
                        ),
                        (
                            "school_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="School – in Polish"),
                        ),
                        (
                            "school_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="School – in Ukrainian"
                            ),
                        ),
                        (
                            "field_pl",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="Field of study or occupation learned – in Polish",
                            ),
                        ),
                        (
                            "field_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="Field of study or occupation learned – in Ukrainian",
                            ),
                        ),
                        (
                            "place_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Polish"
                            ),
                        ),
                        (
                            "place_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Ukrainian"
                            ),
                        ),
                        (
                            "proof",
                            models.CharField(
                                choices=[
                                    ("declared", "declared by the client"),
                                    ("documented", "document seen"),
                                    ("translated", "document with a sworn translation"),
                                    ("recognised", "recognised in Poland"),
                                ],
                                default="declared",
                                max_length=12,
                                verbose_name="proof",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "school",
                        "verbose_name_plural": "Education",
                        "ordering": ["order", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("cv", "order"),
                                name="education_order_is_unique_in_a_cv",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("started_month", None),
                                        ("started_year__isnull", False),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("ended_month", None), ("ended_year__isnull", False), _connector="OR"
                                    ),
                                ),
                                name="education_month_needs_a_year",
                                violation_error_message="Enter the year beside the month.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("started_month", None),
                                        ("started_month__range", (1, 12)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("ended_month", None),
                                        ("ended_month__range", (1, 12)),
                                        _connector="OR",
                                    ),
                                ),
                                name="education_month_is_of_a_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_year", None),
                                    ("ended_year", None),
                                    ("ended_year__gt", models.F("started_year")),
                                    models.Q(
                                        ("ended_year", models.F("started_year")), ("started_month", None)
                                    ),
                                    models.Q(("ended_month", None), ("ended_year", models.F("started_year"))),
                                    models.Q(
                                        ("ended_month__gte", models.F("started_month")),
                                        ("ended_year", models.F("started_year")),
                                    ),
                                    _connector="OR",
                                ),
                                name="education_ends_after_it_starts",
                                violation_error_message="The end must not be before the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_current", False), ("ended_year", None), _connector="OR"
                                ),
                                name="education_that_goes_on_has_no_end",
                                violation_error_message="Either it still goes on or it has an end.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("school_pl", ""), _negated=True),
                                    models.Q(("school_uk", ""), _negated=True),
                                    models.Q(("field_pl", ""), _negated=True),
                                    models.Q(("field_uk", ""), _negated=True),
                                    ("level__isnull", False),
                                    _connector="OR",
                                ),
                                name="education_has_a_school_a_field_or_a_level",
                                violation_error_message="Enter the school, the field or the level.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proof__in", ["declared", "documented", "translated", "recognised"])
                                ),
                                name="education_proof_is_known",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_educationevent" ("cv_id", "ended_month", "ended_year", "field_pl", "field_uk", "id", "is_current", "level_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_pl", "place_uk", "proof", "public_id", "school_pl", "school_uk", "started_month", "started_year") VALUES (NEW."cv_id", NEW."ended_month", NEW."ended_year", NEW."field_pl", NEW."field_uk", NEW."id", NEW."is_current", NEW."level_id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_pl", NEW."place_uk", NEW."proof", NEW."public_id", NEW."school_pl", NEW."school_uk", NEW."started_month", NEW."started_year"); RETURN NULL;',
                                    hash="3ec29b4471b53c55542bcb42066914deb9f1336b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7ecd2",
                                    table="cv_builder_education",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "cv_builder_educationevent" ("cv_id", "ended_month", "ended_year", "field_pl", "field_uk", "id", "is_current", "level_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_pl", "place_uk", "proof", "public_id", "school_pl", "school_uk", "started_month", "started_year") VALUES (NEW."cv_id", NEW."ended_month", NEW."ended_year", NEW."field_pl", NEW."field_uk", NEW."id", NEW."is_current", NEW."level_id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_pl", NEW."place_uk", NEW."proof", NEW."public_id", NEW."school_pl", NEW."school_uk", NEW."started_month", NEW."started_year"); RETURN NULL;',
                                    hash="722902c23d2d87dd4e97b01139fa397a14bd5351",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_92899",
                                    table="cv_builder_education",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_educationevent" ("cv_id", "ended_month", "ended_year", "field_pl", "field_uk", "id", "is_current", "level_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_pl", "place_uk", "proof", "public_id", "school_pl", "school_uk", "started_month", "started_year") VALUES (OLD."cv_id", OLD."ended_month", OLD."ended_year", OLD."field_pl", OLD."field_uk", OLD."id", OLD."is_current", OLD."level_id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_pl", OLD."place_uk", OLD."proof", OLD."public_id", OLD."school_pl", OLD."school_uk", OLD."started_month", OLD."started_year"); RETURN NULL;',
                                    hash="79078e748261d8536a18b5817168fec1cc88d0fd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5f64a",
                                    table="cv_builder_education",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EducationEvent",
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
                                to="cv_builder.education",
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
                            "cv",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cv_builder.cv",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "started_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="from: month",
                            ),
                        ),
                        (
                            "started_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="from: year",
                            ),
                        ),
                        (
                            "ended_month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "January"),
                                    (2, "February"),
                                    (3, "March"),
                                    (4, "April"),
                                    (5, "May"),
                                    (6, "June"),
                                    (7, "July"),
                                    (8, "August"),
                                    (9, "September"),
                                    (10, "October"),
                                    (11, "November"),
                                    (12, "December"),
                                ],
                                null=True,
                                verbose_name="to: month",
                            ),
                        ),
                        (
                            "ended_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1940, "Enter a year after 1940."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        2099, "Enter a year with four digits."
                                    ),
                                ],
                                verbose_name="to: year",
                            ),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="still goes on")),
                        (
                            "level",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                limit_choices_to={"vocabulary": "education"},
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="level",
                            ),
                        ),
                        (
                            "school_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="School – in Polish"),
                        ),
                        (
                            "school_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="School – in Ukrainian"
                            ),
                        ),
                        (
                            "field_pl",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="Field of study or occupation learned – in Polish",
                            ),
                        ),
                        (
                            "field_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="Field of study or occupation learned – in Ukrainian",
                            ),
                        ),
                        (
                            "place_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Polish"
                            ),
                        ),
                        (
                            "place_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="Town and country – in Ukrainian"
                            ),
                        ),
                        (
                            "proof",
                            models.CharField(
                                choices=[
                                    ("declared", "declared by the client"),
                                    ("documented", "document seen"),
                                    ("translated", "document with a sworn translation"),
                                    ("recognised", "recognised in Poland"),
                                ],
                                default="declared",
                                max_length=12,
                                verbose_name="proof",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LanguageSkill",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "cv",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="languages",
                                to="cv_builder.cv",
                            ),
                        ),
                        (
                            "language",
                            models.ForeignKey(
                                limit_choices_to={"vocabulary": "language"},
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="language",
                            ),
                        ),
                        (
                            "level",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to={"vocabulary": "language_level"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="level",
                            ),
                        ),
                        ("is_native", models.BooleanField(default=False, verbose_name="mother tongue")),
                    ],
                    options={
                        "verbose_name": "language",
                        "verbose_name_plural": "Languages",
                        "ordering": ["order", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("cv", "order"),
                                name="languageskill_order_is_unique_in_a_cv",
                            ),
                            models.UniqueConstraint(
                                fields=("cv", "language"),
                                name="languageskill_language_stands_once_in_a_cv",
                                violation_error_message="This language is in the CV already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_native", True), ("level", None)),
                                    models.Q(("is_native", False), ("level__isnull", False)),
                                    _connector="OR",
                                ),
                                name="languageskill_is_native_or_has_a_level",
                                violation_error_message="Choose a level, or say that it is the mother tongue; not both.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_languageskillevent" ("cv_id", "id", "is_native", "language_id", "level_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."cv_id", NEW."id", NEW."is_native", NEW."language_id", NEW."level_id", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id"); RETURN NULL;',
                                    hash="a08acae9a1aae0d2ffab3f076c7b67e952e27761",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_08219",
                                    table="cv_builder_languageskill",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "cv_builder_languageskillevent" ("cv_id", "id", "is_native", "language_id", "level_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."cv_id", NEW."id", NEW."is_native", NEW."language_id", NEW."level_id", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id"); RETURN NULL;',
                                    hash="458b9bde70cc9cd54052da493b0b1f41d5634d38",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1703a",
                                    table="cv_builder_languageskill",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "cv_builder_languageskillevent" ("cv_id", "id", "is_native", "language_id", "level_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (OLD."cv_id", OLD."id", OLD."is_native", OLD."language_id", OLD."level_id", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id"); RETURN NULL;',
                                    hash="b3ea585639bfa80a4684e9ea00fb9b4f0f14239c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7c307",
                                    table="cv_builder_languageskill",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LanguageSkillEvent",
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
                                to="cv_builder.languageskill",
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
                        ("order", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "cv",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cv_builder.cv",
                            ),
                        ),
                        (
                            "language",
                            models.ForeignKey(
                                db_constraint=False,
                                limit_choices_to={"vocabulary": "language"},
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="language",
                            ),
                        ),
                        (
                            "level",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                limit_choices_to={"vocabulary": "language_level"},
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="level",
                            ),
                        ),
                        ("is_native", models.BooleanField(default=False, verbose_name="mother tongue")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CvLicence",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("cv_builder.cv_licences",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cvlicence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cv_builder_cvlicenceevent" ("cv_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."cv_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."term_id"); RETURN NULL;',
                            hash="f2396c640b8c8598e5e3dde91e5dffdadc7ac544",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_66358",
                            table="cv_builder_cv_licences",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cvlicence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cv_builder_cvlicenceevent" ("cv_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."cv_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."term_id"); RETURN NULL;',
                            hash="6e6cba81a84da30f75241a97ae805076f48c8c37",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_93290",
                            table="cv_builder_cv_licences",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="cvlicence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cv_builder_cvlicenceevent" ("cv_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (OLD."cv_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."term_id"); RETURN NULL;',
                            hash="0b7013ba8402078be8de946e32f1856a2189580c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_07e38",
                            table="cv_builder_cv_licences",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]

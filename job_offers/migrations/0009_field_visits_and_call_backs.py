import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import pup_portal.phones


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0008_search_by_the_index"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0008_rules_of_registration"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CallBack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("due_on", models.DateField(verbose_name="call on")),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="what about")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "reached"),
                            ("not_reached", "not reached, to be called again"),
                            ("declined", "no longer wants"),
                        ],
                        max_length=12,
                        verbose_name="outcome",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="what was said")),
                ("done_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who calls",
                    ),
                ),
                (
                    "created_by",
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
                    "done_by",
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
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call_backs",
                        to="job_offers.employer",
                        verbose_name="employer",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call_backs",
                        to="job_offers.offer",
                        verbose_name="job offer",
                    ),
                ),
            ],
            options={
                "verbose_name": "call to an employer",
                "verbose_name_plural": "calls to employers",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CallBackEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("due_on", models.DateField(verbose_name="call on")),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="what about")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "reached"),
                            ("not_reached", "not reached, to be called again"),
                            ("declined", "no longer wants"),
                        ],
                        max_length=12,
                        verbose_name="outcome",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="what was said")),
                ("done_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "agent",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who calls",
                    ),
                ),
                (
                    "created_by",
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
                    "done_by",
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
                    "employer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.employer",
                        verbose_name="employer",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.offer",
                        verbose_name="job offer",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="job_offers.callback",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EmployerContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="post at the employer’s")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=16,
                        validators=[pup_portal.phones.validate_phone],
                        verbose_name="phone",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_primary", models.BooleanField(default=False, verbose_name="ask for this person first")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="job_offers.employer",
                    ),
                ),
                (
                    "languages",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="reference.term", verbose_name="languages"
                    ),
                ),
            ],
            options={
                "verbose_name": "contact person",
                "verbose_name_plural": "contact persons",
                "ordering": ["-is_primary", "name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="EmployerContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="post at the employer’s")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=16,
                        validators=[pup_portal.phones.validate_phone],
                        verbose_name="phone",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_primary", models.BooleanField(default=False, verbose_name="ask for this person first")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "employer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.employer",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="job_offers.employercontact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EmployerContactLanguageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "employercontact",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.employercontact",
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
            name="FieldVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("day", models.DateField(verbose_name="day")),
                ("place_in_route", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("notes", models.TextField(blank=True, max_length=4000, verbose_name="notes of the visit")),
                (
                    "willing_to_employ_ukrainians",
                    models.BooleanField(blank=True, null=True, verbose_name="wants to employ Ukrainians"),
                ),
                (
                    "offers_expected",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="offers expected"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("recorded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "cancel_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="why it is cancelled"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="field agent",
                    ),
                ),
                (
                    "cancelled_by",
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
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="job_offers.employer",
                        verbose_name="employer",
                    ),
                ),
                (
                    "recorded_by",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="job_offers.workplace",
                        verbose_name="workplace",
                    ),
                ),
            ],
            options={
                "verbose_name": "field visit",
                "verbose_name_plural": "field visits",
                "ordering": ["-day", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="FieldVisitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("day", models.DateField(verbose_name="day")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("notes", models.TextField(blank=True, max_length=4000, verbose_name="notes of the visit")),
                (
                    "willing_to_employ_ukrainians",
                    models.BooleanField(blank=True, null=True, verbose_name="wants to employ Ukrainians"),
                ),
                (
                    "offers_expected",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="offers expected"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("recorded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "cancel_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="why it is cancelled"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "agent",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="field agent",
                    ),
                ),
                (
                    "cancelled_by",
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
                    "created_by",
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
                    "employer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.employer",
                        verbose_name="employer",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="job_offers.fieldvisit",
                    ),
                ),
                (
                    "recorded_by",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="job_offers.workplace",
                        verbose_name="workplace",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="callback",
            index=models.Index(
                condition=models.Q(("done_at", None)), fields=["due_on", "id"], name="callback_open_by_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="callback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at", None), ("done_by", None), ("outcome", ""), ("said", "")),
                    models.Q(
                        ("done_at__isnull", False),
                        ("done_by__isnull", False),
                        ("outcome__in", ("reached", "not_reached", "declined")),
                    ),
                    _connector="OR",
                ),
                name="callback_done_at_by_and_outcome_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="callback",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_at", None)),
                fields=("agent", "employer", "offer"),
                name="callback_is_open_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callback",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_callbackevent" ("about", "agent_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_on", "employer_id", "id", "offer_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "said") VALUES (NEW."about", NEW."agent_id", NEW."created_at", NEW."created_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."employer_id", NEW."id", NEW."offer_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."said"); RETURN NULL;',
                    hash="6fcabaad034c42710cf66f641a302dc1f4ffdf8a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eaa30",
                    table="job_offers_callback",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callback",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "job_offers_callbackevent" ("about", "agent_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_on", "employer_id", "id", "offer_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "said") VALUES (NEW."about", NEW."agent_id", NEW."created_at", NEW."created_by_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."employer_id", NEW."id", NEW."offer_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."said"); RETURN NULL;',
                    hash="0160cb0e2a73a409cd612e800dd17eb1f2263fd9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_457b1",
                    table="job_offers_callback",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="callback",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_callbackevent" ("about", "agent_id", "created_at", "created_by_id", "done_at", "done_by_id", "due_on", "employer_id", "id", "offer_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "said") VALUES (OLD."about", OLD."agent_id", OLD."created_at", OLD."created_by_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."employer_id", OLD."id", OLD."offer_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."said"); RETURN NULL;',
                    hash="f074ac8af1d0be853278962f577389c79c923266",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9f70f",
                    table="job_offers_callback",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="employercontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="employercontact_has_a_name",
                violation_error_message="Enter the name of the person.",
            ),
        ),
        migrations.AddConstraint(
            model_name="employercontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", ""), ("phone", ""), _negated=True),
                name="employercontact_can_be_reached",
                violation_error_message="Enter a phone or an e-mail.",
            ),
        ),
        migrations.AddConstraint(
            model_name="employercontact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_primary", True)),
                fields=("employer",),
                name="employercontact_one_comes_first",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_employercontactevent" ("email", "employer_id", "id", "is_primary", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "version") VALUES (NEW."email", NEW."employer_id", NEW."id", NEW."is_primary", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."public_id", NEW."role", NEW."version"); RETURN NULL;',
                    hash="be2dc894cbc18e2b89c5686888527998d0d1aa79",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f783c",
                    table="job_offers_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "job_offers_employercontactevent" ("email", "employer_id", "id", "is_primary", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "version") VALUES (NEW."email", NEW."employer_id", NEW."id", NEW."is_primary", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."public_id", NEW."role", NEW."version"); RETURN NULL;',
                    hash="7d441e0b4d24fe1940f84693b19d5efd1f4129f3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_615fe",
                    table="job_offers_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_employercontactevent" ("email", "employer_id", "id", "is_primary", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "version") VALUES (OLD."email", OLD."employer_id", OLD."id", OLD."is_primary", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."public_id", OLD."role", OLD."version"); RETURN NULL;',
                    hash="a6ff6a4e6428f6dac99e41657c28ddf26b562c16",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_18955",
                    table="job_offers_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="EmployerContactLanguage",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("job_offers.employercontact_languages",),
        ),
        migrations.AddIndex(
            model_name="fieldvisit",
            index=models.Index(fields=["agent", "day"], name="fieldvisit_by_agent_and_day"),
        ),
        migrations.AddConstraint(
            model_name="fieldvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("recorded_at__isnull", False), ("recorded_by__isnull", False), ("state", "held")
                    ),
                    models.Q(
                        models.Q(("state", "held"), _negated=True),
                        ("recorded_at", None),
                        ("recorded_by", None),
                    ),
                    _connector="OR",
                ),
                name="fieldvisit_held_is_recorded",
            ),
        ),
        migrations.AddConstraint(
            model_name="fieldvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("cancelled_at__isnull", False),
                        ("cancelled_by__isnull", False),
                        ("state", "cancelled"),
                        models.Q(("cancel_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "cancelled"), _negated=True),
                        ("cancel_reason", ""),
                        ("cancelled_at", None),
                        ("cancelled_by", None),
                    ),
                    _connector="OR",
                ),
                name="fieldvisit_cancelled_at_by_and_why_together",
                violation_error_message="Say why the visit is cancelled.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fieldvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "held"),
                    models.Q(("offers_expected", None), ("willing_to_employ_ukrainians", None)),
                    _connector="OR",
                ),
                name="fieldvisit_tells_only_what_was_said",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fieldvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_fieldvisitevent" ("agent_id", "cancel_reason", "cancelled_at", "cancelled_by_id", "created_at", "created_by_id", "day", "employer_id", "id", "notes", "offers_expected", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "state", "version", "willing_to_employ_ukrainians", "workplace_id") VALUES (NEW."agent_id", NEW."cancel_reason", NEW."cancelled_at", NEW."cancelled_by_id", NEW."created_at", NEW."created_by_id", NEW."day", NEW."employer_id", NEW."id", NEW."notes", NEW."offers_expected", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."state", NEW."version", NEW."willing_to_employ_ukrainians", NEW."workplace_id"); RETURN NULL;',
                    hash="c648b2582644d822082706b26306bd5f94e99d13",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e24bc",
                    table="job_offers_fieldvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fieldvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agent_id" IS DISTINCT FROM (NEW."agent_id") OR OLD."cancel_reason" IS DISTINCT FROM (NEW."cancel_reason") OR OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."cancelled_by_id" IS DISTINCT FROM (NEW."cancelled_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."day" IS DISTINCT FROM (NEW."day") OR OLD."employer_id" IS DISTINCT FROM (NEW."employer_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."offers_expected" IS DISTINCT FROM (NEW."offers_expected") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."willing_to_employ_ukrainians" IS DISTINCT FROM (NEW."willing_to_employ_ukrainians") OR OLD."workplace_id" IS DISTINCT FROM (NEW."workplace_id"))',
                    func='INSERT INTO "job_offers_fieldvisitevent" ("agent_id", "cancel_reason", "cancelled_at", "cancelled_by_id", "created_at", "created_by_id", "day", "employer_id", "id", "notes", "offers_expected", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "state", "version", "willing_to_employ_ukrainians", "workplace_id") VALUES (NEW."agent_id", NEW."cancel_reason", NEW."cancelled_at", NEW."cancelled_by_id", NEW."created_at", NEW."created_by_id", NEW."day", NEW."employer_id", NEW."id", NEW."notes", NEW."offers_expected", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."state", NEW."version", NEW."willing_to_employ_ukrainians", NEW."workplace_id"); RETURN NULL;',
                    hash="7bf2795850be685150fb4aa82de369b1311c4c25",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2b7a7",
                    table="job_offers_fieldvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fieldvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_fieldvisitevent" ("agent_id", "cancel_reason", "cancelled_at", "cancelled_by_id", "created_at", "created_by_id", "day", "employer_id", "id", "notes", "offers_expected", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "state", "version", "willing_to_employ_ukrainians", "workplace_id") VALUES (OLD."agent_id", OLD."cancel_reason", OLD."cancelled_at", OLD."cancelled_by_id", OLD."created_at", OLD."created_by_id", OLD."day", OLD."employer_id", OLD."id", OLD."notes", OLD."offers_expected", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."state", OLD."version", OLD."willing_to_employ_ukrainians", OLD."workplace_id"); RETURN NULL;',
                    hash="d15841f4702568aff2185132535dfbe20de11758",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cdb2d",
                    table="job_offers_fieldvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employercontactlanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_employercontactlanguageevent" ("employercontact_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."employercontact_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."term_id"); RETURN NULL;',
                    hash="32ed99b4e2e6478c5340389caadc3d2b480602c0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_500a1",
                    table="job_offers_employercontact_languages",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employercontactlanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "job_offers_employercontactlanguageevent" ("employercontact_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."employercontact_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."term_id"); RETURN NULL;',
                    hash="0977c9ce5027f8785cd68a184677931dd2197f3a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9669a",
                    table="job_offers_employercontact_languages",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employercontactlanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_employercontactlanguageevent" ("employercontact_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (OLD."employercontact_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."term_id"); RETURN NULL;',
                    hash="2710cdac96e11708f5f8f5f238605a1a17ea6977",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_14b78",
                    table="job_offers_employercontact_languages",
                    when="AFTER",
                ),
            ),
        ),
    ]

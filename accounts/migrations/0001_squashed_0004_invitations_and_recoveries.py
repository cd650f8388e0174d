"""Staff and their history, invitations and recoveries, and the access log.

The access log is partitioned by month, and the application may call some functions of the owner. The functions run
with the rights of the owner, so they trust nothing of the caller: names are qualified, ``search_path``, time zone and
date style are their own, and what they may do is bounded by the clock and by the retention that only the owner can set.
"""

import uuid

import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pup_portal.migration_operations import Together

CREATE_ENTRIES = """
CREATE TABLE accounts_accessentry (
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
    actor_id bigint NULL,
    actor_role varchar(20) NOT NULL,
    kind varchar(10) NOT NULL,
    subject_model varchar(100) NOT NULL,
    subject_number bigint NULL,
    purpose varchar(300) NOT NULL,
    page varchar(100) NOT NULL,
    address inet NULL,
    request_id varchar(64) NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at)
"""

ADD_MONTH = """
CREATE FUNCTION access_log_add_month(day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' SET lock_timeout = '2s'
AS $$
DECLARE
    first date := date_trunc('month', day::timestamp)::date;
    this_month date := date_trunc('month', now())::date;
    name text := 'accounts_accessentry_' || to_char(first, 'YYYY_MM');
BEGIN
    IF first < this_month OR first > this_month + interval '3 months' THEN
        RAISE EXCEPTION 'only this month and the next three may be added'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF to_regclass('public.' || name) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format(
        'CREATE TABLE public.%I PARTITION OF public.accounts_accessentry FOR VALUES FROM (%L) TO (%L)',
        name, first::timestamptz, (first + interval '1 month')::timestamptz
    );
    RETURN true;
END $$
"""

# A month is dropped when its last moment is older than the retention, and only when every row of it is sealed.
DROP_OLD = """
CREATE FUNCTION access_log_drop_old() RETURNS SETOF date
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' SET lock_timeout = '2s'
AS $$
DECLARE
    kept integer := coalesce((SELECT months FROM public.accounts_accessretention), 24);
    name text;
    first date;
    present bigint;
    sealed bigint;
BEGIN
    FOR name IN
        SELECT child.relname FROM pg_inherits
        JOIN pg_class child ON child.oid = inhrelid
        WHERE inhparent = 'public.accounts_accessentry'::regclass ORDER BY child.relname
    LOOP
        first := to_date(right(name, 7), 'YYYY_MM');
        CONTINUE WHEN (first + interval '1 month') + make_interval(months => kept) > now();
        EXECUTE format('SELECT count(*) FROM public.%I', name) INTO present;
        SELECT coalesce(sum(row_count), 0) INTO sealed FROM public.accounts_accessseal WHERE month = first;
        IF present <> sealed THEN
            RAISE EXCEPTION 'the rows of % are not those that were sealed', to_char(first, 'YYYY-MM');
        END IF;
        INSERT INTO public.accounts_accessanchor (month, row_count, seal_number, seal_hash, dropped_at)
            SELECT first, present, max(number), coalesce((array_agg(hash ORDER BY number DESC))[1], ''), now()
            FROM public.accounts_accessseal WHERE month = first;
        EXECUTE format('DROP TABLE public.%I', name);
        RETURN NEXT first;
    END LOOP;
END $$
"""

# Whoever writes holds ROW EXCLUSIVE from before it takes its id until it commits. The moment this lock is
# granted nobody is writing, so every id up to the highest is either there or never will be. It conflicts with
# no reader, is held for one index lookup, and gives up rather than let page views queue behind it.
SETTLED = """
CREATE FUNCTION access_log_settled() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '500ms'
AS $$
BEGIN
    LOCK TABLE ONLY public.accounts_accessentry IN SHARE MODE;
    RETURN (SELECT coalesce(max(id), 0) FROM public.accounts_accessentry);
END $$
"""

FIRST_MONTHS = """
SELECT access_log_add_month((now() AT TIME ZONE 'UTC' + make_interval(months => ahead))::date)
FROM generate_series(0, 3) AS ahead
"""

FUNCTIONS = [
    ("access_log_add_month(date)", ADD_MONTH),
    ("access_log_drop_old()", DROP_OLD),
    ("access_log_settled()", SETTLED),
]


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_staff"),
        ("accounts", "0002_staff_history"),
        ("accounts", "0003_access_log"),
        ("accounts", "0004_invitations_and_recoveries"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="AccessSeal",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("number", models.BigIntegerField(unique=True)),
                        ("month", models.DateField(help_text="its first day, UTC")),
                        ("after_id", models.BigIntegerField()),
                        ("up_to_id", models.BigIntegerField()),
                        ("row_count", models.PositiveIntegerField()),
                        ("rows_digest", models.CharField(max_length=64)),
                        ("previous_hash", models.CharField(max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                        ("is_keyed", models.BooleanField()),
                        ("sealed_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number__gte", 1),
                                    ("row_count__gte", 1),
                                    ("up_to_id__gt", models.F("after_id")),
                                ),
                                name="accessseal_covers_a_range",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccessAnchor",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("month", models.DateField(unique=True)),
                        ("row_count", models.PositiveBigIntegerField()),
                        ("seal_number", models.BigIntegerField(null=True)),
                        ("seal_hash", models.CharField(blank=True, max_length=64)),
                        ("dropped_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["month"],
                    },
                ),
                migrations.CreateModel(
                    name="AccessRetention",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("months", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("id", 1)), name="accessretention_is_one_row"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("months__gte", 1)), name="accessretention_is_months"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "username",
                            models.CharField(
                                error_messages={
                                    "unique": "A member of staff with this username exists already."
                                },
                                max_length=60,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        (
                            "full_name",
                            models.CharField(max_length=120, verbose_name="first name and surname"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coordinator"),
                                    ("adviser", "client adviser"),
                                    ("broker", "job broker"),
                                    ("counsellor", "career counsellor"),
                                    ("manager", "manager"),
                                    ("administrator", "administrator"),
                                ],
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "granted_acts",
                            models.JSONField(blank=True, default=list, verbose_name="given abilities"),
                        ),
                        (
                            "language",
                            models.CharField(
                                default="pl", max_length=2, verbose_name="language of the interface"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                        (
                            "session_epoch",
                            models.PositiveIntegerField(db_default=0, default=0, editable=False),
                        ),
                        (
                            "joined_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                    ],
                    options={
                        "verbose_name": "member of staff",
                        "verbose_name_plural": "staff",
                        "ordering": ["full_name", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "coordinator",
                                            "adviser",
                                            "broker",
                                            "counsellor",
                                            "manager",
                                            "administrator",
                                        ],
                                    )
                                ),
                                name="user_role_is_known",
                                violation_error_message="Choose one of the roles of the office.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("full_name", ""), _negated=True),
                                name="user_has_a_name",
                                violation_error_message="Enter the first name and surname.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "accounts_userevent" ("email", "full_name", "granted_acts", "id", "is_active", "joined_at", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "username") VALUES (NEW."email", NEW."full_name", NEW."granted_acts", NEW."id", NEW."is_active", NEW."joined_at", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."public_id", NEW."role", NEW."username"); RETURN NULL;',
                                    hash="be7f50eae2ab37ed2f60afc83d9e59d0d20116f8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3867c",
                                    table="accounts_user",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."granted_acts" IS DISTINCT FROM (NEW."granted_acts") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                                    func='INSERT INTO "accounts_userevent" ("email", "full_name", "granted_acts", "id", "is_active", "joined_at", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "role", "username") VALUES (NEW."email", NEW."full_name", NEW."granted_acts", NEW."id", NEW."is_active", NEW."joined_at", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."public_id", NEW."role", NEW."username"); RETURN NULL;',
                                    hash="d5dbf496594c0ffe9539997f6b4db64a9781a22e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0e890",
                                    table="accounts_user",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.SeparateDatabaseAndState(
                    database_operations=[
                        migrations.RunSQL(CREATE_ENTRIES, "DROP TABLE accounts_accessentry")
                    ],
                    state_operations=[
                        migrations.CreateModel(
                            name="AccessEntry",
                            fields=[
                                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                                ("at", models.DateTimeField(editable=False, verbose_name="when")),
                                (
                                    "actor",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="who",
                                    ),
                                ),
                                (
                                    "actor_role",
                                    models.CharField(
                                        blank=True,
                                        choices=[
                                            ("coordinator", "coordinator"),
                                            ("adviser", "client adviser"),
                                            ("broker", "job broker"),
                                            ("counsellor", "career counsellor"),
                                            ("manager", "manager"),
                                            ("administrator", "administrator"),
                                        ],
                                        max_length=20,
                                        verbose_name="role at that time",
                                    ),
                                ),
                                (
                                    "kind",
                                    models.CharField(
                                        choices=[
                                            ("view", "looked at the record"),
                                            ("list", "saw on a list"),
                                            ("search", "found by searching"),
                                            ("reveal", "uncovered a hidden number"),
                                            ("change", "edited the record"),
                                            ("print", "printed a paper"),
                                            ("download", "opened a file"),
                                            ("export", "exported the data"),
                                            ("merge", "merged two records"),
                                            ("erase", "erased the data"),
                                            ("denial", "was refused"),
                                        ],
                                        max_length=10,
                                        verbose_name="what",
                                    ),
                                ),
                                (
                                    "subject_model",
                                    models.CharField(
                                        blank=True, max_length=100, verbose_name="kind of record"
                                    ),
                                ),
                                (
                                    "subject_number",
                                    models.BigIntegerField(null=True, verbose_name="number of the record"),
                                ),
                                (
                                    "purpose",
                                    models.CharField(blank=True, max_length=300, verbose_name="purpose"),
                                ),
                                (
                                    "page",
                                    models.CharField(
                                        blank=True, max_length=100, verbose_name="page or command"
                                    ),
                                ),
                                (
                                    "address",
                                    models.GenericIPAddressField(null=True, verbose_name="network address"),
                                ),
                                (
                                    "request_id",
                                    models.CharField(blank=True, max_length=64, verbose_name="request"),
                                ),
                            ],
                            options={
                                "verbose_name": "entry of the access log",
                                "verbose_name_plural": "access log",
                                "ordering": ["-id"],
                            },
                        ),
                    ],
                ),
                migrations.AddConstraint(
                    model_name="accessentry",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "view",
                                    "list",
                                    "search",
                                    "reveal",
                                    "change",
                                    "print",
                                    "download",
                                    "export",
                                    "merge",
                                    "erase",
                                    "denial",
                                ],
                            )
                        ),
                        name="accessentry_kind_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accessentry",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject_model", ""), ("subject_number", None)),
                            models.Q(
                                models.Q(("subject_model", ""), _negated=True),
                                ("subject_number__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="accessentry_subject_model_and_number_together",
                    ),
                ),
                migrations.AddIndex(
                    model_name="accessentry",
                    index=models.Index(fields=["subject_number", "-id"], name="accessentry_by_subject"),
                ),
                migrations.AddIndex(
                    model_name="accessentry",
                    index=models.Index(fields=["actor", "-id"], name="accessentry_by_actor"),
                ),
                migrations.CreateModel(
                    name="UserEvent",
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
                                to=settings.AUTH_USER_MODEL,
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
                            "username",
                            models.CharField(
                                error_messages={
                                    "unique": "A member of staff with this username exists already."
                                },
                                max_length=60,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        (
                            "full_name",
                            models.CharField(max_length=120, verbose_name="first name and surname"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("coordinator", "coordinator"),
                                    ("adviser", "client adviser"),
                                    ("broker", "job broker"),
                                    ("counsellor", "career counsellor"),
                                    ("manager", "manager"),
                                    ("administrator", "administrator"),
                                ],
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "granted_acts",
                            models.JSONField(blank=True, default=list, verbose_name="given abilities"),
                        ),
                        (
                            "language",
                            models.CharField(
                                default="pl", max_length=2, verbose_name="language of the interface"
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                        (
                            "joined_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="9e9498e73f6fbdf2642fb33fa14189f1ad2382c8",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_45b21",
                                    table="accounts_userevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("token_hash", models.CharField(max_length=64, unique=True)),
                        (
                            "invited_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("invited_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(null=True)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "ordering": ["-invited_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("invited_at"))),
                                name="invitation_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("used_at", None), ("withdrawn_at", None), _connector="OR"
                                ),
                                name="invitation_ends_one_way",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("used_at", None), ("withdrawn_at", None)),
                                fields=("member",),
                                name="invitation_one_is_open",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recovery",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recoveries",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recovered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("recovered_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                        ("removed_second_factor", models.BooleanField(default=False)),
                        ("removed_password", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "recovery of an account",
                        "verbose_name_plural": "recoveries of accounts",
                        "ordering": ["-recovered_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="recovery_has_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("removed_second_factor", True),
                                    ("removed_password", True),
                                    _connector="OR",
                                ),
                                name="recovery_removes_something",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="recovery_stays",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="618f8842d1ba3e6038b2c797c2ed9aa05169af27",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_recovery_stays_a8564",
                                    table="accounts_recovery",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ]
        ),
        *[
            migrations.RunSQL([sql, f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC"], f"DROP FUNCTION {name}")
            for name, sql in FUNCTIONS
        ],
        migrations.RunSQL(FIRST_MONTHS, migrations.RunSQL.noop),
    ]

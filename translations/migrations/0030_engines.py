import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("translations", "0023_glossary_starter"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="segment",
            name="origin",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="segmentevent",
            name="origin",
            field=models.CharField(
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
                            ("not-allowed", "Its host is not in OUTBOUND_HOSTS, or the address is wrong."),
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
                            ("nothing", "There is nothing to translate: all of it is known facts and terms."),
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
                        condition=models.Q(("rests_until", None), ("failures__gt", 0), _connector="OR"),
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
            ],
            options={
                "verbose_name": "question to a translation engine",
                "abstract": False,
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
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "translation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="engine_retry",
                        to="translations.translation",
                    ),
                ),
            ],
            options={
                "verbose_name": "another draft after an engine failed",
                "abstract": False,
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
                ("agreement", models.TextField(blank=True, verbose_name="agreement on personal data")),
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
            },
        ),
        migrations.CreateModel(
            name="EngineSettingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                ("agreement", models.TextField(blank=True, verbose_name="agreement on personal data")),
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
                        to="translations.enginesetting",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                            ("not-allowed", "Its host is not in OUTBOUND_HOSTS, or the address is wrong."),
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
                            ("nothing", "There is nothing to translate: all of it is known facts and terms."),
                            ("off", "It is off."),
                        ],
                        max_length=20,
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
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="translations.enginerequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "trial of a translation engine",
                "abstract": False,
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
        migrations.AddIndex(
            model_name="enginerequest",
            index=models.Index(
                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                fields=["run_after"],
                name="enginerequest_unfinished",
            ),
        ),
        migrations.AddIndex(
            model_name="enginerequest",
            index=models.Index(fields=["asked_at"], name="enginerequest_by_age"),
        ),
        migrations.AddConstraint(
            model_name="enginerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lease__isnull", False), ("leased_until__isnull", False), ("state", "running")),
                    models.Q(
                        models.Q(("state", "running"), _negated=True), ("lease", None), ("leased_until", None)
                    ),
                    _connector="OR",
                ),
                name="enginerequest_is_leased_while_running",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finished_at__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("finished_at", None)),
                    _connector="OR",
                ),
                name="enginerequest_finished_at_when_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_at__isnull", False),
                    models.Q(
                        ("answer", ""), models.Q(("outcome__in", ["answered", "refused"]), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="enginerequest_answer_has_its_time",
                violation_error_message="An answer has its time.",
            ),
        ),
        migrations.AddIndex(
            model_name="engineretry",
            index=models.Index(
                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                fields=["run_after"],
                name="engineretry_unfinished",
            ),
        ),
        migrations.AddConstraint(
            model_name="engineretry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lease__isnull", False), ("leased_until__isnull", False), ("state", "running")),
                    models.Q(
                        models.Q(("state", "running"), _negated=True), ("lease", None), ("leased_until", None)
                    ),
                    _connector="OR",
                ),
                name="engineretry_is_leased_while_running",
            ),
        ),
        migrations.AddConstraint(
            model_name="engineretry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finished_at__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("finished_at", None)),
                    _connector="OR",
                ),
                name="engineretry_finished_at_when_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginesetting",
            constraint=models.CheckConstraint(
                condition=models.Q(("code__in", ("local", "libretranslate", "etranslation", "deepl"))),
                name="enginesetting_code_is_known",
                violation_error_message="There is no such engine.",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginesetting",
            constraint=models.CheckConstraint(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enginesetting",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enginesetting",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enginesettingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2af0905a7015d14e7f3deaba20c2939183566488",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d127",
                    table="translations_enginesettingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="enginetrial",
            index=models.Index(
                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                fields=["run_after"],
                name="enginetrial_unfinished",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginetrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lease__isnull", False), ("leased_until__isnull", False), ("state", "running")),
                    models.Q(
                        models.Q(("state", "running"), _negated=True), ("lease", None), ("leased_until", None)
                    ),
                    _connector="OR",
                ),
                name="enginetrial_is_leased_while_running",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginetrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finished_at__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("finished_at", None)),
                    _connector="OR",
                ),
                name="enginetrial_finished_at_when_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="enginetrial",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", ""), ("trouble", ""), _connector="OR"),
                name="enginetrial_ends_one_way",
                violation_error_message="A trial gives a text or a reason, not both.",
            ),
        ),
    ]

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import pup_portal.encrypted_fields
import pup_portal.fields
import pup_portal.phones
import registration.models.merging
from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [
        ("registration", "0010_intake"),
        ("registration", "0020_paper_templates"),
        ("registration", "0030_papers"),
        ("registration", "0040_likely_duplicates"),
        ("registration", "0050_enquiries"),
        ("registration", "0060_contacts_and_consents"),
        ("registration", "0062_sheets_of_people"),
    ]

    dependencies = [
        ("documents", "0004_seal_what_waits"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0008_rules_of_registration"),
        ("registration", "0001_squashed_0007_reveal_notes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="statechange",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="statechange",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="statechange",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="statechange",
                    name="reason_term",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.term",
                        verbose_name="reason from the list",
                    ),
                ),
                migrations.AddField(
                    model_name="statechange",
                    name="taken_back_at",
                    field=models.DateTimeField(blank=True, editable=False, null=True),
                ),
                migrations.AddField(
                    model_name="statechange",
                    name="taken_back_by",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="statechange",
                    name="taken_back_reason",
                    field=models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=300,
                        verbose_name="why it is taken back",
                    ),
                ),
                migrations.AddField(
                    model_name="statechangeevent",
                    name="reason_term",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.term",
                        verbose_name="reason from the list",
                    ),
                ),
                migrations.AddField(
                    model_name="statechangeevent",
                    name="taken_back_at",
                    field=models.DateTimeField(blank=True, editable=False, null=True),
                ),
                migrations.AddField(
                    model_name="statechangeevent",
                    name="taken_back_by",
                    field=models.ForeignKey(
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
                migrations.AddField(
                    model_name="statechangeevent",
                    name="taken_back_reason",
                    field=models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        max_length=300,
                        verbose_name="why it is taken back",
                    ),
                ),
                migrations.AlterField(
                    model_name="statechange",
                    name="reason",
                    field=models.CharField(blank=True, max_length=300, verbose_name="reason in words"),
                ),
                migrations.AlterField(
                    model_name="statechangeevent",
                    name="reason",
                    field=models.CharField(blank=True, max_length=300, verbose_name="reason in words"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "registration_statechangeevent" ("changed_at", "changed_by_id", "client_id", "effective_on", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_term_id", "taken_back_at", "taken_back_by_id", "taken_back_reason", "to_state") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."client_id", NEW."effective_on", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."reason_term_id", NEW."taken_back_at", NEW."taken_back_by_id", NEW."taken_back_reason", NEW."to_state"); RETURN NULL;',
                            hash="297443e99c511b76f9a7ee0a7970ce63687d96c5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9d5c",
                            table="registration_statechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "registration_statechangeevent" ("changed_at", "changed_by_id", "client_id", "effective_on", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_term_id", "taken_back_at", "taken_back_by_id", "taken_back_reason", "to_state") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."client_id", NEW."effective_on", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."reason_term_id", NEW."taken_back_at", NEW."taken_back_by_id", NEW."taken_back_reason", NEW."to_state"); RETURN NULL;',
                            hash="3df8c08d610f10654defa1926e1d12bfb5198717",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_335b2",
                            table="registration_statechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "registration_statechangeevent" ("changed_at", "changed_by_id", "client_id", "effective_on", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_term_id", "taken_back_at", "taken_back_by_id", "taken_back_reason", "to_state") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."client_id", OLD."effective_on", OLD."from_state", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."reason_term_id", OLD."taken_back_at", OLD."taken_back_by_id", OLD."taken_back_reason", OLD."to_state"); RETURN NULL;',
                            hash="7f56dda73fa303e0e35bd000215f518fe3ae4a0f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7e3ec",
                            table="registration_statechange",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="statechange",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_by", None)),
                            models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="statechange_taken_back_at_and_by_together",
                    ),
                ),
                migrations.CreateModel(
                    name="ConsentText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("messages", "messages by SMS and e-mail beyond the duties of the act"),
                                    ("employers", "showing the CV to employers"),
                                    ("partners", "sharing data with partner organisations"),
                                    ("surveys", "surveys of the labour market"),
                                    ("publishing", "publishing the name, story or picture"),
                                ],
                                max_length=12,
                                verbose_name="purpose",
                            ),
                        ),
                        ("text_pl", models.TextField(max_length=4000, verbose_name="text in Polish")),
                        ("text_uk", models.TextField(max_length=4000, verbose_name="text in Ukrainian")),
                        ("valid_from", models.DateField(verbose_name="holds from")),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
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
                        "verbose_name": "text of a consent",
                        "verbose_name_plural": "texts of consents",
                        "ordering": ["purpose", "-valid_from"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        ["messages", "employers", "partners", "surveys", "publishing"],
                                    )
                                ),
                                name="consenttext_purpose_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text_pl", ""), _negated=True),
                                    models.Q(("text_uk", ""), _negated=True),
                                ),
                                name="consenttext_is_there_in_both_languages",
                                violation_error_message="Enter the text in both languages.",
                            ),
                            models.UniqueConstraint(
                                fields=("purpose", "valid_from"),
                                name="consenttext_one_begins_on_a_day",
                                violation_error_message="Another text for this purpose begins on this day.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="consenttext_agreed_to_stays_unchanged",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."text_pl" IS DISTINCT FROM (NEW."text_pl") OR OLD."text_uk" IS DISTINCT FROM (NEW."text_uk") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from"))',
                                    func="\n    IF EXISTS (SELECT 1 FROM registration_consent WHERE text_id = OLD.id) THEN\n        RAISE EXCEPTION 'somebody has agreed to this text'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'consenttext_agreed_to_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                                    hash="71036777e1d28115d149d96cb9d6df564d95df22",
                                    operation="UPDATE",
                                    pgid="pgtrigger_consenttext_agreed_to_stays_unchanged_8d310",
                                    table="registration_consenttext",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="consenttext_agreed_to_stays_here",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (SELECT 1 FROM registration_consent WHERE text_id = OLD.id) THEN\n        RAISE EXCEPTION 'somebody has agreed to this text'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'consenttext_agreed_to_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                                    hash="0fcb843449662ffff2f7df8e5585315058cf0f7c",
                                    operation="DELETE",
                                    pgid="pgtrigger_consenttext_agreed_to_stays_here_7bf4d",
                                    table="registration_consenttext",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_consenttextevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "text_pl", "text_uk", "valid_from", "written_at", "written_by_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."purpose", NEW."text_pl", NEW."text_uk", NEW."valid_from", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                                    hash="8d53db896a20317e2a9c9df2f51af2ab8b9e0ae7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_eb758",
                                    table="registration_consenttext",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_consenttextevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "text_pl", "text_uk", "valid_from", "written_at", "written_by_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."purpose", NEW."text_pl", NEW."text_uk", NEW."valid_from", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                                    hash="6b2777a9846337a9702a449a1163a2028c602a5e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_86af3",
                                    table="registration_consenttext",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentTextEvent",
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
                                to="registration.consenttext",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("messages", "messages by SMS and e-mail beyond the duties of the act"),
                                    ("employers", "showing the CV to employers"),
                                    ("partners", "sharing data with partner organisations"),
                                    ("surveys", "surveys of the labour market"),
                                    ("publishing", "publishing the name, story or picture"),
                                ],
                                max_length=12,
                                verbose_name="purpose",
                            ),
                        ),
                        ("text_pl", models.TextField(max_length=4000, verbose_name="text in Polish")),
                        ("text_uk", models.TextField(max_length=4000, verbose_name="text in Ukrainian")),
                        ("valid_from", models.DateField(verbose_name="holds from")),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="83a4c1451082a2fdf63a98bcf80da7a9c81b8723",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_31358",
                                    table="registration_consenttextevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="registration.client",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("messages", "messages by SMS and e-mail beyond the duties of the act"),
                                    ("employers", "showing the CV to employers"),
                                    ("partners", "sharing data with partner organisations"),
                                    ("surveys", "surveys of the labour market"),
                                    ("publishing", "publishing the name, story or picture"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="purpose",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="registration.consenttext",
                                verbose_name="text of a consent",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("uk", "Ukrainian"), ("pl", "Polish")],
                                max_length=2,
                                verbose_name="language it was read in",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("paper", "on paper, signed"),
                                    ("spoken", "in words, at the desk or a meeting"),
                                    ("phone", "by phone"),
                                    ("electronic", "electronically"),
                                ],
                                max_length=10,
                                verbose_name="how it was given",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="given on")),
                        ("holds_until", models.DateField(blank=True, null=True, verbose_name="holds until")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                        (
                            "withdrawal_way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("paper", "on paper, signed"),
                                    ("spoken", "in words, at the desk or a meeting"),
                                    ("phone", "by phone"),
                                    ("electronic", "electronically"),
                                ],
                                max_length=10,
                                verbose_name="how it was withdrawn",
                            ),
                        ),
                        (
                            "withdrawal_recorded_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawal_recorded_by",
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
                        "verbose_name": "consent",
                        "verbose_name_plural": "consents",
                        "ordering": ["-given_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["client", "purpose"], name="consent_by_client_and_purpose")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on", None)),
                                fields=("client", "purpose"),
                                name="consent_is_open_once_for_a_purpose",
                                violation_error_message="The person has given this consent already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        ["messages", "employers", "partners", "surveys", "publishing"],
                                    )
                                ),
                                name="consent_purpose_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawal_recorded_at", None),
                                        ("withdrawal_recorded_by", None),
                                        ("withdrawal_way", ""),
                                        ("withdrawn_on", None),
                                    ),
                                    models.Q(
                                        ("withdrawal_recorded_at__isnull", False),
                                        ("withdrawal_recorded_by__isnull", False),
                                        ("withdrawal_way__in", ["paper", "spoken", "phone", "electronic"]),
                                        ("withdrawn_on__gte", models.F("given_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="consent_withdrawal_is_whole",
                                violation_error_message="A consent cannot be withdrawn before it was given.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("holds_until", None),
                                    ("holds_until__gte", models.F("given_on")),
                                    _connector="OR",
                                ),
                                name="consent_holds_after_it_is_given",
                                violation_error_message="A consent must hold at least on the day it is given.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="consent_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) AND NOT (TG_OP = 'UPDATE' AND OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL AND (NEW.client_id, NEW.text_id, NEW.given_on) IS NOT DISTINCT FROM (OLD.client_id, OLD.text_id, OLD.given_on)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="153bb2dadb4bc43bc0e2c2bb851edf4b06d08f23",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_consent_is_frozen_while_restricted_ac6e2",
                                    table="registration_consent",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_consentevent" ("client_id", "given_on", "holds_until", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "recorded_at", "recorded_by_id", "text_id", "way", "withdrawal_recorded_at", "withdrawal_recorded_by_id", "withdrawal_way", "withdrawn_on") VALUES (NEW."client_id", NEW."given_on", NEW."holds_until", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."text_id", NEW."way", NEW."withdrawal_recorded_at", NEW."withdrawal_recorded_by_id", NEW."withdrawal_way", NEW."withdrawn_on"); RETURN NULL;',
                                    hash="e3f0ae4f901aff45e387a6ffb202d0f6d4a86508",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_32bb4",
                                    table="registration_consent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_consentevent" ("client_id", "given_on", "holds_until", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "recorded_at", "recorded_by_id", "text_id", "way", "withdrawal_recorded_at", "withdrawal_recorded_by_id", "withdrawal_way", "withdrawn_on") VALUES (NEW."client_id", NEW."given_on", NEW."holds_until", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."text_id", NEW."way", NEW."withdrawal_recorded_at", NEW."withdrawal_recorded_by_id", NEW."withdrawal_way", NEW."withdrawn_on"); RETURN NULL;',
                                    hash="2ece60ade8a5198d6b53e91f31fe811f74e3dd1f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9d519",
                                    table="registration_consent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_consentevent" ("client_id", "given_on", "holds_until", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose", "recorded_at", "recorded_by_id", "text_id", "way", "withdrawal_recorded_at", "withdrawal_recorded_by_id", "withdrawal_way", "withdrawn_on") VALUES (OLD."client_id", OLD."given_on", OLD."holds_until", OLD."id", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."purpose", OLD."recorded_at", OLD."recorded_by_id", OLD."text_id", OLD."way", OLD."withdrawal_recorded_at", OLD."withdrawal_recorded_by_id", OLD."withdrawal_way", OLD."withdrawn_on"); RETURN NULL;',
                                    hash="af6a3d45da9f6270b444ef5ebcdb35fd2f7bf04e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3fdff",
                                    table="registration_consent",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentEvent",
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
                                to="registration.consent",
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
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("messages", "messages by SMS and e-mail beyond the duties of the act"),
                                    ("employers", "showing the CV to employers"),
                                    ("partners", "sharing data with partner organisations"),
                                    ("surveys", "surveys of the labour market"),
                                    ("publishing", "publishing the name, story or picture"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="purpose",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.consenttext",
                                verbose_name="text of a consent",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("uk", "Ukrainian"), ("pl", "Polish")],
                                max_length=2,
                                verbose_name="language it was read in",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("paper", "on paper, signed"),
                                    ("spoken", "in words, at the desk or a meeting"),
                                    ("phone", "by phone"),
                                    ("electronic", "electronically"),
                                ],
                                max_length=10,
                                verbose_name="how it was given",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="given on")),
                        ("holds_until", models.DateField(blank=True, null=True, verbose_name="holds until")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "recorded_by",
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
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                        (
                            "withdrawal_way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("paper", "on paper, signed"),
                                    ("spoken", "in words, at the desk or a meeting"),
                                    ("phone", "by phone"),
                                    ("electronic", "electronically"),
                                ],
                                max_length=10,
                                verbose_name="how it was withdrawn",
                            ),
                        ),
                        (
                            "withdrawal_recorded_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawal_recorded_by",
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
                migrations.CreateModel(
                    name="Contact",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="registration.client",
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="day of the contact")),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("in_person", "at the office"),
                                    ("outreach", "where the person stays, or at a meeting"),
                                    ("call", "phone call"),
                                    ("sms", "text message"),
                                    ("messenger", "messenger (Viber, Telegram, WhatsApp, Signal)"),
                                    ("email", "e-mail"),
                                    ("account", "account on praca.gov.pl"),
                                    ("letter", "letter"),
                                ],
                                max_length=10,
                                verbose_name="way of contact",
                            ),
                        ),
                        (
                            "begun_by",
                            models.CharField(
                                choices=[("client", "the client"), ("office", "the office")],
                                max_length=6,
                                verbose_name="who began it",
                            ),
                        ),
                        (
                            "was_reached",
                            models.BooleanField(default=True, verbose_name="the person was reached"),
                        ),
                        (
                            "outcome",
                            models.CharField(blank=True, max_length=300, verbose_name="outcome in short"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "void_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why the entry is a mistake"
                            ),
                        ),
                        ("voided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "voided_by",
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
                        "verbose_name": "contact",
                        "verbose_name_plural": "contacts",
                        "ordering": ["-happened_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["client", "-happened_on"], name="contact_by_client_and_day")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "means__in",
                                        [
                                            "in_person",
                                            "outreach",
                                            "call",
                                            "sms",
                                            "messenger",
                                            "email",
                                            "account",
                                            "letter",
                                        ],
                                    )
                                ),
                                name="contact_means_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("begun_by__in", ["client", "office"])),
                                name="contact_begun_by_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("void_reason", ""), ("voided_at", None), ("voided_by", None)),
                                    models.Q(
                                        ("voided_at__isnull", False),
                                        ("voided_by__isnull", False),
                                        models.Q(("void_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_is_void_by_somebody_for_a_reason",
                                violation_error_message="Say why the entry is a mistake.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="contact_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="753aa964a6a4fd3521cf47c2e8f7d09850641369",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_contact_is_frozen_while_restricted_c4604",
                                    table="registration_contact",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_contactevent" ("begun_by", "client_id", "happened_on", "id", "means", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "void_reason", "voided_at", "voided_by_id", "was_reached") VALUES (NEW."begun_by", NEW."client_id", NEW."happened_on", NEW."id", NEW."means", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."was_reached"); RETURN NULL;',
                                    hash="b7840bd0fac9e80f075189ac9eefb87a9d09f07b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_49229",
                                    table="registration_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_contactevent" ("begun_by", "client_id", "happened_on", "id", "means", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "void_reason", "voided_at", "voided_by_id", "was_reached") VALUES (NEW."begun_by", NEW."client_id", NEW."happened_on", NEW."id", NEW."means", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."recorded_at", NEW."recorded_by_id", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."was_reached"); RETURN NULL;',
                                    hash="8f8cf26f8f0655385274154e404a8c3390134b30",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fce9f",
                                    table="registration_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_contactevent" ("begun_by", "client_id", "happened_on", "id", "means", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "recorded_at", "recorded_by_id", "void_reason", "voided_at", "voided_by_id", "was_reached") VALUES (OLD."begun_by", OLD."client_id", OLD."happened_on", OLD."id", OLD."means", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."recorded_at", OLD."recorded_by_id", OLD."void_reason", OLD."voided_at", OLD."voided_by_id", OLD."was_reached"); RETURN NULL;',
                                    hash="cd9dba69852695b2e9cc267e8a3239c79386addc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_835ea",
                                    table="registration_contact",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactEvent",
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
                                to="registration.contact",
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
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="day of the contact")),
                        (
                            "means",
                            models.CharField(
                                choices=[
                                    ("in_person", "at the office"),
                                    ("outreach", "where the person stays, or at a meeting"),
                                    ("call", "phone call"),
                                    ("sms", "text message"),
                                    ("messenger", "messenger (Viber, Telegram, WhatsApp, Signal)"),
                                    ("email", "e-mail"),
                                    ("account", "account on praca.gov.pl"),
                                    ("letter", "letter"),
                                ],
                                max_length=10,
                                verbose_name="way of contact",
                            ),
                        ),
                        (
                            "begun_by",
                            models.CharField(
                                choices=[("client", "the client"), ("office", "the office")],
                                max_length=6,
                                verbose_name="who began it",
                            ),
                        ),
                        (
                            "was_reached",
                            models.BooleanField(default=True, verbose_name="the person was reached"),
                        ),
                        (
                            "outcome",
                            models.CharField(blank=True, max_length=300, verbose_name="outcome in short"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "recorded_by",
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
                            "void_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why the entry is a mistake"
                            ),
                        ),
                        ("voided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "voided_by",
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
                migrations.CreateModel(
                    name="Care",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="care",
                                to="registration.client",
                            ),
                        ),
                        (
                            "looked_after_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who looks after the person",
                            ),
                        ),
                        (
                            "plan_starts_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="individual action plan from"
                            ),
                        ),
                        (
                            "plan_ends_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="individual action plan until"
                            ),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "care for the person",
                        "verbose_name_plural": "care for the person",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("plan_ends_on", None),
                                    models.Q(
                                        ("plan_ends_on__gte", models.F("plan_starts_on")),
                                        ("plan_starts_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="care_plan_ends_after_it_starts",
                                violation_error_message="A plan must begin, and end no earlier than it begins.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="care_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'care_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="ff8b327c71f75e8b98e164799e7d730dadd3505f",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_care_is_frozen_while_restricted_0504b",
                                    table="registration_care",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_careevent" ("changed_at", "changed_by_id", "client_id", "id", "looked_after_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_ends_on", "plan_starts_on") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."client_id", NEW."id", NEW."looked_after_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_ends_on", NEW."plan_starts_on"); RETURN NULL;',
                                    hash="1d14c825204581d13f626193c620f40d50fd9b4b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_26bde",
                                    table="registration_care",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_careevent" ("changed_at", "changed_by_id", "client_id", "id", "looked_after_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_ends_on", "plan_starts_on") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."client_id", NEW."id", NEW."looked_after_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_ends_on", NEW."plan_starts_on"); RETURN NULL;',
                                    hash="af6dab332ef0511d70de103f41a8e44600223320",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4e509",
                                    table="registration_care",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_careevent" ("changed_at", "changed_by_id", "client_id", "id", "looked_after_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_ends_on", "plan_starts_on") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."client_id", OLD."id", OLD."looked_after_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_ends_on", OLD."plan_starts_on"); RETURN NULL;',
                                    hash="1e8bbf90b0b5fda93b7c1b876b55b91a9ee19dc3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1d0ed",
                                    table="registration_care",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CareEvent",
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
                                to="registration.care",
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
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "looked_after_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who looks after the person",
                            ),
                        ),
                        (
                            "plan_starts_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="individual action plan from"
                            ),
                        ),
                        (
                            "plan_ends_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="individual action plan until"
                            ),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                    name="Deadlines",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="registration.client",
                            ),
                        ),
                        (
                            "looked_after_by",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("contact_on", models.DateField(blank=True, null=True, verbose_name="contact by")),
                        (
                            "last_contact_on",
                            models.DateField(blank=True, null=True, verbose_name="last contact"),
                        ),
                        (
                            "status_end_on",
                            models.DateField(blank=True, null=True, verbose_name="last day of the status"),
                        ),
                        (
                            "no_pesel_since",
                            models.DateField(blank=True, null=True, verbose_name="without PESEL since"),
                        ),
                        (
                            "pesel_on",
                            models.DateField(blank=True, null=True, verbose_name="apply for PESEL by"),
                        ),
                        (
                            "document_on",
                            models.DateField(blank=True, null=True, verbose_name="document valid until"),
                        ),
                    ],
                    options={
                        "verbose_name": "deadlines of a person",
                        "verbose_name_plural": "deadlines of people",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("contact_on__isnull", False)),
                                fields=["contact_on", "client"],
                                name="deadlines_contact",
                            ),
                            models.Index(
                                condition=models.Q(("contact_on__isnull", False)),
                                fields=["looked_after_by", "contact_on", "client"],
                                name="deadlines_contact_of",
                            ),
                            models.Index(
                                condition=models.Q(("no_pesel_since__isnull", False)),
                                fields=["no_pesel_since", "client"],
                                name="deadlines_no_pesel",
                            ),
                            models.Index(
                                condition=models.Q(("document_on__isnull", False)),
                                fields=["document_on", "client"],
                                name="deadlines_document",
                            ),
                            models.Index(
                                condition=models.Q(("status_end_on__isnull", False)),
                                fields=["status_end_on", "client"],
                                name="deadlines_status",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pesel_on", None), ("no_pesel_since__isnull", False), _connector="OR"
                                ),
                                name="deadlines_pesel_only_without_one",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineRecount",
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
                        ("done_up_to", models.BigIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "recount of deadlines",
                        "verbose_name_plural": "recounts of deadlines",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="deadlinerecount_unfinished",
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
                                name="deadlinerecount_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="deadlinerecount_finished_at_when_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Enquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "number",
                            models.CharField(
                                editable=False, max_length=8, unique=True, verbose_name="number to quote"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("pre_intake", "wants to be contacted")],
                                default="pre_intake",
                                editable=False,
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "waits for the desk"),
                                    ("taken", "joined to a client"),
                                    ("closed", "closed without a client"),
                                    ("spam", "spam"),
                                ],
                                default="new",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("surname", models.CharField(blank=True, max_length=120, verbose_name="surname")),
                        (
                            "given_names",
                            models.CharField(blank=True, max_length=120, verbose_name="given names"),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("uk", "Ukrainian"),
                                    ("ru", "Russian"),
                                    ("pl", "Polish"),
                                    ("en", "English"),
                                ],
                                default="uk",
                                max_length=2,
                                verbose_name="language of contact",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reference.place",
                                verbose_name="place of stay",
                            ),
                        ),
                        (
                            "accommodation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reference.accommodation",
                                verbose_name="accommodation",
                            ),
                        ),
                        (
                            "stay",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="where the person lives, in their words",
                            ),
                        ),
                        (
                            "looks_for",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what the person looks for"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="sent"
                            ),
                        ),
                        ("handled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "handled_by",
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
                            "closing_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answered", "answered, no record is needed"),
                                    ("unreachable", "the person could not be reached"),
                                    ("elsewhere", "another office is in charge"),
                                    ("double", "sent twice"),
                                    (
                                        "withdrawn",
                                        "the person asks us to forget it: the data are erased at once",
                                    ),
                                ],
                                max_length=12,
                                verbose_name="why it is closed",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enquiries",
                                to="registration.client",
                                verbose_name="client",
                            ),
                        ),
                        ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "verbose_name": "enquiry",
                        "verbose_name_plural": "enquiries",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["state", "-id"], name="enquiry_by_state"),
                            models.Index(
                                condition=models.Q(("client__isnull", False)),
                                fields=["client"],
                                name="enquiry_by_client",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["pre_intake"]),
                                    ("state__in", ["new", "taken", "closed", "spam"]),
                                    (
                                        "closing_reason__in",
                                        ["", "answered", "unreachable", "elsewhere", "double", "withdrawn"],
                                    ),
                                ),
                                name="enquiry_words_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__regex", "^[0-9]{8}$")),
                                name="enquiry_number_is_eight_digits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("erased_at__isnull", False),
                                    models.Q(("surname", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="enquiry_is_of_somebody",
                                violation_error_message="Enter the surname.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("erased_at__isnull", False),
                                    models.Q(("phone", ""), _negated=True),
                                    models.Q(("stay", ""), _negated=True),
                                    ("accommodation__isnull", False),
                                    _connector="OR",
                                ),
                                name="enquiry_can_be_answered",
                                violation_error_message="Give a phone, or say where you live, so that we can reach you.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("phone", ""), ("phone__regex", "^\\+[1-9][0-9]{6,14}$"), _connector="OR"
                                ),
                                name="enquiry_phone_is_e164",
                                violation_error_message="Enter the phone with its country code, for example +48 or +380.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("client__isnull", False), ("state", "taken")),
                                    models.Q(models.Q(("state", "taken"), _negated=True), ("client", None)),
                                    _connector="OR",
                                ),
                                name="enquiry_has_a_client_when_taken",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "closed"), models.Q(("closing_reason", ""), _negated=True)
                                    ),
                                    models.Q(
                                        models.Q(("state", "closed"), _negated=True), ("closing_reason", "")
                                    ),
                                    _connector="OR",
                                ),
                                name="enquiry_has_a_reason_when_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("handled_at", None),
                                        ("handled_by", None),
                                        ("state__in", ["new", "spam"]),
                                    ),
                                    models.Q(("handled_at__isnull", False), ("handled_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="enquiry_is_handled_by_somebody",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="enquiry_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="47cc4f0c07b245997ffc6d4ca3f5d6efc41c4180",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_enquiry_is_frozen_while_restricted_3472d",
                                    table="registration_enquiry",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_enquiryevent" ("accommodation_id", "client_id", "closing_reason", "erased_at", "given_names", "handled_at", "handled_by_id", "id", "kind", "language", "looks_for", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "public_id", "sent_at", "state", "stay", "surname") VALUES (NEW."accommodation_id", NEW."client_id", NEW."closing_reason", NEW."erased_at", NEW."given_names", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."kind", NEW."language", NEW."looks_for", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."place_id", NEW."public_id", NEW."sent_at", NEW."state", NEW."stay", NEW."surname"); RETURN NULL;',
                                    hash="012ac183f0385aea24dce6a6bbb719ad5970214a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6b328",
                                    table="registration_enquiry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_enquiryevent" ("accommodation_id", "client_id", "closing_reason", "erased_at", "given_names", "handled_at", "handled_by_id", "id", "kind", "language", "looks_for", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "public_id", "sent_at", "state", "stay", "surname") VALUES (NEW."accommodation_id", NEW."client_id", NEW."closing_reason", NEW."erased_at", NEW."given_names", NEW."handled_at", NEW."handled_by_id", NEW."id", NEW."kind", NEW."language", NEW."looks_for", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."place_id", NEW."public_id", NEW."sent_at", NEW."state", NEW."stay", NEW."surname"); RETURN NULL;',
                                    hash="a8c58c64ab623d754a76c0d03c3531c2287bd17b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e4c6e",
                                    table="registration_enquiry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_enquiryevent" ("accommodation_id", "client_id", "closing_reason", "erased_at", "given_names", "handled_at", "handled_by_id", "id", "kind", "language", "looks_for", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "public_id", "sent_at", "state", "stay", "surname") VALUES (OLD."accommodation_id", OLD."client_id", OLD."closing_reason", OLD."erased_at", OLD."given_names", OLD."handled_at", OLD."handled_by_id", OLD."id", OLD."kind", OLD."language", OLD."looks_for", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."place_id", OLD."public_id", OLD."sent_at", OLD."state", OLD."stay", OLD."surname"); RETURN NULL;',
                                    hash="06244b5eddcd08132b499a29a764375c4de6a0f7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_22022",
                                    table="registration_enquiry",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EnquiryEvent",
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
                                to="registration.enquiry",
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
                            "number",
                            models.CharField(editable=False, max_length=8, verbose_name="number to quote"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("pre_intake", "wants to be contacted")],
                                default="pre_intake",
                                editable=False,
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "waits for the desk"),
                                    ("taken", "joined to a client"),
                                    ("closed", "closed without a client"),
                                    ("spam", "spam"),
                                ],
                                default="new",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("surname", models.CharField(blank=True, max_length=120, verbose_name="surname")),
                        (
                            "given_names",
                            models.CharField(blank=True, max_length=120, verbose_name="given names"),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("uk", "Ukrainian"),
                                    ("ru", "Russian"),
                                    ("pl", "Polish"),
                                    ("en", "English"),
                                ],
                                default="uk",
                                max_length=2,
                                verbose_name="language of contact",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.place",
                                verbose_name="place of stay",
                            ),
                        ),
                        (
                            "accommodation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.accommodation",
                                verbose_name="accommodation",
                            ),
                        ),
                        (
                            "stay",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="where the person lives, in their words",
                            ),
                        ),
                        (
                            "looks_for",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what the person looks for"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="sent"
                            ),
                        ),
                        ("handled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "handled_by",
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
                            "closing_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("answered", "answered, no record is needed"),
                                    ("unreachable", "the person could not be reached"),
                                    ("elsewhere", "another office is in charge"),
                                    ("double", "sent twice"),
                                    (
                                        "withdrawn",
                                        "the person asks us to forget it: the data are erased at once",
                                    ),
                                ],
                                max_length=12,
                                verbose_name="why it is closed",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                                verbose_name="client",
                            ),
                        ),
                        ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Intake",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "client",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="intake",
                                to="registration.client",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unemployed", "registration as unemployed"),
                                    ("job_seeker", "registration as job-seeker"),
                                    ("support", "support without registration"),
                                ],
                                max_length=12,
                                verbose_name="what the person comes for",
                            ),
                        ),
                        (
                            "birth_surname",
                            models.CharField(blank=True, max_length=120, verbose_name="family name at birth"),
                        ),
                        (
                            "father_name",
                            models.CharField(blank=True, max_length=120, verbose_name="father’s first name"),
                        ),
                        (
                            "mother_name",
                            models.CharField(blank=True, max_length=120, verbose_name="mother’s first name"),
                        ),
                        (
                            "registered_address",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="address of registered stay (zameldowanie)",
                            ),
                        ),
                        (
                            "delivery_address",
                            models.CharField(blank=True, max_length=200, verbose_name="address for letters"),
                        ),
                        (
                            "marital_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("single", "never married"),
                                    ("married", "married"),
                                    ("separated", "legally separated"),
                                    ("divorced", "divorced"),
                                    ("widowed", "widowed"),
                                ],
                                max_length=10,
                                verbose_name="marital status",
                            ),
                        ),
                        (
                            "spouse_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unemployed", "registered as unemployed"),
                                    ("job_seeker", "registered as job-seeker"),
                                    ("neither", "not registered in a labour office"),
                                ],
                                max_length=12,
                                verbose_name="the spouse is",
                            ),
                        ),
                        (
                            "dependent_children",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(20)],
                                verbose_name="number of dependent children",
                            ),
                        ),
                        (
                            "is_lone_parent",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="brings up children alone"
                            ),
                        ),
                        (
                            "has_large_family_card",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="has a Large Family Card"
                            ),
                        ),
                        (
                            "is_carer",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="cares for a person with a disability"
                            ),
                        ),
                        (
                            "disability_degree",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "no decision on disability"),
                                    ("light", "light degree"),
                                    ("moderate", "moderate degree"),
                                    ("severe", "severe degree"),
                                ],
                                max_length=10,
                                verbose_name="degree of disability",
                            ),
                        ),
                        (
                            "disability_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="decision on disability valid until"
                            ),
                        ),
                        (
                            "health_basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("decision", "decision on disability"),
                                    ("certificate", "medical certificate of contraindications to work"),
                                    ("occupational", "decision of an occupational physician"),
                                ],
                                max_length=14,
                                verbose_name="paper that says what work is harmful",
                            ),
                        ),
                        (
                            "health_limits_uk",
                            models.TextField(
                                blank=True,
                                max_length=500,
                                verbose_name="limits of health at work – in Ukrainian",
                            ),
                        ),
                        (
                            "health_limits_pl",
                            models.TextField(
                                blank=True,
                                max_length=500,
                                verbose_name="limits of health at work – in Polish",
                            ),
                        ),
                        (
                            "contract_kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                verbose_name="kinds of contract wanted",
                            ),
                        ),
                        (
                            "shifts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                verbose_name="shifts wanted",
                            ),
                        ),
                        (
                            "working_time",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "full time only"),
                                    ("part", "part time only"),
                                    ("any", "full or part time"),
                                ],
                                max_length=4,
                                verbose_name="working time wanted",
                            ),
                        ),
                        (
                            "weekly_hours",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(80),
                                ],
                                verbose_name="hours a week at most",
                            ),
                        ),
                        (
                            "distance_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(1000)],
                                verbose_name="distance to work at most, km",
                            ),
                        ),
                        (
                            "may_start_on",
                            models.DateField(blank=True, null=True, verbose_name="may start on"),
                        ),
                        (
                            "needs_lodging",
                            models.BooleanField(blank=True, null=True, verbose_name="needs lodging"),
                        ),
                        (
                            "needs_transport",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="needs transport to work"
                            ),
                        ),
                        (
                            "needs_childcare",
                            models.BooleanField(blank=True, null=True, verbose_name="needs childcare"),
                        ),
                        (
                            "wishes_uk",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="other wishes about work – in Ukrainian",
                            ),
                        ),
                        (
                            "wishes_pl",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="other wishes about work – in Polish",
                            ),
                        ),
                        (
                            "answered_none",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("education", "no school finished"),
                                        ("work", "has not worked yet"),
                                        ("languages", "no foreign language"),
                                        ("licences", "no licences"),
                                        ("situations", "no special situation"),
                                        ("documents", "has no documents to show"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                verbose_name="lists with nothing to put on them",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "intake",
                        "verbose_name_plural": "Intake",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("purpose", ""),
                                    ("purpose__in", ["unemployed", "job_seeker", "support"]),
                                    _connector="OR",
                                ),
                                name="intake_purpose_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("spouse_status", ""),
                                    ("marital_status__in", ["married", "separated"]),
                                    _connector="OR",
                                ),
                                name="intake_spouse_of_a_married_person",
                                violation_error_message="Only a married person has a spouse: clear the answer about the spouse.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("health_basis", ""), _negated=True),
                                    models.Q(("health_limits_pl", ""), ("health_limits_uk", "")),
                                    _connector="OR",
                                ),
                                name="intake_health_limits_have_a_basis",
                                violation_error_message="Health may be written down only with the paper that says so: choose it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("disability_until", None),
                                    ("disability_degree__in", ["light", "moderate", "severe"]),
                                    _connector="OR",
                                ),
                                name="intake_disability_ends_with_a_degree",
                                violation_error_message="Choose the degree of the decision, or clear its day.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="intake_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'intake_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="da9263b7f1af4accb182da8a8b5d00fee9285a7b",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_intake_is_frozen_while_restricted_db7dc",
                                    table="registration_intake",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_intakeevent" ("answered_none", "birth_surname", "client_id", "contract_kinds", "delivery_address", "dependent_children", "disability_degree", "disability_until", "distance_km", "father_name", "has_large_family_card", "health_basis", "health_limits_pl", "health_limits_uk", "id", "is_carer", "is_lone_parent", "marital_status", "may_start_on", "mother_name", "needs_childcare", "needs_lodging", "needs_transport", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "registered_address", "shifts", "spouse_status", "updated_at", "updated_by_id", "version", "weekly_hours", "wishes_pl", "wishes_uk", "working_time") VALUES (NEW."answered_none", NEW."birth_surname", NEW."client_id", NEW."contract_kinds", NEW."delivery_address", NEW."dependent_children", NEW."disability_degree", NEW."disability_until", NEW."distance_km", NEW."father_name", NEW."has_large_family_card", NEW."health_basis", NEW."health_limits_pl", NEW."health_limits_uk", NEW."id", NEW."is_carer", NEW."is_lone_parent", NEW."marital_status", NEW."may_start_on", NEW."mother_name", NEW."needs_childcare", NEW."needs_lodging", NEW."needs_transport", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."registered_address", NEW."shifts", NEW."spouse_status", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."weekly_hours", NEW."wishes_pl", NEW."wishes_uk", NEW."working_time"); RETURN NULL;',
                                    hash="bf4491103b32a9d3c5800e2c59ed82bcbb0e4b0a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f8b36",
                                    table="registration_intake",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_intakeevent" ("answered_none", "birth_surname", "client_id", "contract_kinds", "delivery_address", "dependent_children", "disability_degree", "disability_until", "distance_km", "father_name", "has_large_family_card", "health_basis", "health_limits_pl", "health_limits_uk", "id", "is_carer", "is_lone_parent", "marital_status", "may_start_on", "mother_name", "needs_childcare", "needs_lodging", "needs_transport", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "registered_address", "shifts", "spouse_status", "updated_at", "updated_by_id", "version", "weekly_hours", "wishes_pl", "wishes_uk", "working_time") VALUES (NEW."answered_none", NEW."birth_surname", NEW."client_id", NEW."contract_kinds", NEW."delivery_address", NEW."dependent_children", NEW."disability_degree", NEW."disability_until", NEW."distance_km", NEW."father_name", NEW."has_large_family_card", NEW."health_basis", NEW."health_limits_pl", NEW."health_limits_uk", NEW."id", NEW."is_carer", NEW."is_lone_parent", NEW."marital_status", NEW."may_start_on", NEW."mother_name", NEW."needs_childcare", NEW."needs_lodging", NEW."needs_transport", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."registered_address", NEW."shifts", NEW."spouse_status", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."weekly_hours", NEW."wishes_pl", NEW."wishes_uk", NEW."working_time"); RETURN NULL;',
                                    hash="5345aca106a2972035b1bb46d059d8630d8a4f80",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6a6c2",
                                    table="registration_intake",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_intakeevent" ("answered_none", "birth_surname", "client_id", "contract_kinds", "delivery_address", "dependent_children", "disability_degree", "disability_until", "distance_km", "father_name", "has_large_family_card", "health_basis", "health_limits_pl", "health_limits_uk", "id", "is_carer", "is_lone_parent", "marital_status", "may_start_on", "mother_name", "needs_childcare", "needs_lodging", "needs_transport", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "registered_address", "shifts", "spouse_status", "updated_at", "updated_by_id", "version", "weekly_hours", "wishes_pl", "wishes_uk", "working_time") VALUES (OLD."answered_none", OLD."birth_surname", OLD."client_id", OLD."contract_kinds", OLD."delivery_address", OLD."dependent_children", OLD."disability_degree", OLD."disability_until", OLD."distance_km", OLD."father_name", OLD."has_large_family_card", OLD."health_basis", OLD."health_limits_pl", OLD."health_limits_uk", OLD."id", OLD."is_carer", OLD."is_lone_parent", OLD."marital_status", OLD."may_start_on", OLD."mother_name", OLD."needs_childcare", OLD."needs_lodging", OLD."needs_transport", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."registered_address", OLD."shifts", OLD."spouse_status", OLD."updated_at", OLD."updated_by_id", OLD."version", OLD."weekly_hours", OLD."wishes_pl", OLD."wishes_uk", OLD."working_time"); RETURN NULL;',
                                    hash="e07ad7ebecf62df340a8dad33eb458a7e198cbc4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_13533",
                                    table="registration_intake",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeEvent",
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
                                to="registration.intake",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
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
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unemployed", "registration as unemployed"),
                                    ("job_seeker", "registration as job-seeker"),
                                    ("support", "support without registration"),
                                ],
                                max_length=12,
                                verbose_name="what the person comes for",
                            ),
                        ),
                        (
                            "birth_surname",
                            models.CharField(blank=True, max_length=120, verbose_name="family name at birth"),
                        ),
                        (
                            "father_name",
                            models.CharField(blank=True, max_length=120, verbose_name="father’s first name"),
                        ),
                        (
                            "mother_name",
                            models.CharField(blank=True, max_length=120, verbose_name="mother’s first name"),
                        ),
                        (
                            "registered_address",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="address of registered stay (zameldowanie)",
                            ),
                        ),
                        (
                            "delivery_address",
                            models.CharField(blank=True, max_length=200, verbose_name="address for letters"),
                        ),
                        (
                            "marital_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("single", "never married"),
                                    ("married", "married"),
                                    ("separated", "legally separated"),
                                    ("divorced", "divorced"),
                                    ("widowed", "widowed"),
                                ],
                                max_length=10,
                                verbose_name="marital status",
                            ),
                        ),
                        (
                            "spouse_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("unemployed", "registered as unemployed"),
                                    ("job_seeker", "registered as job-seeker"),
                                    ("neither", "not registered in a labour office"),
                                ],
                                max_length=12,
                                verbose_name="the spouse is",
                            ),
                        ),
                        (
                            "dependent_children",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(20)],
                                verbose_name="number of dependent children",
                            ),
                        ),
                        (
                            "is_lone_parent",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="brings up children alone"
                            ),
                        ),
                        (
                            "has_large_family_card",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="has a Large Family Card"
                            ),
                        ),
                        (
                            "is_carer",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="cares for a person with a disability"
                            ),
                        ),
                        (
                            "disability_degree",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "no decision on disability"),
                                    ("light", "light degree"),
                                    ("moderate", "moderate degree"),
                                    ("severe", "severe degree"),
                                ],
                                max_length=10,
                                verbose_name="degree of disability",
                            ),
                        ),
                        (
                            "disability_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="decision on disability valid until"
                            ),
                        ),
                        (
                            "health_basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("decision", "decision on disability"),
                                    ("certificate", "medical certificate of contraindications to work"),
                                    ("occupational", "decision of an occupational physician"),
                                ],
                                max_length=14,
                                verbose_name="paper that says what work is harmful",
                            ),
                        ),
                        (
                            "health_limits_uk",
                            models.TextField(
                                blank=True,
                                max_length=500,
                                verbose_name="limits of health at work – in Ukrainian",
                            ),
                        ),
                        (
                            "health_limits_pl",
                            models.TextField(
                                blank=True,
                                max_length=500,
                                verbose_name="limits of health at work – in Polish",
                            ),
                        ),
                        (
                            "contract_kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                verbose_name="kinds of contract wanted",
                            ),
                        ),
                        (
                            "shifts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                verbose_name="shifts wanted",
                            ),
                        ),
                        (
                            "working_time",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "full time only"),
                                    ("part", "part time only"),
                                    ("any", "full or part time"),
                                ],
                                max_length=4,
                                verbose_name="working time wanted",
                            ),
                        ),
                        (
                            "weekly_hours",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(80),
                                ],
                                verbose_name="hours a week at most",
                            ),
                        ),
                        (
                            "distance_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(1000)],
                                verbose_name="distance to work at most, km",
                            ),
                        ),
                        (
                            "may_start_on",
                            models.DateField(blank=True, null=True, verbose_name="may start on"),
                        ),
                        (
                            "needs_lodging",
                            models.BooleanField(blank=True, null=True, verbose_name="needs lodging"),
                        ),
                        (
                            "needs_transport",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="needs transport to work"
                            ),
                        ),
                        (
                            "needs_childcare",
                            models.BooleanField(blank=True, null=True, verbose_name="needs childcare"),
                        ),
                        (
                            "wishes_uk",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="other wishes about work – in Ukrainian",
                            ),
                        ),
                        (
                            "wishes_pl",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="other wishes about work – in Polish",
                            ),
                        ),
                        (
                            "answered_none",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("education", "no school finished"),
                                        ("work", "has not worked yet"),
                                        ("languages", "no foreign language"),
                                        ("licences", "no licences"),
                                        ("situations", "no special situation"),
                                        ("documents", "has no documents to show"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                verbose_name="lists with nothing to put on them",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HiddenQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=60, unique=True, verbose_name="question")),
                        (
                            "hidden_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "hidden_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question that is not asked",
                        "verbose_name_plural": "questions that are not asked",
                        "ordering": ["code"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_hiddenquestionevent" ("code", "hidden_at", "hidden_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."hidden_at", NEW."hidden_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="1c3fd2c6b584cf51312033fa82a0960fb2523866",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b79be",
                                    table="registration_hiddenquestion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_hiddenquestionevent" ("code", "hidden_at", "hidden_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."hidden_at", NEW."hidden_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="3c95b2bf6d9a39f1b422b0bb578d5a747462abe0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_787e0",
                                    table="registration_hiddenquestion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_hiddenquestionevent" ("code", "hidden_at", "hidden_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."hidden_at", OLD."hidden_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="710f48b768dd46a609f1c647c0ee7d5fcb120bd7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a153a",
                                    table="registration_hiddenquestion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HiddenQuestionEvent",
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
                                to="registration.hiddenquestion",
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
                        ("code", models.CharField(max_length=60, verbose_name="question")),
                        (
                            "hidden_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "hidden_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                    name="Child",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="registration.client",
                            ),
                        ),
                        ("birth_date", models.DateField(verbose_name="date of birth")),
                        (
                            "is_dependent",
                            models.BooleanField(
                                default=True, verbose_name="depends on the person for a living"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "child",
                        "verbose_name_plural": "children",
                        "ordering": ["pk"],
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="child_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'child_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="a28b0c71e20817e9fe7f6a5299d71073cbbbbf83",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_child_is_frozen_while_restricted_332f4",
                                    table="registration_child",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_childevent" ("birth_date", "client_id", "id", "is_dependent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version") VALUES (NEW."birth_date", NEW."client_id", NEW."id", NEW."is_dependent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="7d9c2f0a65b5bc86d241fdbf57f4e41771939715",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d2739",
                                    table="registration_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_childevent" ("birth_date", "client_id", "id", "is_dependent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version") VALUES (NEW."birth_date", NEW."client_id", NEW."id", NEW."is_dependent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="836fe81d89f1a03508e00fe25baf9ba99ac884aa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_76ae6",
                                    table="registration_child",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_childevent" ("birth_date", "client_id", "id", "is_dependent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version") VALUES (OLD."birth_date", OLD."client_id", OLD."id", OLD."is_dependent", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."updated_at", OLD."updated_by_id", OLD."version"); RETURN NULL;',
                                    hash="92853fc3fd2f1a1b3a866de4069f61d123121b85",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ae2d9",
                                    table="registration_child",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildEvent",
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
                                to="registration.child",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        ("birth_date", models.DateField(verbose_name="date of birth")),
                        (
                            "is_dependent",
                            models.BooleanField(
                                default=True, verbose_name="depends on the person for a living"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EducationEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="schools",
                                to="registration.client",
                            ),
                        ),
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
                            "school_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="school – in Ukrainian"
                            ),
                        ),
                        (
                            "school_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="school – in Polish"),
                        ),
                        (
                            "field_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="field of study or occupation learned – in Ukrainian",
                            ),
                        ),
                        (
                            "field_pl",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="field of study or occupation learned – in Polish",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UKR", "Ukraine"),
                                    ("POL", "Poland"),
                                    ("BLR", "Belarus"),
                                    ("RUS", "Russia"),
                                    ("MDA", "Moldova"),
                                    ("GEO", "Georgia"),
                                    ("ARM", "Armenia"),
                                    ("AZE", "Azerbaijan"),
                                    ("KAZ", "Kazakhstan"),
                                    ("UZB", "Uzbekistan"),
                                    ("ROU", "Romania"),
                                    ("HUN", "Hungary"),
                                    ("SVK", "Slovakia"),
                                    ("LTU", "Lithuania"),
                                    ("TUR", "Türkiye"),
                                    ("ISR", "Israel"),
                                    ("XXX", "another country"),
                                ],
                                max_length=3,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "year_from",
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
                                verbose_name="from the year",
                            ),
                        ),
                        (
                            "year_to",
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
                                verbose_name="to the year",
                            ),
                        ),
                        (
                            "evidence",
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
                        "verbose_name_plural": "education",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level__isnull", False),
                                    models.Q(("school_uk", ""), _negated=True),
                                    models.Q(("school_pl", ""), _negated=True),
                                    models.Q(("field_uk", ""), _negated=True),
                                    models.Q(("field_pl", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="educationentry_says_something",
                                violation_error_message="Enter the level, the school or the field.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("year_from", None),
                                    ("year_to", None),
                                    ("year_to__gte", models.F("year_from")),
                                    _connector="OR",
                                ),
                                name="educationentry_ends_after_it_starts",
                                violation_error_message="The end must not be before the start.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="education_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'education_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="7ef2f3b2d9c277fa4d4bc0cc64d1c9cb09b12b40",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_education_is_frozen_while_restricted_40860",
                                    table="registration_educationentry",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_educationentryevent" ("client_id", "country", "evidence", "field_pl", "field_uk", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "school_pl", "school_uk", "updated_at", "updated_by_id", "version", "year_from", "year_to") VALUES (NEW."client_id", NEW."country", NEW."evidence", NEW."field_pl", NEW."field_uk", NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."school_pl", NEW."school_uk", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."year_from", NEW."year_to"); RETURN NULL;',
                                    hash="94098a325f8cd56e5d4774959277f374168f48b3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2d0ba",
                                    table="registration_educationentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_educationentryevent" ("client_id", "country", "evidence", "field_pl", "field_uk", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "school_pl", "school_uk", "updated_at", "updated_by_id", "version", "year_from", "year_to") VALUES (NEW."client_id", NEW."country", NEW."evidence", NEW."field_pl", NEW."field_uk", NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."school_pl", NEW."school_uk", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."year_from", NEW."year_to"); RETURN NULL;',
                                    hash="cc72553a3bc94186ec3d9940591f1bf0f1220a63",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a7a97",
                                    table="registration_educationentry",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_educationentryevent" ("client_id", "country", "evidence", "field_pl", "field_uk", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "school_pl", "school_uk", "updated_at", "updated_by_id", "version", "year_from", "year_to") VALUES (OLD."client_id", OLD."country", OLD."evidence", OLD."field_pl", OLD."field_uk", OLD."id", OLD."level_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."school_pl", OLD."school_uk", OLD."updated_at", OLD."updated_by_id", OLD."version", OLD."year_from", OLD."year_to"); RETURN NULL;',
                                    hash="6aaad3e7e541a9af6429e7d508aa00f4f250ec7e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fc0dc",
                                    table="registration_educationentry",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EducationEntryEvent",
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
                                to="registration.educationentry",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
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
                            "school_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="school – in Ukrainian"
                            ),
                        ),
                        (
                            "school_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="school – in Polish"),
                        ),
                        (
                            "field_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="field of study or occupation learned – in Ukrainian",
                            ),
                        ),
                        (
                            "field_pl",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="field of study or occupation learned – in Polish",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UKR", "Ukraine"),
                                    ("POL", "Poland"),
                                    ("BLR", "Belarus"),
                                    ("RUS", "Russia"),
                                    ("MDA", "Moldova"),
                                    ("GEO", "Georgia"),
                                    ("ARM", "Armenia"),
                                    ("AZE", "Azerbaijan"),
                                    ("KAZ", "Kazakhstan"),
                                    ("UZB", "Uzbekistan"),
                                    ("ROU", "Romania"),
                                    ("HUN", "Hungary"),
                                    ("SVK", "Slovakia"),
                                    ("LTU", "Lithuania"),
                                    ("TUR", "Türkiye"),
                                    ("ISR", "Israel"),
                                    ("XXX", "another country"),
                                ],
                                max_length=3,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "year_from",
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
                                verbose_name="from the year",
                            ),
                        ),
                        (
                            "year_to",
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
                                verbose_name="to the year",
                            ),
                        ),
                        (
                            "evidence",
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
                    name="WorkPeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="jobs",
                                to="registration.client",
                            ),
                        ),
                        (
                            "position_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="position – in Ukrainian"
                            ),
                        ),
                        (
                            "position_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="position – in Polish"),
                        ),
                        (
                            "employer_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="employer – in Ukrainian"
                            ),
                        ),
                        (
                            "employer_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="employer – in Polish"),
                        ),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UKR", "Ukraine"),
                                    ("POL", "Poland"),
                                    ("BLR", "Belarus"),
                                    ("RUS", "Russia"),
                                    ("MDA", "Moldova"),
                                    ("GEO", "Georgia"),
                                    ("ARM", "Armenia"),
                                    ("AZE", "Azerbaijan"),
                                    ("KAZ", "Kazakhstan"),
                                    ("UZB", "Uzbekistan"),
                                    ("ROU", "Romania"),
                                    ("HUN", "Hungary"),
                                    ("SVK", "Slovakia"),
                                    ("LTU", "Lithuania"),
                                    ("TUR", "Türkiye"),
                                    ("ISR", "Israel"),
                                    ("XXX", "another country"),
                                ],
                                max_length=3,
                                verbose_name="country",
                            ),
                        ),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="started on")),
                        (
                            "started_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "full date"),
                                    ("month", "month and year"),
                                    ("year", "year only"),
                                ],
                                max_length=5,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                        (
                            "ended_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "full date"),
                                    ("month", "month and year"),
                                    ("year", "year only"),
                                ],
                                max_length=5,
                            ),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="still goes on")),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("employment", "employment contract"),
                                    ("mandate", "contract of mandate or for services"),
                                    ("specific_work", "contract for a specific work"),
                                    ("own_business", "own business"),
                                    ("farm", "work on a farm"),
                                    ("service", "uniformed or civil service"),
                                    ("other", "another basis, or none"),
                                ],
                                max_length=14,
                                verbose_name="basis of the work",
                            ),
                        ),
                        (
                            "working_time",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "full time"),
                                    ("three_quarters", "three quarters of full time"),
                                    ("half", "half time"),
                                    ("quarter", "a quarter of full time"),
                                    ("other", "other working time"),
                                ],
                                max_length=14,
                                verbose_name="working time",
                            ),
                        ),
                        (
                            "evidence",
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
                        "verbose_name": "job",
                        "verbose_name_plural": "work history",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("position_uk", ""), _negated=True),
                                    models.Q(("position_pl", ""), _negated=True),
                                    models.Q(("employer_uk", ""), _negated=True),
                                    models.Q(("employer_pl", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="workperiod_says_what_or_where",
                                violation_error_message="Enter the position or the employer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("started_on", None), ("started_precision", "")),
                                    models.Q(
                                        ("started_on__isnull", False),
                                        models.Q(("started_precision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="workperiod_start_with_precision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_on", None), ("ended_precision", "")),
                                    models.Q(
                                        ("ended_on__isnull", False),
                                        models.Q(("ended_precision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="workperiod_end_with_precision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_current", False), ("ended_on", None), _connector="OR"
                                ),
                                name="workperiod_that_goes_on_has_no_end",
                                violation_error_message="Either it still goes on or it has an end.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="workperiod_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'workperiod_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="822850a9bc792ddb8062226365b5a4210731634b",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_workperiod_is_frozen_while_restricted_77f5b",
                                    table="registration_workperiod",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_workperiodevent" ("basis", "client_id", "country", "employer_pl", "employer_uk", "ended_on", "ended_precision", "evidence", "id", "is_current", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_pl", "position_uk", "public_id", "started_on", "started_precision", "updated_at", "updated_by_id", "version", "working_time") VALUES (NEW."basis", NEW."client_id", NEW."country", NEW."employer_pl", NEW."employer_uk", NEW."ended_on", NEW."ended_precision", NEW."evidence", NEW."id", NEW."is_current", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_pl", NEW."position_uk", NEW."public_id", NEW."started_on", NEW."started_precision", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."working_time"); RETURN NULL;',
                                    hash="83c67574d3c2ad51c23224376df4fbdb74560659",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b6b2c",
                                    table="registration_workperiod",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_workperiodevent" ("basis", "client_id", "country", "employer_pl", "employer_uk", "ended_on", "ended_precision", "evidence", "id", "is_current", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_pl", "position_uk", "public_id", "started_on", "started_precision", "updated_at", "updated_by_id", "version", "working_time") VALUES (NEW."basis", NEW."client_id", NEW."country", NEW."employer_pl", NEW."employer_uk", NEW."ended_on", NEW."ended_precision", NEW."evidence", NEW."id", NEW."is_current", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_pl", NEW."position_uk", NEW."public_id", NEW."started_on", NEW."started_precision", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."working_time"); RETURN NULL;',
                                    hash="b04c04cad5c5249a08a78920034824db404c8e3b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d7974",
                                    table="registration_workperiod",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_workperiodevent" ("basis", "client_id", "country", "employer_pl", "employer_uk", "ended_on", "ended_precision", "evidence", "id", "is_current", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_pl", "position_uk", "public_id", "started_on", "started_precision", "updated_at", "updated_by_id", "version", "working_time") VALUES (OLD."basis", OLD."client_id", OLD."country", OLD."employer_pl", OLD."employer_uk", OLD."ended_on", OLD."ended_precision", OLD."evidence", OLD."id", OLD."is_current", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_pl", OLD."position_uk", OLD."public_id", OLD."started_on", OLD."started_precision", OLD."updated_at", OLD."updated_by_id", OLD."version", OLD."working_time"); RETURN NULL;',
                                    hash="39f1f1abecd9a8493232a8a396dd6d40f5b045f3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d0ee9",
                                    table="registration_workperiod",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkPeriodEvent",
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
                                to="registration.workperiod",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "position_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="position – in Ukrainian"
                            ),
                        ),
                        (
                            "position_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="position – in Polish"),
                        ),
                        (
                            "employer_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="employer – in Ukrainian"
                            ),
                        ),
                        (
                            "employer_pl",
                            models.CharField(blank=True, max_length=160, verbose_name="employer – in Polish"),
                        ),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("UKR", "Ukraine"),
                                    ("POL", "Poland"),
                                    ("BLR", "Belarus"),
                                    ("RUS", "Russia"),
                                    ("MDA", "Moldova"),
                                    ("GEO", "Georgia"),
                                    ("ARM", "Armenia"),
                                    ("AZE", "Azerbaijan"),
                                    ("KAZ", "Kazakhstan"),
                                    ("UZB", "Uzbekistan"),
                                    ("ROU", "Romania"),
                                    ("HUN", "Hungary"),
                                    ("SVK", "Slovakia"),
                                    ("LTU", "Lithuania"),
                                    ("TUR", "Türkiye"),
                                    ("ISR", "Israel"),
                                    ("XXX", "another country"),
                                ],
                                max_length=3,
                                verbose_name="country",
                            ),
                        ),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="started on")),
                        (
                            "started_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "full date"),
                                    ("month", "month and year"),
                                    ("year", "year only"),
                                ],
                                max_length=5,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                        (
                            "ended_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "full date"),
                                    ("month", "month and year"),
                                    ("year", "year only"),
                                ],
                                max_length=5,
                            ),
                        ),
                        ("is_current", models.BooleanField(default=False, verbose_name="still goes on")),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("employment", "employment contract"),
                                    ("mandate", "contract of mandate or for services"),
                                    ("specific_work", "contract for a specific work"),
                                    ("own_business", "own business"),
                                    ("farm", "work on a farm"),
                                    ("service", "uniformed or civil service"),
                                    ("other", "another basis, or none"),
                                ],
                                max_length=14,
                                verbose_name="basis of the work",
                            ),
                        ),
                        (
                            "working_time",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "full time"),
                                    ("three_quarters", "three quarters of full time"),
                                    ("half", "half time"),
                                    ("quarter", "a quarter of full time"),
                                    ("other", "other working time"),
                                ],
                                max_length=14,
                                verbose_name="working time",
                            ),
                        ),
                        (
                            "evidence",
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
                    name="ClientOccupation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="occupations",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("learned", "learned"),
                                    ("practised", "practised"),
                                    ("wanted", "wanted"),
                                ],
                                default="practised",
                                max_length=10,
                                verbose_name="kind",
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
                                verbose_name="occupation of the classification",
                            ),
                        ),
                        (
                            "wording_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="occupation in own words – in Ukrainian",
                            ),
                        ),
                        (
                            "wording_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="occupation in own words – in Polish"
                            ),
                        ),
                        (
                            "months_of_practice",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(720)],
                                verbose_name="months of practice",
                            ),
                        ),
                        (
                            "evidence",
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
                        "verbose_name": "occupation",
                        "verbose_name_plural": "occupations and skills",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("occupation__isnull", False),
                                    models.Q(("wording_uk", ""), _negated=True),
                                    models.Q(("wording_pl", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="clientoccupation_is_named",
                                violation_error_message="Choose an occupation, or write it in the person’s words.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="clientoccupation_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'clientoccupation_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="a9b6779149fa18be8cb14de7ded9d81a33db54cc",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_clientoccupation_is_frozen_while_restricted_f2568",
                                    table="registration_clientoccupation",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_clientoccupationevent" ("client_id", "evidence", "id", "kind", "months_of_practice", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version", "wording_pl", "wording_uk") VALUES (NEW."client_id", NEW."evidence", NEW."id", NEW."kind", NEW."months_of_practice", NEW."occupation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."wording_pl", NEW."wording_uk"); RETURN NULL;',
                                    hash="9794046bbecb2df94ea437e90559e2f88ea9dc93",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b0dcd",
                                    table="registration_clientoccupation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_clientoccupationevent" ("client_id", "evidence", "id", "kind", "months_of_practice", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version", "wording_pl", "wording_uk") VALUES (NEW."client_id", NEW."evidence", NEW."id", NEW."kind", NEW."months_of_practice", NEW."occupation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."version", NEW."wording_pl", NEW."wording_uk"); RETURN NULL;',
                                    hash="5ba002f6bdf0ecc88e8c83e9af57783046531318",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_211fa",
                                    table="registration_clientoccupation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_clientoccupationevent" ("client_id", "evidence", "id", "kind", "months_of_practice", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version", "wording_pl", "wording_uk") VALUES (OLD."client_id", OLD."evidence", OLD."id", OLD."kind", OLD."months_of_practice", OLD."occupation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."updated_at", OLD."updated_by_id", OLD."version", OLD."wording_pl", OLD."wording_uk"); RETURN NULL;',
                                    hash="f31781d6fe364ace830c9f2680ec3bce866e25c0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_eefc5",
                                    table="registration_clientoccupation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClientOccupationEvent",
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
                                to="registration.clientoccupation",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("learned", "learned"),
                                    ("practised", "practised"),
                                    ("wanted", "wanted"),
                                ],
                                default="practised",
                                max_length=10,
                                verbose_name="kind",
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
                                verbose_name="occupation of the classification",
                            ),
                        ),
                        (
                            "wording_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="occupation in own words – in Ukrainian",
                            ),
                        ),
                        (
                            "wording_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="occupation in own words – in Polish"
                            ),
                        ),
                        (
                            "months_of_practice",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(720)],
                                verbose_name="months of practice",
                            ),
                        ),
                        (
                            "evidence",
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
                    name="SpokenLanguage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="languages",
                                to="registration.client",
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
                        (
                            "evidence",
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
                        "verbose_name": "language",
                        "verbose_name_plural": "languages",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("client", "language"),
                                name="spokenlanguage_once_for_a_person",
                                violation_error_message="This language stands on the list already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_native", False), ("level", None), _connector="OR"),
                                name="spokenlanguage_native_needs_no_level",
                                violation_error_message="A mother tongue needs no level.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="spokenlanguage_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'spokenlanguage_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="521d56c4cae3bbddd77deb37ccb1b52682038435",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_spokenlanguage_is_frozen_while_restricted_e373d",
                                    table="registration_spokenlanguage",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_spokenlanguageevent" ("client_id", "evidence", "id", "is_native", "language_id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version") VALUES (NEW."client_id", NEW."evidence", NEW."id", NEW."is_native", NEW."language_id", NEW."level_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="b8954c835b62216a374b7c7345f487185d6c0db7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dcbc5",
                                    table="registration_spokenlanguage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_spokenlanguageevent" ("client_id", "evidence", "id", "is_native", "language_id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version") VALUES (NEW."client_id", NEW."evidence", NEW."id", NEW."is_native", NEW."language_id", NEW."level_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="fa95a146ce387af1dfa5999ebae57b08e9bec88e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fda63",
                                    table="registration_spokenlanguage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_spokenlanguageevent" ("client_id", "evidence", "id", "is_native", "language_id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "version") VALUES (OLD."client_id", OLD."evidence", OLD."id", OLD."is_native", OLD."language_id", OLD."level_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."updated_at", OLD."updated_by_id", OLD."version"); RETURN NULL;',
                                    hash="6109de237a75089b9271a769253dc6acca69dffd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a9be0",
                                    table="registration_spokenlanguage",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpokenLanguageEvent",
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
                                to="registration.spokenlanguage",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
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
                        (
                            "evidence",
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
                    name="HeldLicence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="licences",
                                to="registration.client",
                            ),
                        ),
                        (
                            "licence",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to={"vocabulary": "licence"},
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "details_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="name or details of the licence – in Ukrainian",
                            ),
                        ),
                        (
                            "details_pl",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="name or details of the licence – in Polish",
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "evidence",
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
                        "verbose_name": "licence",
                        "verbose_name_plural": "licences",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("licence__isnull", False),
                                    models.Q(("details_uk", ""), _negated=True),
                                    models.Q(("details_pl", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="heldlicence_is_named",
                                violation_error_message="Choose a licence, or write its name.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="heldlicence_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'heldlicence_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="93c355f1d5105d25f0749c3bd15518bf243cb74b",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_heldlicence_is_frozen_while_restricted_3c11c",
                                    table="registration_heldlicence",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_heldlicenceevent" ("client_id", "details_pl", "details_uk", "evidence", "id", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "valid_until", "version") VALUES (NEW."client_id", NEW."details_pl", NEW."details_uk", NEW."evidence", NEW."id", NEW."licence_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."valid_until", NEW."version"); RETURN NULL;',
                                    hash="95a2373064b90b72ad77f458c12899c5b242092c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4e3f6",
                                    table="registration_heldlicence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_heldlicenceevent" ("client_id", "details_pl", "details_uk", "evidence", "id", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "valid_until", "version") VALUES (NEW."client_id", NEW."details_pl", NEW."details_uk", NEW."evidence", NEW."id", NEW."licence_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."updated_at", NEW."updated_by_id", NEW."valid_until", NEW."version"); RETURN NULL;',
                                    hash="fb65d2f20b82f4352b86e457c965899a71521270",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cdadf",
                                    table="registration_heldlicence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_heldlicenceevent" ("client_id", "details_pl", "details_uk", "evidence", "id", "licence_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "updated_at", "updated_by_id", "valid_until", "version") VALUES (OLD."client_id", OLD."details_pl", OLD."details_uk", OLD."evidence", OLD."id", OLD."licence_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."updated_at", OLD."updated_by_id", OLD."valid_until", OLD."version"); RETURN NULL;',
                                    hash="39ba57bba72101aa3d1b3739e54f47eb048e4c19",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bfea6",
                                    table="registration_heldlicence",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeldLicenceEvent",
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
                                to="registration.heldlicence",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "licence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                limit_choices_to={"vocabulary": "licence"},
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "details_uk",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="name or details of the licence – in Ukrainian",
                            ),
                        ),
                        (
                            "details_pl",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="name or details of the licence – in Polish",
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "evidence",
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
                    name="PresentedDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presented_documents",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("identity", "identity document"),
                                    ("pesel_notice", "confirmation of PESEL (UKR)"),
                                    ("residence", "residence card or decision"),
                                    ("diploma", "school certificate or diploma"),
                                    ("course", "certificate of a course or licence"),
                                    ("work", "certificate of employment or other proof of work"),
                                    ("disability", "decision on disability"),
                                    ("medical", "medical certificate"),
                                    ("marriage", "marriage certificate"),
                                    ("birth", "birth certificate of a child"),
                                    ("family_card", "Large Family Card"),
                                    ("translation", "sworn translation"),
                                    ("other", "another document"),
                                ],
                                max_length=14,
                                verbose_name="document",
                            ),
                        ),
                        (
                            "details_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="what it says – in Ukrainian"
                            ),
                        ),
                        (
                            "details_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="what it says – in Polish"
                            ),
                        ),
                        (
                            "seen_as",
                            models.CharField(
                                choices=[
                                    ("original", "original"),
                                    ("copy", "copy or photo"),
                                    ("electronic", "electronic document"),
                                ],
                                default="original",
                                max_length=10,
                                verbose_name="seen as",
                            ),
                        ),
                        ("seen_on", models.DateField(verbose_name="seen on")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("is_damaged", models.BooleanField(default=False, verbose_name="damaged")),
                        (
                            "is_recognised",
                            models.BooleanField(default=False, verbose_name="recognised in Poland"),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents presented",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "identity",
                                            "pesel_notice",
                                            "residence",
                                            "diploma",
                                            "course",
                                            "work",
                                            "disability",
                                            "medical",
                                            "marriage",
                                            "birth",
                                            "family_card",
                                            "translation",
                                            "other",
                                        ],
                                    )
                                ),
                                name="presenteddocument_kind_is_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="presenteddocument_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'presenteddocument_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="1de1c25b58708061ba195f69a0bf194448bf98a0",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_presenteddocument_is_frozen_while_restricted_0c339",
                                    table="registration_presenteddocument",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_presenteddocumentevent" ("client_id", "details_pl", "details_uk", "id", "is_damaged", "is_recognised", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen_as", "seen_on", "updated_at", "updated_by_id", "valid_until", "version") VALUES (NEW."client_id", NEW."details_pl", NEW."details_uk", NEW."id", NEW."is_damaged", NEW."is_recognised", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."seen_as", NEW."seen_on", NEW."updated_at", NEW."updated_by_id", NEW."valid_until", NEW."version"); RETURN NULL;',
                                    hash="62bacd1ceaa261393b4d8e961262f4600b0dd9c7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_15eec",
                                    table="registration_presenteddocument",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_presenteddocumentevent" ("client_id", "details_pl", "details_uk", "id", "is_damaged", "is_recognised", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen_as", "seen_on", "updated_at", "updated_by_id", "valid_until", "version") VALUES (NEW."client_id", NEW."details_pl", NEW."details_uk", NEW."id", NEW."is_damaged", NEW."is_recognised", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."seen_as", NEW."seen_on", NEW."updated_at", NEW."updated_by_id", NEW."valid_until", NEW."version"); RETURN NULL;',
                                    hash="346c0b4f0639b9a5921d205bdc6bc0c2f615891a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d1fe8",
                                    table="registration_presenteddocument",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_presenteddocumentevent" ("client_id", "details_pl", "details_uk", "id", "is_damaged", "is_recognised", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "seen_as", "seen_on", "updated_at", "updated_by_id", "valid_until", "version") VALUES (OLD."client_id", OLD."details_pl", OLD."details_uk", OLD."id", OLD."is_damaged", OLD."is_recognised", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."seen_as", OLD."seen_on", OLD."updated_at", OLD."updated_by_id", OLD."valid_until", OLD."version"); RETURN NULL;',
                                    hash="6543686e20e4297674796cf80118e77f9051ac53",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4cfcb",
                                    table="registration_presenteddocument",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PresentedDocumentEvent",
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
                                to="registration.presenteddocument",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("identity", "identity document"),
                                    ("pesel_notice", "confirmation of PESEL (UKR)"),
                                    ("residence", "residence card or decision"),
                                    ("diploma", "school certificate or diploma"),
                                    ("course", "certificate of a course or licence"),
                                    ("work", "certificate of employment or other proof of work"),
                                    ("disability", "decision on disability"),
                                    ("medical", "medical certificate"),
                                    ("marriage", "marriage certificate"),
                                    ("birth", "birth certificate of a child"),
                                    ("family_card", "Large Family Card"),
                                    ("translation", "sworn translation"),
                                    ("other", "another document"),
                                ],
                                max_length=14,
                                verbose_name="document",
                            ),
                        ),
                        (
                            "details_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="what it says – in Ukrainian"
                            ),
                        ),
                        (
                            "details_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="what it says – in Polish"
                            ),
                        ),
                        (
                            "seen_as",
                            models.CharField(
                                choices=[
                                    ("original", "original"),
                                    ("copy", "copy or photo"),
                                    ("electronic", "electronic document"),
                                ],
                                default="original",
                                max_length=10,
                                verbose_name="seen as",
                            ),
                        ),
                        ("seen_on", models.DateField(verbose_name="seen on")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("is_damaged", models.BooleanField(default=False, verbose_name="damaged")),
                        (
                            "is_recognised",
                            models.BooleanField(default=False, verbose_name="recognised in Poland"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SpecialSituation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="situations",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.legalrulekey",
                                verbose_name="special situation",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "evidence",
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
                        "verbose_name": "special situation",
                        "verbose_name_plural": "special situations",
                        "ordering": ["pk"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("client", "kind"),
                                name="specialsituation_once_for_a_person",
                                violation_error_message="This situation stands on the list already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since", None),
                                    ("until", None),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="specialsituation_ends_after_it_starts",
                                violation_error_message="The end must not be before the start.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="specialsituation_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'specialsituation_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="5f9fe779fea293dcf2da54426637593f2bdc173d",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_specialsituation_is_frozen_while_restricted_ff104",
                                    table="registration_specialsituation",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_specialsituationevent" ("client_id", "evidence", "id", "kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "since", "until", "updated_at", "updated_by_id", "version") VALUES (NEW."client_id", NEW."evidence", NEW."id", NEW."kind_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."since", NEW."until", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="5ec75bd2cc300a0b5476eaba269b68e6d8fa289a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d57aa",
                                    table="registration_specialsituation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_specialsituationevent" ("client_id", "evidence", "id", "kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "since", "until", "updated_at", "updated_by_id", "version") VALUES (NEW."client_id", NEW."evidence", NEW."id", NEW."kind_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."since", NEW."until", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="747db1711cd53dc063ba9b73c384f64b90265cb4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7ba3a",
                                    table="registration_specialsituation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_specialsituationevent" ("client_id", "evidence", "id", "kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "since", "until", "updated_at", "updated_by_id", "version") VALUES (OLD."client_id", OLD."evidence", OLD."id", OLD."kind_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."since", OLD."until", OLD."updated_at", OLD."updated_by_id", OLD."version"); RETURN NULL;',
                                    hash="0fc41f1dee1831692fb7d2878aef4e20613c0a83",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e24e9",
                                    table="registration_specialsituation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpecialSituationEvent",
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
                                to="registration.specialsituation",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.legalrulekey",
                                verbose_name="special situation",
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "evidence",
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
                    name="LikelyPair",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "one",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pairs_as_one",
                                to="registration.client",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pairs_as_other",
                                to="registration.client",
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(verbose_name="likeness")),
                        (
                            "reasons",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("pesel", "PESEL"),
                                        ("document", "identity document"),
                                        ("name", "name"),
                                        ("spelling", "name in another spelling"),
                                        ("birth", "date of birth"),
                                        ("phone", "phone"),
                                        ("email", "e-mail"),
                                    ],
                                    max_length=10,
                                ),
                                verbose_name="alike in",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "not looked at"), ("different", "two people")],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("found_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("settled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "settled_by",
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
                        "verbose_name": "likely duplicate",
                        "verbose_name_plural": "likely duplicates",
                        "ordering": ["-score", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "open")),
                                fields=["-score", "-id"],
                                name="likelypair_waiting",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("one", "other"), name="likelypair_is_found_once"),
                            models.CheckConstraint(
                                condition=models.Q(("one__lt", models.F("other"))),
                                name="likelypair_older_first",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("score__gte", 1), ("score__lte", 100)),
                                name="likelypair_score_is_of_100",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at", None), ("settled_by", None), ("state", "open")),
                                    models.Q(
                                        ("settled_at__isnull", False),
                                        ("settled_by__isnull", False),
                                        ("state", "different"),
                                    ),
                                    _connector="OR",
                                ),
                                name="likelypair_settled_at_and_by_when_settled",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_likelypairevent" ("found_at", "id", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reasons", "score", "settled_at", "settled_by_id", "state") VALUES (NEW."found_at", NEW."id", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reasons", NEW."score", NEW."settled_at", NEW."settled_by_id", NEW."state"); RETURN NULL;',
                                    hash="d868fa3790b63dc974577caf5581cd4303b3f1f0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ef410",
                                    table="registration_likelypair",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_likelypairevent" ("found_at", "id", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reasons", "score", "settled_at", "settled_by_id", "state") VALUES (NEW."found_at", NEW."id", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reasons", NEW."score", NEW."settled_at", NEW."settled_by_id", NEW."state"); RETURN NULL;',
                                    hash="2b6a82b4f35c144c09b3d6ca5723912609271e3a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6dfea",
                                    table="registration_likelypair",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_likelypairevent" ("found_at", "id", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reasons", "score", "settled_at", "settled_by_id", "state") VALUES (OLD."found_at", OLD."id", OLD."one_id", OLD."other_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reasons", OLD."score", OLD."settled_at", OLD."settled_by_id", OLD."state"); RETURN NULL;',
                                    hash="bbea9a3dade33e985ad5998960289b8d7ff52abf",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_eca33",
                                    table="registration_likelypair",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LikelyPairEvent",
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
                                to="registration.likelypair",
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
                            "one",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(verbose_name="likeness")),
                        (
                            "reasons",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("pesel", "PESEL"),
                                        ("document", "identity document"),
                                        ("name", "name"),
                                        ("spelling", "name in another spelling"),
                                        ("birth", "date of birth"),
                                        ("phone", "phone"),
                                        ("email", "e-mail"),
                                    ],
                                    max_length=10,
                                ),
                                verbose_name="alike in",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "not looked at"), ("different", "two people")],
                                default="open",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("found_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("settled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "settled_by",
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
                migrations.CreateModel(
                    name="Comparison",
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
                            "client",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comparison",
                                to="registration.client",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "search for duplicates of a client",
                        "verbose_name_plural": "searches for duplicates of clients",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="comparison_unfinished",
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
                                name="comparison_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="comparison_finished_at_when_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "keep",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges_into",
                                to="registration.client",
                            ),
                        ),
                        (
                            "gone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges_away",
                                to="registration.client",
                            ),
                        ),
                        (
                            "chosen",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                validators=[registration.models.merging.check_choices],
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "waits for the manager"),
                                    ("done", "merged"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                    ("undone", "merged and taken apart again"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=500, verbose_name="answer")),
                        ("decided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "undone_by",
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
                        "verbose_name": "merge of two records",
                        "verbose_name_plural": "merges of two records",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["state", "-id"], name="merge_by_state")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "done", "refused", "withdrawn", "undone"])
                                ),
                                name="merge_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("keep", models.F("gone")), _negated=True),
                                name="merge_is_of_two_records",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at", None), ("decided_by", None), ("state", "asked")),
                                    models.Q(
                                        models.Q(("state", "asked"), _negated=True),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="merge_decided_at_and_by_when_decided",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "withdrawn"]),
                                    models.Q(("decided_by", models.F("asked_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="merge_is_done_by_another",
                                violation_error_message="Whoever asked cannot decide. Another manager has to.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "undone"),
                                        ("undone_at__isnull", False),
                                        ("undone_by__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("state", "undone"), _negated=True),
                                        ("undone_at", None),
                                        ("undone_by", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="merge_undone_at_and_by_when_undone",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "asked")),
                                fields=("gone",),
                                name="merge_is_asked_once",
                                violation_error_message="Somebody has asked to merge this record already.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_mergeevent" ("answer", "asked_at", "asked_by_id", "chosen", "decided_at", "decided_by_id", "gone_id", "id", "keep_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "state", "undone_at", "undone_by_id") VALUES (NEW."answer", NEW."asked_at", NEW."asked_by_id", NEW."chosen", NEW."decided_at", NEW."decided_by_id", NEW."gone_id", NEW."id", NEW."keep_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                                    hash="20bda0ae491819dc66bb2fd7beef04a28d474d37",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c48a6",
                                    table="registration_merge",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_mergeevent" ("answer", "asked_at", "asked_by_id", "chosen", "decided_at", "decided_by_id", "gone_id", "id", "keep_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "state", "undone_at", "undone_by_id") VALUES (NEW."answer", NEW."asked_at", NEW."asked_by_id", NEW."chosen", NEW."decided_at", NEW."decided_by_id", NEW."gone_id", NEW."id", NEW."keep_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                                    hash="5adead5c570e646a3a3b76753c061a235214a9eb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_999a0",
                                    table="registration_merge",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_mergeevent" ("answer", "asked_at", "asked_by_id", "chosen", "decided_at", "decided_by_id", "gone_id", "id", "keep_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "state", "undone_at", "undone_by_id") VALUES (OLD."answer", OLD."asked_at", OLD."asked_by_id", OLD."chosen", OLD."decided_at", OLD."decided_by_id", OLD."gone_id", OLD."id", OLD."keep_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."state", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                                    hash="cb6cb7829caf257df17f66f3e5f12b00792236a1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_98b5f",
                                    table="registration_merge",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MergeEvent",
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
                                to="registration.merge",
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
                            "keep",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "gone",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "chosen",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                validators=[registration.models.merging.check_choices],
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "waits for the manager"),
                                    ("done", "merged"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                    ("undone", "merged and taken apart again"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=500, verbose_name="answer")),
                        ("decided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "decided_by",
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
                        ("undone_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "undone_by",
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
                migrations.CreateModel(
                    name="MergeStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "merge",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="registration.merge",
                            ),
                        ),
                        ("model", models.CharField(max_length=100)),
                        ("number", models.BigIntegerField()),
                        (
                            "before",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.mergestep.before", blank=True
                            ),
                        ),
                        (
                            "after",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.mergestep.after", blank=True
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of a merge",
                        "verbose_name_plural": "steps of merges",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("merge", "model", "number"), name="mergestep_once_for_a_row"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("before", ""), _negated=True),
                                    models.Q(("after", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="mergestep_changes_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "key",
                            models.SlugField(
                                error_messages={"unique": "A paper with this code exists already."},
                                help_text="Small letters, digits and hyphens. It never changes afterwards.",
                                max_length=60,
                                unique=True,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("application", "application"),
                                    ("declaration", "declaration"),
                                    ("information", "information for the person"),
                                    ("consent", "consent"),
                                    ("authorisation", "authorisation"),
                                    ("notice", "notice of a change"),
                                    ("list", "list of documents"),
                                    ("request", "request"),
                                    ("card", "card"),
                                ],
                                max_length=20,
                                verbose_name="kind of paper",
                            ),
                        ),
                        ("title_pl", models.CharField(max_length=200, verbose_name="title in Polish")),
                        ("title_uk", models.CharField(max_length=200, verbose_name="title in Ukrainian")),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="A paper that is not in use is offered to nobody.",
                                verbose_name="in use",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper template",
                        "verbose_name_plural": "paper templates",
                        "ordering": ["kind", "key"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title_pl", ""), _negated=True),
                                    models.Q(("title_uk", ""), _negated=True),
                                ),
                                name="papertemplate_has_both_titles",
                                violation_error_message="A paper has a title in Polish and in Ukrainian.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_papertemplateevent" ("id", "is_active", "key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title_pl", "title_uk") VALUES (NEW."id", NEW."is_active", NEW."key", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."title_pl", NEW."title_uk"); RETURN NULL;',
                                    hash="1104137b930b8ed9791c19d8b44cc910f05517e8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_091c1",
                                    table="registration_papertemplate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_papertemplateevent" ("id", "is_active", "key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title_pl", "title_uk") VALUES (NEW."id", NEW."is_active", NEW."key", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."title_pl", NEW."title_uk"); RETURN NULL;',
                                    hash="de2398fc22989af9a72da354848c3b05af091b28",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1806b",
                                    table="registration_papertemplate",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_papertemplateevent" ("id", "is_active", "key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "title_pl", "title_uk") VALUES (OLD."id", OLD."is_active", OLD."key", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."title_pl", OLD."title_uk"); RETURN NULL;',
                                    hash="d8e59dbfab1fe93e8bcfb592bffdf37cf02815c3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f7403",
                                    table="registration_papertemplate",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperTemplateEvent",
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
                                to="registration.papertemplate",
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
                            "key",
                            models.SlugField(
                                db_index=False,
                                error_messages={"unique": "A paper with this code exists already."},
                                help_text="Small letters, digits and hyphens. It never changes afterwards.",
                                max_length=60,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("application", "application"),
                                    ("declaration", "declaration"),
                                    ("information", "information for the person"),
                                    ("consent", "consent"),
                                    ("authorisation", "authorisation"),
                                    ("notice", "notice of a change"),
                                    ("list", "list of documents"),
                                    ("request", "request"),
                                    ("card", "card"),
                                ],
                                max_length=20,
                                verbose_name="kind of paper",
                            ),
                        ),
                        ("title_pl", models.CharField(max_length=200, verbose_name="title in Polish")),
                        ("title_uk", models.CharField(max_length=200, verbose_name="title in Ukrainian")),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="A paper that is not in use is offered to nobody.",
                                verbose_name="in use",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TemplateVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="registration.papertemplate",
                                verbose_name="paper template",
                            ),
                        ),
                        (
                            "title_pl",
                            models.CharField(max_length=200, verbose_name="printed title in Polish"),
                        ),
                        (
                            "title_uk",
                            models.CharField(max_length=200, verbose_name="printed title in Ukrainian"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="It is not printed.",
                                max_length=300,
                                verbose_name="legal basis or source",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("in_force", "in force"),
                                    ("retired", "retired"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force to")),
                        ("shipped_as", models.CharField(blank=True, editable=False, max_length=80)),
                        ("content_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="made"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a paper",
                        "verbose_name_plural": "versions of papers",
                        "ordering": ["template", "valid_from", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to", None),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="templateversion_ends_after_it_starts",
                                violation_error_message="A version ends on or after the day it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("content_hash", ""),
                                        ("state", "draft"),
                                        ("valid_from", None),
                                        ("valid_to", None),
                                    ),
                                    models.Q(
                                        models.Q(("state", "draft"), _negated=True),
                                        ("valid_from__isnull", False),
                                        models.Q(("content_hash", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="templateversion_has_days_and_hash_once_in_force",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "retired"), _negated=True),
                                    ("valid_to__isnull", False),
                                    _connector="OR",
                                ),
                                name="templateversion_retired_has_a_last_day",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("shipped_as", ""), _negated=True),
                                fields=("shipped_as",),
                                name="templateversion_shipped_once",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("valid_from__isnull", False)),
                                expressions=[
                                    (pup_portal.fields.Int8Range("template_id"), "&&"),
                                    (pup_portal.fields.DateRange("valid_from", "valid_to"), "&&"),
                                ],
                                name="templateversion_days_do_not_overlap",
                                violation_error_message="Another version of this paper is in force on some of these days.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="templateversion_changes_only_as_a_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF OLD.state <> 'draft' AND (\n        TG_OP = 'DELETE'\n        OR (NEW.state = 'draft' AND OLD.valid_from <= CURRENT_DATE)\n        OR (NEW.state <> 'draft'\n            AND (NEW.template_id, NEW.title_pl, NEW.title_uk, NEW.content_hash, NEW.valid_from)\n            IS DISTINCT FROM\n            (OLD.template_id, OLD.title_pl, OLD.title_uk, OLD.content_hash, OLD.valid_from))\n    ) THEN\n        RAISE EXCEPTION 'a version of a paper is only changed while it is a draft'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'templateversion_changes_only_as_a_draft';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="34d9fdb8eefd48ce46ef999109b97238896fe01f",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_templateversion_changes_only_as_a_draft_91345",
                                    table="registration_templateversion",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_templateversionevent" ("content_hash", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "shipped_as", "source", "state", "template_id", "title_pl", "title_uk", "valid_from", "valid_to") VALUES (NEW."content_hash", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."shipped_as", NEW."source", NEW."state", NEW."template_id", NEW."title_pl", NEW."title_uk", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                                    hash="ae05d6803a39a8aafae1b2f7829c96ecb17622a9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_42105",
                                    table="registration_templateversion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_templateversionevent" ("content_hash", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "shipped_as", "source", "state", "template_id", "title_pl", "title_uk", "valid_from", "valid_to") VALUES (NEW."content_hash", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."shipped_as", NEW."source", NEW."state", NEW."template_id", NEW."title_pl", NEW."title_uk", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                                    hash="ba0aee823ac7a273dfd28e60a7a9e2a09ffb7431",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d3aa7",
                                    table="registration_templateversion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_templateversionevent" ("content_hash", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "shipped_as", "source", "state", "template_id", "title_pl", "title_uk", "valid_from", "valid_to") VALUES (OLD."content_hash", OLD."id", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."shipped_as", OLD."source", OLD."state", OLD."template_id", OLD."title_pl", OLD."title_uk", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                                    hash="4b06d04cda94bbbae209a62e45267159bd77aa08",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a0463",
                                    table="registration_templateversion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateVersionEvent",
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
                                to="registration.templateversion",
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
                            "template",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.papertemplate",
                                verbose_name="paper template",
                            ),
                        ),
                        (
                            "title_pl",
                            models.CharField(max_length=200, verbose_name="printed title in Polish"),
                        ),
                        (
                            "title_uk",
                            models.CharField(max_length=200, verbose_name="printed title in Ukrainian"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="It is not printed.",
                                max_length=300,
                                verbose_name="legal basis or source",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("in_force", "in force"),
                                    ("retired", "retired"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force to")),
                        ("shipped_as", models.CharField(blank=True, editable=False, max_length=80)),
                        ("content_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="made"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TemplateSection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="registration.templateversion",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="position"),
                        ),
                        (
                            "layout",
                            models.CharField(
                                choices=[
                                    ("text", "text"),
                                    ("fields", "fields: a label and its value in each line"),
                                    ("table", "table: columns divided by |"),
                                    ("declaration", "declaration, in a frame"),
                                    ("signature", "places to sign, one in each line"),
                                    ("code", "QR code with its caption"),
                                ],
                                default="text",
                                max_length=12,
                                verbose_name="layout",
                            ),
                        ),
                        (
                            "heading_pl",
                            models.CharField(blank=True, max_length=200, verbose_name="heading in Polish"),
                        ),
                        (
                            "heading_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="heading in Ukrainian"),
                        ),
                        ("body_pl", models.TextField(verbose_name="wording in Polish")),
                        ("body_uk", models.TextField(verbose_name="wording in Ukrainian")),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="It is not printed.",
                                max_length=300,
                                verbose_name="source of the wording",
                            ),
                        ),
                        (
                            "is_confirmed",
                            models.BooleanField(
                                default=True,
                                help_text="Leave it empty while nobody has compared the wording with the law.",
                                verbose_name="confirmed in the source",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "section of a paper",
                        "verbose_name_plural": "sections of papers",
                        "ordering": ["version", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("version", "position"),
                                name="templatesection_position_is_taken_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("heading_pl", ""), ("heading_uk", "")),
                                    models.Q(
                                        models.Q(("heading_pl", ""), _negated=True),
                                        models.Q(("heading_uk", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="templatesection_heading_in_both_languages",
                                violation_error_message="Write the heading in both languages, or in neither.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("body_pl", ""), _negated=True),
                                    models.Q(("body_uk", ""), _negated=True),
                                ),
                                name="templatesection_wording_in_both_languages",
                                violation_error_message="Write the wording in Polish and in Ukrainian.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="templatesection_changes_only_in_a_draft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF EXISTS (SELECT FROM registration_templateversion WHERE id = COALESCE(NEW.version_id, OLD.version_id) AND state <> 'draft') THEN\n        RAISE EXCEPTION 'a version of a paper is only changed while it is a draft'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'templatesection_changes_only_in_a_draft';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="67de717faa7c8dea1f1b125f59230f48cc2eb454",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_templatesection_changes_only_in_a_draft_af498",
                                    table="registration_templatesection",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_templatesectionevent" ("body_pl", "body_uk", "heading_pl", "heading_uk", "id", "is_confirmed", "layout", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "source", "version_id") VALUES (NEW."body_pl", NEW."body_uk", NEW."heading_pl", NEW."heading_uk", NEW."id", NEW."is_confirmed", NEW."layout", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."source", NEW."version_id"); RETURN NULL;',
                                    hash="817695084b63f5b277e96b94d1c8a9f84647344a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0a948",
                                    table="registration_templatesection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_templatesectionevent" ("body_pl", "body_uk", "heading_pl", "heading_uk", "id", "is_confirmed", "layout", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "source", "version_id") VALUES (NEW."body_pl", NEW."body_uk", NEW."heading_pl", NEW."heading_uk", NEW."id", NEW."is_confirmed", NEW."layout", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."source", NEW."version_id"); RETURN NULL;',
                                    hash="544f0986b721c2b3b2d3779b69a41205f18d429e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3a6af",
                                    table="registration_templatesection",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_templatesectionevent" ("body_pl", "body_uk", "heading_pl", "heading_uk", "id", "is_confirmed", "layout", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "source", "version_id") VALUES (OLD."body_pl", OLD."body_uk", OLD."heading_pl", OLD."heading_uk", OLD."id", OLD."is_confirmed", OLD."layout", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."source", OLD."version_id"); RETURN NULL;',
                                    hash="7e3b2bd94717aef8d1f56eacf4c1321b4b43c3df",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3610f",
                                    table="registration_templatesection",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateSectionEvent",
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
                                to="registration.templatesection",
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
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.templateversion",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="position"),
                        ),
                        (
                            "layout",
                            models.CharField(
                                choices=[
                                    ("text", "text"),
                                    ("fields", "fields: a label and its value in each line"),
                                    ("table", "table: columns divided by |"),
                                    ("declaration", "declaration, in a frame"),
                                    ("signature", "places to sign, one in each line"),
                                    ("code", "QR code with its caption"),
                                ],
                                default="text",
                                max_length=12,
                                verbose_name="layout",
                            ),
                        ),
                        (
                            "heading_pl",
                            models.CharField(blank=True, max_length=200, verbose_name="heading in Polish"),
                        ),
                        (
                            "heading_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="heading in Ukrainian"),
                        ),
                        ("body_pl", models.TextField(verbose_name="wording in Polish")),
                        ("body_uk", models.TextField(verbose_name="wording in Ukrainian")),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="It is not printed.",
                                max_length=300,
                                verbose_name="source of the wording",
                            ),
                        ),
                        (
                            "is_confirmed",
                            models.BooleanField(
                                default=True,
                                help_text="Leave it empty while nobody has compared the wording with the law.",
                                verbose_name="confirmed in the source",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaperSet",
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
                                related_name="paper_sets",
                                to="registration.client",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("unemployed", "registration as unemployed"),
                                    ("job_seeker", "registration as job-seeker"),
                                    ("support", "support without registration"),
                                    ("change", "change of data"),
                                    ("card", "personal card"),
                                    ("other", "another purpose"),
                                ],
                                max_length=12,
                                verbose_name="purpose",
                            ),
                        ),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "set of papers",
                        "verbose_name_plural": "sets of papers",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "purpose__in",
                                        ["unemployed", "job_seeker", "support", "change", "card", "other"],
                                    )
                                ),
                                name="paperset_purpose_is_known",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="paperset_is_frozen_with_the_client",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'paperset_is_frozen_with_the_client';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="b1fa1de34569117134b6088098558d2da7aa25ec",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_paperset_is_frozen_with_the_client_af640",
                                    table="registration_paperset",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_papersetevent" ("client_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose") VALUES (NEW."client_id", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."purpose"); RETURN NULL;',
                                    hash="7140e437fdca9142e96868ee31975ef9d45dcea0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d5451",
                                    table="registration_paperset",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_papersetevent" ("client_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose") VALUES (NEW."client_id", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."purpose"); RETURN NULL;',
                                    hash="add2fad9f92b3be44f023fb267b0ca83b1c8aa1b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_191c3",
                                    table="registration_paperset",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_papersetevent" ("client_id", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "purpose") VALUES (OLD."client_id", OLD."id", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."purpose"); RETURN NULL;',
                                    hash="ccdcc8967d75049f7694c3dcc051fe8dbe462697",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_efae8",
                                    table="registration_paperset",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperSetEvent",
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
                                to="registration.paperset",
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
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("unemployed", "registration as unemployed"),
                                    ("job_seeker", "registration as job-seeker"),
                                    ("support", "support without registration"),
                                    ("change", "change of data"),
                                    ("card", "personal card"),
                                    ("other", "another purpose"),
                                ],
                                max_length=12,
                                verbose_name="purpose",
                            ),
                        ),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                    name="Paper",
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
                                related_name="papers",
                                to="registration.client",
                            ),
                        ),
                        (
                            "paper_set",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="papers",
                                to="registration.paperset",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="registration.templateversion",
                                verbose_name="paper",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("unsigned", "unsigned"),
                                    ("signed", "signed"),
                                    ("outdated", "outdated"),
                                    ("void", "void"),
                                ],
                                default="unsigned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "data",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.paper.data", editable=False
                            ),
                        ),
                        (
                            "data_hash",
                            models.CharField(editable=False, max_length=64, verbose_name="mark of the data"),
                        ),
                        (
                            "is_final",
                            models.BooleanField(default=True, verbose_name="every text stands in Polish"),
                        ),
                        (
                            "token",
                            models.CharField(
                                blank=True, editable=False, max_length=16, null=True, unique=True
                            ),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="superseded_by",
                                to="registration.paper",
                            ),
                        ),
                        (
                            "filled_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "filled_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "read_back_language",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("uk", "Ukrainian"),
                                    ("ru", "Russian"),
                                    ("pl", "Polish"),
                                    ("en", "English"),
                                ],
                                max_length=2,
                                verbose_name="language it was read back in",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(blank=True, max_length=120, verbose_name="interpreter"),
                        ),
                        (
                            "confirmation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("all_true", "understood it and said that all of it is true"),
                                    ("corrected", "understood it; it was corrected and read back again"),
                                ],
                                max_length=10,
                                verbose_name="what the person said",
                            ),
                        ),
                        (
                            "read_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="read back"),
                        ),
                        (
                            "read_back_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                        (
                            "scan",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="documents.upload",
                            ),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "signed_by",
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
                            "outdated_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="outdated since"
                            ),
                        ),
                        (
                            "void_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why it is void"),
                        ),
                        ("void_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "void_by",
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
                        "verbose_name": "filled-in paper",
                        "verbose_name_plural": "filled-in papers",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["unsigned", "signed", "outdated", "void"])),
                                name="paper_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("data", ""), _negated=True),
                                    models.Q(("data_hash", ""), _negated=True),
                                ),
                                name="paper_keeps_its_data_with_the_hash",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("confirmation", ""),
                                        ("read_back_at", None),
                                        ("read_back_by", None),
                                        ("read_back_language", ""),
                                    ),
                                    models.Q(
                                        ("read_back_at__isnull", False),
                                        ("read_back_by__isnull", False),
                                        models.Q(("read_back_language", ""), _negated=True),
                                        models.Q(("confirmation", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_read_back_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("signed_at__isnull", False),
                                        ("signed_by__isnull", False),
                                        ("signed_on__isnull", False),
                                    ),
                                    models.Q(
                                        ("signed_at", None),
                                        ("signed_by", None),
                                        ("signed_on", None),
                                        models.Q(("state", "signed"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_signed_on_at_and_by_when_signed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "signed"), _negated=True),
                                    ("is_final", True),
                                    _connector="OR",
                                ),
                                name="paper_signed_is_final",
                                violation_error_message="A paper with text that has no Polish yet cannot be signed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "outdated"), _negated=True),
                                    ("outdated_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="paper_outdated_since_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "void"),
                                        ("void_at__isnull", False),
                                        ("void_by__isnull", False),
                                        models.Q(("void_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "void"), _negated=True),
                                        ("void_at", None),
                                        ("void_by", None),
                                        ("void_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_void_at_by_and_why_when_void",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "unsigned")),
                                fields=("client", "version", "data_hash"),
                                name="paper_is_unsigned_once_per_content",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="paper_is_frozen_with_the_client",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_is_frozen_with_the_client';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="b5c95841aaac45fc899f8d0fe8e456cb55b08c6d",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_paper_is_frozen_with_the_client_5aa93",
                                    table="registration_paper",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="paper_says_what_it_said",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."data" IS DISTINCT FROM (NEW."data") OR OLD."data_hash" IS DISTINCT FROM (NEW."data_hash") OR OLD."filled_at" IS DISTINCT FROM (NEW."filled_at") OR OLD."filled_by_id" IS DISTINCT FROM (NEW."filled_by_id") OR OLD."is_final" IS DISTINCT FROM (NEW."is_final") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id"))',
                                    func="RAISE EXCEPTION 'what a paper said does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_says_what_it_said';",
                                    hash="f22960f8c61b10350b34d82b370c60b45168069f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_paper_says_what_it_said_c5aec",
                                    table="registration_paper",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_paperevent" ("client_id", "confirmation", "data_hash", "filled_at", "filled_by_id", "id", "interpreter", "is_final", "outdated_at", "paper_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "read_back_at", "read_back_by_id", "read_back_language", "scan_id", "signed_at", "signed_by_id", "signed_on", "state", "supersedes_id", "version_id", "void_at", "void_by_id", "void_reason") VALUES (NEW."client_id", NEW."confirmation", NEW."data_hash", NEW."filled_at", NEW."filled_by_id", NEW."id", NEW."interpreter", NEW."is_final", NEW."outdated_at", NEW."paper_set_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."read_back_at", NEW."read_back_by_id", NEW."read_back_language", NEW."scan_id", NEW."signed_at", NEW."signed_by_id", NEW."signed_on", NEW."state", NEW."supersedes_id", NEW."version_id", NEW."void_at", NEW."void_by_id", NEW."void_reason"); RETURN NULL;',
                                    hash="48b74930e583f467778e876fb11e533aafc4d81d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f5845",
                                    table="registration_paper",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."client_id" IS DISTINCT FROM (NEW."client_id") OR OLD."confirmation" IS DISTINCT FROM (NEW."confirmation") OR OLD."data_hash" IS DISTINCT FROM (NEW."data_hash") OR OLD."filled_at" IS DISTINCT FROM (NEW."filled_at") OR OLD."filled_by_id" IS DISTINCT FROM (NEW."filled_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."is_final" IS DISTINCT FROM (NEW."is_final") OR OLD."outdated_at" IS DISTINCT FROM (NEW."outdated_at") OR OLD."paper_set_id" IS DISTINCT FROM (NEW."paper_set_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."read_back_at" IS DISTINCT FROM (NEW."read_back_at") OR OLD."read_back_by_id" IS DISTINCT FROM (NEW."read_back_by_id") OR OLD."read_back_language" IS DISTINCT FROM (NEW."read_back_language") OR OLD."scan_id" IS DISTINCT FROM (NEW."scan_id") OR OLD."signed_at" IS DISTINCT FROM (NEW."signed_at") OR OLD."signed_by_id" IS DISTINCT FROM (NEW."signed_by_id") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."supersedes_id" IS DISTINCT FROM (NEW."supersedes_id") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."void_at" IS DISTINCT FROM (NEW."void_at") OR OLD."void_by_id" IS DISTINCT FROM (NEW."void_by_id") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason"))',
                                    func='INSERT INTO "registration_paperevent" ("client_id", "confirmation", "data_hash", "filled_at", "filled_by_id", "id", "interpreter", "is_final", "outdated_at", "paper_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "read_back_at", "read_back_by_id", "read_back_language", "scan_id", "signed_at", "signed_by_id", "signed_on", "state", "supersedes_id", "version_id", "void_at", "void_by_id", "void_reason") VALUES (NEW."client_id", NEW."confirmation", NEW."data_hash", NEW."filled_at", NEW."filled_by_id", NEW."id", NEW."interpreter", NEW."is_final", NEW."outdated_at", NEW."paper_set_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."read_back_at", NEW."read_back_by_id", NEW."read_back_language", NEW."scan_id", NEW."signed_at", NEW."signed_by_id", NEW."signed_on", NEW."state", NEW."supersedes_id", NEW."version_id", NEW."void_at", NEW."void_by_id", NEW."void_reason"); RETURN NULL;',
                                    hash="7cb29ad14892ee3147114511a692159ce4ebeb09",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fffbe",
                                    table="registration_paper",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_paperevent" ("client_id", "confirmation", "data_hash", "filled_at", "filled_by_id", "id", "interpreter", "is_final", "outdated_at", "paper_set_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "read_back_at", "read_back_by_id", "read_back_language", "scan_id", "signed_at", "signed_by_id", "signed_on", "state", "supersedes_id", "version_id", "void_at", "void_by_id", "void_reason") VALUES (OLD."client_id", OLD."confirmation", OLD."data_hash", OLD."filled_at", OLD."filled_by_id", OLD."id", OLD."interpreter", OLD."is_final", OLD."outdated_at", OLD."paper_set_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id", OLD."read_back_at", OLD."read_back_by_id", OLD."read_back_language", OLD."scan_id", OLD."signed_at", OLD."signed_by_id", OLD."signed_on", OLD."state", OLD."supersedes_id", OLD."version_id", OLD."void_at", OLD."void_by_id", OLD."void_reason"); RETURN NULL;',
                                    hash="f8a32fef39ea8ef52b2f1b368330b559ab93f937",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8f08a",
                                    table="registration_paper",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperEvent",
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
                                to="registration.paper",
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
                            ),
                        ),
                        (
                            "paper_set",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.paperset",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.templateversion",
                                verbose_name="paper",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("unsigned", "unsigned"),
                                    ("signed", "signed"),
                                    ("outdated", "outdated"),
                                    ("void", "void"),
                                ],
                                default="unsigned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "data_hash",
                            models.CharField(editable=False, max_length=64, verbose_name="mark of the data"),
                        ),
                        (
                            "is_final",
                            models.BooleanField(default=True, verbose_name="every text stands in Polish"),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="registration.paper",
                            ),
                        ),
                        (
                            "filled_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "filled_by",
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
                            "read_back_language",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("uk", "Ukrainian"),
                                    ("ru", "Russian"),
                                    ("pl", "Polish"),
                                    ("en", "English"),
                                ],
                                max_length=2,
                                verbose_name="language it was read back in",
                            ),
                        ),
                        (
                            "interpreter",
                            models.CharField(blank=True, max_length=120, verbose_name="interpreter"),
                        ),
                        (
                            "confirmation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("all_true", "understood it and said that all of it is true"),
                                    ("corrected", "understood it; it was corrected and read back again"),
                                ],
                                max_length=10,
                                verbose_name="what the person said",
                            ),
                        ),
                        (
                            "read_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="read back"),
                        ),
                        (
                            "read_back_by",
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
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                        (
                            "scan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="documents.upload",
                            ),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "signed_by",
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
                            "outdated_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="outdated since"
                            ),
                        ),
                        (
                            "void_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why it is void"),
                        ),
                        ("void_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "void_by",
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
                migrations.CreateModel(
                    name="SheetImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("original_name", models.CharField(max_length=200, verbose_name="file name")),
                        ("headings", models.JSONField(default=list)),
                        (
                            "mapping",
                            models.JSONField(
                                default=list, help_text="for each column the key of what it holds, or nothing"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("uploaded", "the columns have to be named"),
                                    ("checking", "being checked"),
                                    ("checked", "waits for your decision"),
                                    ("importing", "being taken over"),
                                    ("imported", "taken over"),
                                    ("cancelled", "given up"),
                                ],
                                default="uploaded",
                                max_length=10,
                                verbose_name="stage",
                            ),
                        ),
                        ("imported", models.PositiveIntegerField(default=0, verbose_name="people taken in")),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "import of people",
                        "verbose_name_plural": "imports of people",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "stage__in",
                                        [
                                            "uploaded",
                                            "checking",
                                            "checked",
                                            "importing",
                                            "imported",
                                            "cancelled",
                                        ],
                                    )
                                ),
                                name="sheetimport_stage_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SheetWork",
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
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="works",
                                to="registration.sheetimport",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[("check", "checking"), ("import", "taking over")], max_length=6
                            ),
                        ),
                        ("done", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "work on an import of people",
                        "verbose_name_plural": "work on imports of people",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="sheetwork_unfinished",
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
                                name="sheetwork_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="sheetwork_finished_at_when_done",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["owed", "running"])),
                                fields=("sheet",),
                                name="sheetwork_is_one_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SheetRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "sheet",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="registration.sheetimport",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "cells",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.sheetrow.cells", help_text="JSON list of texts"
                            ),
                        ),
                        (
                            "problems",
                            models.JSONField(
                                blank=True, default=dict, help_text="message ids by number of the column"
                            ),
                        ),
                        (
                            "looks_like",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="registration.client",
                            ),
                        ),
                        (
                            "same_as",
                            models.PositiveIntegerField(
                                blank=True, help_text="number of an earlier row", null=True
                            ),
                        ),
                        ("is_left_out", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "row of an import of people",
                        "verbose_name_plural": "rows of imports of people",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sheet", "number"), name="sheetrow_once_per_sheet"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("same_as", None), ("same_as__lt", models.F("number")), _connector="OR"
                                ),
                                name="sheetrow_is_like_an_earlier_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SheetMapping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=64, unique=True)),
                        ("mapping", models.JSONField()),
                        ("used_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "verbose_name": "remembered columns",
                        "verbose_name_plural": "remembered columns",
                    },
                ),
            ]
        ),
    ]

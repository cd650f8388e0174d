import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import meetings.models
from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [
        ("meetings", "0001_meetings"),
        ("meetings", "0002_freeze_with_the_client"),
        ("meetings", "0003_remember_attendances"),
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
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("refugees", "with refugees"),
                                    ("local_authorities", "with local authorities"),
                                ],
                                default="refugees",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "planned"),
                                    ("announced", "announced"),
                                    ("held", "held"),
                                    ("closed", "closed"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_pl", models.CharField(max_length=160, null=True, verbose_name="title")),
                        ("title_uk", models.CharField(max_length=160, null=True, verbose_name="title")),
                        (
                            "description",
                            models.TextField(blank=True, max_length=4000, verbose_name="description"),
                        ),
                        (
                            "description_pl",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_uk",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.place",
                                verbose_name="place",
                            ),
                        ),
                        (
                            "accommodation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.accommodation",
                                verbose_name="accommodation",
                            ),
                        ),
                        ("venue", models.CharField(blank=True, max_length=160, verbose_name="venue")),
                        (
                            "venue_pl",
                            models.CharField(blank=True, max_length=160, null=True, verbose_name="venue"),
                        ),
                        (
                            "venue_uk",
                            models.CharField(blank=True, max_length=160, null=True, verbose_name="venue"),
                        ),
                        (
                            "street_address",
                            models.CharField(blank=True, max_length=200, verbose_name="address"),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="starts at")),
                        ("ends_at", models.DateTimeField(verbose_name="ends at")),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("uk", "Ukrainian"),
                                        ("pl", "Polish"),
                                        ("ru", "Russian"),
                                        ("en", "English"),
                                    ],
                                    max_length=2,
                                ),
                                default=meetings.models.ukrainian_and_polish,
                                verbose_name="languages spoken",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="number of places"
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="led by",
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(blank=True, max_length=4000, verbose_name="what came of it"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("announced_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "announced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("held_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "held_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cancelled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why it is called off"),
                        ),
                        (
                            "cancel_reason_pl",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="why it is called off"
                            ),
                        ),
                        (
                            "cancel_reason_uk",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="why it is called off"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "meeting",
                        "verbose_name_plural": "meetings",
                        "ordering": ["-starts_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["ends_at"], name="meeting_by_end"),
                            models.Index(fields=["starts_at"], name="meeting_by_start"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["planned", "announced", "held", "closed", "cancelled"])
                                ),
                                name="meeting_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="meeting_ends_after_it_starts",
                                violation_error_message="A meeting must end after it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accommodation__isnull", False),
                                    models.Q(("venue_pl", ""), _negated=True),
                                    models.Q(("street_address", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="meeting_is_somewhere",
                                violation_error_message="Say where the meeting is: an accommodation, a venue or an address.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capacity", None), ("capacity__gt", 0), _connector="OR"),
                                name="meeting_has_places",
                                violation_error_message="A meeting has at least one place.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title_pl", ""), _negated=True),
                                name="meeting_has_a_polish_title",
                                violation_error_message="Enter the title in Polish.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("announced_at", None),
                                    models.Q(
                                        models.Q(
                                            ("title_uk", None),
                                            ("title_uk", ""),
                                            ("description_pl", None),
                                            ("description_pl", ""),
                                            _connector="OR",
                                            _negated=True,
                                        ),
                                        models.Q(
                                            ("description_uk", None),
                                            ("description_uk", ""),
                                            _connector="OR",
                                            _negated=True,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_is_announced_in_both_languages",
                                violation_error_message="An announced meeting has its title and description in both languages.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("announced_at", None), ("announced_by", None)),
                                    models.Q(
                                        ("announced_at__isnull", False), ("announced_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_announced_at_and_by_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["planned", "cancelled"]),
                                    ("announced_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="meeting_announced_before_it_is_held",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_at__isnull", False),
                                        ("held_by__isnull", False),
                                        ("state__in", ["held", "closed"]),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ["held", "closed"]), _negated=True),
                                        ("held_at", None),
                                        ("held_by", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_held_at_and_by_when_held",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_by__isnull", False),
                                        ("state", "closed"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "closed"), _negated=True),
                                        ("closed_at", None),
                                        ("closed_by", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_closed_at_and_by_when_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancelled_at__isnull", False),
                                        ("cancelled_by__isnull", False),
                                        ("state", "cancelled"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "cancelled"), _negated=True),
                                        ("cancelled_at", None),
                                        ("cancelled_by", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_cancelled_at_and_by_when_cancelled",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("announced_at__isnull", False), ("state", "cancelled"), _negated=True
                                    ),
                                    models.Q(
                                        ("cancel_reason_pl", None),
                                        ("cancel_reason_pl", ""),
                                        ("cancel_reason_uk", None),
                                        ("cancel_reason_uk", ""),
                                        _connector="OR",
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_public_calling_off_has_reasons",
                                violation_error_message="Say in both languages why the meeting is called off.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "meetings_meetingevent" ("accommodation_id", "announced_at", "announced_by_id", "cancel_reason", "cancel_reason_pl", "cancel_reason_uk", "cancelled_at", "cancelled_by_id", "capacity", "closed_at", "closed_by_id", "created_at", "created_by_id", "description", "description_pl", "description_uk", "ends_at", "held_at", "held_by_id", "id", "kind", "languages", "lead_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "public_id", "starts_at", "state", "street_address", "title", "title_pl", "title_uk", "updated_at", "venue", "venue_pl", "venue_uk", "version") VALUES (NEW."accommodation_id", NEW."announced_at", NEW."announced_by_id", NEW."cancel_reason", NEW."cancel_reason_pl", NEW."cancel_reason_uk", NEW."cancelled_at", NEW."cancelled_by_id", NEW."capacity", NEW."closed_at", NEW."closed_by_id", NEW."created_at", NEW."created_by_id", NEW."description", NEW."description_pl", NEW."description_uk", NEW."ends_at", NEW."held_at", NEW."held_by_id", NEW."id", NEW."kind", NEW."languages", NEW."lead_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."public_id", NEW."starts_at", NEW."state", NEW."street_address", NEW."title", NEW."title_pl", NEW."title_uk", NEW."updated_at", NEW."venue", NEW."venue_pl", NEW."venue_uk", NEW."version"); RETURN NULL;',
                                    hash="b4c7896b930466ac73d8efa233011c63a265f10d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_61d9e",
                                    table="meetings_meeting",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "meetings_meetingevent" ("accommodation_id", "announced_at", "announced_by_id", "cancel_reason", "cancel_reason_pl", "cancel_reason_uk", "cancelled_at", "cancelled_by_id", "capacity", "closed_at", "closed_by_id", "created_at", "created_by_id", "description", "description_pl", "description_uk", "ends_at", "held_at", "held_by_id", "id", "kind", "languages", "lead_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "public_id", "starts_at", "state", "street_address", "title", "title_pl", "title_uk", "updated_at", "venue", "venue_pl", "venue_uk", "version") VALUES (NEW."accommodation_id", NEW."announced_at", NEW."announced_by_id", NEW."cancel_reason", NEW."cancel_reason_pl", NEW."cancel_reason_uk", NEW."cancelled_at", NEW."cancelled_by_id", NEW."capacity", NEW."closed_at", NEW."closed_by_id", NEW."created_at", NEW."created_by_id", NEW."description", NEW."description_pl", NEW."description_uk", NEW."ends_at", NEW."held_at", NEW."held_by_id", NEW."id", NEW."kind", NEW."languages", NEW."lead_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."public_id", NEW."starts_at", NEW."state", NEW."street_address", NEW."title", NEW."title_pl", NEW."title_uk", NEW."updated_at", NEW."venue", NEW."venue_pl", NEW."venue_uk", NEW."version"); RETURN NULL;',
                                    hash="cfa9e364fcc3c2fa230317976e5d0800325a748d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_495b8",
                                    table="meetings_meeting",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="registration.client",
                            ),
                        ),
                        (
                            "name_as_said",
                            models.CharField(blank=True, max_length=160, verbose_name="name as said"),
                        ),
                        ("phone", models.CharField(blank=True, max_length=16, verbose_name="phone")),
                        ("is_present", models.BooleanField(default=False, verbose_name="present")),
                        ("notes", models.CharField(blank=True, max_length=500, verbose_name="notes")),
                        (
                            "signed_up_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "signed_up_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attendance",
                        "verbose_name_plural": "attendances",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "client"),
                                name="attendance_once_per_client",
                                violation_error_message="This client is on the list of this meeting already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("client__isnull", False),
                                    models.Q(("name_as_said", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="attendance_is_of_somebody",
                                violation_error_message="Choose a client or write the name as said.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("phone", ""), ("phone__regex", "^\\+[1-9][0-9]{6,14}$"), _connector="OR"
                                ),
                                name="attendance_phone_is_e164",
                                violation_error_message="Enter the phone with its country code, for example +48 or +380.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="attendance_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n    IF registration_is_frozen(COALESCE(NEW.client_id, OLD.client_id)) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_is_frozen_while_restricted';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;\n",
                                    hash="57dc6b11fc2a7b3a9ae05a61c950e35d1d7f54d3",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_attendance_is_frozen_while_restricted_a18dd",
                                    table="meetings_attendance",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "meetings_attendanceevent" ("client_id", "id", "is_present", "meeting_id", "name_as_said", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "signed_up_at", "signed_up_by_id") VALUES (NEW."client_id", NEW."id", NEW."is_present", NEW."meeting_id", NEW."name_as_said", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."public_id", NEW."signed_up_at", NEW."signed_up_by_id"); RETURN NULL;',
                                    hash="e5d819fdeb21778fe16375632715d71217bdf319",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f595f",
                                    table="meetings_attendance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "meetings_attendanceevent" ("client_id", "id", "is_present", "meeting_id", "name_as_said", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "signed_up_at", "signed_up_by_id") VALUES (NEW."client_id", NEW."id", NEW."is_present", NEW."meeting_id", NEW."name_as_said", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."public_id", NEW."signed_up_at", NEW."signed_up_by_id"); RETURN NULL;',
                                    hash="0cbab3f5e42633a1bbec241f536da825d67eb68a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_870cb",
                                    table="meetings_attendance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "meetings_attendanceevent" ("client_id", "id", "is_present", "meeting_id", "name_as_said", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "public_id", "signed_up_at", "signed_up_by_id") VALUES (OLD."client_id", OLD."id", OLD."is_present", OLD."meeting_id", OLD."name_as_said", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."public_id", OLD."signed_up_at", OLD."signed_up_by_id"); RETURN NULL;',
                                    hash="c80710dee3feac5e7236e86f609f34cae3b70671",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_774f3",
                                    table="meetings_attendance",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceEvent",
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
                                to="meetings.attendance",
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
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="meetings.meeting",
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
                            ),
                        ),
                        (
                            "name_as_said",
                            models.CharField(blank=True, max_length=160, verbose_name="name as said"),
                        ),
                        ("phone", models.CharField(blank=True, max_length=16, verbose_name="phone")),
                        ("is_present", models.BooleanField(default=False, verbose_name="present")),
                        ("notes", models.CharField(blank=True, max_length=500, verbose_name="notes")),
                        (
                            "signed_up_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "signed_up_by",
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
                    name="MeetingEvent",
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
                                to="meetings.meeting",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("refugees", "with refugees"),
                                    ("local_authorities", "with local authorities"),
                                ],
                                default="refugees",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "planned"),
                                    ("announced", "announced"),
                                    ("held", "held"),
                                    ("closed", "closed"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_pl", models.CharField(max_length=160, null=True, verbose_name="title")),
                        ("title_uk", models.CharField(max_length=160, null=True, verbose_name="title")),
                        (
                            "description",
                            models.TextField(blank=True, max_length=4000, verbose_name="description"),
                        ),
                        (
                            "description_pl",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_uk",
                            models.TextField(
                                blank=True, max_length=4000, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.place",
                                verbose_name="place",
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
                        ("venue", models.CharField(blank=True, max_length=160, verbose_name="venue")),
                        (
                            "venue_pl",
                            models.CharField(blank=True, max_length=160, null=True, verbose_name="venue"),
                        ),
                        (
                            "venue_uk",
                            models.CharField(blank=True, max_length=160, null=True, verbose_name="venue"),
                        ),
                        (
                            "street_address",
                            models.CharField(blank=True, max_length=200, verbose_name="address"),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="starts at")),
                        ("ends_at", models.DateTimeField(verbose_name="ends at")),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("uk", "Ukrainian"),
                                        ("pl", "Polish"),
                                        ("ru", "Russian"),
                                        ("en", "English"),
                                    ],
                                    max_length=2,
                                ),
                                default=meetings.models.ukrainian_and_polish,
                                verbose_name="languages spoken",
                            ),
                        ),
                        (
                            "capacity",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="number of places"
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="led by",
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(blank=True, max_length=4000, verbose_name="what came of it"),
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("announced_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "announced_by",
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
                        ("held_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "held_by",
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
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "closed_by",
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
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cancelled_by",
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
                            "cancel_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="why it is called off"),
                        ),
                        (
                            "cancel_reason_pl",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="why it is called off"
                            ),
                        ),
                        (
                            "cancel_reason_uk",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="why it is called off"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ]
        ),
    ]

import uuid

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import pup_portal.fields
import pup_portal.phones
import reference.validators
from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [
        ("job_offers", "0001_job_offers"),
        ("job_offers", "0002_feed_imports"),
        ("job_offers", "0003_remember_workplaces_and_languages"),
        ("job_offers", "0004_remember_every_state"),
        ("job_offers", "0005_say_who_waits_for_translations"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0001_squashed_0007_names_of_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Employer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "name_key",
                            pup_portal.fields.SortKeyField(
                                db_index=True, default="", editable=False, max_length=300, of=("name",)
                            ),
                        ),
                        (
                            "nip",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                validators=[reference.validators.validate_nip],
                                verbose_name="NIP",
                            ),
                        ),
                        (
                            "regon",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[reference.validators.validate_regon],
                                verbose_name="REGON",
                            ),
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
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "street_address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="street and number, postal code"
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.place",
                                verbose_name="town or gmina",
                            ),
                        ),
                        (
                            "willing_to_employ_ukrainians",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="wants to employ Ukrainians"
                            ),
                        ),
                        ("consent_to_publish_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "consent_to_publish_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "consent_to_publish_said_by",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="who agreed to publish the employer’s name",
                            ),
                        ),
                        ("consent_to_translate_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "consent_to_translate_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "consent_to_translate_said_by",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="who agreed to translate the offers"
                            ),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="notes of the desk")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("changed_at", models.DateTimeField(auto_now=True)),
                        (
                            "languages_at_work",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="reference.term",
                                verbose_name="languages spoken at work",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "employer",
                        "verbose_name_plural": "employers",
                        "ordering": ["name_key", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="employer_has_a_name",
                                violation_error_message="Enter the name of the employer.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("nip", ""), _negated=True),
                                fields=("nip",),
                                name="employer_nip_is_unique",
                                violation_error_message="An employer with this NIP exists already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent_to_publish_at", None),
                                        ("consent_to_publish_by", None),
                                        ("consent_to_publish_said_by", ""),
                                    ),
                                    models.Q(
                                        ("consent_to_publish_at__isnull", False),
                                        ("consent_to_publish_by__isnull", False),
                                        models.Q(("consent_to_publish_said_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="employer_consent_to_publish_is_whole",
                                violation_error_message="Say who agreed to publish the employer’s name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent_to_translate_at", None),
                                        ("consent_to_translate_by", None),
                                        ("consent_to_translate_said_by", ""),
                                    ),
                                    models.Q(
                                        ("consent_to_translate_at__isnull", False),
                                        ("consent_to_translate_by__isnull", False),
                                        models.Q(("consent_to_translate_said_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="employer_consent_to_translate_is_whole",
                                violation_error_message="Say who agreed to translate the offers.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_employerevent" ("changed_at", "consent_to_publish_at", "consent_to_publish_by_id", "consent_to_publish_said_by", "consent_to_translate_at", "consent_to_translate_by_id", "consent_to_translate_said_by", "created_at", "email", "id", "name", "name_key", "nip", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "public_id", "regon", "street_address", "version", "willing_to_employ_ukrainians") VALUES (NEW."changed_at", NEW."consent_to_publish_at", NEW."consent_to_publish_by_id", NEW."consent_to_publish_said_by", NEW."consent_to_translate_at", NEW."consent_to_translate_by_id", NEW."consent_to_translate_said_by", NEW."created_at", NEW."email", NEW."id", NEW."name", NEW."name_key", NEW."nip", NEW."notes", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."place_id", NEW."public_id", NEW."regon", NEW."street_address", NEW."version", NEW."willing_to_employ_ukrainians"); RETURN NULL;',
                                    hash="b32c30267d80c75b8f220c13e5474a67ff2bb074",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_16e0a",
                                    table="job_offers_employer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "job_offers_employerevent" ("changed_at", "consent_to_publish_at", "consent_to_publish_by_id", "consent_to_publish_said_by", "consent_to_translate_at", "consent_to_translate_by_id", "consent_to_translate_said_by", "created_at", "email", "id", "name", "name_key", "nip", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "public_id", "regon", "street_address", "version", "willing_to_employ_ukrainians") VALUES (NEW."changed_at", NEW."consent_to_publish_at", NEW."consent_to_publish_by_id", NEW."consent_to_publish_said_by", NEW."consent_to_translate_at", NEW."consent_to_translate_by_id", NEW."consent_to_translate_said_by", NEW."created_at", NEW."email", NEW."id", NEW."name", NEW."name_key", NEW."nip", NEW."notes", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."place_id", NEW."public_id", NEW."regon", NEW."street_address", NEW."version", NEW."willing_to_employ_ukrainians"); RETURN NULL;',
                                    hash="a78d0bf5338e640f4c6dadc682c0dc1697498264",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1be13",
                                    table="job_offers_employer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_employerevent" ("changed_at", "consent_to_publish_at", "consent_to_publish_by_id", "consent_to_publish_said_by", "consent_to_translate_at", "consent_to_translate_by_id", "consent_to_translate_said_by", "created_at", "email", "id", "name", "name_key", "nip", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "public_id", "regon", "street_address", "version", "willing_to_employ_ukrainians") VALUES (OLD."changed_at", OLD."consent_to_publish_at", OLD."consent_to_publish_by_id", OLD."consent_to_publish_said_by", OLD."consent_to_translate_at", OLD."consent_to_translate_by_id", OLD."consent_to_translate_said_by", OLD."created_at", OLD."email", OLD."id", OLD."name", OLD."name_key", OLD."nip", OLD."notes", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."place_id", OLD."public_id", OLD."regon", OLD."street_address", OLD."version", OLD."willing_to_employ_ukrainians"); RETURN NULL;',
                                    hash="77baa17a0bd7000fce42a835e70a52ad7b2b29ce",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6848a",
                                    table="job_offers_employer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EmployerLanguageEvent",
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
                            "employer",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="job_offers.employer",
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
                    name="Workplace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "employer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="workplaces",
                                to="job_offers.employer",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name of the site")),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.place",
                                verbose_name="town or gmina",
                            ),
                        ),
                        (
                            "street_address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="street and number, postal code"
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="latitude"
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "workplace",
                        "verbose_name_plural": "workplaces",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("employer", "name"),
                                name="workplace_name_is_unique_at_employer",
                                violation_error_message="This employer has a workplace with this name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude", None), ("longitude", None)),
                                    models.Q(
                                        ("latitude__isnull", False),
                                        ("latitude__range", (-90, 90)),
                                        ("longitude__isnull", False),
                                        ("longitude__range", (-180, 180)),
                                    ),
                                    _connector="OR",
                                ),
                                name="workplace_coordinates_are_on_earth",
                                violation_error_message="Enter both coordinates in degrees, or neither.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_workplaceevent" ("employer_id", "id", "latitude", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "public_id", "street_address") VALUES (NEW."employer_id", NEW."id", NEW."latitude", NEW."longitude", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."public_id", NEW."street_address"); RETURN NULL;',
                                    hash="fef704b9b1e693d29f0e4b10d2471d1bde6ab7bb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ce3a9",
                                    table="job_offers_workplace",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "job_offers_workplaceevent" ("employer_id", "id", "latitude", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "public_id", "street_address") VALUES (NEW."employer_id", NEW."id", NEW."latitude", NEW."longitude", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."public_id", NEW."street_address"); RETURN NULL;',
                                    hash="5b46d649e20d0e6a412945a73ed656e05ed77a52",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6d1cd",
                                    table="job_offers_workplace",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_workplaceevent" ("employer_id", "id", "latitude", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "public_id", "street_address") VALUES (OLD."employer_id", OLD."id", OLD."latitude", OLD."longitude", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."public_id", OLD."street_address"); RETURN NULL;',
                                    hash="ffbd3072f8de805bd5f1d7c149474f66b1e32a29",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a2bcf",
                                    table="job_offers_workplace",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Offer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("ready", "ready for publication"),
                                    ("published", "published"),
                                    ("unconfirmed", "waiting for the employer’s confirmation"),
                                    ("expired", "expired"),
                                    ("filled", "filled"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("desk", "typed in at the desk"),
                                    ("feed", "national database of offers"),
                                    ("employer", "left by the employer"),
                                ],
                                default="desk",
                                max_length=8,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "source_id",
                            models.CharField(blank=True, max_length=64, verbose_name="key in the source"),
                        ),
                        (
                            "source_number",
                            models.CharField(blank=True, max_length=60, verbose_name="number of the offer"),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=300, verbose_name="page of the offer in the source"
                            ),
                        ),
                        (
                            "source_office",
                            models.CharField(blank=True, max_length=200, verbose_name="reported by"),
                        ),
                        ("feed_text", models.JSONField(blank=True, editable=False, null=True)),
                        ("feed_hash", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "feed_unit",
                            models.CharField(
                                blank=True,
                                editable=False,
                                help_text="code of the labour office in the feed",
                                max_length=10,
                            ),
                        ),
                        ("feed_seen_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offers",
                                to="job_offers.employer",
                                verbose_name="employer",
                            ),
                        ),
                        (
                            "employer_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="employer as published"
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
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.place",
                                verbose_name="town or gmina",
                            ),
                        ),
                        (
                            "place_name",
                            models.CharField(blank=True, max_length=120, verbose_name="place as published"),
                        ),
                        (
                            "street_address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="street and number, postal code"
                            ),
                        ),
                        (
                            "work_mode",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="on site or remote",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="position")),
                        ("title_pl", models.CharField(max_length=200, null=True, verbose_name="position")),
                        ("title_uk", models.CharField(max_length=200, null=True, verbose_name="position")),
                        ("duties", models.TextField(blank=True, verbose_name="duties")),
                        ("duties_pl", models.TextField(blank=True, null=True, verbose_name="duties")),
                        ("duties_uk", models.TextField(blank=True, null=True, verbose_name="duties")),
                        ("requirements", models.TextField(blank=True, verbose_name="other requirements")),
                        (
                            "requirements_pl",
                            models.TextField(blank=True, null=True, verbose_name="other requirements"),
                        ),
                        (
                            "requirements_uk",
                            models.TextField(blank=True, null=True, verbose_name="other requirements"),
                        ),
                        (
                            "pay_note",
                            models.CharField(blank=True, max_length=300, verbose_name="about the pay"),
                        ),
                        (
                            "pay_note_pl",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="about the pay"
                            ),
                        ),
                        (
                            "pay_note_uk",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="about the pay"
                            ),
                        ),
                        ("apply_note", models.TextField(blank=True, verbose_name="how to apply, in words")),
                        (
                            "apply_note_pl",
                            models.TextField(blank=True, null=True, verbose_name="how to apply, in words"),
                        ),
                        (
                            "apply_note_uk",
                            models.TextField(blank=True, null=True, verbose_name="how to apply, in words"),
                        ),
                        (
                            "required_documents",
                            models.CharField(blank=True, max_length=300, verbose_name="papers to bring"),
                        ),
                        (
                            "required_documents_pl",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="papers to bring"
                            ),
                        ),
                        (
                            "required_documents_uk",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="papers to bring"
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
                            "occupation_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="occupation as published"
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="kind of contract",
                            ),
                        ),
                        (
                            "working_time",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                help_text="1 is full time, 0.5 is half.",
                                max_digits=4,
                                null=True,
                                verbose_name="part of full time",
                            ),
                        ),
                        (
                            "hours_per_week",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                verbose_name="hours a week",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="shifts",
                            ),
                        ),
                        (
                            "works_on_days_off",
                            models.BooleanField(default=False, verbose_name="work on Sundays and holidays"),
                        ),
                        (
                            "pay_from",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="pay from"
                            ),
                        ),
                        (
                            "pay_to",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="pay to"
                            ),
                        ),
                        (
                            "pay_unit",
                            models.CharField(
                                blank=True,
                                choices=[("month", "a month"), ("hour", "an hour")],
                                max_length=5,
                                verbose_name="pay for",
                            ),
                        ),
                        ("is_gross", models.BooleanField(default=True, verbose_name="gross pay")),
                        (
                            "pay_system",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="system of pay",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="work starts on")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="work ends on")),
                        (
                            "starts_at_once",
                            models.BooleanField(default=False, verbose_name="work starts at once"),
                        ),
                        (
                            "is_temporary",
                            models.BooleanField(
                                default=False, verbose_name="temporary work through an agency"
                            ),
                        ),
                        ("posts", models.PositiveIntegerField(default=1, verbose_name="number of posts")),
                        (
                            "posts_disabled",
                            models.PositiveIntegerField(
                                default=0, verbose_name="of them for persons with a disability"
                            ),
                        ),
                        (
                            "education",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="education",
                            ),
                        ),
                        (
                            "experience_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="0 means that none is needed.",
                                null=True,
                                verbose_name="experience in months",
                            ),
                        ),
                        (
                            "polish_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "no Polish needed"),
                                    ("a1", "A1 – first words"),
                                    ("a2", "A2 – simple sentences"),
                                    ("b1", "B1 – everyday talk"),
                                    ("b2", "B2 – fluent at work"),
                                    ("c1", "C1 – advanced"),
                                    ("c2", "C2 – as a native speaker"),
                                ],
                                max_length=4,
                                verbose_name="Polish really needed",
                            ),
                        ),
                        ("has_lodging", models.BooleanField(default=False, verbose_name="lodging")),
                        ("has_meals", models.BooleanField(default=False, verbose_name="meals")),
                        (
                            "covers_travel",
                            models.BooleanField(default=False, verbose_name="pays for the journey"),
                        ),
                        (
                            "is_near_transport",
                            models.BooleanField(default=False, verbose_name="near public transport"),
                        ),
                        (
                            "fits_childcare",
                            models.BooleanField(default=False, verbose_name="hours that fit childcare"),
                        ),
                        (
                            "apply_route",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                                verbose_name="how to apply",
                            ),
                        ),
                        (
                            "contact_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone for applicants",
                            ),
                        ),
                        (
                            "contact_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for applicants"
                            ),
                        ),
                        (
                            "ukraine_welcome",
                            models.BooleanField(
                                default=False,
                                verbose_name="the employer is interested in employing Ukrainians",
                            ),
                        ),
                        (
                            "translation_consent",
                            models.BooleanField(
                                default=False, verbose_name="the employer agrees to a Ukrainian version"
                            ),
                        ),
                        (
                            "identity_consent",
                            models.BooleanField(
                                default=False, verbose_name="the employer’s name may be published"
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="confirmed on"),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="published"),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="reason for withdrawing"
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "licences",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="reference.term",
                                verbose_name="licences and papers of the trade",
                            ),
                        ),
                        (
                            "apply_languages",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="reference.term",
                                verbose_name="one may apply in",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "job offer",
                        "verbose_name_plural": "job offers",
                        "ordering": ["-changed_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["state", "-changed_at", "-id"], name="offer_by_state"),
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ("draft", "ready", "published", "unconfirmed"))
                                ),
                                fields=["-changed_at", "-id"],
                                name="offer_still_open",
                            ),
                            models.Index(
                                condition=models.Q(("state", "published")),
                                fields=["valid_until"],
                                name="offer_live_by_validity",
                            ),
                            models.Index(
                                models.F("source_number"),
                                condition=models.Q(("source_number", ""), _negated=True),
                                name="offer_by_source_number",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "draft",
                                            "ready",
                                            "published",
                                            "unconfirmed",
                                            "expired",
                                            "filled",
                                            "withdrawn",
                                        ],
                                    )
                                ),
                                name="offer_state_is_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("source_id", ""), _negated=True),
                                fields=("source", "source_id"),
                                name="offer_source_id_is_unique",
                                violation_error_message="This offer has been taken over from its source already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "feed"), _negated=True),
                                    models.Q(("source_id", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="offer_of_the_feed_has_its_key",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pay_from", None),
                                    ("pay_to", None),
                                    ("pay_from__lte", models.F("pay_to")),
                                    _connector="OR",
                                ),
                                name="offer_pay_from_is_not_above_pay_to",
                                violation_error_message="The lower end of the pay must not be above the upper end.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pay_from", None), ("pay_from__gt", 0), _connector="OR"),
                                    models.Q(("pay_to", None), ("pay_to__gt", 0), _connector="OR"),
                                ),
                                name="offer_pay_is_positive",
                                violation_error_message="Pay must be above zero.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pay_from", None), ("pay_to", None)),
                                    models.Q(("pay_unit", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="offer_pay_has_a_unit",
                                violation_error_message="Say whether the pay is for a month or for an hour.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("posts__gte", 1)),
                                name="offer_has_posts",
                                violation_error_message="An offer has at least one post.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("posts_disabled__lte", models.F("posts"))),
                                name="offer_posts_for_disabled_are_among_posts",
                                violation_error_message="There cannot be more posts for persons with a disability than posts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("working_time", None),
                                    models.Q(("working_time__gt", 0), ("working_time__lte", 1)),
                                    _connector="OR",
                                ),
                                name="offer_working_time_is_a_part_of_full_time",
                                violation_error_message="Working time is a part of full time: above 0, at most 1.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hours_per_week", None),
                                    models.Q(("hours_per_week__gt", 0), ("hours_per_week__lte", 168)),
                                    _connector="OR",
                                ),
                                name="offer_hours_fit_into_a_week",
                                violation_error_message="Enter hours a week between 1 and 168.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on", None),
                                    ("ends_on", None),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="offer_ends_after_it_starts",
                                violation_error_message="Work must not end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at", None), ("published_by", None)),
                                    models.Q(
                                        ("published_at__isnull", False), ("published_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_published_at_and_by_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state__in", ("published", "unconfirmed", "expired")), _negated=True
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        ("title_pl__isnull", False),
                                        ("valid_until__isnull", False),
                                        models.Q(("title_pl", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_on_the_board_is_complete",
                                violation_error_message="A published offer needs a Polish title and a day until which it is valid.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        ("state__in", ("expired", "filled", "withdrawn")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("expired", "filled", "withdrawn")), _negated=True
                                        ),
                                        ("closed_on", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_closed_on_when_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), ("withdrawn_reason__gt", "")),
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_withdrawn_with_a_reason",
                                violation_error_message="Say why the offer is withdrawn.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_offerevent" ("apply_note", "apply_note_pl", "apply_note_uk", "apply_route_id", "changed_at", "closed_on", "confirmed_on", "contact_email", "contact_phone", "contract_id", "covers_travel", "created_at", "duties", "duties_pl", "duties_uk", "education_id", "employer_id", "employer_name", "ends_on", "entered_by_id", "experience_months", "fits_childcare", "has_lodging", "has_meals", "hours_per_week", "id", "identity_consent", "is_gross", "is_near_transport", "is_temporary", "occupation_id", "occupation_name", "pay_from", "pay_note", "pay_note_pl", "pay_note_uk", "pay_system_id", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_name", "polish_level", "posts", "posts_disabled", "public_id", "published_at", "published_by_id", "required_documents", "required_documents_pl", "required_documents_uk", "requirements", "requirements_pl", "requirements_uk", "shift_id", "source", "source_id", "source_number", "source_office", "source_url", "starts_at_once", "starts_on", "state", "street_address", "title", "title_pl", "title_uk", "translation_consent", "ukraine_welcome", "valid_until", "version", "withdrawn_reason", "work_mode_id", "working_time", "workplace_id", "works_on_days_off") VALUES (NEW."apply_note", NEW."apply_note_pl", NEW."apply_note_uk", NEW."apply_route_id", NEW."changed_at", NEW."closed_on", NEW."confirmed_on", NEW."contact_email", NEW."contact_phone", NEW."contract_id", NEW."covers_travel", NEW."created_at", NEW."duties", NEW."duties_pl", NEW."duties_uk", NEW."education_id", NEW."employer_id", NEW."employer_name", NEW."ends_on", NEW."entered_by_id", NEW."experience_months", NEW."fits_childcare", NEW."has_lodging", NEW."has_meals", NEW."hours_per_week", NEW."id", NEW."identity_consent", NEW."is_gross", NEW."is_near_transport", NEW."is_temporary", NEW."occupation_id", NEW."occupation_name", NEW."pay_from", NEW."pay_note", NEW."pay_note_pl", NEW."pay_note_uk", NEW."pay_system_id", NEW."pay_to", NEW."pay_unit", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."place_name", NEW."polish_level", NEW."posts", NEW."posts_disabled", NEW."public_id", NEW."published_at", NEW."published_by_id", NEW."required_documents", NEW."required_documents_pl", NEW."required_documents_uk", NEW."requirements", NEW."requirements_pl", NEW."requirements_uk", NEW."shift_id", NEW."source", NEW."source_id", NEW."source_number", NEW."source_office", NEW."source_url", NEW."starts_at_once", NEW."starts_on", NEW."state", NEW."street_address", NEW."title", NEW."title_pl", NEW."title_uk", NEW."translation_consent", NEW."ukraine_welcome", NEW."valid_until", NEW."version", NEW."withdrawn_reason", NEW."work_mode_id", NEW."working_time", NEW."workplace_id", NEW."works_on_days_off"); RETURN NULL;',
                                    hash="0c61affe25b096e9c18363292e707a981ab4f01a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_da7d3",
                                    table="job_offers_offer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."apply_note" IS DISTINCT FROM (NEW."apply_note") OR OLD."apply_note_pl" IS DISTINCT FROM (NEW."apply_note_pl") OR OLD."apply_note_uk" IS DISTINCT FROM (NEW."apply_note_uk") OR OLD."apply_route_id" IS DISTINCT FROM (NEW."apply_route_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."contact_phone" IS DISTINCT FROM (NEW."contact_phone") OR OLD."contract_id" IS DISTINCT FROM (NEW."contract_id") OR OLD."covers_travel" IS DISTINCT FROM (NEW."covers_travel") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."duties" IS DISTINCT FROM (NEW."duties") OR OLD."duties_pl" IS DISTINCT FROM (NEW."duties_pl") OR OLD."duties_uk" IS DISTINCT FROM (NEW."duties_uk") OR OLD."education_id" IS DISTINCT FROM (NEW."education_id") OR OLD."employer_id" IS DISTINCT FROM (NEW."employer_id") OR OLD."employer_name" IS DISTINCT FROM (NEW."employer_name") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."experience_months" IS DISTINCT FROM (NEW."experience_months") OR OLD."fits_childcare" IS DISTINCT FROM (NEW."fits_childcare") OR OLD."has_lodging" IS DISTINCT FROM (NEW."has_lodging") OR OLD."has_meals" IS DISTINCT FROM (NEW."has_meals") OR OLD."hours_per_week" IS DISTINCT FROM (NEW."hours_per_week") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identity_consent" IS DISTINCT FROM (NEW."identity_consent") OR OLD."is_gross" IS DISTINCT FROM (NEW."is_gross") OR OLD."is_near_transport" IS DISTINCT FROM (NEW."is_near_transport") OR OLD."is_temporary" IS DISTINCT FROM (NEW."is_temporary") OR OLD."occupation_id" IS DISTINCT FROM (NEW."occupation_id") OR OLD."occupation_name" IS DISTINCT FROM (NEW."occupation_name") OR OLD."pay_from" IS DISTINCT FROM (NEW."pay_from") OR OLD."pay_note" IS DISTINCT FROM (NEW."pay_note") OR OLD."pay_note_pl" IS DISTINCT FROM (NEW."pay_note_pl") OR OLD."pay_note_uk" IS DISTINCT FROM (NEW."pay_note_uk") OR OLD."pay_system_id" IS DISTINCT FROM (NEW."pay_system_id") OR OLD."pay_to" IS DISTINCT FROM (NEW."pay_to") OR OLD."pay_unit" IS DISTINCT FROM (NEW."pay_unit") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."place_name" IS DISTINCT FROM (NEW."place_name") OR OLD."polish_level" IS DISTINCT FROM (NEW."polish_level") OR OLD."posts" IS DISTINCT FROM (NEW."posts") OR OLD."posts_disabled" IS DISTINCT FROM (NEW."posts_disabled") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."required_documents" IS DISTINCT FROM (NEW."required_documents") OR OLD."required_documents_pl" IS DISTINCT FROM (NEW."required_documents_pl") OR OLD."required_documents_uk" IS DISTINCT FROM (NEW."required_documents_uk") OR OLD."requirements" IS DISTINCT FROM (NEW."requirements") OR OLD."requirements_pl" IS DISTINCT FROM (NEW."requirements_pl") OR OLD."requirements_uk" IS DISTINCT FROM (NEW."requirements_uk") OR OLD."shift_id" IS DISTINCT FROM (NEW."shift_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."source_number" IS DISTINCT FROM (NEW."source_number") OR OLD."source_office" IS DISTINCT FROM (NEW."source_office") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."starts_at_once" IS DISTINCT FROM (NEW."starts_at_once") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."street_address" IS DISTINCT FROM (NEW."street_address") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_pl" IS DISTINCT FROM (NEW."title_pl") OR OLD."title_uk" IS DISTINCT FROM (NEW."title_uk") OR OLD."translation_consent" IS DISTINCT FROM (NEW."translation_consent") OR OLD."ukraine_welcome" IS DISTINCT FROM (NEW."ukraine_welcome") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason") OR OLD."work_mode_id" IS DISTINCT FROM (NEW."work_mode_id") OR OLD."working_time" IS DISTINCT FROM (NEW."working_time") OR OLD."workplace_id" IS DISTINCT FROM (NEW."workplace_id") OR OLD."works_on_days_off" IS DISTINCT FROM (NEW."works_on_days_off"))',
                                    func='INSERT INTO "job_offers_offerevent" ("apply_note", "apply_note_pl", "apply_note_uk", "apply_route_id", "changed_at", "closed_on", "confirmed_on", "contact_email", "contact_phone", "contract_id", "covers_travel", "created_at", "duties", "duties_pl", "duties_uk", "education_id", "employer_id", "employer_name", "ends_on", "entered_by_id", "experience_months", "fits_childcare", "has_lodging", "has_meals", "hours_per_week", "id", "identity_consent", "is_gross", "is_near_transport", "is_temporary", "occupation_id", "occupation_name", "pay_from", "pay_note", "pay_note_pl", "pay_note_uk", "pay_system_id", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_name", "polish_level", "posts", "posts_disabled", "public_id", "published_at", "published_by_id", "required_documents", "required_documents_pl", "required_documents_uk", "requirements", "requirements_pl", "requirements_uk", "shift_id", "source", "source_id", "source_number", "source_office", "source_url", "starts_at_once", "starts_on", "state", "street_address", "title", "title_pl", "title_uk", "translation_consent", "ukraine_welcome", "valid_until", "version", "withdrawn_reason", "work_mode_id", "working_time", "workplace_id", "works_on_days_off") VALUES (NEW."apply_note", NEW."apply_note_pl", NEW."apply_note_uk", NEW."apply_route_id", NEW."changed_at", NEW."closed_on", NEW."confirmed_on", NEW."contact_email", NEW."contact_phone", NEW."contract_id", NEW."covers_travel", NEW."created_at", NEW."duties", NEW."duties_pl", NEW."duties_uk", NEW."education_id", NEW."employer_id", NEW."employer_name", NEW."ends_on", NEW."entered_by_id", NEW."experience_months", NEW."fits_childcare", NEW."has_lodging", NEW."has_meals", NEW."hours_per_week", NEW."id", NEW."identity_consent", NEW."is_gross", NEW."is_near_transport", NEW."is_temporary", NEW."occupation_id", NEW."occupation_name", NEW."pay_from", NEW."pay_note", NEW."pay_note_pl", NEW."pay_note_uk", NEW."pay_system_id", NEW."pay_to", NEW."pay_unit", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."place_name", NEW."polish_level", NEW."posts", NEW."posts_disabled", NEW."public_id", NEW."published_at", NEW."published_by_id", NEW."required_documents", NEW."required_documents_pl", NEW."required_documents_uk", NEW."requirements", NEW."requirements_pl", NEW."requirements_uk", NEW."shift_id", NEW."source", NEW."source_id", NEW."source_number", NEW."source_office", NEW."source_url", NEW."starts_at_once", NEW."starts_on", NEW."state", NEW."street_address", NEW."title", NEW."title_pl", NEW."title_uk", NEW."translation_consent", NEW."ukraine_welcome", NEW."valid_until", NEW."version", NEW."withdrawn_reason", NEW."work_mode_id", NEW."working_time", NEW."workplace_id", NEW."works_on_days_off"); RETURN NULL;',
                                    hash="ae3277b89f993d91e90df58509a85f41a70b3b3a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_af821",
                                    table="job_offers_offer",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_offerevent" ("apply_note", "apply_note_pl", "apply_note_uk", "apply_route_id", "changed_at", "closed_on", "confirmed_on", "contact_email", "contact_phone", "contract_id", "covers_travel", "created_at", "duties", "duties_pl", "duties_uk", "education_id", "employer_id", "employer_name", "ends_on", "entered_by_id", "experience_months", "fits_childcare", "has_lodging", "has_meals", "hours_per_week", "id", "identity_consent", "is_gross", "is_near_transport", "is_temporary", "occupation_id", "occupation_name", "pay_from", "pay_note", "pay_note_pl", "pay_note_uk", "pay_system_id", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_name", "polish_level", "posts", "posts_disabled", "public_id", "published_at", "published_by_id", "required_documents", "required_documents_pl", "required_documents_uk", "requirements", "requirements_pl", "requirements_uk", "shift_id", "source", "source_id", "source_number", "source_office", "source_url", "starts_at_once", "starts_on", "state", "street_address", "title", "title_pl", "title_uk", "translation_consent", "ukraine_welcome", "valid_until", "version", "withdrawn_reason", "work_mode_id", "working_time", "workplace_id", "works_on_days_off") VALUES (OLD."apply_note", OLD."apply_note_pl", OLD."apply_note_uk", OLD."apply_route_id", OLD."changed_at", OLD."closed_on", OLD."confirmed_on", OLD."contact_email", OLD."contact_phone", OLD."contract_id", OLD."covers_travel", OLD."created_at", OLD."duties", OLD."duties_pl", OLD."duties_uk", OLD."education_id", OLD."employer_id", OLD."employer_name", OLD."ends_on", OLD."entered_by_id", OLD."experience_months", OLD."fits_childcare", OLD."has_lodging", OLD."has_meals", OLD."hours_per_week", OLD."id", OLD."identity_consent", OLD."is_gross", OLD."is_near_transport", OLD."is_temporary", OLD."occupation_id", OLD."occupation_name", OLD."pay_from", OLD."pay_note", OLD."pay_note_pl", OLD."pay_note_uk", OLD."pay_system_id", OLD."pay_to", OLD."pay_unit", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."place_name", OLD."polish_level", OLD."posts", OLD."posts_disabled", OLD."public_id", OLD."published_at", OLD."published_by_id", OLD."required_documents", OLD."required_documents_pl", OLD."required_documents_uk", OLD."requirements", OLD."requirements_pl", OLD."requirements_uk", OLD."shift_id", OLD."source", OLD."source_id", OLD."source_number", OLD."source_office", OLD."source_url", OLD."starts_at_once", OLD."starts_on", OLD."state", OLD."street_address", OLD."title", OLD."title_pl", OLD."title_uk", OLD."translation_consent", OLD."ukraine_welcome", OLD."valid_until", OLD."version", OLD."withdrawn_reason", OLD."work_mode_id", OLD."working_time", OLD."workplace_id", OLD."works_on_days_off"); RETURN NULL;',
                                    hash="4f278ac00f9149dbabc5975ea2e26396e1c99fb8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6f68c",
                                    table="job_offers_offer",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferLanguage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="languages",
                                to="job_offers.offer",
                            ),
                        ),
                        (
                            "language",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                            ),
                        ),
                        (
                            "speech",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                            ),
                        ),
                        (
                            "writing",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                            ),
                        ),
                        ("is_required", models.BooleanField(default=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("offer", "language"),
                                name="offerlanguage_is_named_once",
                                violation_error_message="Name each language once.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_offerlanguageevent" ("id", "is_required", "language_id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speech_id", "writing_id") VALUES (NEW."id", NEW."is_required", NEW."language_id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."speech_id", NEW."writing_id"); RETURN NULL;',
                                    hash="d45a96f0993b3cf1a1e4a859b40396ea25451fa3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_96649",
                                    table="job_offers_offerlanguage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "job_offers_offerlanguageevent" ("id", "is_required", "language_id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speech_id", "writing_id") VALUES (NEW."id", NEW."is_required", NEW."language_id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."speech_id", NEW."writing_id"); RETURN NULL;',
                                    hash="db2a00a074e4f3b6f8308e21fe79096e2da3d997",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_da42c",
                                    table="job_offers_offerlanguage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "job_offers_offerlanguageevent" ("id", "is_required", "language_id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speech_id", "writing_id") VALUES (OLD."id", OLD."is_required", OLD."language_id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."speech_id", OLD."writing_id"); RETURN NULL;',
                                    hash="f94a5b9df6561724c9ddc6d97d99f677696df9ac",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5ea5a",
                                    table="job_offers_offerlanguage",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferLicenceEvent",
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
                            "offer",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="job_offers.offer",
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
                    name="OfferApplyLanguageEvent",
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
                            "offer",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="job_offers.offer",
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
                    name="BoardEntry",
                    fields=[
                        (
                            "offer",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="board_entry",
                                serialize=False,
                                to="job_offers.offer",
                            ),
                        ),
                        ("valid_until", models.DateField()),
                        ("published_at", models.DateTimeField()),
                        (
                            "place",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.place",
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reference.term",
                            ),
                        ),
                        ("polish_rank", models.PositiveSmallIntegerField(null=True)),
                        ("monthly_pay", models.PositiveIntegerField(null=True)),
                        ("has_lodging", models.BooleanField(default=False)),
                        ("needs_no_experience", models.BooleanField(default=False)),
                        ("is_translated", models.BooleanField(default=False)),
                        ("words", django.contrib.postgres.search.SearchVectorField()),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fastupdate=False, fields=["words"], name="boardentry_words"
                            ),
                            models.Index(fields=["-published_at", "-offer"], name="boardentry_newest"),
                            models.Index(
                                models.OrderBy(models.F("monthly_pay"), descending=True, nulls_last=True),
                                models.OrderBy(models.F("offer"), descending=True),
                                name="boardentry_best_paid",
                            ),
                            models.Index(
                                fields=["valid_until"],
                                include=(
                                    "place",
                                    "contract",
                                    "shift",
                                    "polish_rank",
                                    "monthly_pay",
                                    "has_lodging",
                                    "needs_no_experience",
                                ),
                                name="boardentry_facets",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("monthly_pay", None), ("monthly_pay__gt", 0), _connector="OR"
                                ),
                                name="boardentry_pay_is_positive",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchMiss",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField()),
                        ("language", models.CharField(max_length=2)),
                        ("query", models.CharField(max_length=60)),
                        ("count", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-day", "-count", "query"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("day", "language", "query"), name="searchmiss_once_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedImport",
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
                        ("file", models.FileField(blank=True, upload_to="feed/", verbose_name="file")),
                        ("original_name", models.CharField(max_length=200, verbose_name="file name")),
                        ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("position", models.PositiveIntegerField(default=0, verbose_name="read")),
                        ("created", models.PositiveIntegerField(default=0, verbose_name="new")),
                        ("changed", models.PositiveIntegerField(default=0, verbose_name="changed")),
                        ("unchanged", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                        ("gone", models.PositiveIntegerField(default=0, verbose_name="gone")),
                        ("refused", models.PositiveIntegerField(default=0, verbose_name="refused")),
                        ("noted", models.PositiveIntegerField(default=0, verbose_name="to look at")),
                        (
                            "units",
                            models.JSONField(
                                default=list, help_text="codes of the labour offices whose offers were read"
                            ),
                        ),
                        ("is_damaged", models.BooleanField(default=False)),
                        (
                            "gone_held",
                            models.BooleanField(
                                default=False,
                                help_text="so many offers are missing that a person must confirm",
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
                        "verbose_name": "import of offers",
                        "verbose_name_plural": "imports of offers",
                        "ordering": ["-uploaded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="feedimport_unfinished",
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
                                name="feedimport_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="feedimport_finished_at_when_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "feed_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="findings",
                                to="job_offers.feedimport",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("refused", "refused"),
                                    ("damage", "damaged"),
                                    ("note", "to look at"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("file", models.CharField(blank=True, max_length=200)),
                        ("place", models.PositiveIntegerField()),
                        ("source_id", models.CharField(blank=True, max_length=64)),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("reason", models.CharField(help_text="message id", max_length=200)),
                        ("value", models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        "ordering": ["kind", "pk"],
                        "indexes": [
                            models.Index(fields=["feed_import", "kind", "id"], name="feedfinding_by_kind")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="feedfinding_has_a_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfferEvent",
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
                                to="job_offers.offer",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("ready", "ready for publication"),
                                    ("published", "published"),
                                    ("unconfirmed", "waiting for the employer’s confirmation"),
                                    ("expired", "expired"),
                                    ("filled", "filled"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("desk", "typed in at the desk"),
                                    ("feed", "national database of offers"),
                                    ("employer", "left by the employer"),
                                ],
                                default="desk",
                                max_length=8,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "source_id",
                            models.CharField(blank=True, max_length=64, verbose_name="key in the source"),
                        ),
                        (
                            "source_number",
                            models.CharField(blank=True, max_length=60, verbose_name="number of the offer"),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=300, verbose_name="page of the offer in the source"
                            ),
                        ),
                        (
                            "source_office",
                            models.CharField(blank=True, max_length=200, verbose_name="reported by"),
                        ),
                        (
                            "employer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="job_offers.employer",
                                verbose_name="employer",
                            ),
                        ),
                        (
                            "employer_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="employer as published"
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
                                verbose_name="town or gmina",
                            ),
                        ),
                        (
                            "place_name",
                            models.CharField(blank=True, max_length=120, verbose_name="place as published"),
                        ),
                        (
                            "street_address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="street and number, postal code"
                            ),
                        ),
                        (
                            "work_mode",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="on site or remote",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="position")),
                        ("title_pl", models.CharField(max_length=200, null=True, verbose_name="position")),
                        ("title_uk", models.CharField(max_length=200, null=True, verbose_name="position")),
                        ("duties", models.TextField(blank=True, verbose_name="duties")),
                        ("duties_pl", models.TextField(blank=True, null=True, verbose_name="duties")),
                        ("duties_uk", models.TextField(blank=True, null=True, verbose_name="duties")),
                        ("requirements", models.TextField(blank=True, verbose_name="other requirements")),
                        (
                            "requirements_pl",
                            models.TextField(blank=True, null=True, verbose_name="other requirements"),
                        ),
                        (
                            "requirements_uk",
                            models.TextField(blank=True, null=True, verbose_name="other requirements"),
                        ),
                        (
                            "pay_note",
                            models.CharField(blank=True, max_length=300, verbose_name="about the pay"),
                        ),
                        (
                            "pay_note_pl",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="about the pay"
                            ),
                        ),
                        (
                            "pay_note_uk",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="about the pay"
                            ),
                        ),
                        ("apply_note", models.TextField(blank=True, verbose_name="how to apply, in words")),
                        (
                            "apply_note_pl",
                            models.TextField(blank=True, null=True, verbose_name="how to apply, in words"),
                        ),
                        (
                            "apply_note_uk",
                            models.TextField(blank=True, null=True, verbose_name="how to apply, in words"),
                        ),
                        (
                            "required_documents",
                            models.CharField(blank=True, max_length=300, verbose_name="papers to bring"),
                        ),
                        (
                            "required_documents_pl",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="papers to bring"
                            ),
                        ),
                        (
                            "required_documents_uk",
                            models.CharField(
                                blank=True, max_length=300, null=True, verbose_name="papers to bring"
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
                            "occupation_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="occupation as published"
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="kind of contract",
                            ),
                        ),
                        (
                            "working_time",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                help_text="1 is full time, 0.5 is half.",
                                max_digits=4,
                                null=True,
                                verbose_name="part of full time",
                            ),
                        ),
                        (
                            "hours_per_week",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                verbose_name="hours a week",
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="shifts",
                            ),
                        ),
                        (
                            "works_on_days_off",
                            models.BooleanField(default=False, verbose_name="work on Sundays and holidays"),
                        ),
                        (
                            "pay_from",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="pay from"
                            ),
                        ),
                        (
                            "pay_to",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=9, null=True, verbose_name="pay to"
                            ),
                        ),
                        (
                            "pay_unit",
                            models.CharField(
                                blank=True,
                                choices=[("month", "a month"), ("hour", "an hour")],
                                max_length=5,
                                verbose_name="pay for",
                            ),
                        ),
                        ("is_gross", models.BooleanField(default=True, verbose_name="gross pay")),
                        (
                            "pay_system",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="system of pay",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="work starts on")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="work ends on")),
                        (
                            "starts_at_once",
                            models.BooleanField(default=False, verbose_name="work starts at once"),
                        ),
                        (
                            "is_temporary",
                            models.BooleanField(
                                default=False, verbose_name="temporary work through an agency"
                            ),
                        ),
                        ("posts", models.PositiveIntegerField(default=1, verbose_name="number of posts")),
                        (
                            "posts_disabled",
                            models.PositiveIntegerField(
                                default=0, verbose_name="of them for persons with a disability"
                            ),
                        ),
                        (
                            "education",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="education",
                            ),
                        ),
                        (
                            "experience_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="0 means that none is needed.",
                                null=True,
                                verbose_name="experience in months",
                            ),
                        ),
                        (
                            "polish_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "no Polish needed"),
                                    ("a1", "A1 – first words"),
                                    ("a2", "A2 – simple sentences"),
                                    ("b1", "B1 – everyday talk"),
                                    ("b2", "B2 – fluent at work"),
                                    ("c1", "C1 – advanced"),
                                    ("c2", "C2 – as a native speaker"),
                                ],
                                max_length=4,
                                verbose_name="Polish really needed",
                            ),
                        ),
                        ("has_lodging", models.BooleanField(default=False, verbose_name="lodging")),
                        ("has_meals", models.BooleanField(default=False, verbose_name="meals")),
                        (
                            "covers_travel",
                            models.BooleanField(default=False, verbose_name="pays for the journey"),
                        ),
                        (
                            "is_near_transport",
                            models.BooleanField(default=False, verbose_name="near public transport"),
                        ),
                        (
                            "fits_childcare",
                            models.BooleanField(default=False, verbose_name="hours that fit childcare"),
                        ),
                        (
                            "apply_route",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                                verbose_name="how to apply",
                            ),
                        ),
                        (
                            "contact_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone for applicants",
                            ),
                        ),
                        (
                            "contact_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for applicants"
                            ),
                        ),
                        (
                            "ukraine_welcome",
                            models.BooleanField(
                                default=False,
                                verbose_name="the employer is interested in employing Ukrainians",
                            ),
                        ),
                        (
                            "translation_consent",
                            models.BooleanField(
                                default=False, verbose_name="the employer agrees to a Ukrainian version"
                            ),
                        ),
                        (
                            "identity_consent",
                            models.BooleanField(
                                default=False, verbose_name="the employer’s name may be published"
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="confirmed on"),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="published"),
                        ),
                        (
                            "published_by",
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
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="reason for withdrawing"
                            ),
                        ),
                        (
                            "entered_by",
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
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EmployerEvent",
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
                        ("id", models.BigIntegerField()),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "name_key",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name",)
                            ),
                        ),
                        (
                            "nip",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                validators=[reference.validators.validate_nip],
                                verbose_name="NIP",
                            ),
                        ),
                        (
                            "regon",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[reference.validators.validate_regon],
                                verbose_name="REGON",
                            ),
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
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "street_address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="street and number, postal code"
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
                                verbose_name="town or gmina",
                            ),
                        ),
                        (
                            "willing_to_employ_ukrainians",
                            models.BooleanField(
                                blank=True, null=True, verbose_name="wants to employ Ukrainians"
                            ),
                        ),
                        ("consent_to_publish_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "consent_to_publish_by",
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
                            "consent_to_publish_said_by",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="who agreed to publish the employer’s name",
                            ),
                        ),
                        ("consent_to_translate_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "consent_to_translate_by",
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
                            "consent_to_translate_said_by",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="who agreed to translate the offers"
                            ),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="notes of the desk")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("changed_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WorkplaceEvent",
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
                                to="job_offers.workplace",
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
                            "employer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="job_offers.employer",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name of the site")),
                        (
                            "place",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.place",
                                verbose_name="town or gmina",
                            ),
                        ),
                        (
                            "street_address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="street and number, postal code"
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="latitude"
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OfferLanguageEvent",
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
                                to="job_offers.offerlanguage",
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
                            "offer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="job_offers.offer",
                            ),
                        ),
                        (
                            "language",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                            ),
                        ),
                        (
                            "speech",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                            ),
                        ),
                        (
                            "writing",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.term",
                            ),
                        ),
                        ("is_required", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EmployerLanguage",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("job_offers.employer_languages_at_work",),
                ),
                migrations.CreateModel(
                    name="OfferLicence",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("job_offers.offer_licences",),
                ),
                migrations.CreateModel(
                    name="OfferApplyLanguage",
                    fields=[],
                    options={
                        "proxy": True,
                    },
                    bases=("job_offers.offer_apply_languages",),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="employerlanguage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "job_offers_employerlanguageevent" ("employer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."employer_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."term_id"); RETURN NULL;',
                            hash="a983155265af0be36a3ea089c7666c3eaa5b8d5e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_398f2",
                            table="job_offers_employer_languages_at_work",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="employerlanguage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "job_offers_employerlanguageevent" ("employer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."employer_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."term_id"); RETURN NULL;',
                            hash="498dc65e4a5e1e14b430f315a646d587402f2b54",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b3c8d",
                            table="job_offers_employer_languages_at_work",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="employerlanguage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "job_offers_employerlanguageevent" ("employer_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (OLD."employer_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."term_id"); RETURN NULL;',
                            hash="6f947db6f8974be742bda99b4a82e74bd0e71a54",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c573d",
                            table="job_offers_employer_languages_at_work",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offerlicence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "job_offers_offerlicenceevent" ("id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."term_id"); RETURN NULL;',
                            hash="c1491f4e97453e01b733d51de7fc25819d76046e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a4770",
                            table="job_offers_offer_licences",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offerlicence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "job_offers_offerlicenceevent" ("id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."term_id"); RETURN NULL;',
                            hash="8d96750ca746d6e5b5858d259de81b2bfd6885a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1334f",
                            table="job_offers_offer_licences",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offerlicence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "job_offers_offerlicenceevent" ("id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (OLD."id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."term_id"); RETURN NULL;',
                            hash="20f502d2b4444e06b8aea26d7d9c2ec71f7daef7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0594e",
                            table="job_offers_offer_licences",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offerapplylanguage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "job_offers_offerapplylanguageevent" ("id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."term_id"); RETURN NULL;',
                            hash="3bc22bd570450d045e649e7061662a43f3a1d56c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2a657",
                            table="job_offers_offer_apply_languages",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offerapplylanguage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "job_offers_offerapplylanguageevent" ("id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (NEW."id", NEW."offer_id", _pgh_attach_context(), NOW(), \'update\', NEW."term_id"); RETURN NULL;',
                            hash="e602e932579470bf1abf9d6a6c03be8d7b11be42",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_86102",
                            table="job_offers_offer_apply_languages",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="offerapplylanguage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "job_offers_offerapplylanguageevent" ("id", "offer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "term_id") VALUES (OLD."id", OLD."offer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."term_id"); RETURN NULL;',
                            hash="91b966feb44bfc07a8e4b986d6142fc9a89e707d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3c459",
                            table="job_offers_offer_apply_languages",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]

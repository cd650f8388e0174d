import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import pup_portal.fields
import pup_portal.phones
import reference.validators
from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [("reference", "0001_reference"), ("reference", "0006_second_person")]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Occupation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "sort_pl",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_pl",)
                            ),
                        ),
                        (
                            "sort_uk",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_uk", "name_pl")
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "code",
                            models.CharField(
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{6}\\Z", "Enter the six digits of the code."
                                    )
                                ],
                                verbose_name="code",
                            ),
                        ),
                        ("edition", models.CharField(max_length=20, verbose_name="edition")),
                        ("is_active", models.BooleanField(default=True, verbose_name="offered for choice")),
                    ],
                    options={
                        "verbose_name": "occupation",
                        "verbose_name_plural": "occupations",
                        "ordering": ["sort_pl", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "edition"),
                                name="occupation_code_is_unique_in_an_edition",
                                violation_error_message="This edition has an occupation of this code already.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_active", True)),
                                fields=("code",),
                                name="occupation_is_offered_in_one_edition",
                                violation_error_message="Another edition of this occupation is offered for choice.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^\\d{6}$")),
                                name="occupation_code_is_six_digits",
                                violation_error_message="Enter the six digits of the code.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name_pl", ""), _negated=True),
                                name="occupation_has_a_name",
                                violation_error_message="Enter the name in Polish.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_occupationevent" ("code", "edition", "id", "is_active", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sort_pl", "sort_uk") VALUES (NEW."code", NEW."edition", NEW."id", NEW."is_active", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."sort_pl", NEW."sort_uk"); RETURN NULL;',
                                    hash="e2a04c75218a5fb22e5f4f23b7b515be46204c9c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c5e91",
                                    table="reference_occupation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_occupationevent" ("code", "edition", "id", "is_active", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sort_pl", "sort_uk") VALUES (NEW."code", NEW."edition", NEW."id", NEW."is_active", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."sort_pl", NEW."sort_uk"); RETURN NULL;',
                                    hash="79640b0e5cf5508badf46849e7ae200acaea8de2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9d146",
                                    table="reference_occupation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OccupationEvent",
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
                                to="reference.occupation",
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
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "sort_pl",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_pl",)
                            ),
                        ),
                        (
                            "sort_uk",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_uk", "name_pl")
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "code",
                            models.CharField(
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{6}\\Z", "Enter the six digits of the code."
                                    )
                                ],
                                verbose_name="code",
                            ),
                        ),
                        ("edition", models.CharField(max_length=20, verbose_name="edition")),
                        ("is_active", models.BooleanField(default=True, verbose_name="offered for choice")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="5a00a281cbbb23b82008380e05446ebb0a61b2f6",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_168cd",
                                    table="reference_occupationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OccupationImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("edition", models.CharField(max_length=20, verbose_name="edition")),
                        ("file", models.FileField(upload_to="occupation-imports/", verbose_name="file")),
                        (
                            "uploaded_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "applied_by",
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
                        "verbose_name": "load of occupations",
                        "verbose_name_plural": "loads of occupations",
                        "ordering": ["-uploaded_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("applied_at", None), ("applied_by", None)),
                                    models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="occupationimport_applied_at_and_by_together",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "sort_pl",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_pl",)
                            ),
                        ),
                        (
                            "sort_uk",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_uk", "name_pl")
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "terc",
                            models.CharField(
                                error_messages={"unique": "A place with this TERC code exists already."},
                                max_length=6,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{6}\\Z", "Enter the six digits of the TERC code."
                                    )
                                ],
                                verbose_name="TERC, six digits",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("city", "city with county rights"), ("gmina", "gmina")],
                                default="gmina",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                decimal_places=6,
                                max_digits=8,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                decimal_places=6,
                                max_digits=9,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "place",
                        "verbose_name_plural": "places",
                        "ordering": ["sort_pl", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("terc__regex", "^\\d{6}$")),
                                name="place_terc_is_six_digits",
                                violation_error_message="Enter the six digits of the TERC code.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name_pl", ""), _negated=True),
                                name="place_has_a_name",
                                violation_error_message="Enter the name in Polish.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))
                                ),
                                name="place_is_on_the_globe",
                                violation_error_message="Enter real coordinates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_placeevent" ("id", "kind", "latitude", "longitude", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sort_pl", "sort_uk", "terc") VALUES (NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."sort_pl", NEW."sort_uk", NEW."terc"); RETURN NULL;',
                                    hash="83e937b5f19d7cd4c84d3f167ed1aaf12f8243cb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e3e6a",
                                    table="reference_place",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_placeevent" ("id", "kind", "latitude", "longitude", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "sort_pl", "sort_uk", "terc") VALUES (NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."sort_pl", NEW."sort_uk", NEW."terc"); RETURN NULL;',
                                    hash="92dcabec2d0428a2b77992ef4e901ba77e8cff0c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5a364",
                                    table="reference_place",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaceEvent",
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
                                to="reference.place",
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
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "sort_pl",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_pl",)
                            ),
                        ),
                        (
                            "sort_uk",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_uk", "name_pl")
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "terc",
                            models.CharField(
                                error_messages={"unique": "A place with this TERC code exists already."},
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{6}\\Z", "Enter the six digits of the TERC code."
                                    )
                                ],
                                verbose_name="TERC, six digits",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("city", "city with county rights"), ("gmina", "gmina")],
                                default="gmina",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                decimal_places=6,
                                max_digits=8,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                decimal_places=6,
                                max_digits=9,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
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
                                    hash="f82bb3c5d08f1c998f17f954d3c69615a14547a0",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_cb2dd",
                                    table="reference_placeevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Accommodation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "sort_pl",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_pl",)
                            ),
                        ),
                        (
                            "sort_uk",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_uk", "name_pl")
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hotel", "hotel"),
                                    ("centre", "centre or care home"),
                                    ("school", "school or boarding house"),
                                    ("private", "private lodgings"),
                                    ("other", "other"),
                                ],
                                default="hotel",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accommodations",
                                to="reference.place",
                                verbose_name="gmina",
                            ),
                        ),
                        (
                            "address",
                            models.CharField(blank=True, max_length=160, verbose_name="street and number"),
                        ),
                        (
                            "postal_code",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{2}-\\d{3}\\Z", "Enter a postal code like 25-501."
                                    )
                                ],
                                verbose_name="postal code",
                            ),
                        ),
                        ("town", models.CharField(blank=True, max_length=80, verbose_name="town or village")),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=8,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=9,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                    ],
                    options={
                        "verbose_name": "accommodation",
                        "verbose_name_plural": "accommodations",
                        "ordering": ["sort_pl", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("place", "name_pl"),
                                name="accommodation_name_is_unique_in_a_place",
                                violation_error_message="This place has an accommodation of this name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name_pl", ""), _negated=True),
                                name="accommodation_has_a_name",
                                violation_error_message="Enter the name in Polish.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude", None), ("longitude", None)),
                                    models.Q(("latitude__isnull", False), ("longitude__isnull", False)),
                                    _connector="OR",
                                ),
                                name="accommodation_has_both_coordinates_or_none",
                                violation_error_message="Enter both coordinates or neither.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_accommodationevent" ("address", "id", "is_active", "kind", "latitude", "longitude", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "postal_code", "public_id", "sort_pl", "sort_uk", "town") VALUES (NEW."address", NEW."id", NEW."is_active", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."postal_code", NEW."public_id", NEW."sort_pl", NEW."sort_uk", NEW."town"); RETURN NULL;',
                                    hash="783e10bab71d1e716139a4b9f89ffed7be1393e3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ec6e0",
                                    table="reference_accommodation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_accommodationevent" ("address", "id", "is_active", "kind", "latitude", "longitude", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "postal_code", "public_id", "sort_pl", "sort_uk", "town") VALUES (NEW."address", NEW."id", NEW."is_active", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."postal_code", NEW."public_id", NEW."sort_pl", NEW."sort_uk", NEW."town"); RETURN NULL;',
                                    hash="33cb04bc5e1088439e41f767b67b0e240fb49486",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_91e74",
                                    table="reference_accommodation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccommodationEvent",
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
                                to="reference.accommodation",
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
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "sort_pl",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_pl",)
                            ),
                        ),
                        (
                            "sort_uk",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("name_uk", "name_pl")
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hotel", "hotel"),
                                    ("centre", "centre or care home"),
                                    ("school", "school or boarding house"),
                                    ("private", "private lodgings"),
                                    ("other", "other"),
                                ],
                                default="hotel",
                                max_length=10,
                                verbose_name="kind",
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
                                verbose_name="gmina",
                            ),
                        ),
                        (
                            "address",
                            models.CharField(blank=True, max_length=160, verbose_name="street and number"),
                        ),
                        (
                            "postal_code",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{2}-\\d{3}\\Z", "Enter a postal code like 25-501."
                                    )
                                ],
                                verbose_name="postal code",
                            ),
                        ),
                        ("town", models.CharField(blank=True, max_length=80, verbose_name="town or village")),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=8,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=9,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="e1bbbc4f74b69689449d36556c459c56ed8e631d",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_b2c60",
                                    table="reference_accommodationevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfficeProfile",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "name_pl",
                            models.CharField(
                                default="Powiatowy Urząd Pracy", max_length=160, verbose_name="name in Polish"
                            ),
                        ),
                        (
                            "name_uk",
                            models.CharField(
                                default="Повітове управління праці",
                                max_length=160,
                                verbose_name="name in Ukrainian",
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                default="County Labour Office", max_length=160, verbose_name="name in English"
                            ),
                        ),
                        (
                            "short_name",
                            models.CharField(default="PUP", max_length=40, verbose_name="short name"),
                        ),
                        (
                            "street_address",
                            models.CharField(blank=True, max_length=120, verbose_name="street and number"),
                        ),
                        (
                            "postal_code",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{2}-\\d{3}\\Z", "Enter a postal code like 25-501."
                                    )
                                ],
                                verbose_name="postal code",
                            ),
                        ),
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="town")),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=8,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=9,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone of the office",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
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
                        ("logo", models.FileField(blank=True, upload_to="office/", verbose_name="logo")),
                        (
                            "opening_hours_pl",
                            models.TextField(blank=True, verbose_name="opening hours in Polish"),
                        ),
                        (
                            "opening_hours_uk",
                            models.TextField(blank=True, verbose_name="opening hours in Ukrainian"),
                        ),
                        (
                            "opening_hours_en",
                            models.TextField(blank=True, verbose_name="opening hours in English"),
                        ),
                        (
                            "hotline_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="hotline for refugees",
                            ),
                        ),
                        (
                            "hotline_hours_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="hotline hours in Polish"
                            ),
                        ),
                        (
                            "hotline_hours_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="hotline hours in Ukrainian"
                            ),
                        ),
                        (
                            "hotline_hours_en",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="hotline hours in English"
                            ),
                        ),
                        (
                            "spoken_languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("pl", "Polish"),
                                        ("uk", "Ukrainian"),
                                        ("ru", "Russian"),
                                        ("en", "English"),
                                        ("be", "Belarusian"),
                                        ("pjm", "Polish Sign Language"),
                                    ],
                                    max_length=3,
                                ),
                                blank=True,
                                default=list,
                                verbose_name="languages spoken at the desk",
                            ),
                        ),
                        (
                            "needs_second_person",
                            models.BooleanField(
                                default=False,
                                help_text="Who wrote any sentence of a translation may not approve it; somebody else does.",
                                verbose_name="two people look at each translation",
                            ),
                        ),
                        (
                            "controller_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="controller of personal data"
                            ),
                        ),
                        (
                            "inspector_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="data protection officer"
                            ),
                        ),
                        (
                            "inspector_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="e-mail of the data protection officer",
                            ),
                        ),
                        (
                            "inspector_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone of the data protection officer",
                            ),
                        ),
                        ("privacy_pl", models.TextField(blank=True, verbose_name="privacy page in Polish")),
                        (
                            "privacy_uk",
                            models.TextField(blank=True, verbose_name="privacy page in Ukrainian"),
                        ),
                        ("privacy_en", models.TextField(blank=True, verbose_name="privacy page in English")),
                        (
                            "accessibility_status",
                            models.CharField(
                                choices=[
                                    ("full", "compliant"),
                                    ("partial", "partially compliant"),
                                    ("none", "not compliant"),
                                ],
                                default="partial",
                                max_length=10,
                                verbose_name="compliance with the act",
                            ),
                        ),
                        (
                            "accessibility_published_on",
                            models.DateField(blank=True, null=True, verbose_name="site published on"),
                        ),
                        (
                            "accessibility_updated_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last large change of the site"
                            ),
                        ),
                        (
                            "accessibility_prepared_on",
                            models.DateField(blank=True, null=True, verbose_name="statement prepared on"),
                        ),
                        (
                            "accessibility_reviewed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="statement last reviewed on"
                            ),
                        ),
                        (
                            "accessibility_method",
                            models.CharField(
                                choices=[
                                    ("self", "self-assessment of the office"),
                                    ("audit", "audit by another body"),
                                ],
                                default="self",
                                max_length=10,
                                verbose_name="basis of the statement",
                            ),
                        ),
                        (
                            "accessibility_auditor",
                            models.CharField(blank=True, max_length=160, verbose_name="who made the audit"),
                        ),
                        (
                            "accessibility_contact",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="contact person for accessibility"
                            ),
                        ),
                        (
                            "accessibility_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for accessibility"
                            ),
                        ),
                        (
                            "accessibility_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone for accessibility",
                            ),
                        ),
                        (
                            "inaccessible_pl",
                            models.TextField(
                                blank=True, verbose_name="parts that are not accessible, in Polish"
                            ),
                        ),
                        (
                            "inaccessible_uk",
                            models.TextField(
                                blank=True, verbose_name="parts that are not accessible, in Ukrainian"
                            ),
                        ),
                        (
                            "inaccessible_en",
                            models.TextField(
                                blank=True, verbose_name="parts that are not accessible, in English"
                            ),
                        ),
                        (
                            "exclusions_pl",
                            models.TextField(blank=True, verbose_name="parts the act excludes, in Polish"),
                        ),
                        (
                            "exclusions_uk",
                            models.TextField(blank=True, verbose_name="parts the act excludes, in Ukrainian"),
                        ),
                        (
                            "exclusions_en",
                            models.TextField(blank=True, verbose_name="parts the act excludes, in English"),
                        ),
                        (
                            "architecture_pl",
                            models.TextField(blank=True, verbose_name="access to the building, in Polish"),
                        ),
                        (
                            "architecture_uk",
                            models.TextField(blank=True, verbose_name="access to the building, in Ukrainian"),
                        ),
                        (
                            "architecture_en",
                            models.TextField(blank=True, verbose_name="access to the building, in English"),
                        ),
                    ],
                    options={
                        "verbose_name": "office profile",
                        "verbose_name_plural": "office profile",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("id", 1)), name="officeprofile_is_one_row"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("name_pl", ""),
                                    ("name_uk", ""),
                                    ("name_en", ""),
                                    ("short_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="officeprofile_has_names",
                                violation_error_message="Enter the name of the office in every language.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude", None), ("longitude", None)),
                                    models.Q(("latitude__isnull", False), ("longitude__isnull", False)),
                                    _connector="OR",
                                ),
                                name="officeprofile_has_both_coordinates_or_none",
                                violation_error_message="Enter both coordinates or neither.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accessibility_reviewed_on", None),
                                    ("accessibility_reviewed_on__gte", models.F("accessibility_prepared_on")),
                                    _connector="OR",
                                ),
                                name="officeprofile_statement_is_reviewed_after_it_is_prepared",
                                violation_error_message="A statement is reviewed after it is prepared.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accessibility_auditor", ""),
                                    ("accessibility_method", "audit"),
                                    _negated=True,
                                ),
                                name="officeprofile_audit_names_its_auditor",
                                violation_error_message="Say who made the audit.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_officeprofileevent" ("accessibility_auditor", "accessibility_contact", "accessibility_email", "accessibility_method", "accessibility_phone", "accessibility_prepared_on", "accessibility_published_on", "accessibility_reviewed_on", "accessibility_status", "accessibility_updated_on", "architecture_en", "architecture_pl", "architecture_uk", "city", "controller_name", "email", "exclusions_en", "exclusions_pl", "exclusions_uk", "hotline_hours_en", "hotline_hours_pl", "hotline_hours_uk", "hotline_phone", "id", "inaccessible_en", "inaccessible_pl", "inaccessible_uk", "inspector_email", "inspector_name", "inspector_phone", "latitude", "logo", "longitude", "name_en", "name_pl", "name_uk", "needs_second_person", "nip", "opening_hours_en", "opening_hours_pl", "opening_hours_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "privacy_en", "privacy_pl", "privacy_uk", "regon", "short_name", "spoken_languages", "street_address", "website") VALUES (NEW."accessibility_auditor", NEW."accessibility_contact", NEW."accessibility_email", NEW."accessibility_method", NEW."accessibility_phone", NEW."accessibility_prepared_on", NEW."accessibility_published_on", NEW."accessibility_reviewed_on", NEW."accessibility_status", NEW."accessibility_updated_on", NEW."architecture_en", NEW."architecture_pl", NEW."architecture_uk", NEW."city", NEW."controller_name", NEW."email", NEW."exclusions_en", NEW."exclusions_pl", NEW."exclusions_uk", NEW."hotline_hours_en", NEW."hotline_hours_pl", NEW."hotline_hours_uk", NEW."hotline_phone", NEW."id", NEW."inaccessible_en", NEW."inaccessible_pl", NEW."inaccessible_uk", NEW."inspector_email", NEW."inspector_name", NEW."inspector_phone", NEW."latitude", NEW."logo", NEW."longitude", NEW."name_en", NEW."name_pl", NEW."name_uk", NEW."needs_second_person", NEW."nip", NEW."opening_hours_en", NEW."opening_hours_pl", NEW."opening_hours_uk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."postal_code", NEW."privacy_en", NEW."privacy_pl", NEW."privacy_uk", NEW."regon", NEW."short_name", NEW."spoken_languages", NEW."street_address", NEW."website"); RETURN NULL;',
                                    hash="6cbf23ebcc5e5cd182b17889174e639f25239a54",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9b854",
                                    table="reference_officeprofile",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_officeprofileevent" ("accessibility_auditor", "accessibility_contact", "accessibility_email", "accessibility_method", "accessibility_phone", "accessibility_prepared_on", "accessibility_published_on", "accessibility_reviewed_on", "accessibility_status", "accessibility_updated_on", "architecture_en", "architecture_pl", "architecture_uk", "city", "controller_name", "email", "exclusions_en", "exclusions_pl", "exclusions_uk", "hotline_hours_en", "hotline_hours_pl", "hotline_hours_uk", "hotline_phone", "id", "inaccessible_en", "inaccessible_pl", "inaccessible_uk", "inspector_email", "inspector_name", "inspector_phone", "latitude", "logo", "longitude", "name_en", "name_pl", "name_uk", "needs_second_person", "nip", "opening_hours_en", "opening_hours_pl", "opening_hours_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "privacy_en", "privacy_pl", "privacy_uk", "regon", "short_name", "spoken_languages", "street_address", "website") VALUES (NEW."accessibility_auditor", NEW."accessibility_contact", NEW."accessibility_email", NEW."accessibility_method", NEW."accessibility_phone", NEW."accessibility_prepared_on", NEW."accessibility_published_on", NEW."accessibility_reviewed_on", NEW."accessibility_status", NEW."accessibility_updated_on", NEW."architecture_en", NEW."architecture_pl", NEW."architecture_uk", NEW."city", NEW."controller_name", NEW."email", NEW."exclusions_en", NEW."exclusions_pl", NEW."exclusions_uk", NEW."hotline_hours_en", NEW."hotline_hours_pl", NEW."hotline_hours_uk", NEW."hotline_phone", NEW."id", NEW."inaccessible_en", NEW."inaccessible_pl", NEW."inaccessible_uk", NEW."inspector_email", NEW."inspector_name", NEW."inspector_phone", NEW."latitude", NEW."logo", NEW."longitude", NEW."name_en", NEW."name_pl", NEW."name_uk", NEW."needs_second_person", NEW."nip", NEW."opening_hours_en", NEW."opening_hours_pl", NEW."opening_hours_uk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."postal_code", NEW."privacy_en", NEW."privacy_pl", NEW."privacy_uk", NEW."regon", NEW."short_name", NEW."spoken_languages", NEW."street_address", NEW."website"); RETURN NULL;',
                                    hash="bf4e576e6babf5b4939239c52e273e2b26f4094a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b8418",
                                    table="reference_officeprofile",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfficeProfileEvent",
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
                                to="reference.officeprofile",
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
                        ("id", models.PositiveSmallIntegerField(default=1, editable=False, serialize=False)),
                        (
                            "name_pl",
                            models.CharField(
                                default="Powiatowy Urząd Pracy", max_length=160, verbose_name="name in Polish"
                            ),
                        ),
                        (
                            "name_uk",
                            models.CharField(
                                default="Повітове управління праці",
                                max_length=160,
                                verbose_name="name in Ukrainian",
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                default="County Labour Office", max_length=160, verbose_name="name in English"
                            ),
                        ),
                        (
                            "short_name",
                            models.CharField(default="PUP", max_length=40, verbose_name="short name"),
                        ),
                        (
                            "street_address",
                            models.CharField(blank=True, max_length=120, verbose_name="street and number"),
                        ),
                        (
                            "postal_code",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A\\d{2}-\\d{3}\\Z", "Enter a postal code like 25-501."
                                    )
                                ],
                                verbose_name="postal code",
                            ),
                        ),
                        ("city", models.CharField(blank=True, max_length=80, verbose_name="town")),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=8,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=9,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone of the office",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
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
                        ("logo", models.FileField(blank=True, upload_to="office/", verbose_name="logo")),
                        (
                            "opening_hours_pl",
                            models.TextField(blank=True, verbose_name="opening hours in Polish"),
                        ),
                        (
                            "opening_hours_uk",
                            models.TextField(blank=True, verbose_name="opening hours in Ukrainian"),
                        ),
                        (
                            "opening_hours_en",
                            models.TextField(blank=True, verbose_name="opening hours in English"),
                        ),
                        (
                            "hotline_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="hotline for refugees",
                            ),
                        ),
                        (
                            "hotline_hours_pl",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="hotline hours in Polish"
                            ),
                        ),
                        (
                            "hotline_hours_uk",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="hotline hours in Ukrainian"
                            ),
                        ),
                        (
                            "hotline_hours_en",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="hotline hours in English"
                            ),
                        ),
                        (
                            "spoken_languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("pl", "Polish"),
                                        ("uk", "Ukrainian"),
                                        ("ru", "Russian"),
                                        ("en", "English"),
                                        ("be", "Belarusian"),
                                        ("pjm", "Polish Sign Language"),
                                    ],
                                    max_length=3,
                                ),
                                blank=True,
                                default=list,
                                verbose_name="languages spoken at the desk",
                            ),
                        ),
                        (
                            "needs_second_person",
                            models.BooleanField(
                                default=False,
                                help_text="Who wrote any sentence of a translation may not approve it; somebody else does.",
                                verbose_name="two people look at each translation",
                            ),
                        ),
                        (
                            "controller_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="controller of personal data"
                            ),
                        ),
                        (
                            "inspector_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="data protection officer"
                            ),
                        ),
                        (
                            "inspector_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="e-mail of the data protection officer",
                            ),
                        ),
                        (
                            "inspector_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone of the data protection officer",
                            ),
                        ),
                        ("privacy_pl", models.TextField(blank=True, verbose_name="privacy page in Polish")),
                        (
                            "privacy_uk",
                            models.TextField(blank=True, verbose_name="privacy page in Ukrainian"),
                        ),
                        ("privacy_en", models.TextField(blank=True, verbose_name="privacy page in English")),
                        (
                            "accessibility_status",
                            models.CharField(
                                choices=[
                                    ("full", "compliant"),
                                    ("partial", "partially compliant"),
                                    ("none", "not compliant"),
                                ],
                                default="partial",
                                max_length=10,
                                verbose_name="compliance with the act",
                            ),
                        ),
                        (
                            "accessibility_published_on",
                            models.DateField(blank=True, null=True, verbose_name="site published on"),
                        ),
                        (
                            "accessibility_updated_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last large change of the site"
                            ),
                        ),
                        (
                            "accessibility_prepared_on",
                            models.DateField(blank=True, null=True, verbose_name="statement prepared on"),
                        ),
                        (
                            "accessibility_reviewed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="statement last reviewed on"
                            ),
                        ),
                        (
                            "accessibility_method",
                            models.CharField(
                                choices=[
                                    ("self", "self-assessment of the office"),
                                    ("audit", "audit by another body"),
                                ],
                                default="self",
                                max_length=10,
                                verbose_name="basis of the statement",
                            ),
                        ),
                        (
                            "accessibility_auditor",
                            models.CharField(blank=True, max_length=160, verbose_name="who made the audit"),
                        ),
                        (
                            "accessibility_contact",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="contact person for accessibility"
                            ),
                        ),
                        (
                            "accessibility_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for accessibility"
                            ),
                        ),
                        (
                            "accessibility_phone",
                            models.CharField(
                                blank=True,
                                max_length=16,
                                validators=[pup_portal.phones.validate_phone],
                                verbose_name="phone for accessibility",
                            ),
                        ),
                        (
                            "inaccessible_pl",
                            models.TextField(
                                blank=True, verbose_name="parts that are not accessible, in Polish"
                            ),
                        ),
                        (
                            "inaccessible_uk",
                            models.TextField(
                                blank=True, verbose_name="parts that are not accessible, in Ukrainian"
                            ),
                        ),
                        (
                            "inaccessible_en",
                            models.TextField(
                                blank=True, verbose_name="parts that are not accessible, in English"
                            ),
                        ),
                        (
                            "exclusions_pl",
                            models.TextField(blank=True, verbose_name="parts the act excludes, in Polish"),
                        ),
                        (
                            "exclusions_uk",
                            models.TextField(blank=True, verbose_name="parts the act excludes, in Ukrainian"),
                        ),
                        (
                            "exclusions_en",
                            models.TextField(blank=True, verbose_name="parts the act excludes, in English"),
                        ),
                        (
                            "architecture_pl",
                            models.TextField(blank=True, verbose_name="access to the building, in Polish"),
                        ),
                        (
                            "architecture_uk",
                            models.TextField(blank=True, verbose_name="access to the building, in Ukrainian"),
                        ),
                        (
                            "architecture_en",
                            models.TextField(blank=True, verbose_name="access to the building, in English"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="b436038c6a52ac4cc343d19f6163c95376cfeac0",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_7b810",
                                    table="reference_officeprofileevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalRuleKey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "code",
                            models.SlugField(
                                error_messages={"unique": "A rule with this code exists already."},
                                max_length=60,
                                unique=True,
                                verbose_name="code",
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=200, verbose_name="name in English"),
                        ),
                    ],
                    options={
                        "verbose_name": "legal rule",
                        "verbose_name_plural": "legal rules",
                        "ordering": ["code"],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_legalrulekeyevent" ("code", "id", "name_en", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id"); RETURN NULL;',
                                    hash="ad61ae4679946eeb9f199b1b2af3ccbb7b093963",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1979f",
                                    table="reference_legalrulekey",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_legalrulekeyevent" ("code", "id", "name_en", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id"); RETURN NULL;',
                                    hash="b7f3e21aad13993af76e98e34429cc9db30681f8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a73e9",
                                    table="reference_legalrulekey",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalRuleKeyEvent",
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
                                to="reference.legalrulekey",
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
                            "code",
                            models.SlugField(
                                db_index=False,
                                error_messages={"unique": "A rule with this code exists already."},
                                max_length=60,
                                verbose_name="code",
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        (
                            "name_uk",
                            models.CharField(blank=True, max_length=200, verbose_name="name in Ukrainian"),
                        ),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=200, verbose_name="name in English"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="83678ae58aeeb2ecc6d42334030892f7bc5616eb",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a0c0d",
                                    table="reference_legalrulekeyevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalRule",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="periods",
                                to="reference.legalrulekey",
                                verbose_name="rule",
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="value"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="value in words")),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("pln", "PLN"),
                                    ("days", "days"),
                                    ("months", "months"),
                                    ("years", "years"),
                                    ("date", "date"),
                                    ("text", "text"),
                                ],
                                max_length=10,
                                verbose_name="unit",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="holds from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="holds to")),
                        ("source", models.CharField(max_length=300, verbose_name="source")),
                        (
                            "is_confirmed",
                            models.BooleanField(default=False, verbose_name="confirmed in the source"),
                        ),
                    ],
                    options={
                        "verbose_name": "period of a legal rule",
                        "verbose_name_plural": "periods of legal rules",
                        "ordering": ["key", "valid_from"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to", None),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="legalrule_ends_after_it_starts",
                                violation_error_message="A rule must end after it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("unit__in", ["pln", "days", "months", "years"]),
                                        ("value__isnull", False),
                                    ),
                                    models.Q(
                                        ("unit__in", ["date", "text"]),
                                        ("value", None),
                                        models.Q(("text", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="legalrule_has_a_number_or_words",
                                violation_error_message="Enter a number for a unit, or words for a text or a date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value", None), ("value__gte", 0), _connector="OR"),
                                name="legalrule_value_is_not_negative",
                                violation_error_message="A value cannot be below zero.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    (pup_portal.fields.Int8Range("key_id"), "&&"),
                                    (pup_portal.fields.DateRange("valid_from", "valid_to"), "&&"),
                                ],
                                name="legalrule_periods_do_not_overlap",
                                violation_error_message="Another value of this rule holds on some of these days.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_legalruleevent" ("id", "is_confirmed", "key_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "text", "unit", "valid_from", "valid_to", "value") VALUES (NEW."id", NEW."is_confirmed", NEW."key_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."source", NEW."text", NEW."unit", NEW."valid_from", NEW."valid_to", NEW."value"); RETURN NULL;',
                                    hash="44847db5d82e850bc31fb95dc584c3899c6d5586",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f2e68",
                                    table="reference_legalrule",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_legalruleevent" ("id", "is_confirmed", "key_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "source", "text", "unit", "valid_from", "valid_to", "value") VALUES (NEW."id", NEW."is_confirmed", NEW."key_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."source", NEW."text", NEW."unit", NEW."valid_from", NEW."valid_to", NEW."value"); RETURN NULL;',
                                    hash="2ff2be9007bf135fbb7aa6d267b7e8e535eb654c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2c4f5",
                                    table="reference_legalrule",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalRuleEvent",
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
                                to="reference.legalrule",
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
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reference.legalrulekey",
                                verbose_name="rule",
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="value"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="value in words")),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("pln", "PLN"),
                                    ("days", "days"),
                                    ("months", "months"),
                                    ("years", "years"),
                                    ("date", "date"),
                                    ("text", "text"),
                                ],
                                max_length=10,
                                verbose_name="unit",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="holds from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="holds to")),
                        ("source", models.CharField(max_length=300, verbose_name="source")),
                        (
                            "is_confirmed",
                            models.BooleanField(default=False, verbose_name="confirmed in the source"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="639f2ccf0ce42a96e6470ea3b436900548c423b3",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_a0b45",
                                    table="reference_legalruleevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Term",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "vocabulary",
                            models.CharField(
                                choices=[
                                    ("contract", "kinds of contract"),
                                    ("shift", "shifts"),
                                    ("pay_system", "pay systems"),
                                    ("pay_unit", "pay units"),
                                    ("education", "education"),
                                    ("language", "languages"),
                                    ("language_level", "language levels"),
                                    ("offer_kind", "kinds of offer"),
                                    ("apply_route", "ways to apply"),
                                    ("work_mode", "work modes"),
                                    ("benefit", "benefits"),
                                    ("licence", "licences and certificates"),
                                    ("offer_mark", "marks of an offer"),
                                ],
                                max_length=20,
                                verbose_name="vocabulary",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A[a-z0-9]+(?:[-_][a-z0-9]+)*\\Z",
                                        "Use small Latin letters, digits, hyphens and underscores.",
                                    )
                                ],
                                verbose_name="code",
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        ("name_uk", models.CharField(max_length=200, verbose_name="name in Ukrainian")),
                        ("name_en", models.CharField(max_length=200, verbose_name="name in English")),
                        (
                            "feed_value",
                            models.CharField(
                                blank=True,
                                help_text="Exactly as the feed writes it; empty when the feed does not have it.",
                                max_length=200,
                                verbose_name="text in the national feed",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=100, verbose_name="place in the list"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="offered for choice")),
                    ],
                    options={
                        "verbose_name": "vocabulary entry",
                        "verbose_name_plural": "vocabulary entries",
                        "ordering": ["vocabulary", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("vocabulary", "code"),
                                name="term_code_is_unique_in_its_vocabulary",
                                violation_error_message="This vocabulary has this code already.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("feed_value", ""), _negated=True),
                                fields=("vocabulary", "feed_value"),
                                name="term_feed_value_is_unique_in_its_vocabulary",
                                violation_error_message="Another entry of this vocabulary has this text of the feed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "vocabulary__in",
                                        [
                                            "contract",
                                            "shift",
                                            "pay_system",
                                            "pay_unit",
                                            "education",
                                            "language",
                                            "language_level",
                                            "offer_kind",
                                            "apply_route",
                                            "work_mode",
                                            "benefit",
                                            "licence",
                                            "offer_mark",
                                        ],
                                    )
                                ),
                                name="term_vocabulary_is_known",
                                violation_error_message="Choose one of the vocabularies.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("name_pl", ""),
                                    ("name_uk", ""),
                                    ("name_en", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="term_is_named_in_every_language",
                                violation_error_message="Enter the name in every language.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reference_termevent" ("code", "feed_value", "id", "is_active", "name_en", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "vocabulary") VALUES (NEW."code", NEW."feed_value", NEW."id", NEW."is_active", NEW."name_en", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id", NEW."vocabulary"); RETURN NULL;',
                                    hash="afb659418a52826e6c3008cedf00e588e29e159f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_db150",
                                    table="reference_term",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reference_termevent" ("code", "feed_value", "id", "is_active", "name_en", "name_pl", "name_uk", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id", "vocabulary") VALUES (NEW."code", NEW."feed_value", NEW."id", NEW."is_active", NEW."name_en", NEW."name_pl", NEW."name_uk", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."public_id", NEW."vocabulary"); RETURN NULL;',
                                    hash="3b09476a29d4fa8325467f02b965e8ca98510501",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9b4ce",
                                    table="reference_term",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TermEvent",
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
                                to="reference.term",
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
                            "vocabulary",
                            models.CharField(
                                choices=[
                                    ("contract", "kinds of contract"),
                                    ("shift", "shifts"),
                                    ("pay_system", "pay systems"),
                                    ("pay_unit", "pay units"),
                                    ("education", "education"),
                                    ("language", "languages"),
                                    ("language_level", "language levels"),
                                    ("offer_kind", "kinds of offer"),
                                    ("apply_route", "ways to apply"),
                                    ("work_mode", "work modes"),
                                    ("benefit", "benefits"),
                                    ("licence", "licences and certificates"),
                                    ("offer_mark", "marks of an offer"),
                                ],
                                max_length=20,
                                verbose_name="vocabulary",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "\\A[a-z0-9]+(?:[-_][a-z0-9]+)*\\Z",
                                        "Use small Latin letters, digits, hyphens and underscores.",
                                    )
                                ],
                                verbose_name="code",
                            ),
                        ),
                        ("name_pl", models.CharField(max_length=200, verbose_name="name in Polish")),
                        ("name_uk", models.CharField(max_length=200, verbose_name="name in Ukrainian")),
                        ("name_en", models.CharField(max_length=200, verbose_name="name in English")),
                        (
                            "feed_value",
                            models.CharField(
                                blank=True,
                                help_text="Exactly as the feed writes it; empty when the feed does not have it.",
                                max_length=200,
                                verbose_name="text in the national feed",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(default=100, verbose_name="place in the list"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="offered for choice")),
                    ],
                    options={
                        "abstract": False,
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="append_only",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="f18f1c963b81fb0bc2e8e625a3cc534526fa97d1",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_append_only_aef28",
                                    table="reference_termevent",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ]
        ),
    ]

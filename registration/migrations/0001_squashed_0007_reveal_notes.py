import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import pup_portal.encrypted_fields
import pup_portal.fields
import registration.identifiers
import registration.models.clients
from pup_portal.migration_operations import Together

# One place where the database knows whose data may not be touched; the triggers of every app ask it.
IS_FROZEN = """
CREATE FUNCTION registration_is_frozen(client bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM registration_client WHERE id = client AND is_restricted)
        AND NOT EXISTS (
            SELECT FROM registration_rightsrequest
            WHERE client_id = client AND "right" = 'erase' AND state = 'approved'
        )
$$
"""


class Migration(migrations.Migration):
    replaces = [
        ("registration", "0001_clients"),
        ("registration", "0002_sealed_columns"),
        ("registration", "0003_sealed_rows"),
        ("registration", "0004_sealed_constraints"),
        ("registration", "0005_rights"),
        ("registration", "0006_remember_statuses_and_rights"),
        ("registration", "0007_reveal_notes"),
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
                    name="Client",
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
                                    ("enquiry", "enquiry"),
                                    ("in_registration", "in registration"),
                                    ("registered_unemployed", "registered as unemployed"),
                                    ("registered_job_seeker", "registered as job-seeker"),
                                    ("deregistered", "deregistered"),
                                    ("supported", "supported without registration"),
                                    ("merged", "merged into another record"),
                                    ("erased", "erased"),
                                ],
                                default="enquiry",
                                max_length=24,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "is_restricted",
                            models.BooleanField(default=False, verbose_name="use of the data is restricted"),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_from",
                                to="registration.client",
                            ),
                        ),
                        (
                            "given_names_latin",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="given names, Latin as in the document",
                            ),
                        ),
                        (
                            "surname_latin",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="surname, Latin as in the document"
                            ),
                        ),
                        (
                            "given_names_cyrillic",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="given names in Cyrillic"
                            ),
                        ),
                        (
                            "surname_cyrillic",
                            models.CharField(blank=True, max_length=120, verbose_name="surname in Cyrillic"),
                        ),
                        (
                            "patronymic",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="patronymic (if the person wants it)"
                            ),
                        ),
                        (
                            "sort_key",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("sort_name",)
                            ),
                        ),
                        ("birth_date", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        (
                            "birth_date_precision",
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
                        (
                            "birth_place",
                            models.CharField(blank=True, max_length=120, verbose_name="place of birth"),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("female", "woman"), ("male", "man")],
                                max_length=6,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "citizenships",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                        ("XXA", "stateless person"),
                                        ("XXX", "another or unknown citizenship"),
                                    ],
                                    max_length=3,
                                ),
                                blank=True,
                                default=registration.models.clients.only_ukraine,
                                verbose_name="citizenships",
                            ),
                        ),
                        (
                            "pesel",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.client.pesel",
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[0-9]{11}\\Z", "A PESEL has eleven digits.", code="pesel"
                                    )
                                ],
                                verbose_name="PESEL",
                            ),
                        ),
                        (
                            "pesel_index",
                            pup_portal.encrypted_fields.BlindIndexField(
                                binding="registration.client.pesel",
                                normalise=registration.identifiers.plain_pesel,
                                null=True,
                                of="pesel",
                            ),
                        ),
                        (
                            "no_pesel_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_applied", "has not applied yet"),
                                    ("waiting", "has applied and is waiting"),
                                    ("not_at_hand", "has one but does not know it now"),
                                    ("refused", "does not want to give it"),
                                    ("not_asked", "not asked yet"),
                                ],
                                max_length=12,
                                verbose_name="why there is no PESEL",
                            ),
                        ),
                        (
                            "document_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("biometric_passport", "biometric passport"),
                                    ("passport", "older travel passport"),
                                    ("internal_passport", "internal passport (booklet)"),
                                    ("id_card", "identity card"),
                                    ("driving_licence", "driving licence"),
                                    ("residence_card", "residence card"),
                                    ("diia_pl", "Diia.pl in mObywatel"),
                                    ("other", "another document"),
                                ],
                                max_length=20,
                                verbose_name="identity document",
                            ),
                        ),
                        (
                            "document_number",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.client.document_number",
                                blank=True,
                                max_length=30,
                                verbose_name="series and number of the document",
                            ),
                        ),
                        (
                            "document_index",
                            pup_portal.encrypted_fields.BlindIndexField(
                                binding="registration.client.document_number",
                                normalise=registration.identifiers.plain_document,
                                null=True,
                                of="document_number",
                            ),
                        ),
                        (
                            "document_expires_on",
                            models.DateField(blank=True, null=True, verbose_name="document valid until"),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, help_text="E.164", max_length=16, verbose_name="phone"
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "contact_language",
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
                            "preferred_contact",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("call", "phone call"),
                                    ("sms", "text message"),
                                    ("messenger", "messenger (Viber, Telegram, WhatsApp, Signal)"),
                                    ("email", "e-mail"),
                                    ("in_person", "in person or through the place of stay"),
                                ],
                                max_length=10,
                                verbose_name="preferred contact",
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
                            "street_address",
                            models.CharField(blank=True, max_length=200, verbose_name="private address"),
                        ),
                        (
                            "looks_for",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what the person looks for"
                            ),
                        ),
                        ("notes", models.TextField(blank=True, max_length=4000, verbose_name="notes")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                        ("registered_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "registered_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "verbose_name": "client",
                        "verbose_name_plural": "clients",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["sort_key", "id"], name="client_alphabetical"),
                            models.Index(fields=["state", "-id"], name="client_by_state"),
                            models.Index(fields=["birth_date"], name="client_by_birth_date"),
                            models.Index(fields=["document_index"], name="client_by_document"),
                            models.Index(
                                django.contrib.postgres.indexes.OpClass(
                                    django.db.models.functions.text.Reverse("phone"), name="text_pattern_ops"
                                ),
                                name="client_by_phone_end",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "enquiry",
                                            "in_registration",
                                            "registered_unemployed",
                                            "registered_job_seeker",
                                            "deregistered",
                                            "supported",
                                            "merged",
                                            "erased",
                                        ],
                                    )
                                ),
                                name="client_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "erased"),
                                    models.Q(("surname_latin", ""), _negated=True),
                                    models.Q(("surname_cyrillic", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="client_has_a_name",
                                violation_error_message="Enter the surname in Latin or in Cyrillic letters.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "erased"),
                                    models.Q(("no_pesel_reason", ""), ("pesel__isnull", False)),
                                    models.Q(
                                        ("pesel", None), models.Q(("no_pesel_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="client_pesel_or_reason",
                                violation_error_message="Enter the PESEL, or say why there is none; not both.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pesel", None),
                                    ("pesel__regex", "^v1:[a-z0-9]{1,16}:[A-Za-z0-9_=-]{40,}$"),
                                    _connector="OR",
                                ),
                                name="client_pesel_is_sealed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("document_number", ""),
                                    ("document_number__regex", "^v1:[a-z0-9]{1,16}:[A-Za-z0-9_=-]{40,}$"),
                                    _connector="OR",
                                ),
                                name="client_document_number_is_sealed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pesel", None), ("pesel_index", None)),
                                    models.Q(("pesel__isnull", False), ("pesel_index__isnull", False)),
                                    _connector="OR",
                                ),
                                name="client_pesel_with_its_index",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document_index", None), ("document_number", "")),
                                    models.Q(
                                        models.Q(("document_number", ""), _negated=True),
                                        ("document_index__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="client_document_number_with_its_index",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "merged"), _negated=True),
                                fields=("pesel_index",),
                                name="client_pesel_is_unique",
                                violation_error_message="A client with this PESEL is registered already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("phone", ""), ("phone__regex", "^\\+[1-9][0-9]{6,14}$"), _connector="OR"
                                ),
                                name="client_phone_is_e164",
                                violation_error_message="Enter the phone with its country code, for example +48 or +380.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("birth_date", None), ("birth_date_precision", "")),
                                    models.Q(("birth_date__isnull", False), ("birth_date_precision", "day")),
                                    models.Q(("birth_date__day", 1), ("birth_date_precision", "month")),
                                    models.Q(
                                        ("birth_date__day", 1),
                                        ("birth_date__month", 1),
                                        ("birth_date_precision", "year"),
                                    ),
                                    _connector="OR",
                                ),
                                name="client_birth_date_with_precision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document_kind", ""), ("document_number", "")),
                                    models.Q(
                                        models.Q(("document_kind", ""), _negated=True),
                                        models.Q(("document_number", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="client_document_kind_and_number_together",
                                violation_error_message="Enter both the kind and the number of the document, or neither.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("registered_at", None), ("registered_by", None)),
                                    models.Q(
                                        ("registered_at__isnull", False), ("registered_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="client_registered_at_and_by_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state__in", ["registered_unemployed", "registered_job_seeker"]),
                                        _negated=True,
                                    ),
                                    ("registered_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="client_registered_since_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("merged_into__isnull", False), ("state", "merged")),
                                    models.Q(
                                        models.Q(("state", "merged"), _negated=True), ("merged_into", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="client_merged_into_when_merged",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("erased_at__isnull", False), ("state", "erased")),
                                    models.Q(
                                        models.Q(("state", "erased"), _negated=True), ("erased_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="client_erased_at_when_erased",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="client_is_frozen_while_restricted",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."accommodation_id" IS DISTINCT FROM (NEW."accommodation_id") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birth_date_precision" IS DISTINCT FROM (NEW."birth_date_precision") OR OLD."birth_place" IS DISTINCT FROM (NEW."birth_place") OR OLD."citizenships" IS DISTINCT FROM (NEW."citizenships") OR OLD."contact_language" IS DISTINCT FROM (NEW."contact_language") OR OLD."document_expires_on" IS DISTINCT FROM (NEW."document_expires_on") OR OLD."document_kind" IS DISTINCT FROM (NEW."document_kind") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."given_names_cyrillic" IS DISTINCT FROM (NEW."given_names_cyrillic") OR OLD."given_names_latin" IS DISTINCT FROM (NEW."given_names_latin") OR OLD."looks_for" IS DISTINCT FROM (NEW."looks_for") OR OLD."no_pesel_reason" IS DISTINCT FROM (NEW."no_pesel_reason") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."patronymic" IS DISTINCT FROM (NEW."patronymic") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."preferred_contact" IS DISTINCT FROM (NEW."preferred_contact") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."street_address" IS DISTINCT FROM (NEW."street_address") OR OLD."surname_cyrillic" IS DISTINCT FROM (NEW."surname_cyrillic") OR OLD."surname_latin" IS DISTINCT FROM (NEW."surname_latin"))',
                                    func="\n    IF NEW.is_restricted AND registration_is_frozen(OLD.id) THEN\n        RAISE EXCEPTION 'the use of this person''s data is restricted'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'client_is_frozen_while_restricted';\n    END IF;\n    RETURN NEW;\n",
                                    hash="2d6b70ea0f5691a312082d86b07013d8872f7c65",
                                    operation="UPDATE",
                                    pgid="pgtrigger_client_is_frozen_while_restricted_b560b",
                                    table="registration_client",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_clientevent" ("accommodation_id", "birth_date", "birth_date_precision", "birth_place", "citizenships", "contact_language", "created_at", "created_by_id", "document_expires_on", "document_kind", "document_number", "email", "erased_at", "given_names_cyrillic", "given_names_latin", "id", "is_restricted", "looks_for", "merged_into_id", "no_pesel_reason", "notes", "patronymic", "pesel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "preferred_contact", "public_id", "registered_at", "registered_by_id", "sex", "sort_key", "state", "street_address", "surname_cyrillic", "surname_latin", "updated_at", "updated_by_id", "version") VALUES (NEW."accommodation_id", NEW."birth_date", NEW."birth_date_precision", NEW."birth_place", NEW."citizenships", NEW."contact_language", NEW."created_at", NEW."created_by_id", NEW."document_expires_on", NEW."document_kind", NEW."document_number", NEW."email", NEW."erased_at", NEW."given_names_cyrillic", NEW."given_names_latin", NEW."id", NEW."is_restricted", NEW."looks_for", NEW."merged_into_id", NEW."no_pesel_reason", NEW."notes", NEW."patronymic", NEW."pesel", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."place_id", NEW."preferred_contact", NEW."public_id", NEW."registered_at", NEW."registered_by_id", NEW."sex", NEW."sort_key", NEW."state", NEW."street_address", NEW."surname_cyrillic", NEW."surname_latin", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="d6c22d1491ed0954a1821288522e2d90219aaef0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_64d2a",
                                    table="registration_client",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."accommodation_id" IS DISTINCT FROM (NEW."accommodation_id") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birth_date_precision" IS DISTINCT FROM (NEW."birth_date_precision") OR OLD."birth_place" IS DISTINCT FROM (NEW."birth_place") OR OLD."citizenships" IS DISTINCT FROM (NEW."citizenships") OR OLD."contact_language" IS DISTINCT FROM (NEW."contact_language") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."document_expires_on" IS DISTINCT FROM (NEW."document_expires_on") OR OLD."document_kind" IS DISTINCT FROM (NEW."document_kind") OR OLD."document_number" IS DISTINCT FROM (NEW."document_number") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."erased_at" IS DISTINCT FROM (NEW."erased_at") OR OLD."given_names_cyrillic" IS DISTINCT FROM (NEW."given_names_cyrillic") OR OLD."given_names_latin" IS DISTINCT FROM (NEW."given_names_latin") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_restricted" IS DISTINCT FROM (NEW."is_restricted") OR OLD."looks_for" IS DISTINCT FROM (NEW."looks_for") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."no_pesel_reason" IS DISTINCT FROM (NEW."no_pesel_reason") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."patronymic" IS DISTINCT FROM (NEW."patronymic") OR OLD."pesel" IS DISTINCT FROM (NEW."pesel") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."preferred_contact" IS DISTINCT FROM (NEW."preferred_contact") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."registered_at" IS DISTINCT FROM (NEW."registered_at") OR OLD."registered_by_id" IS DISTINCT FROM (NEW."registered_by_id") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."sort_key" IS DISTINCT FROM (NEW."sort_key") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."street_address" IS DISTINCT FROM (NEW."street_address") OR OLD."surname_cyrillic" IS DISTINCT FROM (NEW."surname_cyrillic") OR OLD."surname_latin" IS DISTINCT FROM (NEW."surname_latin") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."updated_by_id" IS DISTINCT FROM (NEW."updated_by_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "registration_clientevent" ("accommodation_id", "birth_date", "birth_date_precision", "birth_place", "citizenships", "contact_language", "created_at", "created_by_id", "document_expires_on", "document_kind", "document_number", "email", "erased_at", "given_names_cyrillic", "given_names_latin", "id", "is_restricted", "looks_for", "merged_into_id", "no_pesel_reason", "notes", "patronymic", "pesel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "preferred_contact", "public_id", "registered_at", "registered_by_id", "sex", "sort_key", "state", "street_address", "surname_cyrillic", "surname_latin", "updated_at", "updated_by_id", "version") VALUES (NEW."accommodation_id", NEW."birth_date", NEW."birth_date_precision", NEW."birth_place", NEW."citizenships", NEW."contact_language", NEW."created_at", NEW."created_by_id", NEW."document_expires_on", NEW."document_kind", NEW."document_number", NEW."email", NEW."erased_at", NEW."given_names_cyrillic", NEW."given_names_latin", NEW."id", NEW."is_restricted", NEW."looks_for", NEW."merged_into_id", NEW."no_pesel_reason", NEW."notes", NEW."patronymic", NEW."pesel", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."place_id", NEW."preferred_contact", NEW."public_id", NEW."registered_at", NEW."registered_by_id", NEW."sex", NEW."sort_key", NEW."state", NEW."street_address", NEW."surname_cyrillic", NEW."surname_latin", NEW."updated_at", NEW."updated_by_id", NEW."version"); RETURN NULL;',
                                    hash="e1f578ea11a427fb39c8d288504e2ba90cad1838",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2cdec",
                                    table="registration_client",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClientEvent",
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
                                to="registration.client",
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
                                    ("enquiry", "enquiry"),
                                    ("in_registration", "in registration"),
                                    ("registered_unemployed", "registered as unemployed"),
                                    ("registered_job_seeker", "registered as job-seeker"),
                                    ("deregistered", "deregistered"),
                                    ("supported", "supported without registration"),
                                    ("merged", "merged into another record"),
                                    ("erased", "erased"),
                                ],
                                default="enquiry",
                                max_length=24,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "is_restricted",
                            models.BooleanField(default=False, verbose_name="use of the data is restricted"),
                        ),
                        (
                            "merged_into",
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
                            "given_names_latin",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="given names, Latin as in the document",
                            ),
                        ),
                        (
                            "surname_latin",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="surname, Latin as in the document"
                            ),
                        ),
                        (
                            "given_names_cyrillic",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="given names in Cyrillic"
                            ),
                        ),
                        (
                            "surname_cyrillic",
                            models.CharField(blank=True, max_length=120, verbose_name="surname in Cyrillic"),
                        ),
                        (
                            "patronymic",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="patronymic (if the person wants it)"
                            ),
                        ),
                        (
                            "sort_key",
                            pup_portal.fields.SortKeyField(
                                default="", editable=False, max_length=300, of=("sort_name",)
                            ),
                        ),
                        ("birth_date", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                        (
                            "birth_date_precision",
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
                        (
                            "birth_place",
                            models.CharField(blank=True, max_length=120, verbose_name="place of birth"),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("female", "woman"), ("male", "man")],
                                max_length=6,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "citizenships",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
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
                                        ("XXA", "stateless person"),
                                        ("XXX", "another or unknown citizenship"),
                                    ],
                                    max_length=3,
                                ),
                                blank=True,
                                default=registration.models.clients.only_ukraine,
                                verbose_name="citizenships",
                            ),
                        ),
                        (
                            "pesel",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.client.pesel",
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[0-9]{11}\\Z", "A PESEL has eleven digits.", code="pesel"
                                    )
                                ],
                                verbose_name="PESEL",
                            ),
                        ),
                        (
                            "no_pesel_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_applied", "has not applied yet"),
                                    ("waiting", "has applied and is waiting"),
                                    ("not_at_hand", "has one but does not know it now"),
                                    ("refused", "does not want to give it"),
                                    ("not_asked", "not asked yet"),
                                ],
                                max_length=12,
                                verbose_name="why there is no PESEL",
                            ),
                        ),
                        (
                            "document_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("biometric_passport", "biometric passport"),
                                    ("passport", "older travel passport"),
                                    ("internal_passport", "internal passport (booklet)"),
                                    ("id_card", "identity card"),
                                    ("driving_licence", "driving licence"),
                                    ("residence_card", "residence card"),
                                    ("diia_pl", "Diia.pl in mObywatel"),
                                    ("other", "another document"),
                                ],
                                max_length=20,
                                verbose_name="identity document",
                            ),
                        ),
                        (
                            "document_number",
                            pup_portal.encrypted_fields.EncryptedTextField(
                                binding="registration.client.document_number",
                                blank=True,
                                max_length=30,
                                verbose_name="series and number of the document",
                            ),
                        ),
                        (
                            "document_expires_on",
                            models.DateField(blank=True, null=True, verbose_name="document valid until"),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, help_text="E.164", max_length=16, verbose_name="phone"
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "contact_language",
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
                            "preferred_contact",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("call", "phone call"),
                                    ("sms", "text message"),
                                    ("messenger", "messenger (Viber, Telegram, WhatsApp, Signal)"),
                                    ("email", "e-mail"),
                                    ("in_person", "in person or through the place of stay"),
                                ],
                                max_length=10,
                                verbose_name="preferred contact",
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
                            "street_address",
                            models.CharField(blank=True, max_length=200, verbose_name="private address"),
                        ),
                        (
                            "looks_for",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what the person looks for"
                            ),
                        ),
                        ("notes", models.TextField(blank=True, max_length=4000, verbose_name="notes")),
                        ("version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                        ("registered_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "registered_by",
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
                        ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StateChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="state_changes",
                                to="registration.client",
                            ),
                        ),
                        (
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("in_registration", "in registration"),
                                    ("registered_unemployed", "registered as unemployed"),
                                    ("registered_job_seeker", "registered as job-seeker"),
                                    ("deregistered", "deregistered"),
                                    ("supported", "supported without registration"),
                                    ("merged", "merged into another record"),
                                    ("erased", "erased"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("in_registration", "in registration"),
                                    ("registered_unemployed", "registered as unemployed"),
                                    ("registered_job_seeker", "registered as job-seeker"),
                                    ("deregistered", "deregistered"),
                                    ("supported", "supported without registration"),
                                    ("merged", "merged into another record"),
                                    ("erased", "erased"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="from the day")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("from_state", models.F("to_state")), _negated=True),
                                name="statechange_goes_somewhere",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_statechangeevent" ("changed_at", "changed_by_id", "client_id", "effective_on", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."client_id", NEW."effective_on", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_state"); RETURN NULL;',
                                    hash="56938c3c66e980b90c8b67deb17d45500cc0c8ec",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e9d5c",
                                    table="registration_statechange",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_statechangeevent" ("changed_at", "changed_by_id", "client_id", "effective_on", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."client_id", NEW."effective_on", NEW."from_state", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_state"); RETURN NULL;',
                                    hash="9b75f2514b1fa8d33b48efb042943f47d5b95715",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_335b2",
                                    table="registration_statechange",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_statechangeevent" ("changed_at", "changed_by_id", "client_id", "effective_on", "from_state", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_state") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."client_id", OLD."effective_on", OLD."from_state", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_state"); RETURN NULL;',
                                    hash="a521764b1a66894a9c41ab3ab01b7f4f61111747",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7e3ec",
                                    table="registration_statechange",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StateChangeEvent",
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
                                to="registration.statechange",
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
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("in_registration", "in registration"),
                                    ("registered_unemployed", "registered as unemployed"),
                                    ("registered_job_seeker", "registered as job-seeker"),
                                    ("deregistered", "deregistered"),
                                    ("supported", "supported without registration"),
                                    ("merged", "merged into another record"),
                                    ("erased", "erased"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("in_registration", "in registration"),
                                    ("registered_unemployed", "registered as unemployed"),
                                    ("registered_job_seeker", "registered as job-seeker"),
                                    ("deregistered", "deregistered"),
                                    ("supported", "supported without registration"),
                                    ("merged", "merged into another record"),
                                    ("erased", "erased"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="from the day")),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "changed_by",
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
                    name="NameKey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="name_keys",
                                to="registration.client",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("w", "as written"), ("s", "by sound"), ("p", "two words by sound")],
                                max_length=1,
                            ),
                        ),
                        ("key", models.CharField(max_length=250)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["kind", "key", "client"], name="namekey_lookup")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("client", "kind", "key"), name="namekey_once_per_client"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NameWord",
                    fields=[
                        ("sound", models.CharField(max_length=120, primary_key=True, serialize=False)),
                        (
                            "near",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120)
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fastupdate=False, fields=["near"], name="nameword_near"
                            ),
                            models.Index(
                                django.contrib.postgres.indexes.OpClass("sound", name="text_pattern_ops"),
                                name="nameword_by_beginning",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RightsRequest",
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
                                related_name="rights_requests",
                                to="registration.client",
                            ),
                        ),
                        (
                            "right",
                            models.CharField(
                                choices=[
                                    ("export", "a copy of everything held"),
                                    ("erase", "erasure of everything held"),
                                ],
                                max_length=10,
                                verbose_name="what is asked for",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "waits for the manager"),
                                    ("approved", "approved, being done"),
                                    ("done", "done"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("rule", models.CharField(blank=True, max_length=60, verbose_name="retention rule")),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
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
                    ],
                    options={
                        "verbose_name": "request about a person's data",
                        "verbose_name_plural": "requests about a person's data",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["state", "-id"], name="rightsrequest_by_state")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("right__in", ["export", "erase"])),
                                name="rightsrequest_right_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "approved", "done", "refused", "withdrawn"])
                                ),
                                name="rightsrequest_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("asked_by__isnull", False), ("rule", "")),
                                    models.Q(("asked_by", None), models.Q(("rule", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="rightsrequest_asked_by_staff_or_rule",
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
                                name="rightsrequest_decided_at_and_by_when_decided",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "withdrawn"]),
                                    ("asked_by", None),
                                    models.Q(("decided_by", models.F("asked_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="rightsrequest_is_decided_by_another",
                                violation_error_message="Whoever asked cannot decide. Another manager has to.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["asked", "approved"])),
                                fields=("client", "right"),
                                name="rightsrequest_is_open_once",
                                violation_error_message="The same is asked for already.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_rightsrequestevent" ("answer", "asked_at", "asked_by_id", "client_id", "decided_at", "decided_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "right", "rule", "state") VALUES (NEW."answer", NEW."asked_at", NEW."asked_by_id", NEW."client_id", NEW."decided_at", NEW."decided_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."right", NEW."rule", NEW."state"); RETURN NULL;',
                                    hash="abb47ca7393a1955678f1b7bd1e89eb478086671",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e35ce",
                                    table="registration_rightsrequest",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_rightsrequestevent" ("answer", "asked_at", "asked_by_id", "client_id", "decided_at", "decided_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "right", "rule", "state") VALUES (NEW."answer", NEW."asked_at", NEW."asked_by_id", NEW."client_id", NEW."decided_at", NEW."decided_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."right", NEW."rule", NEW."state"); RETURN NULL;',
                                    hash="7653fc3f27bab61268500959fed1fe284647e007",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a843e",
                                    table="registration_rightsrequest",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_rightsrequestevent" ("answer", "asked_at", "asked_by_id", "client_id", "decided_at", "decided_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "right", "rule", "state") VALUES (OLD."answer", OLD."asked_at", OLD."asked_by_id", OLD."client_id", OLD."decided_at", OLD."decided_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."right", OLD."rule", OLD."state"); RETURN NULL;',
                                    hash="f0dad5196aac34e6907bc7062e8d8dc397820c98",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ad3a4",
                                    table="registration_rightsrequest",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RightsRequestEvent",
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
                                to="registration.rightsrequest",
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
                            "right",
                            models.CharField(
                                choices=[
                                    ("export", "a copy of everything held"),
                                    ("erase", "erasure of everything held"),
                                ],
                                max_length=10,
                                verbose_name="what is asked for",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "waits for the manager"),
                                    ("approved", "approved, being done"),
                                    ("done", "done"),
                                    ("refused", "refused"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("rule", models.CharField(blank=True, max_length=60, verbose_name="retention rule")),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "asked_by",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RightsWork",
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
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="work",
                                to="registration.rightsrequest",
                            ),
                        ),
                        ("storage_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "file",
                            models.FileField(blank=True, max_length=200, upload_to="", verbose_name="file"),
                        ),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("steps_done", models.PositiveSmallIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "export or erasure of a person's data",
                        "verbose_name_plural": "exports and erasures of a person's data",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="rightswork_unfinished",
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
                                name="rightswork_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="rightswork_finished_at_when_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("file", ""), ("expires_at__isnull", False), _connector="OR"
                                ),
                                name="rightswork_file_expires",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Restriction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="restrictions",
                                to="registration.client",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("set_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "set_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lift_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="why it is lifted"),
                        ),
                        ("lifted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "lifted_by",
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
                        "verbose_name": "restriction",
                        "verbose_name_plural": "restrictions",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("lifted_at", None)),
                                fields=("client",),
                                name="restriction_is_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lifted_at", None), ("lifted_by", None)),
                                    models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="restriction_lifted_at_and_by_together",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_restrictionevent" ("client_id", "id", "lift_reason", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id") VALUES (NEW."client_id", NEW."id", NEW."lift_reason", NEW."lifted_at", NEW."lifted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."set_at", NEW."set_by_id"); RETURN NULL;',
                                    hash="54408c12d96ef43c6e41861b6242be7b248d9710",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bc7b6",
                                    table="registration_restriction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_restrictionevent" ("client_id", "id", "lift_reason", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id") VALUES (NEW."client_id", NEW."id", NEW."lift_reason", NEW."lifted_at", NEW."lifted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."set_at", NEW."set_by_id"); RETURN NULL;',
                                    hash="7732d8180bba091eba5dec81420f3b42712d80bb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_88d36",
                                    table="registration_restriction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_restrictionevent" ("client_id", "id", "lift_reason", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id") VALUES (OLD."client_id", OLD."id", OLD."lift_reason", OLD."lifted_at", OLD."lifted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."set_at", OLD."set_by_id"); RETURN NULL;',
                                    hash="4fb6db91ffc4bb68c2200e9dce63a0b8b6f65463",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_df68b",
                                    table="registration_restriction",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RestrictionEvent",
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
                                to="registration.restriction",
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
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("set_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        (
                            "set_by",
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
                            "lift_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="why it is lifted"),
                        ),
                        ("lifted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "lifted_by",
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
                    name="LegalHold",
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
                                related_name="legal_holds",
                                to="registration.client",
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("source", models.CharField(blank=True, max_length=300, verbose_name="legal basis")),
                        ("holds_until", models.DateField(blank=True, null=True, verbose_name="holds until")),
                        (
                            "placed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "placed_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("lifted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "lifted_by",
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
                        "verbose_name": "legal hold",
                        "verbose_name_plural": "legal holds",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lifted_at", None), ("lifted_by", None)),
                                    models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="legalhold_lifted_at_and_by_together",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_legalholdevent" ("client_id", "holds_until", "id", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "public_id", "reason", "source") VALUES (NEW."client_id", NEW."holds_until", NEW."id", NEW."lifted_at", NEW."lifted_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."public_id", NEW."reason", NEW."source"); RETURN NULL;',
                                    hash="d74604ad7682146ef49a95420dc17edcaf6433cf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ae7f8",
                                    table="registration_legalhold",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "registration_legalholdevent" ("client_id", "holds_until", "id", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "public_id", "reason", "source") VALUES (NEW."client_id", NEW."holds_until", NEW."id", NEW."lifted_at", NEW."lifted_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."public_id", NEW."reason", NEW."source"); RETURN NULL;',
                                    hash="1b07759a686a0f55f29fc39f3ed01ddab585ed85",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8c5d5",
                                    table="registration_legalhold",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "registration_legalholdevent" ("client_id", "holds_until", "id", "lifted_at", "lifted_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "public_id", "reason", "source") VALUES (OLD."client_id", OLD."holds_until", OLD."id", OLD."lifted_at", OLD."lifted_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."placed_at", OLD."placed_by_id", OLD."public_id", OLD."reason", OLD."source"); RETURN NULL;',
                                    hash="862ba8b83bf02aa541dd9d53ab21a6a66f6444be",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9c342",
                                    table="registration_legalhold",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalHoldEvent",
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
                                to="registration.legalhold",
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
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("source", models.CharField(blank=True, max_length=300, verbose_name="legal basis")),
                        ("holds_until", models.DateField(blank=True, null=True, verbose_name="holds until")),
                        (
                            "placed_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "placed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("lifted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "lifted_by",
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
                    name="RetentionNotice",
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
                                related_name="retention_notice",
                                to="registration.client",
                            ),
                        ),
                        ("rule", models.CharField(max_length=60, verbose_name="retention rule")),
                        ("falls_due_on", models.DateField(verbose_name="falls due on")),
                        (
                            "announced_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        ("seen_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        (
                            "seen_by",
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
                        "verbose_name": "notice of retention",
                        "verbose_name_plural": "notices of retention",
                        "ordering": ["falls_due_on", "pk"],
                        "indexes": [models.Index(fields=["falls_due_on"], name="retentionnotice_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("seen_at", None), ("seen_by", None)),
                                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="retentionnotice_seen_at_and_by_together",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RevealNote",
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
                                related_name="reveal_notes",
                                to="registration.client",
                            ),
                        ),
                        ("words", models.CharField(max_length=200, verbose_name="in a few words")),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note on uncovering a number",
                        "verbose_name_plural": "notes on uncovering numbers",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="revealnote_has_words"
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunSQL(IS_FROZEN, "DROP FUNCTION registration_is_frozen(bigint)"),
    ]

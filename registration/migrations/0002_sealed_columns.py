import django.core.validators
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations

import pup_portal.encrypted_fields
import registration.identifiers


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0002_starter_data"),
        ("registration", "0001_clients"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="client",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="client",
            name="client_pesel_has_eleven_digits",
        ),
        migrations.RemoveConstraint(
            model_name="client",
            name="client_pesel_is_unique",
        ),
        migrations.AddField(
            model_name="client",
            name="document_index",
            field=pup_portal.encrypted_fields.BlindIndexField(
                binding="registration.client.document_number",
                normalise=registration.identifiers.plain_document,
                null=True,
                of="document_number",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="pesel_index",
            field=pup_portal.encrypted_fields.BlindIndexField(
                binding="registration.client.pesel",
                normalise=registration.identifiers.plain_pesel,
                null=True,
                of="pesel",
            ),
        ),
        migrations.AlterField(
            model_name="client",
            name="document_number",
            field=pup_portal.encrypted_fields.EncryptedTextField(
                binding="registration.client.document_number",
                blank=True,
                max_length=30,
                verbose_name="series and number of the document",
            ),
        ),
        migrations.AlterField(
            model_name="client",
            name="pesel",
            field=pup_portal.encrypted_fields.EncryptedTextField(
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
        migrations.AlterField(
            model_name="clientevent",
            name="document_number",
            field=pup_portal.encrypted_fields.EncryptedTextField(
                binding="registration.client.document_number",
                blank=True,
                max_length=30,
                verbose_name="series and number of the document",
            ),
        ),
        migrations.AlterField(
            model_name="clientevent",
            name="pesel",
            field=pup_portal.encrypted_fields.EncryptedTextField(
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
        pgtrigger.migrations.AddTrigger(
            model_name="client",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
    ]

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0012_override_findings"),
        ("reference", "0008_rules_of_registration"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=60, verbose_name="name of the filter")),
                ("query", models.CharField(editable=False, max_length=500)),
            ],
            options={
                "verbose_name": "saved filter",
                "verbose_name_plural": "saved filters",
                "ordering": ["name", "pk"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="offer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="offer",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="offer",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="offer",
            name="benefits_note",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="what else the employer gives"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="benefits_note_pl",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="what else the employer gives"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="benefits_note_uk",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="what else the employer gives"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="contact_every_days",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="days between contacts with the employer"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="day_ends_at",
            field=models.TimeField(blank=True, null=True, verbose_name="work ends at"),
        ),
        migrations.AddField(
            model_name="offer",
            name="day_starts_at",
            field=models.TimeField(blank=True, null=True, verbose_name="work begins at"),
        ),
        migrations.AddField(
            model_name="offer",
            name="declares_no_offences",
            field=models.BooleanField(
                blank=True,
                null=True,
                verbose_name="the employer states that there were no offences against labour law in the last year",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="for_registered_only",
            field=models.BooleanField(
                db_default=False,
                default=False,
                verbose_name="only for persons registered at the office (subsidised)",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="has_bonus",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="bonuses besides the pay"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="has_parking",
            field=models.BooleanField(db_default=False, default=False, verbose_name="parking"),
        ),
        migrations.AddField(
            model_name="offer",
            name="hours_per_month",
            field=models.DecimalField(
                blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="hours a month"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="interests_eea",
            field=models.BooleanField(
                db_default=False,
                default=False,
                verbose_name="the employer is interested in citizens of the EEA",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="is_not_elsewhere",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="the employer states that no other office has this offer"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="is_permanent",
            field=models.BooleanField(db_default=False, default=False, verbose_name="permanent work"),
        ),
        migrations.AddField(
            model_name="offer",
            name="kind",
            field=models.CharField(
                choices=[
                    ("work", "work"),
                    ("traineeship", "traineeship"),
                    ("practice", "practical training"),
                    ("adult_training", "vocational training of adults"),
                    ("social_work", "socially useful work"),
                    ("volunteering", "volunteering"),
                ],
                db_default="work",
                default="work",
                max_length=14,
                verbose_name="what is offered",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="offers_transport",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="the employer brings people to work"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="spreads_wider",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="to be passed on to other offices"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="timetable",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="timetable, in words"),
        ),
        migrations.AddField(
            model_name="offer",
            name="timetable_pl",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="timetable, in words"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="timetable_uk",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="timetable, in words"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="wishes",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="welcome, but not required"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="wishes_pl",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="welcome, but not required"
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="wishes_uk",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="welcome, but not required"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="benefits_note",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="what else the employer gives"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="benefits_note_pl",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="what else the employer gives"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="benefits_note_uk",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="what else the employer gives"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="contact_every_days",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="days between contacts with the employer"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="day_ends_at",
            field=models.TimeField(blank=True, null=True, verbose_name="work ends at"),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="day_starts_at",
            field=models.TimeField(blank=True, null=True, verbose_name="work begins at"),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="declares_no_offences",
            field=models.BooleanField(
                blank=True,
                null=True,
                verbose_name="the employer states that there were no offences against labour law in the last year",
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="for_registered_only",
            field=models.BooleanField(
                db_default=False,
                default=False,
                verbose_name="only for persons registered at the office (subsidised)",
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="has_bonus",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="bonuses besides the pay"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="has_parking",
            field=models.BooleanField(db_default=False, default=False, verbose_name="parking"),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="hours_per_month",
            field=models.DecimalField(
                blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="hours a month"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="interests_eea",
            field=models.BooleanField(
                db_default=False,
                default=False,
                verbose_name="the employer is interested in citizens of the EEA",
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="is_not_elsewhere",
            field=models.BooleanField(
                blank=True, null=True, verbose_name="the employer states that no other office has this offer"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="is_permanent",
            field=models.BooleanField(db_default=False, default=False, verbose_name="permanent work"),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("work", "work"),
                    ("traineeship", "traineeship"),
                    ("practice", "practical training"),
                    ("adult_training", "vocational training of adults"),
                    ("social_work", "socially useful work"),
                    ("volunteering", "volunteering"),
                ],
                db_default="work",
                default="work",
                max_length=14,
                verbose_name="what is offered",
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="offers_transport",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="the employer brings people to work"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="spreads_wider",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="to be passed on to other offices"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="timetable",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="timetable, in words"),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="timetable_pl",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="timetable, in words"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="timetable_uk",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="timetable, in words"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="wishes",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="welcome, but not required"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="wishes_pl",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="welcome, but not required"
            ),
        ),
        migrations.AddField(
            model_name="offerevent",
            name="wishes_uk",
            field=models.TextField(
                blank=True, db_default="", default="", null=True, verbose_name="welcome, but not required"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="offer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_offerevent" ("apply_note", "apply_note_pl", "apply_note_uk", "apply_route_id", "benefits_note", "benefits_note_pl", "benefits_note_uk", "changed_at", "closed_on", "confirmed_on", "contact_email", "contact_every_days", "contact_phone", "contract_id", "covers_travel", "created_at", "day_ends_at", "day_starts_at", "declares_no_offences", "duties", "duties_pl", "duties_uk", "education_id", "employer_id", "employer_name", "ends_on", "entered_by_id", "experience_months", "fits_childcare", "for_registered_only", "has_bonus", "has_lodging", "has_meals", "has_parking", "hours_per_month", "hours_per_week", "id", "identity_consent", "interests_eea", "is_gross", "is_near_transport", "is_not_elsewhere", "is_permanent", "is_temporary", "kind", "occupation_id", "occupation_name", "offers_transport", "pay_from", "pay_note", "pay_note_pl", "pay_note_uk", "pay_system_id", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_name", "polish_level", "posts", "posts_disabled", "public_id", "published_at", "published_by_id", "required_documents", "required_documents_pl", "required_documents_uk", "requirements", "requirements_pl", "requirements_uk", "shift_id", "source", "source_id", "source_number", "source_office", "source_url", "spreads_wider", "starts_at_once", "starts_on", "state", "street_address", "timetable", "timetable_pl", "timetable_uk", "title", "title_pl", "title_uk", "translation_consent", "ukraine_welcome", "valid_until", "version", "wishes", "wishes_pl", "wishes_uk", "withdrawn_reason", "work_mode_id", "working_time", "workplace_id", "works_on_days_off") VALUES (NEW."apply_note", NEW."apply_note_pl", NEW."apply_note_uk", NEW."apply_route_id", NEW."benefits_note", NEW."benefits_note_pl", NEW."benefits_note_uk", NEW."changed_at", NEW."closed_on", NEW."confirmed_on", NEW."contact_email", NEW."contact_every_days", NEW."contact_phone", NEW."contract_id", NEW."covers_travel", NEW."created_at", NEW."day_ends_at", NEW."day_starts_at", NEW."declares_no_offences", NEW."duties", NEW."duties_pl", NEW."duties_uk", NEW."education_id", NEW."employer_id", NEW."employer_name", NEW."ends_on", NEW."entered_by_id", NEW."experience_months", NEW."fits_childcare", NEW."for_registered_only", NEW."has_bonus", NEW."has_lodging", NEW."has_meals", NEW."has_parking", NEW."hours_per_month", NEW."hours_per_week", NEW."id", NEW."identity_consent", NEW."interests_eea", NEW."is_gross", NEW."is_near_transport", NEW."is_not_elsewhere", NEW."is_permanent", NEW."is_temporary", NEW."kind", NEW."occupation_id", NEW."occupation_name", NEW."offers_transport", NEW."pay_from", NEW."pay_note", NEW."pay_note_pl", NEW."pay_note_uk", NEW."pay_system_id", NEW."pay_to", NEW."pay_unit", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."place_name", NEW."polish_level", NEW."posts", NEW."posts_disabled", NEW."public_id", NEW."published_at", NEW."published_by_id", NEW."required_documents", NEW."required_documents_pl", NEW."required_documents_uk", NEW."requirements", NEW."requirements_pl", NEW."requirements_uk", NEW."shift_id", NEW."source", NEW."source_id", NEW."source_number", NEW."source_office", NEW."source_url", NEW."spreads_wider", NEW."starts_at_once", NEW."starts_on", NEW."state", NEW."street_address", NEW."timetable", NEW."timetable_pl", NEW."timetable_uk", NEW."title", NEW."title_pl", NEW."title_uk", NEW."translation_consent", NEW."ukraine_welcome", NEW."valid_until", NEW."version", NEW."wishes", NEW."wishes_pl", NEW."wishes_uk", NEW."withdrawn_reason", NEW."work_mode_id", NEW."working_time", NEW."workplace_id", NEW."works_on_days_off"); RETURN NULL;',
                    hash="204b01d269f27ba7d33d14942c6053f01c8ef7a9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_da7d3",
                    table="job_offers_offer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="offer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."apply_note" IS DISTINCT FROM (NEW."apply_note") OR OLD."apply_note_pl" IS DISTINCT FROM (NEW."apply_note_pl") OR OLD."apply_note_uk" IS DISTINCT FROM (NEW."apply_note_uk") OR OLD."apply_route_id" IS DISTINCT FROM (NEW."apply_route_id") OR OLD."benefits_note" IS DISTINCT FROM (NEW."benefits_note") OR OLD."benefits_note_pl" IS DISTINCT FROM (NEW."benefits_note_pl") OR OLD."benefits_note_uk" IS DISTINCT FROM (NEW."benefits_note_uk") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."contact_every_days" IS DISTINCT FROM (NEW."contact_every_days") OR OLD."contact_phone" IS DISTINCT FROM (NEW."contact_phone") OR OLD."contract_id" IS DISTINCT FROM (NEW."contract_id") OR OLD."covers_travel" IS DISTINCT FROM (NEW."covers_travel") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."day_ends_at" IS DISTINCT FROM (NEW."day_ends_at") OR OLD."day_starts_at" IS DISTINCT FROM (NEW."day_starts_at") OR OLD."declares_no_offences" IS DISTINCT FROM (NEW."declares_no_offences") OR OLD."duties" IS DISTINCT FROM (NEW."duties") OR OLD."duties_pl" IS DISTINCT FROM (NEW."duties_pl") OR OLD."duties_uk" IS DISTINCT FROM (NEW."duties_uk") OR OLD."education_id" IS DISTINCT FROM (NEW."education_id") OR OLD."employer_id" IS DISTINCT FROM (NEW."employer_id") OR OLD."employer_name" IS DISTINCT FROM (NEW."employer_name") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."experience_months" IS DISTINCT FROM (NEW."experience_months") OR OLD."fits_childcare" IS DISTINCT FROM (NEW."fits_childcare") OR OLD."for_registered_only" IS DISTINCT FROM (NEW."for_registered_only") OR OLD."has_bonus" IS DISTINCT FROM (NEW."has_bonus") OR OLD."has_lodging" IS DISTINCT FROM (NEW."has_lodging") OR OLD."has_meals" IS DISTINCT FROM (NEW."has_meals") OR OLD."has_parking" IS DISTINCT FROM (NEW."has_parking") OR OLD."hours_per_month" IS DISTINCT FROM (NEW."hours_per_month") OR OLD."hours_per_week" IS DISTINCT FROM (NEW."hours_per_week") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identity_consent" IS DISTINCT FROM (NEW."identity_consent") OR OLD."interests_eea" IS DISTINCT FROM (NEW."interests_eea") OR OLD."is_gross" IS DISTINCT FROM (NEW."is_gross") OR OLD."is_near_transport" IS DISTINCT FROM (NEW."is_near_transport") OR OLD."is_not_elsewhere" IS DISTINCT FROM (NEW."is_not_elsewhere") OR OLD."is_permanent" IS DISTINCT FROM (NEW."is_permanent") OR OLD."is_temporary" IS DISTINCT FROM (NEW."is_temporary") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."occupation_id" IS DISTINCT FROM (NEW."occupation_id") OR OLD."occupation_name" IS DISTINCT FROM (NEW."occupation_name") OR OLD."offers_transport" IS DISTINCT FROM (NEW."offers_transport") OR OLD."pay_from" IS DISTINCT FROM (NEW."pay_from") OR OLD."pay_note" IS DISTINCT FROM (NEW."pay_note") OR OLD."pay_note_pl" IS DISTINCT FROM (NEW."pay_note_pl") OR OLD."pay_note_uk" IS DISTINCT FROM (NEW."pay_note_uk") OR OLD."pay_system_id" IS DISTINCT FROM (NEW."pay_system_id") OR OLD."pay_to" IS DISTINCT FROM (NEW."pay_to") OR OLD."pay_unit" IS DISTINCT FROM (NEW."pay_unit") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."place_name" IS DISTINCT FROM (NEW."place_name") OR OLD."polish_level" IS DISTINCT FROM (NEW."polish_level") OR OLD."posts" IS DISTINCT FROM (NEW."posts") OR OLD."posts_disabled" IS DISTINCT FROM (NEW."posts_disabled") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."required_documents" IS DISTINCT FROM (NEW."required_documents") OR OLD."required_documents_pl" IS DISTINCT FROM (NEW."required_documents_pl") OR OLD."required_documents_uk" IS DISTINCT FROM (NEW."required_documents_uk") OR OLD."requirements" IS DISTINCT FROM (NEW."requirements") OR OLD."requirements_pl" IS DISTINCT FROM (NEW."requirements_pl") OR OLD."requirements_uk" IS DISTINCT FROM (NEW."requirements_uk") OR OLD."shift_id" IS DISTINCT FROM (NEW."shift_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."source_number" IS DISTINCT FROM (NEW."source_number") OR OLD."source_office" IS DISTINCT FROM (NEW."source_office") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."spreads_wider" IS DISTINCT FROM (NEW."spreads_wider") OR OLD."starts_at_once" IS DISTINCT FROM (NEW."starts_at_once") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."street_address" IS DISTINCT FROM (NEW."street_address") OR OLD."timetable" IS DISTINCT FROM (NEW."timetable") OR OLD."timetable_pl" IS DISTINCT FROM (NEW."timetable_pl") OR OLD."timetable_uk" IS DISTINCT FROM (NEW."timetable_uk") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_pl" IS DISTINCT FROM (NEW."title_pl") OR OLD."title_uk" IS DISTINCT FROM (NEW."title_uk") OR OLD."translation_consent" IS DISTINCT FROM (NEW."translation_consent") OR OLD."ukraine_welcome" IS DISTINCT FROM (NEW."ukraine_welcome") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."wishes" IS DISTINCT FROM (NEW."wishes") OR OLD."wishes_pl" IS DISTINCT FROM (NEW."wishes_pl") OR OLD."wishes_uk" IS DISTINCT FROM (NEW."wishes_uk") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason") OR OLD."work_mode_id" IS DISTINCT FROM (NEW."work_mode_id") OR OLD."working_time" IS DISTINCT FROM (NEW."working_time") OR OLD."workplace_id" IS DISTINCT FROM (NEW."workplace_id") OR OLD."works_on_days_off" IS DISTINCT FROM (NEW."works_on_days_off"))',
                    func='INSERT INTO "job_offers_offerevent" ("apply_note", "apply_note_pl", "apply_note_uk", "apply_route_id", "benefits_note", "benefits_note_pl", "benefits_note_uk", "changed_at", "closed_on", "confirmed_on", "contact_email", "contact_every_days", "contact_phone", "contract_id", "covers_travel", "created_at", "day_ends_at", "day_starts_at", "declares_no_offences", "duties", "duties_pl", "duties_uk", "education_id", "employer_id", "employer_name", "ends_on", "entered_by_id", "experience_months", "fits_childcare", "for_registered_only", "has_bonus", "has_lodging", "has_meals", "has_parking", "hours_per_month", "hours_per_week", "id", "identity_consent", "interests_eea", "is_gross", "is_near_transport", "is_not_elsewhere", "is_permanent", "is_temporary", "kind", "occupation_id", "occupation_name", "offers_transport", "pay_from", "pay_note", "pay_note_pl", "pay_note_uk", "pay_system_id", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_name", "polish_level", "posts", "posts_disabled", "public_id", "published_at", "published_by_id", "required_documents", "required_documents_pl", "required_documents_uk", "requirements", "requirements_pl", "requirements_uk", "shift_id", "source", "source_id", "source_number", "source_office", "source_url", "spreads_wider", "starts_at_once", "starts_on", "state", "street_address", "timetable", "timetable_pl", "timetable_uk", "title", "title_pl", "title_uk", "translation_consent", "ukraine_welcome", "valid_until", "version", "wishes", "wishes_pl", "wishes_uk", "withdrawn_reason", "work_mode_id", "working_time", "workplace_id", "works_on_days_off") VALUES (NEW."apply_note", NEW."apply_note_pl", NEW."apply_note_uk", NEW."apply_route_id", NEW."benefits_note", NEW."benefits_note_pl", NEW."benefits_note_uk", NEW."changed_at", NEW."closed_on", NEW."confirmed_on", NEW."contact_email", NEW."contact_every_days", NEW."contact_phone", NEW."contract_id", NEW."covers_travel", NEW."created_at", NEW."day_ends_at", NEW."day_starts_at", NEW."declares_no_offences", NEW."duties", NEW."duties_pl", NEW."duties_uk", NEW."education_id", NEW."employer_id", NEW."employer_name", NEW."ends_on", NEW."entered_by_id", NEW."experience_months", NEW."fits_childcare", NEW."for_registered_only", NEW."has_bonus", NEW."has_lodging", NEW."has_meals", NEW."has_parking", NEW."hours_per_month", NEW."hours_per_week", NEW."id", NEW."identity_consent", NEW."interests_eea", NEW."is_gross", NEW."is_near_transport", NEW."is_not_elsewhere", NEW."is_permanent", NEW."is_temporary", NEW."kind", NEW."occupation_id", NEW."occupation_name", NEW."offers_transport", NEW."pay_from", NEW."pay_note", NEW."pay_note_pl", NEW."pay_note_uk", NEW."pay_system_id", NEW."pay_to", NEW."pay_unit", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."place_name", NEW."polish_level", NEW."posts", NEW."posts_disabled", NEW."public_id", NEW."published_at", NEW."published_by_id", NEW."required_documents", NEW."required_documents_pl", NEW."required_documents_uk", NEW."requirements", NEW."requirements_pl", NEW."requirements_uk", NEW."shift_id", NEW."source", NEW."source_id", NEW."source_number", NEW."source_office", NEW."source_url", NEW."spreads_wider", NEW."starts_at_once", NEW."starts_on", NEW."state", NEW."street_address", NEW."timetable", NEW."timetable_pl", NEW."timetable_uk", NEW."title", NEW."title_pl", NEW."title_uk", NEW."translation_consent", NEW."ukraine_welcome", NEW."valid_until", NEW."version", NEW."wishes", NEW."wishes_pl", NEW."wishes_uk", NEW."withdrawn_reason", NEW."work_mode_id", NEW."working_time", NEW."workplace_id", NEW."works_on_days_off"); RETURN NULL;',
                    hash="d8dec045a7027fb155fa7ba7b297ba252ae3ba4a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af821",
                    table="job_offers_offer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="offer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_offerevent" ("apply_note", "apply_note_pl", "apply_note_uk", "apply_route_id", "benefits_note", "benefits_note_pl", "benefits_note_uk", "changed_at", "closed_on", "confirmed_on", "contact_email", "contact_every_days", "contact_phone", "contract_id", "covers_travel", "created_at", "day_ends_at", "day_starts_at", "declares_no_offences", "duties", "duties_pl", "duties_uk", "education_id", "employer_id", "employer_name", "ends_on", "entered_by_id", "experience_months", "fits_childcare", "for_registered_only", "has_bonus", "has_lodging", "has_meals", "has_parking", "hours_per_month", "hours_per_week", "id", "identity_consent", "interests_eea", "is_gross", "is_near_transport", "is_not_elsewhere", "is_permanent", "is_temporary", "kind", "occupation_id", "occupation_name", "offers_transport", "pay_from", "pay_note", "pay_note_pl", "pay_note_uk", "pay_system_id", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_name", "polish_level", "posts", "posts_disabled", "public_id", "published_at", "published_by_id", "required_documents", "required_documents_pl", "required_documents_uk", "requirements", "requirements_pl", "requirements_uk", "shift_id", "source", "source_id", "source_number", "source_office", "source_url", "spreads_wider", "starts_at_once", "starts_on", "state", "street_address", "timetable", "timetable_pl", "timetable_uk", "title", "title_pl", "title_uk", "translation_consent", "ukraine_welcome", "valid_until", "version", "wishes", "wishes_pl", "wishes_uk", "withdrawn_reason", "work_mode_id", "working_time", "workplace_id", "works_on_days_off") VALUES (OLD."apply_note", OLD."apply_note_pl", OLD."apply_note_uk", OLD."apply_route_id", OLD."benefits_note", OLD."benefits_note_pl", OLD."benefits_note_uk", OLD."changed_at", OLD."closed_on", OLD."confirmed_on", OLD."contact_email", OLD."contact_every_days", OLD."contact_phone", OLD."contract_id", OLD."covers_travel", OLD."created_at", OLD."day_ends_at", OLD."day_starts_at", OLD."declares_no_offences", OLD."duties", OLD."duties_pl", OLD."duties_uk", OLD."education_id", OLD."employer_id", OLD."employer_name", OLD."ends_on", OLD."entered_by_id", OLD."experience_months", OLD."fits_childcare", OLD."for_registered_only", OLD."has_bonus", OLD."has_lodging", OLD."has_meals", OLD."has_parking", OLD."hours_per_month", OLD."hours_per_week", OLD."id", OLD."identity_consent", OLD."interests_eea", OLD."is_gross", OLD."is_near_transport", OLD."is_not_elsewhere", OLD."is_permanent", OLD."is_temporary", OLD."kind", OLD."occupation_id", OLD."occupation_name", OLD."offers_transport", OLD."pay_from", OLD."pay_note", OLD."pay_note_pl", OLD."pay_note_uk", OLD."pay_system_id", OLD."pay_to", OLD."pay_unit", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."place_name", OLD."polish_level", OLD."posts", OLD."posts_disabled", OLD."public_id", OLD."published_at", OLD."published_by_id", OLD."required_documents", OLD."required_documents_pl", OLD."required_documents_uk", OLD."requirements", OLD."requirements_pl", OLD."requirements_uk", OLD."shift_id", OLD."source", OLD."source_id", OLD."source_number", OLD."source_office", OLD."source_url", OLD."spreads_wider", OLD."starts_at_once", OLD."starts_on", OLD."state", OLD."street_address", OLD."timetable", OLD."timetable_pl", OLD."timetable_uk", OLD."title", OLD."title_pl", OLD."title_uk", OLD."translation_consent", OLD."ukraine_welcome", OLD."valid_until", OLD."version", OLD."wishes", OLD."wishes_pl", OLD."wishes_uk", OLD."withdrawn_reason", OLD."work_mode_id", OLD."working_time", OLD."workplace_id", OLD."works_on_days_off"); RETURN NULL;',
                    hash="1d1d2fe7dd63aa3b5e6135cbeccd6dd768b0bc5f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6f68c",
                    table="job_offers_offer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["work", "traineeship", "practice", "adult_training", "social_work", "volunteering"],
                    )
                ),
                name="offer_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hours_per_month", None),
                    models.Q(("hours_per_month__gt", 0), ("hours_per_month__lte", 744)),
                    _connector="OR",
                ),
                name="offer_hours_fit_into_a_month",
                violation_error_message="Enter hours a month between 1 and 744.",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("day_ends_at", None), ("day_starts_at", None)),
                    models.Q(("day_ends_at__isnull", False), ("day_starts_at__isnull", False)),
                    _connector="OR",
                ),
                name="offer_day_begins_and_ends",
                violation_error_message="Enter both when the day’s work begins and when it ends, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("contact_every_days", None),
                    models.Q(("contact_every_days__gte", 1), ("contact_every_days__lte", 90)),
                    _connector="OR",
                ),
                name="offer_contacts_are_days_apart",
                violation_error_message="Enter between 1 and 90 days.",
            ),
        ),
        migrations.AddField(
            model_name="savedfilter",
            name="owner",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(
                fields=("owner", "name"),
                name="savedfilter_name_is_unique_for_its_owner",
                violation_error_message="You have a filter of this name already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="savedfilter_has_a_name",
                violation_error_message="Give the filter a name.",
            ),
        ),
    ]

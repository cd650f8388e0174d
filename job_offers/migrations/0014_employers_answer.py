import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import pup_portal.phones
import reference.validators


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0013_national_form_and_saved_filters"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reference", "0008_rules_of_registration"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EmployerEnquiry",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "waits for a broker"),
                            ("taken", "written down as an offer"),
                            ("closed", "closed without an offer"),
                            ("spam", "spam"),
                        ],
                        default="new",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("employer_name", models.CharField(blank=True, max_length=200, verbose_name="name")),
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
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="whom to ask for"),
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
                ("title", models.CharField(max_length=200, verbose_name="position")),
                ("posts", models.PositiveIntegerField(default=1, verbose_name="number of posts")),
                (
                    "description",
                    models.TextField(blank=True, max_length=3000, verbose_name="what the work is"),
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
                ("has_lodging", models.BooleanField(default=False, verbose_name="lodging")),
                (
                    "agrees_to_publish",
                    models.BooleanField(default=False, verbose_name="the employer’s name may be published"),
                ),
                (
                    "agrees_to_translate",
                    models.BooleanField(
                        default=False, verbose_name="the employer agrees to a Ukrainian version"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("uk", "Ukrainian"), ("pl", "Polish"), ("en", "English")],
                        max_length=2,
                        verbose_name="language of the page",
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
                    "closed_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("double", "we have this offer already"),
                            ("unreachable", "the employer could not be reached"),
                            ("elsewhere", "another office is in charge"),
                            ("unfit", "the offer cannot be taken: it breaks the law or makes no sense"),
                            ("withdrawn", "the employer takes it back: whom to call is erased at once"),
                        ],
                        max_length=12,
                        verbose_name="why it is closed",
                    ),
                ),
                ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "offer left by an employer",
                "verbose_name_plural": "offers left by employers",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="EmployerEnquiryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.CharField(editable=False, max_length=8, verbose_name="number to quote")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "waits for a broker"),
                            ("taken", "written down as an offer"),
                            ("closed", "closed without an offer"),
                            ("spam", "spam"),
                        ],
                        default="new",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("employer_name", models.CharField(blank=True, max_length=200, verbose_name="name")),
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
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="whom to ask for"),
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
                ("title", models.CharField(max_length=200, verbose_name="position")),
                ("posts", models.PositiveIntegerField(default=1, verbose_name="number of posts")),
                (
                    "description",
                    models.TextField(blank=True, max_length=3000, verbose_name="what the work is"),
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
                ("has_lodging", models.BooleanField(default=False, verbose_name="lodging")),
                (
                    "agrees_to_publish",
                    models.BooleanField(default=False, verbose_name="the employer’s name may be published"),
                ),
                (
                    "agrees_to_translate",
                    models.BooleanField(
                        default=False, verbose_name="the employer agrees to a Ukrainian version"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("uk", "Ukrainian"), ("pl", "Polish"), ("en", "English")],
                        max_length=2,
                        verbose_name="language of the page",
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
                    "closed_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("double", "we have this offer already"),
                            ("unreachable", "the employer could not be reached"),
                            ("elsewhere", "another office is in charge"),
                            ("unfit", "the offer cannot be taken: it breaks the law or makes no sense"),
                            ("withdrawn", "the employer takes it back: whom to call is erased at once"),
                        ],
                        max_length=12,
                        verbose_name="why it is closed",
                    ),
                ),
                ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EmployerLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="made"
                    ),
                ),
                ("is_mailed", models.BooleanField(default=False, verbose_name="sent by e-mail")),
                ("expires_at", models.DateTimeField(verbose_name="works until")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered"),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("still", "Yes, we still look for people"),
                            ("filled", "No, we have found people"),
                            ("stopped", "No, we do not need people for this work any more"),
                        ],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                ("posts", models.PositiveIntegerField(blank=True, null=True, verbose_name="number of posts")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="in the employer’s words"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("done", "done at once"), ("held", "to be looked at")],
                        max_length=5,
                        verbose_name="what came of it",
                    ),
                ),
                ("held_because", models.CharField(blank=True, max_length=500)),
                (
                    "looked_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="looked at"),
                ),
            ],
            options={
                "verbose_name": "link for an employer",
                "verbose_name_plural": "links for employers",
                "ordering": ["-pk"],
            },
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ("published", "unconfirmed")), models.Q(("source", "feed"), _negated=True)
                ),
                fields=["confirmed_on"],
                name="offer_to_confirm",
            ),
        ),
        migrations.AddField(
            model_name="employerenquiry",
            name="handled_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="employerenquiry",
            name="offer",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="enquiry",
                to="job_offers.offer",
                verbose_name="job offer",
            ),
        ),
        migrations.AddField(
            model_name="employerenquiry",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reference.place",
                verbose_name="place of work",
            ),
        ),
        migrations.AddField(
            model_name="employerenquiryevent",
            name="handled_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="employerenquiryevent",
            name="offer",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="employerenquiryevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="employerenquiryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="job_offers.employerenquiry",
            ),
        ),
        migrations.AddField(
            model_name="employerenquiryevent",
            name="place",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reference.place",
                verbose_name="place of work",
            ),
        ),
        migrations.AddField(
            model_name="employerlink",
            name="looked_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="employerlink",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="employerlink",
            name="offer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="employer_links",
                to="job_offers.offer",
                verbose_name="job offer",
            ),
        ),
        migrations.AddIndex(
            model_name="employerenquiry",
            index=models.Index(fields=["state", "-id"], name="employerenquiry_by_state"),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_because__in", ["", "double", "unreachable", "elsewhere", "unfit", "withdrawn"]),
                    ("state__in", ["new", "taken", "closed", "spam"]),
                ),
                name="employerenquiry_words_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__regex", "^[0-9]{8}$")),
                name="employerenquiry_number_is_eight_digits",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title", ""), _negated=True),
                    models.Q(
                        ("erased_at__isnull", False),
                        models.Q(
                            models.Q(("employer_name", ""), _negated=True),
                            models.Q(("phone", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                ),
                name="employerenquiry_says_who_and_what",
                violation_error_message="Give the name of the employer, a phone and the position.",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("phone", ""), ("phone__regex", "^\\+[1-9][0-9]{6,14}$"), _connector="OR"),
                name="employerenquiry_phone_is_e164",
                violation_error_message="Enter the phone with its country code, for example +48 or +380.",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("posts__gte", 1)),
                name="employerenquiry_has_posts",
                violation_error_message="An offer has at least one post.",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pay_from", None), ("pay_from__gt", 0), _connector="OR"),
                    models.Q(("pay_to", None), ("pay_to__gt", 0), _connector="OR"),
                    models.Q(
                        ("pay_from", None),
                        ("pay_to", None),
                        ("pay_from__lte", models.F("pay_to")),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("pay_from", None), ("pay_to", None)),
                        models.Q(("pay_unit", ""), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="employerenquiry_pay_makes_sense",
                violation_error_message="Say the pay from–to, and whether it is for a month or for an hour.",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("offer__isnull", False), ("state", "taken")),
                    models.Q(models.Q(("state", "taken"), _negated=True), ("offer", None)),
                    _connector="OR",
                ),
                name="employerenquiry_has_an_offer_when_taken",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "closed"), models.Q(("closed_because", ""), _negated=True)),
                    models.Q(models.Q(("state", "closed"), _negated=True), ("closed_because", "")),
                    _connector="OR",
                ),
                name="employerenquiry_has_a_reason_when_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerenquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handled_at", None), ("handled_by", None), ("state__in", ["new", "spam"])),
                    models.Q(("handled_at__isnull", False), ("handled_by__isnull", False)),
                    _connector="OR",
                ),
                name="employerenquiry_is_handled_by_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employerenquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_employerenquiryevent" ("agrees_to_publish", "agrees_to_translate", "closed_because", "contact_name", "description", "email", "employer_name", "erased_at", "handled_at", "handled_by_id", "has_lodging", "id", "language", "nip", "number", "offer_id", "pay_from", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "posts", "public_id", "sent_at", "state", "title") VALUES (NEW."agrees_to_publish", NEW."agrees_to_translate", NEW."closed_because", NEW."contact_name", NEW."description", NEW."email", NEW."employer_name", NEW."erased_at", NEW."handled_at", NEW."handled_by_id", NEW."has_lodging", NEW."id", NEW."language", NEW."nip", NEW."number", NEW."offer_id", NEW."pay_from", NEW."pay_to", NEW."pay_unit", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."place_id", NEW."posts", NEW."public_id", NEW."sent_at", NEW."state", NEW."title"); RETURN NULL;',
                    hash="6b31cc71a7b6bdd0d1bc0c7ea2ac8c067d9b9383",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e19fc",
                    table="job_offers_employerenquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employerenquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "job_offers_employerenquiryevent" ("agrees_to_publish", "agrees_to_translate", "closed_because", "contact_name", "description", "email", "employer_name", "erased_at", "handled_at", "handled_by_id", "has_lodging", "id", "language", "nip", "number", "offer_id", "pay_from", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "posts", "public_id", "sent_at", "state", "title") VALUES (NEW."agrees_to_publish", NEW."agrees_to_translate", NEW."closed_because", NEW."contact_name", NEW."description", NEW."email", NEW."employer_name", NEW."erased_at", NEW."handled_at", NEW."handled_by_id", NEW."has_lodging", NEW."id", NEW."language", NEW."nip", NEW."number", NEW."offer_id", NEW."pay_from", NEW."pay_to", NEW."pay_unit", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."place_id", NEW."posts", NEW."public_id", NEW."sent_at", NEW."state", NEW."title"); RETURN NULL;',
                    hash="d3a1001f20124ca5c18120eb59b4b40b52a76f69",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a5ca9",
                    table="job_offers_employerenquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="employerenquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "job_offers_employerenquiryevent" ("agrees_to_publish", "agrees_to_translate", "closed_because", "contact_name", "description", "email", "employer_name", "erased_at", "handled_at", "handled_by_id", "has_lodging", "id", "language", "nip", "number", "offer_id", "pay_from", "pay_to", "pay_unit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_id", "posts", "public_id", "sent_at", "state", "title") VALUES (OLD."agrees_to_publish", OLD."agrees_to_translate", OLD."closed_because", OLD."contact_name", OLD."description", OLD."email", OLD."employer_name", OLD."erased_at", OLD."handled_at", OLD."handled_by_id", OLD."has_lodging", OLD."id", OLD."language", OLD."nip", OLD."number", OLD."offer_id", OLD."pay_from", OLD."pay_to", OLD."pay_unit", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."place_id", OLD."posts", OLD."public_id", OLD."sent_at", OLD."state", OLD."title"); RETURN NULL;',
                    hash="64250910b7e826fd79edfd7f38fd84c1a073ccc7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1c7b7",
                    table="job_offers_employerenquiry",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="employerlink",
            index=models.Index(
                condition=models.Q(("answered_at", None), _negated=True),
                fields=["-answered_at", "-id"],
                name="employerlink_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("made_at"))),
                name="employerlink_works_for_a_while",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answered_at", None),
                        ("held_because", ""),
                        ("note", ""),
                        ("outcome", ""),
                        ("posts", None),
                    ),
                    models.Q(
                        ("answer__in", ["still", "filled", "stopped"]),
                        ("answered_at__isnull", False),
                        ("outcome__in", ["done", "held"]),
                    ),
                    _connector="OR",
                ),
                name="employerlink_answer_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("posts", None), models.Q(("answer", "still"), ("posts__gte", 1)), _connector="OR"
                ),
                name="employerlink_posts_when_still_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="employerlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("looked_at", None), ("looked_by", None)),
                    models.Q(("looked_at__isnull", False), ("looked_by__isnull", False), ("outcome", "held")),
                    _connector="OR",
                ),
                name="employerlink_looked_at_by_somebody",
            ),
        ),
    ]

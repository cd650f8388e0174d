import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import job_offers.models.alerts
import pup_portal.encrypted_fields


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0016_feed_changes"),
        ("registration", "0103_questions_about_offers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "email",
                    pup_portal.encrypted_fields.EncryptedTextField(
                        binding="job_offers.alert.email", verbose_name="e-mail"
                    ),
                ),
                (
                    "email_index",
                    pup_portal.encrypted_fields.BlindIndexField(
                        binding="job_offers.alert.email",
                        normalise=job_offers.models.alerts.one_spelling,
                        null=False,
                        of="email",
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=600, verbose_name="search")),
                (
                    "language",
                    models.CharField(
                        choices=[("uk", "Ukrainian"), ("pl", "Polish"), ("en", "English")],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="asked for"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="confirmed"),
                ),
                (
                    "told_until",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="told of offers published until",
                    ),
                ),
                (
                    "next_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="next letter on"),
                ),
            ],
            options={
                "verbose_name": "alert by e-mail",
                "verbose_name_plural": "alerts by e-mail",
                "indexes": [
                    models.Index(
                        condition=models.Q(("confirmed_at__isnull", False)),
                        fields=["next_on"],
                        name="alert_due",
                    ),
                    models.Index(
                        condition=models.Q(("confirmed_at", None)),
                        fields=["asked_at"],
                        name="alert_unconfirmed",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("email_index", "query"), name="alert_once_for_a_search"),
                    models.CheckConstraint(
                        condition=models.Q(("email__regex", "^v1:[a-z0-9]{1,16}:[A-Za-z0-9_=-]{40,}$")),
                        name="alert_email_is_sealed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("next_on", None)),
                            models.Q(("confirmed_at__isnull", False), ("next_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="alert_has_a_day_when_confirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_at", None),
                            ("confirmed_at__gte", models.F("asked_at")),
                            _connector="OR",
                        ),
                        name="alert_is_confirmed_after_it_was_asked_for",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfferQuestion",
            fields=[
                (
                    "enquiry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="offer_question",
                        serialize=False,
                        to="registration.enquiry",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="job_offers.offer",
                    ),
                ),
            ],
            options={
                "verbose_name": "question about an offer",
                "verbose_name_plural": "questions about offers",
            },
        ),
        migrations.CreateModel(
            name="ProblemReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "problem",
                    models.CharField(
                        choices=[
                            ("no_answer", "nobody answers the phone"),
                            ("taken", "the work is taken already"),
                            ("pay_differs", "the pay is different"),
                            ("asks_money", "they ask for money or keep my documents"),
                            ("other", "something else"),
                        ],
                        max_length=12,
                        verbose_name="what is wrong",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="in the reader’s words")),
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
                (
                    "looked_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="looked at"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("corrected", "the offer was corrected"),
                            ("taken_off", "the offer was taken off the board"),
                            ("in_order", "looked at: the offer is in order"),
                        ],
                        max_length=10,
                        verbose_name="what came of it",
                    ),
                ),
                (
                    "looked_by",
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
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="problem_reports",
                        to="job_offers.offer",
                    ),
                ),
            ],
            options={
                "verbose_name": "report of a problem",
                "verbose_name_plural": "reports of problems",
                "ordering": ["-sent_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("looked_at", None)),
                        fields=["offer", "-sent_at"],
                        name="problemreport_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["", "corrected", "taken_off", "in_order"]),
                            ("problem__in", ["no_answer", "taken", "pay_differs", "asks_money", "other"]),
                        ),
                        name="problemreport_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("problem", "other"), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="problemreport_other_is_said_in_words",
                        violation_error_message="Say in a few words what is wrong.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("looked_at", None), ("looked_by", None), ("outcome", "")),
                            models.Q(
                                ("looked_at__isnull", False),
                                ("looked_by__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="problemreport_is_looked_at_by_somebody",
                    ),
                ],
            },
        ),
    ]

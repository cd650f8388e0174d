import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from pup_portal.migration_operations import Together


class Migration(migrations.Migration):
    replaces = [("messaging", "0001_messages"), ("messaging", "0002_text_that_is_forgotten")]

    initial = True

    dependencies = []

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Message",
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
                        ("key", models.CharField(max_length=200, unique=True, verbose_name="key")),
                        (
                            "channel",
                            models.CharField(
                                choices=[("email", "e-mail")],
                                default="email",
                                max_length=10,
                                verbose_name="channel",
                            ),
                        ),
                        ("to_address", models.EmailField(max_length=254, verbose_name="address")),
                        (
                            "reply_to",
                            models.EmailField(blank=True, max_length=254, verbose_name="address for answers"),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("uk", "Ukrainian"), ("pl", "Polish"), ("en", "English")],
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        ("body", models.TextField(verbose_name="text")),
                        (
                            "forgets_text",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                verbose_name="forget the text once it is sent",
                            ),
                        ),
                        ("receipt", models.CharField(blank=True, max_length=250, verbose_name="receipt")),
                    ],
                    options={
                        "verbose_name": "message",
                        "verbose_name_plural": "messages",
                        "ordering": ["-owed_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                                fields=["run_after"],
                                name="message_unfinished",
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
                                name="message_is_leased_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True), ("finished_at", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="message_finished_at_when_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("key__regex", "^[a-z0-9][a-z0-9._-]*$")),
                                name="message_key_fits_a_header",
                                violation_error_message="The key of a message has only small letters, digits and .-_",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Delivery",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deliveries",
                                to="messaging.message",
                            ),
                        ),
                        (
                            "attempted_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("accepted", "accepted"),
                                    ("postponed", "to be tried again"),
                                    ("refused", "refused"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "code",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="code of the mail server"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attempt of delivery",
                        "verbose_name_plural": "attempts of delivery",
                        "ordering": ["attempted_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["accepted", "postponed", "refused"])),
                                name="delivery_outcome_is_known",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]

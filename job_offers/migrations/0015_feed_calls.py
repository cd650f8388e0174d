import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0014_employers_answer"),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedCall",
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
                    "evening",
                    models.DateField(help_text="the day on which its window opened", verbose_name="evening"),
                ),
                (
                    "criterion",
                    models.CharField(
                        help_text="a code of FEED_UNITS", max_length=5, verbose_name="whose offers"
                    ),
                ),
                ("try_number", models.PositiveSmallIntegerField(default=1)),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("called_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("taken", "The offers came and are being taken over."),
                            (
                                "no_data",
                                "The service has no offers of this office. Nothing was changed; look on ePraca whether that is so.",
                            ),
                            ("unavailable", "The service says that it is not available now."),
                            (
                                "limit",
                                "The service says that it was asked too often. Does another program use the same name?",
                            ),
                            (
                                "unauthorised",
                                "The service does not know the office: the partner’s name or the address of the server is wrong.",
                            ),
                            ("unknown", "The service answered with a status that its manual does not name."),
                            ("unreachable", "The service did not answer, or its answer broke off."),
                            ("http_error", "The service answered with an error of its own."),
                            (
                                "elsewhere",
                                "The service wants to be asked at another address. That was not done.",
                            ),
                            ("damaged", "What came is no whole answer of the service. Nothing was changed."),
                            (
                                "not_listed",
                                "The address of the service does not stand in OUTBOUND_HOSTS, so it was not asked.",
                            ),
                            ("interrupted", "The portal was stopped in the middle of the call."),
                            (
                                "missed",
                                "The hours of the service (17:00 to 7:00) were over before it could be asked.",
                            ),
                            (
                                "spent",
                                "The twenty calls of this evening were used up, so the service was not asked.",
                            ),
                        ],
                        max_length=12,
                        verbose_name="what came of it",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(default=0, verbose_name="size in bytes")),
                (
                    "feed_import",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_call",
                        to="job_offers.feedimport",
                    ),
                ),
            ],
            options={
                "verbose_name": "call of the offer service",
                "verbose_name_plural": "calls of the offer service",
                "ordering": ["-run_after", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["owed", "running", "failed"])),
                        fields=["run_after"],
                        name="feedcall_unfinished",
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
                        name="feedcall_is_leased_while_running",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("finished_at", None)),
                            _connector="OR",
                        ),
                        name="feedcall_finished_at_when_done",
                    ),
                    models.UniqueConstraint(
                        fields=("evening", "criterion", "try_number"), name="feedcall_is_owed_once"
                    ),
                    models.UniqueConstraint(fields=("evening", "number"), name="feedcall_is_counted_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number", None), ("number__range", (1, 20)), _connector="OR"),
                        name="feedcall_is_within_the_limit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("called_at", None), ("number", None)),
                            models.Q(("called_at__isnull", False), ("number__isnull", False)),
                            _connector="OR",
                        ),
                        name="feedcall_is_counted_when_made",
                    ),
                ],
            },
        ),
    ]

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0050_quality"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MemoryRekeying",
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
                ("rules", models.PositiveSmallIntegerField()),
                ("rekeyed", models.PositiveIntegerField(default=0, help_text="entries brought to the rules")),
                (
                    "merged",
                    models.PositiveIntegerField(
                        default=0, help_text="entries that became one with a newer one"
                    ),
                ),
            ],
            options={
                "verbose_name": "change of the memory to new rules",
                "verbose_name_plural": "changes of the memory to new rules",
                "ordering": ["-rules"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReplacedPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("template_pl", models.TextField(verbose_name="Polish text")),
                ("template_uk", models.TextField(verbose_name="Ukrainian text")),
                ("reviewed_at", models.DateTimeField()),
                ("use_count", models.PositiveIntegerField(default=0, verbose_name="times used")),
                ("replaced_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "replaced pair",
                "verbose_name_plural": "replaced pairs",
                "ordering": ["-replaced_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="memoryentry",
            name="keyed_by",
            field=models.PositiveSmallIntegerField(
                db_default=0,
                default=0,
                editable=False,
                help_text="number of the rules of facts and places that made key and templates",
            ),
        ),
        migrations.AddIndex(
            model_name="memoryentry",
            index=models.Index(fields=["keyed_by", "id"], name="memoryentry_keyed_by"),
        ),
        migrations.AddIndex(
            model_name="memoryrekeying",
            index=models.Index(
                condition=models.Q(("state__in", ["owed", "running", "failed"])),
                fields=["run_after"],
                name="memoryrekeying_unfinished",
            ),
        ),
        migrations.AddConstraint(
            model_name="memoryrekeying",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lease__isnull", False), ("leased_until__isnull", False), ("state", "running")),
                    models.Q(
                        models.Q(("state", "running"), _negated=True), ("lease", None), ("leased_until", None)
                    ),
                    _connector="OR",
                ),
                name="memoryrekeying_is_leased_while_running",
            ),
        ),
        migrations.AddConstraint(
            model_name="memoryrekeying",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finished_at__isnull", False), ("state", "done")),
                    models.Q(models.Q(("state", "done"), _negated=True), ("finished_at", None)),
                    _connector="OR",
                ),
                name="memoryrekeying_finished_at_when_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="memoryrekeying",
            constraint=models.UniqueConstraint(
                fields=("rules",), name="memoryrekeying_is_one_for_each_number"
            ),
        ),
        migrations.AddField(
            model_name="replacedpair",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="replaced",
                to="translations.memoryentry",
            ),
        ),
    ]

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("translations", "0030_engines")]

    operations = [
        migrations.CreateModel(
            name="GlossaryConcern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to="translations.glossaryterm",
                    ),
                ),
                (
                    "translation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to="translations.translation",
                    ),
                ),
            ],
            options={
                "verbose_name": "text in question",
                "verbose_name_plural": "texts in question",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="glossaryconcern",
            constraint=models.UniqueConstraint(
                fields=["translation", "term"], name="glossaryconcern_is_one_per_text_and_term"
            ),
        ),
    ]

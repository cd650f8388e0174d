import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("translations", "0053_wait_since_owed"),
    ]

    operations = [
        migrations.AddField(
            model_name="memoryentry",
            name="corrected_by",
            field=models.ForeignKey(
                blank=True,
                help_text="whose words these are, by hand or by a file, that nobody has approved in a text yet",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]

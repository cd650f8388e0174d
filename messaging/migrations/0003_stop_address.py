from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0001_squashed_0002_text_that_is_forgotten"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="stop_address",
            field=models.URLField(
                blank=True, db_default="", max_length=400, verbose_name="address that stops such letters"
            ),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0001_messages"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="forgets_text",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="forget the text once it is sent"
            ),
        ),
    ]

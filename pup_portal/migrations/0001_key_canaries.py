from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="KeyCanary",
            fields=[
                ("name", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("word", models.TextField()),
            ],
        ),
    ]

from django.db import migrations

from job_offers.signs.starter import WORDING


def add_wording(apps, schema_editor):
    text = apps.get_model("job_offers", "SignText")
    text.objects.bulk_create([text(**WORDING)], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0010_job_signs")]

    operations = [migrations.RunPython(add_wording, migrations.RunPython.noop, elidable=False)]

from django.db import migrations

from reference.starter import load_starter


def load(apps, schema_editor):
    load_starter(apps.get_model)


class Migration(migrations.Migration):
    dependencies = [("reference", "0001_reference")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]

from django.db import migrations

from reference.starter import load_starter


def load(apps, schema_editor):
    load_starter(apps.get_model)


class Migration(migrations.Migration):
    replaces = [
        ("reference", "0002_starter_data"),
        ("reference", "0003_retention_rule"),
        ("reference", "0004_retention_keys"),
        ("reference", "0005_no_rule_for_all_clients"),
        ("reference", "0007_names_of_rules"),
    ]

    dependencies = [("reference", "0001_squashed_0007_names_of_rules")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]

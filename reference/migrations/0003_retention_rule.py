from django.db import migrations

from reference.starter import rows


def add_key(apps, schema_editor):
    """Only this one row: what an office has removed of the other starter data stays removed."""
    wanted = [row for row in rows("rule_keys.csv") if row["code"] == "retention-client"]
    model = apps.get_model("reference", "LegalRuleKey")
    model.objects.bulk_create([model(**row) for row in wanted], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("reference", "0002_starter_data")]

    operations = [migrations.RunPython(add_key, migrations.RunPython.noop, elidable=True)]

from django.db import migrations

from reference.starter import rows

CODES = {"retention-enquiry", "retention-supported", "retention-deregistered"}


def add_keys(apps, schema_editor):
    """The rules without a value: how long is the office's to say."""
    rule_key = apps.get_model("reference", "LegalRuleKey")
    keys = [rule_key(**row) for row in rows("rule_keys.csv") if row["code"] in CODES]
    rule_key.objects.bulk_create(keys, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("reference", "0003_retention_rule")]

    operations = [migrations.RunPython(add_keys, migrations.RunPython.noop, elidable=False)]

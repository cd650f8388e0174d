from django.db import migrations


def remove_key(apps, schema_editor):
    """It stood for everybody and decided nothing; one that an office gave a value stays for it to see."""
    apps.get_model("reference", "LegalRuleKey").objects.filter(code="retention-client", periods=None).delete()


class Migration(migrations.Migration):
    dependencies = [("reference", "0004_retention_keys")]

    operations = [migrations.RunPython(remove_key, migrations.RunPython.noop, elidable=True)]

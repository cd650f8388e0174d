from django.db import migrations

from translations.starter import load_glossary


def load(apps, schema_editor):
    load_glossary(apps.get_model("translations", "GlossaryTerm"))


class Migration(migrations.Migration):
    dependencies = [("translations", "0001_translations")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]

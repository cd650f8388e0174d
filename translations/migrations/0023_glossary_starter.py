from django.db import migrations

from translations.starter import improve_glossary, load_glossary


def load(apps, schema_editor):
    term = apps.get_model("translations", "GlossaryTerm")
    load_glossary(term)
    improve_glossary(term)


class Migration(migrations.Migration):
    dependencies = [("translations", "0022_glossary_without_lists")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]

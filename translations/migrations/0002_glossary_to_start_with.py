from django.db import migrations

from translations.starter import load_glossary


def load(apps, schema_editor):
    load_glossary(apps.get_model("translations", "GlossaryTerm"))


class Migration(migrations.Migration):
    replaces = [
        ("translations", "0002_starter_glossary"),
        ("translations", "0011_memory_features"),
        ("translations", "0021_glossary_renderings"),
        ("translations", "0023_glossary_starter"),
        ("translations", "0045_registered_address"),
        ("translations", "0053_wait_since_owed"),
    ]

    dependencies = [("translations", "0001_squashed_0054_whose_words_an_entry_holds")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=False)]

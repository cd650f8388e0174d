from django.db import migrations

from registration.consents.starter import texts
from registration.wordings.starter import load_starter


def add_papers(apps, schema_editor):
    load_starter(apps.get_model)


def add_texts(apps, schema_editor):
    text = apps.get_model("registration", "ConsentText")
    text.objects.bulk_create([text(**row) for row in texts()], ignore_conflicts=True)


def owe_first_count(apps, schema_editor):
    """The days of people who are there already are computed in the background, like after a change of a rule."""
    if apps.get_model("registration", "Client").objects.exists():
        apps.get_model("registration", "DeadlineRecount").objects.create()


class Migration(migrations.Migration):
    replaces = [("registration", "0021_shipped_papers"), ("registration", "0061_consent_texts")]

    dependencies = [("registration", "0008_intake_papers_and_contacts")]

    operations = [
        migrations.RunPython(add_papers, migrations.RunPython.noop, elidable=False),
        migrations.RunPython(add_texts, migrations.RunPython.noop, elidable=False),
        migrations.RunPython(owe_first_count, migrations.RunPython.noop, elidable=True),
    ]

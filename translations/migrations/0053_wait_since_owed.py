from django.db import migrations
from django.db.models import F


def wait_since_owed(apps, schema_editor):
    """What was owed before anybody counted has waited since then, not since today."""
    apps.get_model("translations", "Translation").objects.update(waiting_since=F("owed_at"))


class Migration(migrations.Migration):
    dependencies = [("translations", "0052_corrections_wait_for_a_second")]

    operations = [migrations.RunPython(wait_since_owed, migrations.RunPython.noop, elidable=True)]

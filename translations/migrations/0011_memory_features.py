from itertools import batched

from django.db import migrations

from translations.features import of_pair

BATCH = 1_000


def fill(apps, schema_editor):
    entries = apps.get_model("translations", "MemoryEntry").objects
    rows = entries.filter(features=[]).only("template_pl", "template_uk").iterator(chunk_size=BATCH)
    for batch in batched(rows, BATCH):
        for entry in batch:
            entry.features = of_pair(entry.template_pl, entry.template_uk)
        entries.bulk_update(batch, ["features"])


class Migration(migrations.Migration):
    atomic = False  # a large memory is filled batch by batch; a fill that was stopped goes on

    dependencies = [("translations", "0010_memory_scopes")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]

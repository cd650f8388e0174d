from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False  # the index is made while others write sentences

    dependencies = [("translations", "0031_glossary_concerns")]

    operations = [
        AddIndexConcurrently(
            "segment", GinIndex(SearchVector("source_pl", config="simple"), name="segment_polish_words")
        ),
    ]

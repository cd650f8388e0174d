"""The words of the board are about to be written anew: faster without their index, which 0020 makes again."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0017_what_readers_ask")]

    operations = [migrations.RemoveIndex("boardentry", "boardentry_words")]

"""What stands in a title, an occupation or a place is told from other words by a mark, and no longer by weights."""

from django.db import migrations

MARK = """
    UPDATE job_offers_boardentry SET words = strip(words) || array_to_tsvector(
        ARRAY(SELECT '^' || lexeme FROM unnest(heads) WHERE lexeme NOT LIKE '=%%')
    )
"""


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0018_forget_the_index_of_words")]

    operations = [migrations.RunSQL(MARK, migrations.RunSQL.noop, elidable=True)]

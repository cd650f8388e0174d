"""A text is answered from the index of the words, and from rows that are narrow because the words are kept beside them.

PostgreSQL moves a long value out of a row only when the whole row is longer than 2 kB, which most are not. The filler makes
every row so long; it is itself compressed to some thirty bytes. Adding it writes all rows anew.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

NARROW = """
    ALTER TABLE job_offers_boardentry
        ALTER COLUMN words SET STORAGE EXTERNAL,
        SET (toast_tuple_target = 256),
        ADD COLUMN filler text STORAGE MAIN GENERATED ALWAYS AS (repeat(' ', 2032)) STORED
"""
WIDE = """
    ALTER TABLE job_offers_boardentry
        ALTER COLUMN words SET STORAGE EXTENDED, RESET (toast_tuple_target), DROP COLUMN filler
"""
# Unpacking words costs more than looking them up, which the planner does not know: the function says so.
SETS = """
    CREATE FUNCTION job_offers_board_sets(asked tsquery[]) RETURNS TABLE (place bigint, keys bytea)
    LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
        SELECT one.place, coalesce(
            (SELECT string_agg(int8send(offer_id), '') FROM job_offers_boardentry WHERE words @@ one.query), ''
        )
        FROM unnest(asked) WITH ORDINALITY AS one (query, place)
    $$
"""
NO_SETS = "DROP FUNCTION job_offers_board_sets(tsquery[])"
MATCHES = """
    CREATE FUNCTION job_offers_board_matches(asked tsquery, ranking tsquery, OUT keys text, OUT ranks text)
    LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
        SELECT string_agg(offer_id::text, ' '), string_agg((1000 * ts_rank(heads, ranking))::int::text, ' ')
        FROM job_offers_boardentry WHERE words @@ asked
    $$
"""
NO_MATCHES = "DROP FUNCTION job_offers_board_matches(tsquery, tsquery)"


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0019_mark_the_heads_among_the_words")]

    operations = [
        migrations.RunSQL(NO_MATCHES, MATCHES),
        migrations.RemoveField("boardentry", "heads"),
        migrations.RunSQL(NARROW, WIDE),
        migrations.AddIndex(
            "boardentry", GinIndex(fields=["words"], name="boardentry_words", fastupdate=False)
        ),
        migrations.RunSQL(SETS, NO_SETS),
    ]

"""A search is answered from the indexes alone.

The planner does not know that unpacking long words costs more than looking them up: the function says so.
"""

from django.db import migrations, models

MATCHES = """
    CREATE FUNCTION job_offers_board_matches(asked tsquery, ranking tsquery, OUT keys text, OUT ranks text)
    LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off AS $$
        SELECT string_agg(offer_id::text, ' '), string_agg((1000 * ts_rank(heads, ranking))::int::text, ' ')
        FROM job_offers_boardentry WHERE words @@ asked
    $$
"""
NO_MATCHES = "DROP FUNCTION job_offers_board_matches(tsquery, tsquery)"


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0007_fill_what_readers_filter_by")]

    operations = [
        migrations.RemoveIndex("boardentry", "boardentry_best_paid"),
        migrations.RemoveIndex("boardentry", "boardentry_facets"),
        migrations.AddIndex(
            "boardentry",
            models.Index(
                fields=["valid_until"],
                include=[
                    *("published_at", "offer", "place", "contract", "shift", "polish_rank", "monthly_pay"),
                    *("has_lodging", "needs_no_experience", "fits_childcare", "covers_travel"),
                    *("is_near_transport", "occupation_group"),
                ],
                name="boardentry_snapshot",
            ),
        ),
        migrations.RunSQL(MATCHES, NO_MATCHES),
    ]

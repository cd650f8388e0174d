"""What the board's entries did not say yet comes from their offers; their words are renewed by the nightly run."""

from django.db import migrations

FILL = """
    UPDATE job_offers_boardentry AS entry SET
        fits_childcare = offer.fits_childcare,
        covers_travel = offer.covers_travel,
        is_near_transport = offer.is_near_transport,
        occupation_group = (
            SELECT left(code, 2)::smallint FROM reference_occupation WHERE id = offer.occupation_id
        ),
        heads = ts_filter(entry.words, '{a,b}')
    FROM job_offers_offer AS offer WHERE offer.id = entry.offer_id
"""


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0006_what_readers_filter_by")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop, elidable=True)]

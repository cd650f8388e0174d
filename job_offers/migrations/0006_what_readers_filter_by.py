"""More to filter the board by, and a number that moves with every change of it."""

import django.contrib.postgres.search
from django.db import migrations, models

VERSION = """
    CREATE SEQUENCE job_offers_board_version;
    CREATE FUNCTION job_offers_board_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM nextval('job_offers_board_version');
        RETURN NULL;
    END $$;
    CREATE TRIGGER board_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON job_offers_boardentry
        FOR EACH STATEMENT EXECUTE FUNCTION job_offers_board_changed();
"""
NO_VERSION = """
    DROP TRIGGER board_changed ON job_offers_boardentry;
    DROP FUNCTION job_offers_board_changed();
    DROP SEQUENCE job_offers_board_version;
"""
FLAGS = ("fits_childcare", "covers_travel", "is_near_transport")


class Migration(migrations.Migration):
    dependencies = [("job_offers", "0001_squashed_0005_say_who_waits_for_translations")]

    operations = [
        *(
            migrations.AddField("boardentry", name, models.BooleanField(default=False, db_default=False))
            for name in FLAGS
        ),
        migrations.AddField("boardentry", "occupation_group", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField(
            "boardentry", "heads", django.contrib.postgres.search.SearchVectorField(db_default="")
        ),
        migrations.RunSQL(VERSION, NO_VERSION),
    ]

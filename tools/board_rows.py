"""Offers by the million for the measurement of the board: a few thousand are written as the feed would, the rest copies in SQL."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from accounts.models import User
from desk.demo.bulk import create_offers
from job_offers import board
from job_offers.models import BoardEntry, Offer
from pup_portal.db import as_owner

_OWN = {
    "public_id": "gen_random_uuid()",
    "source_id": "md5(number::text)",
    "source_number": "'StPr/26/' || number",
    "valid_until": "current_date + 5 + (number %% 50)::int",
    "published_at": "now() - number %% 40000 * interval '1 minute'",
    "confirmed_on": "current_date",
    "feed_text": "NULL",
}
_EXPIRED = {"state": "'expired'", "closed_on": "current_date", "valid_until": "current_date - 1"}


def empty() -> None:
    """Take all offers away, with everything that hangs on them."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {Offer._meta.db_table} CASCADE")


def fill(stored: int, live: int, *, models: int) -> None:
    """Let the database hold ``stored`` offers, the first ``live`` of them on the board. Only ever adds."""
    if not Offer.objects.exists():
        _write_models(models)
    _let_triggers("DISABLE")
    first = Offer.objects.earliest("pk").pk
    there, shown = Offer.objects.count(), BoardEntry.objects.count()
    if there > stored or shown > live:
        raise SystemExit("The database holds more than this step asks for: begin with an empty one.")
    fresh = min(max(live, shown), stored)
    _copy(first, models, there, fresh, {})
    _copy(first, models, max(there, fresh), stored, _EXPIRED)
    _publish(first, models, shown, fresh)
    _let_triggers("ENABLE")
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE job_offers_offer, job_offers_boardentry")


def _write_models(count: int) -> None:
    """Offers that are all live, with facts as varied as the feed's and the marks that only the desk knows."""
    by, _ = User.objects.get_or_create(
        username="bench", defaults={"full_name": "Anna Miara", "role": "coordinator"}
    )
    for _done in create_offers(count, seed=1, by=by):
        pass
    today = timezone.localdate()
    Offer.objects.update(
        state=Offer.State.PUBLISHED,
        closed_on=None,
        withdrawn_reason="",
        valid_until=today + timedelta(days=30),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE job_offers_offer SET fits_childcare = id % 7 = 0, covers_travel = id % 9 = 0,"
            " is_near_transport = id % 3 = 0, experience_months = CASE WHEN id % 4 = 0 THEN 0 END"
        )
    board.put(Offer.objects.for_board())


def _copy(first: int, models: int, after: int, upto: int, values: dict[str, str]) -> None:
    """Offers number ``after`` + 1 to ``upto``, each like its model but for ``values``."""
    own = _OWN | values
    columns = [str(field.column) for field in Offer._meta.concrete_fields if field.column != "id"]
    taken = ", ".join(own.get(column, f'model."{column}"') for column in columns)
    named = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(
            f"INSERT INTO job_offers_offer (id, {named}) SELECT %s + number, {taken}"  # noqa: S608 - our columns
            " FROM generate_series(%s, %s) AS number JOIN job_offers_offer AS model ON model.id = %s + number %% %s",
            [first - 1, after + 1, upto, first, models],
        )


def _publish(first: int, models: int, after: int, upto: int) -> None:
    """Put offers number ``after`` + 1 to ``upto`` on the board, with the words of their models."""
    own = {"valid_until": "offer.valid_until", "published_at": "offer.published_at"}
    columns = [str(field.column) for field in BoardEntry._meta.concrete_fields if field.column != "offer_id"]
    taken = ", ".join(own.get(column, f'model."{column}"') for column in columns)
    named = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE job_offers_offer SET state = 'published', closed_on = NULL, valid_until = current_date + 5 + (id %% 50)::int"
            " WHERE id BETWEEN %s AND %s AND state <> 'published'",
            [first + after, first + upto - 1],
        )
        cursor.execute(
            f"INSERT INTO job_offers_boardentry (offer_id, {named}) SELECT offer.id, {taken}"  # noqa: S608 - our columns
            " FROM job_offers_offer AS offer JOIN job_offers_boardentry AS model"
            " ON model.offer_id = %s + (offer.id - %s) %% %s WHERE offer.id BETWEEN %s AND %s",
            [first, first - 1, models, first + after, first + upto - 1],
        )


def _let_triggers(word: str) -> None:
    """Histories are no part of what is measured; the board's version moves by hand in between."""
    with as_owner(), connection.cursor() as cursor:
        for table in ("job_offers_offer", "job_offers_boardentry"):
            cursor.execute(f"ALTER TABLE {table} {word} TRIGGER USER")

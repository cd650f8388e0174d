"""Sealing, verifying and forgetting the access log. The owner of the tables plays whoever tampers with it."""

from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError
from django.db import IntegrityError, ProgrammingError, connection, transaction

from accounts import access_months, access_seals
from accounts.access_log import AccessKind, AccessNotRecorded, record_by
from accounts.access_models import AccessEntry, AccessSeal
from accounts.access_verification import findings
from accounts.tasks import seal_access_log
from pup_portal.db import as_owner, grant_to_application
from tests.accounts.sealing import OLD, by_the_owner, verified, written

pytestmark = pytest.mark.django_db(transaction=True)


def test_sealed_rows_verify():
    written()

    made = access_seals.seal_all()

    assert made == 1
    assert AccessSeal.objects.get().row_count == 3
    assert "as it was sealed" in verified()


def test_sealing_again_seals_only_what_is_new():
    written(2)
    seal_access_log()
    written(1)

    seal_access_log()
    seal_access_log()

    assert [seal.row_count for seal in AccessSeal.objects.order_by("number")] == [2, 1]
    assert "as it was sealed" in verified()


def test_long_logs_are_sealed_in_batches(monkeypatch):
    monkeypatch.setattr(access_seals, "MOST_ROWS", 2)
    written(5)

    access_seals.seal_all()

    assert [seal.row_count for seal in AccessSeal.objects.order_by("number")] == [2, 2, 1]
    assert "as it was sealed" in verified()


def test_a_batch_never_spans_two_months(old_month):
    written(2)

    access_seals.seal_all()

    this_month = datetime.now(UTC).date().replace(day=1)
    seals = list(AccessSeal.objects.order_by("number"))
    assert [(f"{seal.month:%Y-%m}", seal.row_count) for seal in seals] == [
        ("2020-03", 2),
        (f"{this_month:%Y-%m}", 2),
    ]
    assert seals[0].up_to_id == seals[1].up_to_id
    assert "as it was sealed" in verified()


TAMPERING = {
    "UPDATE accounts_accessentry SET purpose = 'other' WHERE id = {second}": "a row was altered",
    "DELETE FROM accounts_accessentry WHERE id = {second}": "spoke for 4 rows; there are 3",
    "DELETE FROM accounts_accessentry WHERE id = {last}": "spoke for 4 rows; there are 3",
    # Two rows change places.
    "CREATE TEMP TABLE taken ON COMMIT DROP AS"
    " SELECT * FROM accounts_accessentry WHERE id IN ({second}, {third});"
    "DELETE FROM accounts_accessentry WHERE id IN ({second}, {third});"
    "INSERT INTO accounts_accessentry OVERRIDING SYSTEM VALUE SELECT {second} + {third} - id, at, actor_id,"
    " actor_role, kind, subject_model, subject_number, purpose, page, address, request_id"
    " FROM taken": "another order",
    "DELETE FROM accounts_accessseal WHERE number = 1": "Seal 1 is missing",
    "DELETE FROM accounts_accessseal WHERE number = 2": "The newest seal is missing",
    "DELETE FROM accounts_accessseal WHERE number = 2;"
    "DELETE FROM accounts_accessentry WHERE id > {last}": "The newest seal is missing",
    "UPDATE accounts_accessseal SET row_count = 3 WHERE number = 1": "Seal 1 was altered",
    "UPDATE accounts_accessseal SET previous_hash = hash WHERE number = 2": "Seal 2 does not follow",
    "UPDATE accounts_accessseal SET after_id = after_id + 1 WHERE number = 2": "Seal 2 does not begin",
}


def test_tampering_is_found():
    """Each change is made by the owner, looked for, and taken back."""
    written(4)
    access_seals.seal_all()
    ids = list(AccessEntry.objects.order_by("id").values_list("id", flat=True))
    written(2)
    access_seals.seal_all()
    names = {"second": ids[1], "third": ids[2], "last": ids[-1]}

    found = {}
    with as_owner():
        clean = list(findings())
        for change in TAMPERING:
            with transaction.atomic(), connection.cursor() as cursor:
                for statement in change.format(**names).split(";"):
                    cursor.execute(statement)
                found[change] = " ".join(findings())
                transaction.set_rollback(True)

    assert clean == []
    assert {change: told for change, told in TAMPERING.items() if told not in found[change]} == {}


def test_a_row_put_between_sealed_ones_is_found(old_month):
    written(1)
    access_seals.seal_all()
    first = AccessSeal.objects.get(number=1).after_id + 1
    by_the_owner(f"DELETE FROM accounts_accessentry WHERE id = {first}", f"DELETE FROM {OLD}")

    by_the_owner(
        "INSERT INTO accounts_accessentry (id, actor_role, kind, subject_model, purpose, page, request_id)"
        f" OVERRIDING SYSTEM VALUE VALUES ({first}, '', 'view', '', '', '', '')"
    )

    with pytest.raises(CommandError, match="among their numbers"):
        verified()


def test_rows_that_nobody_seals_are_found(old_month):
    access_seals.seal_all()
    by_the_owner(
        "INSERT INTO accounts_accessentry (at, actor_role, kind, subject_model, purpose, page, request_id)"
        " VALUES ('2020-03-05 10:00+00', '', 'view', '', '', '', '')"
    )

    with pytest.raises(CommandError, match="older than a day are not sealed"):
        verified()


def test_a_chain_made_anew_is_found_by_a_seal_noted_elsewhere():
    written(2)
    access_seals.seal_all()
    noted = AccessSeal.objects.get()
    by_the_owner(
        "DELETE FROM accounts_accessseal",
        "DELETE FROM accounts_accessentry WHERE id = (SELECT min(id) FROM accounts_accessentry)",
    )

    access_seals.seal_all()

    assert "as it was sealed" in verified()
    with pytest.raises(CommandError, match="Seal 1 is not the one that was noted"):
        verified(seal=(1, noted.hash))


def test_a_key_shows_a_chain_made_anew_without_it(settings):
    settings.ACCESS_LOG_KEY = b"k" * 32
    written(1)
    access_seals.seal_all()
    assert "as it was sealed" in verified()

    settings.ACCESS_LOG_KEY = b"x" * 32

    with pytest.raises(CommandError, match="altered, or made with another key"):
        verified()


def test_keyed_seals_cannot_be_checked_or_followed_without_the_key(settings):
    settings.ACCESS_LOG_KEY = b"k" * 32
    written(1)
    access_seals.seal_all()
    settings.ACCESS_LOG_KEY = b""
    written(1)
    access_seals.seal_all()

    with pytest.raises(CommandError, match="ACCESS_LOG_KEY is not set"):
        verified()

    settings.ACCESS_LOG_KEY = b"k" * 32
    with pytest.raises(CommandError, match="Seal 2 has no key"):
        verified()


def test_a_row_committed_late_is_not_passed_over():
    """Its number is lower than that of rows committed meanwhile; sealing waits, gives up, and takes it next time."""
    written(1)
    slow = _second_connection()
    slow.execute(
        "INSERT INTO accounts_accessentry (actor_role, kind, subject_model, purpose, page, request_id)"
        " VALUES ('', 'view', '', 'late', '', '')"
    )
    written(1)

    while_writing = access_seals.seal_all()
    slow.commit()
    slow.close()
    afterwards = access_seals.seal_all()

    assert (while_writing, afterwards) == (0, 1)
    assert AccessSeal.objects.get().row_count == 3
    assert "as it was sealed" in verified()


def _second_connection():
    values = connection.settings_dict
    return psycopg.connect(
        host=values["HOST"],
        port=values["PORT"],
        dbname=values["NAME"],
        user=values["USER"],
        password=values["PASSWORD"],
    )


NONSENSE = {
    "accessretention_is_one_row": "INSERT INTO accounts_accessretention VALUES (2, 3)",
    "accessretention_is_months": "INSERT INTO accounts_accessretention VALUES (1, 0)",
    "accessseal_covers_a_range": "INSERT INTO accounts_accessseal"
    " VALUES (DEFAULT, 1, '2020-03-01', 2, 2, 1, '', '', '', false, now())",
    "accessentry_kind_is_known": "INSERT INTO accounts_accessentry"
    " (actor_role, kind, subject_model, purpose, page, request_id) VALUES ('', 'looked', '', '', '', '')",
    "accessentry_subject_model_and_number_together": "INSERT INTO accounts_accessentry"
    " (actor_role, kind, subject_model, purpose, page, request_id) VALUES ('', 'view', 'one', '', '', '')",
}


def test_rows_that_make_no_sense_are_refused():
    with as_owner():
        for constraint, statement in NONSENSE.items():
            with (
                pytest.raises(IntegrityError, match=constraint),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


@pytest.fixture
def _as_in_production():
    """Without the right to empty tables, which only test databases give."""
    role = django_settings.DATABASE_ROLE
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM {role}")
        grant_to_application()
    yield
    with as_owner():
        grant_to_application(truncate=True)


THIS_MONTH = f"accounts_accessentry_{datetime.now(UTC):%Y_%m}"


PLAIN_ROW = "(actor_role, kind, subject_model, purpose, page, request_id) VALUES ('', 'view', '', '', '', '')"


TABLES = [
    "accounts_accessentry",
    THIS_MONTH,
    "accounts_accessseal",
    "accounts_accessanchor",
    "accounts_accessretention",
]


CHANGES = [
    "UPDATE {table} SET id = 1",
    "DELETE FROM {table}",
    "TRUNCATE {table}",
    "DROP TABLE {table}",
    "ALTER TABLE {table} ADD COLUMN more int",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} OWNER TO CURRENT_USER",
    "CREATE TRIGGER quiet BEFORE INSERT ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE RULE quiet AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "LOCK TABLE {table} IN SHARE MODE",
]


WAYS_AROUND = [
    "SET session_replication_role = replica",
    f"ALTER TABLE accounts_accessentry DETACH PARTITION {THIS_MONTH}",
    f"SELECT * FROM {THIS_MONTH}",
    f"INSERT INTO {THIS_MONTH} {PLAIN_ROW}",
    "INSERT INTO accounts_accessentry (at, actor_role, kind, subject_model, purpose, page, request_id)"
    " VALUES (now() - interval '1 hour', '', 'view', '', '', '', '')",
    "INSERT INTO accounts_accessentry (id, actor_role, kind, subject_model, purpose, page, request_id)"
    " OVERRIDING SYSTEM VALUE VALUES (1, '', 'view', '', '', '', '')",
    "INSERT INTO accounts_accessanchor (month, row_count, seal_hash, dropped_at) VALUES (now(), 0, '', now())",
    "INSERT INTO accounts_accessretention VALUES (1, 1)",
    "SELECT setval('accounts_accessseal_id_seq', 1)",
    "SELECT nextval('accounts_accessseal_id_seq')",
    "SELECT access_log_add_month('2020-01-15')",
    "SELECT access_log_add_month((now() + interval '5 months')::date)",
    "CREATE OR REPLACE FUNCTION access_log_drop_old() RETURNS SETOF date LANGUAGE sql AS 'SELECT now()::date'",
    "ALTER FUNCTION access_log_drop_old() RESET search_path",
]


def taken(statement):
    """Whether the database lets the application do it; what was done is taken back."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
    except ProgrammingError:
        return False
    return True


@pytest.mark.usefixtures("_as_in_production")
def test_the_application_may_only_add():
    tried = [change.format(table=table) for table in TABLES for change in CHANGES]

    assert taken(f"INSERT INTO accounts_accessentry {PLAIN_ROW}")
    assert [statement for statement in [*tried, *WAYS_AROUND] if taken(statement)] == []


@pytest.mark.usefixtures("_as_in_production")
def test_a_table_of_the_callers_own_does_not_fool_the_owners_functions(old_month):
    """``search_path`` and temporary tables are the caller's; the functions look at neither."""
    access_seals.seal_all()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE accounts_accessretention (months int)")
        cursor.execute("INSERT INTO accounts_accessretention VALUES (0)")
        cursor.execute("SET LOCAL search_path = pg_temp, public")
        cursor.execute("SET LOCAL datestyle = 'SQL, DMY'")
        cursor.execute("SELECT public.access_log_drop_old()")
        dropped = cursor.fetchall()

    assert len(dropped) == 1
    assert "as it was sealed" in verified()


def test_months_are_made_ahead_once():
    coming = (datetime.now(UTC).replace(day=1) + timedelta(days=95)).strftime("accounts_accessentry_%Y_%m")
    by_the_owner(f"DROP TABLE IF EXISTS {coming}")

    made, again = access_months.add_months(), access_months.add_months()

    assert (len(made), again) == (1, [])
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')", [coming])
        assert cursor.fetchone() == (False,)


def test_without_a_partition_nothing_is_recorded():
    by_the_owner(f"ALTER TABLE accounts_accessentry DETACH PARTITION {THIS_MONTH}")
    try:
        with pytest.raises(AccessNotRecorded):
            record_by(None, kind=AccessKind.VIEW, subjects=[], purpose="", source="test")
    finally:
        by_the_owner(f"DROP TABLE {THIS_MONTH}")
        access_months.add_months()

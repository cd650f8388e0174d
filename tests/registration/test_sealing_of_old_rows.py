"""What stood in plain text before the update is sealed by it, in the table and in its history."""

import importlib

import pytest
from django.apps import apps
from django.db import connection

from pup_portal import sealed_columns
from pup_portal.db import as_owner
from registration.models import Client
from tests.registration.factories import PESEL, ClientFactory

migration = importlib.import_module("registration.migrations.0003_sealed_rows")
CONSTRAINTS = (
    "client_pesel_is_sealed",
    "client_document_number_is_sealed",
    "client_pesel_with_its_index",
    "client_document_number_with_its_index",
)


@pytest.fixture
def unsealed(transactional_db):
    """Three people as they were stored before: plain text, no index, no constraint that would refuse it."""
    by = ClientFactory().created_by
    people = [ClientFactory(created_by=by) for _number in range(2)]
    with as_owner(), connection.cursor() as cursor:
        kept = {name: _definition(cursor, name) for name in CONSTRAINTS}
        for name in CONSTRAINTS:
            cursor.execute(f"ALTER TABLE registration_client DROP CONSTRAINT {name}")
    for table, key in (("registration_client", "id"), ("registration_clientevent", "pgh_obj_id")):
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET pesel = %s, no_pesel_reason = '' WHERE {key} = %s", [PESEL, people[0].pk]
            )
            cursor.execute(
                f"UPDATE {table} SET document_kind = 'passport', document_number = 'AA 123456' WHERE {key} = %s",
                [people[1].pk],
            )
    yield people
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE registration_client CASCADE")
        for name, definition in kept.items():
            cursor.execute(f"ALTER TABLE registration_client ADD CONSTRAINT {name} {definition}")


def _definition(cursor, name):
    cursor.execute("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s", [name])
    return cursor.fetchone()[0]


def plain_rows():
    with connection.cursor() as cursor:
        counts = []
        for table in ("registration_client", "registration_clientevent"):
            cursor.execute(
                f"SELECT count(*) FROM {table} WHERE pesel = %s OR document_number LIKE 'AA%%'", [PESEL]
            )
            counts.append(cursor.fetchone()[0])
    return counts


def test_old_rows_are_sealed_and_sealed_once(unsealed, monkeypatch):
    monkeypatch.setattr(sealed_columns, "BATCH", 1)
    before = plain_rows()
    events = sum(person.events.count() for person in unsealed)

    migration.seal(apps, None)
    seals = [(one.pesel, one.document_number) for one in Client.objects.order_by("pk")]
    stored = list(Client.objects.order_by("pk").values_list("document_index", flat=True))
    migration.seal(apps, None)

    assert before[0] == 2
    assert plain_rows() == [0, 0]
    assert seals == [(None, ""), (PESEL, ""), (None, "AA 123456")]
    assert list(Client.objects.order_by("pk").values_list("document_index", flat=True)) == stored
    assert Client.objects.with_pesel(PESEL).get() == unsealed[0]
    assert Client.objects.with_document("aa123456").get() == unsealed[1]
    assert unsealed[1].events.order_by("pgh_id").last().document_number == "AA 123456"
    assert events <= sum(person.events.count() for person in unsealed) <= events + 2

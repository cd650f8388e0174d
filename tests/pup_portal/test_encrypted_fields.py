"""Sealed columns through the model that has them: plain in Python, sealed in the table and in its history."""

import pickle

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.db import connection

from pup_portal.encrypted_fields import PlainTextRefused, Sealed
from pup_portal.encryption import NotAuthentic
from registration import bulk
from registration.models import Client
from tests.factories import UserFactory
from tests.registration.factories import PESEL, READY, ClientFactory

pytestmark = pytest.mark.django_db

DOCUMENT = {"document_kind": "passport", "document_number": "AA 123456"}


def stored(client, table="registration_client", key="id"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pesel, document_number FROM {table} WHERE {key} = %s", [client.pk])
        return cursor.fetchone()


def fresh(client):
    return Client.objects.get(pk=client.pk)


def test_columns_hold_seals_and_attributes_plain_text():
    client = ClientFactory(**READY, **DOCUMENT)

    rows = [stored(client), stored(client, "registration_clientevent", "pgh_obj_id")]

    assert all(value.startswith("v1:") and "123" not in value.split(":")[0] for row in rows for value in row)
    assert rows[0] == rows[1]
    assert (fresh(client).pesel, fresh(client).document_number) == (PESEL, "AA 123456")
    event = client.events.get()
    assert (event.pesel, event.document_number) == (PESEL, "AA 123456")


@pytest.mark.parametrize("source", ["another row", "another column"])
def test_seal_copied_elsewhere_by_raw_sql_does_not_open(source):
    client = ClientFactory(**READY, **DOCUMENT)
    other = ClientFactory(created_by=client.created_by, **DOCUMENT)
    with connection.cursor() as cursor:
        if source == "another row":
            cursor.execute(
                "UPDATE registration_client SET document_number = "
                "(SELECT document_number FROM registration_client WHERE id = %s) WHERE id = %s",
                [client.pk, other.pk],
            )
        else:
            cursor.execute(
                "UPDATE registration_client SET document_number = pesel WHERE id = %s", [client.pk]
            )

    moved = fresh(other if source == "another row" else client)

    assert moved.name == "Olena Shevchenko"  # the rest of the record can be read
    with pytest.raises(NotAuthentic, match=r"registration\.client\.document_number"):
        _ = moved.document_number


def test_saving_again_keeps_the_seal_and_a_change_makes_a_new_one():
    client = ClientFactory(**READY, **DOCUMENT)
    before = stored(client)

    read, unread = fresh(client), fresh(client)
    assert read.pesel == PESEL
    read.save()
    unread.save()
    same = stored(client)
    read.document_number = "AA 654321"
    read.save()

    assert same == before
    assert stored(client)[0] == before[0]
    assert stored(client)[1] != before[1]
    assert fresh(client).document_number == "AA 654321"


def test_record_just_made_keeps_its_seals_and_knows_its_indexes():
    by = UserFactory()
    client = Client(surname_latin="Shevchenko", created_by=by, updated_by=by, **READY, **DOCUMENT)
    client.save()
    before = stored(client)

    client.save()

    assert stored(client) == before
    again = fresh(client)
    assert (client.pesel_index, client.document_index) == (again.pesel_index, again.document_index)


def test_seal_is_made_anew_for_another_row():
    client = ClientFactory(**READY)
    twin = fresh(client)
    assert twin.pesel == PESEL
    client.care.delete()
    client.delete()

    twin.pk, twin.public_id, twin._state.adding = (
        None,
        Client._meta.get_field("public_id").get_default(),
        True,
    )
    twin.save()

    assert fresh(twin).pesel == PESEL


@pytest.mark.parametrize("value", [PESEL, "x"])
def test_plain_text_never_reaches_the_database(value):
    client = ClientFactory()

    with pytest.raises(PlainTextRefused):
        Client.objects.filter(pk=client.pk).update(pesel=value)
    with pytest.raises(PlainTextRefused):
        Client.objects.filter(pesel=value).exists()
    with pytest.raises(PlainTextRefused):
        Client.objects.bulk_update([Client(pk=client.pk, pesel=value)], ["pesel"])


@pytest.mark.parametrize("lookup", ["contains", "startswith", "in", "gt", "iexact"])
def test_questions_a_seal_cannot_answer_are_refused(lookup):
    with pytest.raises(FieldError, match="Unsupported lookup"):
        Client.objects.filter(**{f"pesel__{lookup}": "8563"}).exists()


def test_pesel_of_other_than_eleven_digits_is_never_sealed():
    client = ClientFactory()
    client.pesel, client.no_pesel_reason = "8563011234X", ""

    with pytest.raises(ValidationError, match="eleven digits"):
        client.save()


def test_deferred_and_refreshed_values_open():
    client = ClientFactory(**READY, **DOCUMENT)

    deferred = Client.objects.only("surname_latin").get(pk=client.pk)
    client.refresh_from_db()

    assert (deferred.pesel, client.document_number) == (PESEL, "AA 123456")


def test_value_that_was_not_asked_for_shows_nothing():
    client = ClientFactory(**READY)

    row = Client.objects.values("pesel").get()["pesel"]

    assert isinstance(row, Sealed)
    assert repr(row) == "<Sealed>"
    assert PESEL.encode() not in pickle.dumps(fresh(client))


def test_bulk_and_copy_seal_too():
    one = ClientFactory(**DOCUMENT)
    people = [
        Client(surname_latin="A", created_by=one.created_by, updated_by=one.created_by, **READY),
        Client(
            surname_latin="B",
            created_by=one.created_by,
            updated_by=one.created_by,
            no_pesel_reason="waiting",
            **DOCUMENT,
        ),
    ]

    Client.objects.bulk_create(people[:1])
    list(bulk.create_clients(people[1:]))

    assert Client.objects.with_pesel(" 856301 12345").get() == people[0]
    assert set(Client.objects.with_document("аа123456")) == {one, people[1]}
    assert {fresh(person).document_number for person in people} == {"", "AA 123456"}
    assert all(stored(person)[0 if person.pesel else 1].startswith("v1:") for person in people)


def test_empty_is_stored_as_empty():
    client = ClientFactory(pesel="", no_pesel_reason="waiting")

    assert stored(client) == (None, "")
    assert (fresh(client).pesel, fresh(client).pesel_index, fresh(client).document_index) == (
        None,
        None,
        None,
    )

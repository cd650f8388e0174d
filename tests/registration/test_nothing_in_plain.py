"""A PESEL and a document number walk through the desk; afterwards the whole database is read as text."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from accounts.permissions import Role
from documents.models import Document
from documents.tasks import make_document
from registration.models import Client
from tests.cv_builder.factories import ready_cv
from tests.factories import UserFactory
from tests.registration.factories import PESEL
from tests.searching import searched

pytestmark = pytest.mark.django_db

DOCUMENT = "KQ765432"
SEEN = "kanarek@example.org"  # not sealed: shows that the search for words would find one


def dumped():
    """Every table as ``pg_dump`` would write it, and what the cache holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
            "AND relkind IN ('r', 'p') AND NOT relispartition"  # partitions are read with the whole
        )
        tables = [table for (table,) in cursor.fetchall()]
        for table in tables:
            with cursor.copy(f'COPY (SELECT * FROM "{table}") TO STDOUT') as copy:
                yield table, b"".join(bytes(block) for block in copy)
    yield "cache", repr(getattr(cache, "_cache", "")).encode()


def holders(word):
    wanted = [word.encode(), word.encode().hex().encode()]
    return [table for table, text in dumped() if any(form in text for form in wanted)]


def posted(client, address, **typed):
    response = client.post(address, typed)
    assert response.status_code in {200, 302}, response.content
    return response


def test_no_table_holds_a_number_in_plain_text(client):
    client.force_login(UserFactory(role=Role.COORDINATOR))

    posted(
        client, reverse("registration:client-new"), surname="Kanar", given_names="Anna", phone="+48415550177",
    )  # fmt: skip
    person = Client.objects.get()
    posted(
        client, reverse("registration:client-edit", args=[person.public_id]), version=1, surname_latin="Kanar",
        given_names_latin="Anna", contact_language="uk", pesel=PESEL, document_kind="passport", document_number=DOCUMENT,
        email=SEEN, citizenships="UKR",
    )  # fmt: skip
    posted(client, reverse("registration:client-reveal", args=[person.public_id]), reason="papers")
    for number in (PESEL, DOCUMENT):
        found = searched(client, "/en/desk/search/", number)
        assert person.get_absolute_url() in found.content.decode()
    posted(client, reverse("cv_builder:cv-print", args=[ready_cv(client=person).public_id]), language="pl")
    make_document(Document.objects.get().pk)
    history = client.get(reverse("registration:client-history", args=[person.public_id])).content.decode()

    person.refresh_from_db()
    assert (person.pesel, person.document_number) == (PESEL, DOCUMENT)
    assert "••••5432" in history
    assert {"registration_client", "registration_clientevent"} <= set(holders(SEEN))
    assert holders(PESEL) == []
    assert holders(DOCUMENT) == []

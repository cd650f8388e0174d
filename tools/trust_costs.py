"""The measurements of ``tools.bench_trust``, in their order: each works on what the ones before have left."""

import hashlib
import importlib
import os
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models, transaction
from django.template.loader import render_to_string
from django.test import Client as Browser
from django.utils import timezone, translation

from accounts import access_log, access_seals
from accounts.access_models import AccessEntry
from accounts.access_verification import findings
from accounts.models import User
from accounts.permissions import Role
from desk.demo import staff
from desk.demo.people import people
from pup_portal.db import as_owner, grant_to_application
from pup_portal.encrypted_fields import BlindIndexField, EncryptedTextField
from registration import accesses, exporting
from registration.models import Client
from tools.bench_trust import Cost

STEP = 100_000
TABLES = ("registration_client", "registration_clientevent")
PLAIN_TABLE = "bench_plain_client"
OF_SEALED_ROWS = (
    "client_pesel_is_sealed",
    "client_document_number_is_sealed",
    "client_pesel_with_its_index",
    "client_document_number_with_its_index",
)
_ENTRIES = """
INSERT INTO accounts_accessentry
    (actor_id, actor_role, kind, purpose, page, address, request_id, subject_model, subject_number)
SELECT %s, (ARRAY['coordinator', 'adviser', 'broker'])[1 + n %% 3], (ARRAY['view', 'list', 'change'])[1 + n %% 3],
    '', 'registration:client-detail', '10.1.2.3'::inet, md5(n::text), 'registration.client', %s + n %% 50
FROM generate_series(1, %s) AS n
"""

_SAME = "UPDATE {} SET pesel = pesel, document_number = document_number"
_PLAIN = (
    "UPDATE {} SET pesel = CASE WHEN pesel IS NOT NULL THEN '8' || lpad(id::text, 10, '0') END,"
    " document_number = CASE WHEN document_number <> '' THEN 'AA' || id ELSE '' END"
)


def costs(entries: int, clients: int) -> Iterator[Cost]:
    empty()
    users = staff.create_staff()
    yield from _columns(clients, users[Role.COORDINATOR])
    person = Client.objects.earliest("pk")
    yield _page(users[Role.COORDINATOR], person)
    write_entries(entries, by=users[Role.ADVISER], about=person)
    yield from _rights(person)
    yield Cost(f"sealing {entries} entries", 5, access_seals.seal_all, read_entries)
    yield Cost(f"verifying {entries} entries", 5, _verify, read_entries)
    yield Cost(f"new key for {clients} clients", 10, rotate, rewrite)
    unseal_all()
    yield Cost(f"sealing {clients} clients kept in plain", 10, seal_old, rewrite)


def empty() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "TRUNCATE registration_client, accounts_accessentry, accounts_accessseal RESTART IDENTITY CASCADE"
        )


def _columns(clients: int, by: User) -> Iterator[Cost]:
    """Sealed columns beside a twin of the table whose columns are plain."""
    taken_in = list(people(range(1, clients + 1), seed=1, now=timezone.now(), by=[by]))
    twin = plain_twin()
    names = [field.attname for field in twin._meta.concrete_fields if field.attname != "id"]
    plain = [twin(**{name: getattr(one, name) for name in names}) for one in taken_in]

    def write(model: type[models.Model], rows: list[Any]) -> None:
        with transaction.atomic(), pgtrigger.ignore():
            model._default_manager.bulk_create(rows, batch_size=1_000)

    def read(model: type[models.Model]) -> None:
        for row in model._default_manager.order_by("pk").iterator(2_000):
            _ = row.pesel, row.document_number  # type: ignore[attr-defined]

    yield Cost(f"writing {clients} clients", 4, lambda: write(Client, taken_in), lambda: write(twin, plain))
    yield Cost(f"reading {clients} clients", 4, lambda: read(Client), lambda: read(twin))


def plain_twin() -> type[models.Model]:
    """A model with the columns of a client, the sealed ones plain and without index, and its table."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE {PLAIN_TABLE} (LIKE registration_client INCLUDING IDENTITY INCLUDING INDEXES)"
        )
        grant_to_application()
    fields = {
        field.attname: _plain(field)
        for field in Client._meta.concrete_fields
        if not isinstance(field, BlindIndexField)
    }
    meta = type("Meta", (), {"app_label": "registration", "managed": False, "db_table": PLAIN_TABLE})
    inside = {"__module__": __name__, "Meta": meta, "sort_name": Client.sort_name}
    return type("PlainClient", (models.Model,), fields | inside)


def _plain(field: Any) -> Any:
    if isinstance(field, EncryptedTextField):
        return models.TextField(null=field.null)
    return models.BigIntegerField(null=True) if field.remote_field else field.clone()


def _page(reader: User, person: Client) -> Cost:
    """The page of one person, and the same with nothing written."""
    browser = Browser()
    browser.force_login(reader)
    insert = access_log._insert

    def ask() -> None:
        answer = browser.get(f"/pl/desk/clients/{person.public_id}/", headers={"host": "127.0.0.1"})
        if answer.status_code != 200:
            raise SystemExit(f"the page of a person answered {answer.status_code}")

    def ask_unwritten() -> None:
        access_log._insert = lambda values, subjects: None
        try:
            ask()
        finally:
            access_log._insert = insert

    ask()  # what is loaded once is nobody's cost
    return Cost("page of a person, logged", 1.5, ask, ask_unwritten, rounds=30)


def write_entries(count: int, *, by: User, about: Client) -> None:
    """``count`` entries about fifty people, ``about`` among them."""
    for start in range(0, count, STEP):
        with connection.cursor() as cursor:
            cursor.execute(_ENTRIES, [by.pk, about.pk, min(STEP, count - start)])


def _rights(person: Client) -> Iterator[Cost]:
    """What one person may ask for, beside the bare rows and beside papers that say nothing."""
    entries = AccessEntry.objects.about(person).values_list("id", "at", "kind", "actor_role")

    def told() -> None:
        with translation.override("uk"):
            context = accesses.context(person, "uk") | {"title": "", "language": "uk"}
            render_to_string("registration/accesses_print.html", context | {"office_logo": None})

    def empty_papers() -> None:
        for language in exporting.LANGUAGES:
            exporting.as_pdf([], language)

    yield Cost("who saw my data", 10, told, lambda: list(entries.all()), rounds=5)
    yield Cost("copy of all about a person", 10, lambda: exporting.packed(person), empty_papers, rounds=3)


def read_entries() -> None:
    """Every entry once, by its number, into one SHA-256."""
    digest, last = hashlib.sha256(), 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT id, at, actor_id, actor_role, kind, subject_model, subject_number, purpose, page, address,"
                " request_id FROM accounts_accessentry WHERE id > %s ORDER BY id LIMIT 10000",
                [last],
            )
            rows = cursor.fetchall()
            if not rows:
                return
            last = rows[-1][0]
            for row in rows:
                digest.update(repr(row).encode())


def _verify() -> None:
    if found := list(findings()):
        raise SystemExit("\n".join(found))


def rotate() -> None:
    settings.FIELD_KEYS = {"fresh": os.urandom(32), **settings.FIELD_KEYS}
    call_command("rotate_keys", stdout=StringIO())


def rewrite() -> None:
    """Every row of the two tables anew, as it is."""
    for table in TABLES:
        with transaction.atomic(), pgtrigger.ignore(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute(_SAME.format(table))


def unseal_all() -> None:
    """The two tables as they were before anything was sealed."""
    with as_owner(), transaction.atomic(), pgtrigger.ignore(), connection.cursor() as cursor:
        for name in OF_SEALED_ROWS:
            cursor.execute(f"ALTER TABLE registration_client DROP CONSTRAINT {name}")
        for table in TABLES:
            cursor.execute(_PLAIN.format(table))
        cursor.execute("UPDATE registration_client SET pesel_index = NULL, document_index = NULL")


def seal_old() -> None:
    importlib.import_module("registration.migrations.0003_sealed_rows").seal(apps, None)

"""Keys: a wrong or lost one is told at the start; a new one takes over step by step, killed or not."""

import os
import subprocess
import sys
import threading
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from accounts.permissions import Role
from pup_portal import encryption, health, keyring, sealed_columns
from pup_portal.models import KeyCanary
from registration.models import Client
from tests.factories import UserFactory
from tests.registration.factories import PESEL, READY, ClientFactory

pytestmark = pytest.mark.django_db

OLD, NEW, OTHER = b"o" * 32, b"n" * 32, b"x" * 32


@pytest.fixture(autouse=True)
def _known_keys(settings):
    KeyCanary.objects.all().delete()
    settings.FIELD_KEYS, settings.INDEX_KEY = {"old": OLD}, OTHER
    keyring.verify()


def told(*words):
    output = StringIO()
    call_command("rotate_keys", *words, stdout=output)
    return output.getvalue()


def used_by(table):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT split_part(number, ':', 2) FROM {table}, "
            "LATERAL (VALUES (pesel), (document_number)) AS held (number) WHERE number <> ''"
        )
        return {key for (key,) in cursor.fetchall()}


def test_right_keys_are_right_and_new_ones_get_known(settings):
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}

    keyring.verify()
    keyring.verify()

    assert keyring.troubles() == []
    assert set(KeyCanary.objects.values_list("name", flat=True)) == {"INDEX_KEY", "new", "old"}


@pytest.mark.parametrize(
    ("keys", "index", "sentence"),
    [
        ({"new": NEW}, OTHER, "FIELD_KEYS lacks the key “old”, which the database was written with."),
        (
            {"old": NEW},
            OTHER,
            "The key “old” of FIELD_KEYS is another one than the database was written with.",
        ),
        ({"old": OLD}, NEW, "INDEX_KEY is another key than the database was written with."),
    ],
)
def test_wrong_or_lost_key_is_told_everywhere(settings, keys, index, sentence):
    settings.FIELD_KEYS, settings.INDEX_KEY = keys, index

    with pytest.raises(ImproperlyConfigured) as start:
        keyring.verify()
    with pytest.raises(CommandError) as command:
        told()

    assert str(start.value) == str(command.value) == sentence
    assert [found.msg for found in run_checks(tags=["database"], databases=["default"])] == [sentence]
    assert "new" not in KeyCanary.objects.values_list("name", flat=True)


def test_portal_is_not_ready_with_a_wrong_key(settings):
    health.keys.cache_clear()
    settings.FIELD_KEYS = {"old": NEW}

    wrong = health.look(["keys"])
    settings.FIELD_KEYS = {"old": OLD}
    right = health.look(["keys"])

    health.keys.cache_clear()
    assert (wrong, right) == ({"keys": False}, {"keys": True})


def test_check_without_a_database_asks_nothing():
    assert run_checks(tags=["database"]) == []


@pytest.mark.parametrize(
    "command", [["-m", "pup_portal.wsgi"], ["-m", "celery", "-A", "pup_portal", "worker", "--pool=solo"]]
)
def test_web_and_worker_do_not_start_without_a_key(command):
    environment = {name: value for name, value in os.environ.items() if name != "FIELD_KEYS"}

    done = subprocess.run(
        [sys.executable, *command],
        env=environment | {"DJANGO_SETTINGS_MODULE": "pup_portal.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode != 0
    assert "FIELD_KEYS is not set; see .env.example" in done.stderr


def people(count):
    by = UserFactory(role=Role.COORDINATOR)
    return [
        ClientFactory(
            created_by=by,
            pesel=None,
            no_pesel_reason="waiting",
            document_kind="passport",
            document_number=f"AA {100000 + number}",
        )
        for number in range(count)
    ]


def test_rotation_leaves_nothing_sealed_with_the_old_key(settings):
    held = ClientFactory(**READY, document_kind="passport", document_number="AA 123456")
    ClientFactory(created_by=held.created_by)
    history = held.events.count()
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}

    output = told()

    assert used_by("registration_client") == used_by("registration_clientevent") == {"new"}
    assert "May leave FIELD_KEYS: old." in output
    settings.FIELD_KEYS = {"new": NEW}
    keyring.verify()
    after = Client.objects.get(pk=held.pk)
    assert (after.pesel, after.document_number, after.version) == (PESEL, "AA 123456", 1)
    assert [(event.pesel, event.document_number) for event in after.events.all()] == [(PESEL, "AA 123456")]
    assert after.events.count() == history
    assert Client.objects.with_pesel(PESEL).get() == held


def test_rotation_killed_in_the_middle_goes_on(settings, monkeypatch):
    people(5)
    monkeypatch.setattr(sealed_columns, "BATCH", 2)
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}
    table = sealed_columns.table_of(Client)

    first = next(sealed_columns.reseal(table))
    half = used_by("registration_client")
    sizes = list(sealed_columns.reseal(table))

    assert (first, half, sizes) == (2, {"new", "old"}, [2, 1])
    assert used_by("registration_client") == {"new"}
    assert list(sealed_columns.reseal(table)) == []


def test_rotation_that_fails_in_a_step_undoes_that_step(settings, monkeypatch):
    held = people(1)[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE registration_client SET document_number = %s WHERE id = %s",
            ["v1:old:" + "A" * 52, held.pk],
        )
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}

    with (
        pytest.raises(encryption.NotAuthentic, match=r"registration\.client\.document_number"),
        transaction.atomic(),
    ):
        told()

    assert used_by("registration_client") == {"old"}


def test_key_that_a_running_process_still_writes_with_stays(settings, monkeypatch):
    held = people(1)[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT document_number FROM registration_client WHERE id = %s", [held.pk])
        (old,) = cursor.fetchone()

    def while_another_process_writes():
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE registration_client SET document_number = %s WHERE id = %s", [old, held.pk]
            )
        return 0

    settings.FIELD_KEYS = {"new": NEW, "old": OLD}
    monkeypatch.setattr(sealed_columns, "_elsewhere", {})
    sealed_columns.register("somewhere", reseal=while_another_process_writes)

    with pytest.raises(CommandError, match=r"Still in use: old\. Restart every process"):
        told()

    assert KeyCanary.objects.filter(name="old").exists()


@pytest.mark.django_db(transaction=True)
def test_rotation_waits_for_an_edit_and_keeps_what_it_wrote(settings):
    held = people(1)[0]
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}
    table = sealed_columns.table_of(Client)
    steps = []

    def rotate():
        steps.extend(sealed_columns.reseal(table))
        connection.close()

    with transaction.atomic():
        settings.FIELD_KEYS = {"old": OLD, "new": NEW}  # as in a process that was not started anew
        client = Client.objects.get(pk=held.pk)
        client.document_number = "AA 654321"
        client.save()
        settings.FIELD_KEYS = {"new": NEW, "old": OLD}
        thread = threading.Thread(target=rotate)
        thread.start()
        thread.join(0.7)
        is_waiting = thread.is_alive()
    thread.join(10)

    assert is_waiting
    assert steps == [1]
    assert used_by("registration_client") == {"new"}
    assert Client.objects.get(pk=held.pk).document_number == "AA 654321"


def test_row_saved_during_the_rotation_gets_the_new_key(settings):
    held = people(1)[0]
    settings.FIELD_KEYS = {"new": NEW, "old": OLD}

    held = Client.objects.get(pk=held.pk)
    held.save()

    assert used_by("registration_client") == {"new"}
    assert Client.objects.get(pk=held.pk).document_number == "AA 100000"


def test_new_index_key_finds_people_again(settings):
    held = ClientFactory(**READY)
    settings.INDEX_KEY = NEW
    lost = Client.objects.with_pesel(PESEL).exists()

    told("--index")
    told("--index")

    assert not lost
    assert Client.objects.with_pesel(PESEL).get() == held
    assert held.events.count() == 1
    assert keyring.troubles() == []

"""Real processes with a key that the database does not know, and a rotation that is really killed."""

import base64
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from accounts.permissions import Role
from pup_portal import keyring, sealed_columns
from pup_portal.celery import check_keys
from pup_portal.models import KeyCanary
from pup_portal.sealed_columns import keys_in_use
from registration import bulk
from registration.models import Client
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]

PATIENCE = 240  # seconds for all together; on an idle machine they take fifteen
OLD, NEW, OTHER = b"o" * 32, b"n" * 32, b"x" * 32
STARTS = {
    "web": ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "pup_portal.wsgi"],
    "worker": ["-m", "celery", "-A", "pup_portal", "worker", "--concurrency=1"],
    "beat": ["-m", "celery", "-A", "pup_portal", "beat"],
    "migrate": ["manage.py", "migrate", "--noinput"],
}


@pytest.fixture(autouse=True)
def _known_keys(settings):
    KeyCanary.objects.all().delete()
    settings.FIELD_KEYS, settings.INDEX_KEY = {"old": OLD}, OTHER
    keyring.verify()


def url(role):
    server = "{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)
    return f"postgresql://{role['USER']}:{role['PASSWORD']}@{server}"


def text_of(key):
    return base64.b64encode(key).decode()


@pytest.fixture
def start(tmp_path):
    """Start the portal's processes on the test database, each in a group of its own; none stays."""
    started = []

    def start(arguments, **keys):
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "pup_portal.settings",
            "DATABASE_URL": url(connection.settings_dict),
            "DATABASE_OWNER_URL": url(settings.DATABASE_OWNER),
            "VAR_DIR": str(tmp_path),
            "BIND": "127.0.0.1:0",
            "REDIS_URL": "",
            "FIELD_KEYS": ",".join(f"{name}:{text_of(key)}" for name, key in keys.items()),
            "INDEX_KEY": text_of(OTHER),
        }
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"new": NEW}, "FIELD_KEYS lacks the key “old”, which the database was written with."),
        ({"old": NEW}, "The key “old” of FIELD_KEYS is another one than the database was written with."),
    ],
    ids=["lost", "wrong"],
)
def test_no_process_starts_with_a_lost_or_wrong_key(start, keys, sentence):
    deadline = time.monotonic() + PATIENCE

    processes = {name: start(arguments, **keys) for name, arguments in STARTS.items()}
    written = {
        name: process.communicate(timeout=deadline - time.monotonic())[0]
        for name, process in processes.items()
    }

    assert {name: process.returncode for name, process in processes.items()} == dict.fromkeys(STARTS, 1)
    assert [name for name, text in written.items() if sentence not in text] == []
    assert [name for name, text in written.items() if "Traceback" in text] == []


def test_exit_of_a_start_is_the_sentence(settings):
    settings.FIELD_KEYS = {"old": NEW}

    with pytest.raises(SystemExit, match="The key “old” of FIELD_KEYS is another one than the database"):
        check_keys()


def test_rotation_killed_by_the_system_goes_on_where_it_was(start, settings):
    """The second step waits for a row that somebody holds; there the process is killed."""
    numbers = stored_numbers(sealed_columns.BATCH + 10)
    keys = {"new": NEW, "old": OLD}
    with psycopg.connect(url(connection.settings_dict)) as somebody:
        somebody.execute("SELECT id FROM registration_client WHERE id = %s FOR UPDATE", [max(numbers)])

        first = start(["manage.py", "rotate_keys"], **keys)
        step = next(line for line in first.stdout if line.startswith("registration_client"))
        os.killpg(first.pid, signal.SIGKILL)
        first.wait(timeout=PATIENCE)

    half = keys_in_use()
    again = start(["manage.py", "rotate_keys"], **keys)
    written = again.communicate(timeout=PATIENCE)[0]

    assert (step, first.returncode) == (f"registration_client: {sealed_columns.BATCH}\n", -signal.SIGKILL)
    assert half == {"new", "old"}
    assert again.returncode == 0, written
    assert "registration_client: 10 rewritten, none left" in written
    assert "May leave FIELD_KEYS: old." in written
    settings.FIELD_KEYS = {"new": NEW}
    assert keys_in_use() == {"new"}
    assert {held.pk: held.document_number for held in Client.objects.all()} == numbers
    assert {
        event.pgh_obj_id: event.document_number for event in Client.pgh_event_model.objects.all()
    } == numbers


def stored_numbers(count):
    """So many people, by their keys: the numbers of their documents."""
    by = UserFactory(role=Role.COORDINATOR)
    values = {"created_by": by, "updated_by": by, "no_pesel_reason": "waiting", "document_kind": "passport"}
    numbers = [f"AA {100000 + number}" for number in range(count)]
    people = [ClientFactory.build(**values, document_number=number) for number in numbers]
    for _stored in bulk.create_clients(people):
        pass
    return {person.pk: number for person, number in zip(people, numbers, strict=True)}

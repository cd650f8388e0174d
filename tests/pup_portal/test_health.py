import io
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from pup_portal import health
from pup_portal.celery import app as celery_app
from pup_portal.tasks import HEARTBEAT_KEY, heartbeat, sweep
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def _beating():
    heartbeat()


def test_livez_answers_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/livez")

    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.usefixtures("_beating")
def test_ready_when_everything_is_there(client):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "checks": dict.fromkeys(["database", "migrations", "keys", "broker", "heartbeat", "disk"], "ok"),
    }
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("seen", [None, timedelta(seconds=61)])
def test_not_ready_without_a_fresh_heartbeat(client, seen):
    if seen:
        cache.set(HEARTBEAT_KEY, (timezone.now() - seen).isoformat())

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["heartbeat"] == "fail"


@pytest.mark.usefixtures("_beating")
def test_not_ready_when_the_disk_is_nearly_full(client, settings):
    settings.READY_MIN_FREE_BYTES = 2**60

    response = client.get("/readyz")

    assert response.json() == {
        "ready": False,
        "checks": dict.fromkeys(["database", "migrations", "keys", "broker", "heartbeat"], "ok")
        | {"disk": "fail"},
    }


@pytest.mark.usefixtures("_beating")
def test_not_ready_with_a_migration_to_apply(client):
    health.migrations.cache_clear()
    MigrationRecorder.Migration.objects.filter(app="messaging").delete()

    response = client.get("/readyz")

    assert response.json()["checks"]["migrations"] == "fail"


def test_reason_stays_inside(client, monkeypatch, written_log):
    monkeypatch.setitem(health.CHECKS, "database", lambda: 1 / 0)

    response = client.get("/readyz")

    assert b"ZeroDivision" not in response.content
    assert '"check": "database", "error": "ZeroDivisionError"' in written_log.getvalue()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("path", ["/livez", "/readyz", "/metrics"])
def test_service_addresses_are_only_read(client, path, method):
    assert getattr(client, method)(path).status_code == 405


@pytest.mark.usefixtures("_beating")
def test_check_health_names_each_check():
    out = io.StringIO()

    call_command("check_health", stdout=out)

    assert out.getvalue().splitlines() == [
        "database: ok",
        "migrations: ok",
        "keys: ok",
        "broker: ok",
        "heartbeat: ok",
        "disk: ok",
    ]


def test_check_health_fails_with_an_exit_code():
    with pytest.raises(CommandError) as failure:
        call_command("check_health", "--only", "heartbeat", stdout=io.StringIO())

    assert failure.value.returncode == 1


def test_sweep_is_a_task(monkeypatch):
    sent = []
    monkeypatch.setattr(celery_app, "send_task", lambda task, args: sent.append((task, args)))
    message = MessageFactory()

    assert sweep() == 1

    assert sent == [("messaging.tasks.deliver_message", [message.pk])]


def test_beat_knows_what_to_start():
    celery_app.loader.import_default_modules()

    schedule = celery_app.conf.beat_schedule

    assert {entry["task"] for entry in schedule.values()} >= {
        "pup_portal.tasks.sweep",
        "pup_portal.tasks.heartbeat",
    }

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from pup_portal.background import OwedWork
from tests.messaging.factories import MessageFactory

pytestmark = pytest.mark.django_db


def figure(response, name: str) -> float:
    line = next(line for line in response.content.decode().splitlines() if line.startswith(name))
    return float(line.rpartition(" ")[2])


def test_metrics_open_to_this_machine_only(client):
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="::1").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="10.0.0.7").status_code == 403
    assert client.get("/metrics", REMOTE_ADDR="").status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP"])
def test_metrics_closed_to_whoever_comes_through_a_proxy(client, settings, header):
    settings.METRICS_TOKEN = "a-token"

    response = client.get("/metrics", headers={header: "127.0.0.1", "Authorization": "Bearer a-token"})

    assert response.status_code == 403


@pytest.mark.parametrize(
    ("sent", "status"), [("Bearer a-token", 200), ("Bearer a-tokem", 403), ("a-token", 403), ("", 403)]
)
def test_metrics_open_to_the_bearer_of_the_token(client, settings, sent, status):
    settings.METRICS_TOKEN = "a-token"

    response = client.get("/metrics", headers={"Authorization": sent}, REMOTE_ADDR="10.0.0.7")

    assert response.status_code == status


def test_requests_are_counted_by_view_method_and_status(client):
    name = 'pup_requests_total{method="POST",status="405",view="service:livez"}'
    client.post("/livez")
    before = figure(client.get("/metrics"), name)

    client.post("/livez")

    assert figure(client.get("/metrics"), name) == before + 1


def test_unknown_address_and_method_have_no_figure_of_their_own(client):
    client.generic("INVENTED", "/nowhere-at-all/")

    content = client.get("/metrics").content.decode()

    assert "nowhere" not in content
    assert 'method="other"' in content


def test_owed_work_is_counted_by_kind_and_state(client):
    MessageFactory(run_after=timezone.now() - timedelta(seconds=90))
    MessageFactory.create_batch(2, state=OwedWork.State.FAILED)

    response = client.get("/metrics")

    assert figure(response, 'pup_owed_work{model="messaging.message",state="owed"}') == 1
    assert figure(response, 'pup_owed_work{model="messaging.message",state="failed"}') == 2
    assert figure(response, 'pup_owed_work_overdue_seconds{model="messaging.message"}') >= 90
    assert figure(response, 'pup_owed_work_overdue_seconds{model="documents.document"}') == 0


def test_figures_of_several_server_processes_add_up(tmp_path, client, settings):
    one_process = (
        "from pup_portal import metrics; metrics.REQUESTS.labels('service:livez', 'GET', 200).inc(3)"
    )
    for _process in range(2):
        environment = os.environ | {
            "PROMETHEUS_MULTIPROC_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        code = f"import django; django.setup(); {one_process}"
        subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=60)
    settings.PROMETHEUS_MULTIPROC_DIR = str(tmp_path)

    response = client.get("/metrics")

    assert figure(response, 'pup_requests_total{method="GET",status="200",view="service:livez"}') == 6

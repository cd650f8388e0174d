"""Real processes in folders of their own; nothing here touches the database of the other tests."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from pup_portal.embedded.cluster import Cluster

ROOT = Path(__file__).resolve().parents[2]
USER = """
import sys
from pup_portal import embedded
with embedded.services(durable=False):
    print("in", flush=True)
    sys.stdin.read()
print("out", flush=True)
"""


@pytest.fixture(scope="module")
def var(tmp_path_factory) -> Path:
    """A folder that only we may enter, as the folders of temporary files are."""
    folder = tmp_path_factory.mktemp("var").resolve()
    folder.chmod(0o700)
    return folder


@pytest.fixture(scope="module")
def bare_environment(var) -> dict[str, str]:
    """An environment that names no server."""
    named = {
        "DATABASE_URL",
        "DATABASE_OWNER_URL",
        "REDIS_URL",
        "SECRET_KEY",
        "FIELD_KEYS",
        "INDEX_KEY",
        "CELERY_BROKER_URL",
        "PORT",
        "DJANGO_SETTINGS_MODULE",
    }
    return {name: value for name, value in os.environ.items() if name not in named} | {"VAR_DIR": str(var)}


@pytest.fixture
def without_servers(monkeypatch, bare_environment) -> None:
    """Let this very process be one whose environment names no server."""
    for name in set(os.environ) - set(bare_environment):
        monkeypatch.delenv(name)
    monkeypatch.setenv("VAR_DIR", bare_environment["VAR_DIR"])


@pytest.fixture
def cluster(var) -> Cluster:
    return Cluster(var / "postgres", durable=False)


@pytest.fixture
def start_user(bare_environment) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start processes that use the embedded services until their input ends."""
    started = []

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", USER],
            cwd=ROOT,
            env=bare_environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline() == "in\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def leave(process: subprocess.Popen[str]) -> None:
    """Let a user leave in peace and wait until it has."""
    out, _ = process.communicate(timeout=60)
    assert out == "out\n"


def servers_of(cluster: Cluster) -> list[psutil.Process]:
    return cluster.postmaster._processes()

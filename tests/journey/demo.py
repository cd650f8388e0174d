"""The whole portal as ``make demo`` runs it: real database, worker, beat and web, on a port of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PASSWORD = "demo-pup-2026"
START_SECONDS = 600
STOP_SECONDS = 60


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Start the demo in ``home``, give its address once it says READY, and stop it as Ctrl-C does."""
    home.mkdir(parents=True, exist_ok=True)
    address = f"http://127.0.0.1:{_free_port()}"
    log = home / "journey.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "pup_portal.embedded", "demo"],
            cwd=ROOT,
            env=_environment(home, address),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_for(process, log, f"READY {address}")
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(STOP_SECONDS)


def _environment(home: Path, address: str) -> dict[str, str]:
    """Ours, without what would point to the servers of the test run."""
    ours = (
        "DATABASE_URL",
        "DATABASE_OWNER_URL",
        "REDIS_URL",
        "CELERY_BROKER_URL",
        "SECRET_KEY",
        "FIELD_KEYS",
        "INDEX_KEY",
        "DEMO",
        "DJANGO_SETTINGS_MODULE",
    )
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"VAR_DIR": str(home), "PORT": address.rpartition(":")[2], "PYTHONUNBUFFERED": "1"}


def _wait_for(process: subprocess.Popen, log: Path, line: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if line in log.read_text():
            return
        if process.poll() is not None:
            break
        time.sleep(0.5)
    raise AssertionError(f"The demo did not start:\n{log.read_text()[-3000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

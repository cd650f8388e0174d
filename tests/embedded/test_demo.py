"""``make demo`` as a whole: one real start, what it prints, what refuses a second one, how it ends."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import psutil
import pytest

from pup_portal.embedded.children import MARK
from pup_portal.embedded.cluster import is_free
from pup_portal.embedded.trouble import eventually
from tests.embedded.conftest import ROOT

pytestmark = pytest.mark.servers


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Demo:
    """A running demo, its output collected line by line."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.port = free_port()
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pup_portal.embedded", "demo"],
            cwd=ROOT,
            env=environment | {"PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        self.lines.extend(line.rstrip() for line in self.process.stdout)

    def wait(self, text: str, seconds: float = 300) -> None:
        eventually(lambda: any(text in line for line in self.lines) or self.is_over(), seconds)
        assert any(text in line for line in self.lines), "\n".join(self.lines)

    def is_over(self) -> bool:
        return self.process.poll() is not None

    def close(self) -> int:
        status = self.process.wait(90)
        self._reader.join()
        self.process.stdout.close()
        return status


def run(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pup_portal.embedded", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def working_for(var: Path) -> list[psutil.Process]:
    """Every process of the demo of ``var``, and of its database."""
    found = []
    for process in psutil.process_iter():
        try:
            ours = process.environ().get(MARK) == str(var) or process.cwd().startswith(str(var))
        except (psutil.Error, OSError):
            continue
        if ours and process.pid != os.getpid():
            found.append(process)
    return found


def get(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as response:
        return response.status


def test_demo_serves_refuses_a_second_one_and_ends_when_a_part_of_it_dies(bare_environment, var):
    demo = Demo(bare_environment)
    demo.wait(f"READY http://127.0.0.1:{demo.port}")
    assert any("koordynator" in line for line in demo.lines)
    assert any("demo-pup-2026" in line for line in demo.lines)
    assert get(demo.port, "/readyz") == 200
    assert get(demo.port, "/uk/offers/") == 200

    rival = run(["demo"], bare_environment | {"PORT": str(free_port())})
    assert (rival.returncode, rival.stdout) == (1, "")
    assert f"already runs (process {demo.process.pid})" in rival.stderr
    assert "Stop it with Ctrl-C first" in run(["demo-reset"], bare_environment).stderr

    celery = next(process for process in working_for(var) if "worker" in process.cmdline())
    celery.kill()

    assert demo.close() == 1
    assert any(line.startswith("worker stopped by itself (killed by SIGKILL)") for line in demo.lines)
    assert working_for(var) == []


def test_killed_demo_leaves_nothing_running_and_the_next_start_is_quick_and_clean(bare_environment, var):
    killed = Demo(bare_environment)
    killed.wait("READY")

    killed.process.kill()
    killed.close()
    assert eventually(lambda: is_free(killed.port) and not working_for(var), 60), working_for(var)
    demo = Demo(bare_environment)
    demo.wait("READY")
    demo.process.send_signal(signal.SIGINT)

    assert demo.close() == 0
    assert not any("Demo data" in line or "Tables" in line for line in demo.lines)
    assert demo.lines[-1] == "Everything is stopped."
    assert working_for(var) == []


def test_reset_forgets_the_data(bare_environment, var, start_user):
    start_user().communicate()

    assert "forgotten" in run(["demo-reset"], bare_environment).stdout

    assert not (var / "postgres").exists()


def test_taken_port_is_told_with_another_to_choose(bare_environment):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run(["demo"], bare_environment | {"PORT": str(port)})

    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} is taken by another program. Choose another: PORT={port + 1} make demo\n"
    )


@pytest.mark.parametrize("port", ["http", "0", "70000"])
def test_port_that_is_none_is_told(bare_environment, port):
    done = run(["demo"], bare_environment | {"PORT": port})

    assert done.returncode == 1
    assert "PORT must be a number from 1 to 65535" in done.stderr


def test_reset_refuses_while_somebody_uses_the_database(bare_environment, start_user, cluster):
    user = start_user()

    done = run(["demo-reset"], bare_environment)

    assert "is in use" in done.stderr
    assert cluster.is_running()
    user.communicate()

"""The demo's processes, played by programs of one line."""

import os
import signal
import sys
import time
from pathlib import Path

import psutil
import pytest

from pup_portal.embedded import children
from pup_portal.embedded.children import MARK, Child, Program, end_leftovers, watch
from pup_portal.embedded.trouble import CannotStart, eventually

pytestmark = pytest.mark.servers

SLEEPS = "import time; print('up', flush=True); time.sleep(60)"
IS_DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPS}"
HAS_A_DEAF_CHILD = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {IS_DEAF!r}]); {SLEEPS}"


def start(code: str, folder: Path, *, grace: float = 10, **environment: str) -> Child:
    child = Child(Program("player", [sys.executable, "-c", code], grace), folder, os.environ | environment)
    assert eventually(lambda: "up" in child.log.read_text() or child._process.poll() is not None, 20)
    return child


def family(child: Child) -> list[psutil.Process]:
    leader = psutil.Process(child._process.pid)
    return [leader, *leader.children(recursive=True)]


def test_child_that_runs_passes_its_check_and_ends_when_told(tmp_path):
    child = start(SLEEPS, tmp_path)

    child.check()
    began = time.monotonic()
    child.end()

    assert time.monotonic() - began < 5
    assert child._process.returncode == -signal.SIGTERM


def test_child_that_stops_is_told_with_the_end_of_its_log(tmp_path):
    child = start("print('the reason why'); raise SystemExit(3)", tmp_path)
    child._process.wait()

    with pytest.raises(CannotStart, match=r"player stopped by itself \(exit status 3\)[\s\S]*the reason why"):
        watch([child.check])


def test_killed_child_is_told_with_the_signal(tmp_path):
    child = start(SLEEPS, tmp_path)
    child._process.kill()
    child._process.wait()

    with pytest.raises(CannotStart, match="killed by SIGKILL"):
        child.check()


def test_deaf_child_and_all_it_started_are_killed_after_the_grace(tmp_path):
    child = start(HAS_A_DEAF_CHILD, tmp_path, grace=0.5)
    assert eventually(lambda: child.log.read_text().count("up") == 2, 20)
    processes = family(child)

    child.end()

    assert len(processes) == 2
    assert psutil.wait_procs(processes, timeout=5)[1] == []


def test_long_log_is_put_aside(tmp_path):
    (tmp_path / "player.log").write_bytes(b"x" * (5 * 1024 * 1024 + 1))

    child = start(SLEEPS, tmp_path)
    child.end()

    assert child.log.read_text() == "up\n"
    assert (tmp_path / "player.1.log").stat().st_size == 5 * 1024 * 1024 + 1


def test_leftovers_of_a_killed_run_are_ended_and_nobody_else(tmp_path):
    ours = start(SLEEPS, tmp_path, **{MARK: str(tmp_path)})
    others = start(SLEEPS, tmp_path, **{MARK: str(tmp_path / "another")})

    ended = end_leftovers(tmp_path)

    assert ended == 1
    assert ours._process.poll() is not None
    others.check()
    others.end()


def test_deaf_leftovers_are_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "_LEFTOVER_SECONDS", 0.5)
    deaf = start(IS_DEAF, tmp_path, **{MARK: str(tmp_path)})

    assert end_leftovers(tmp_path) == 1

    assert deaf._process.poll() is not None

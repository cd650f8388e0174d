"""Several processes share one embedded PostgreSQL; the last one to leave has it stopped.

The first to come starts a *keeper* (see ``keeper``), which owns the server. Three locks say who is there:

``users.lock``   shared by every user;
``keeper.lock``  held by the keeper while it lives;
``gate.lock``    held for a moment by whoever comes, leaves, or looks whether anybody is left.

The kernel takes a dead process's locks back, so nothing here is ever stale.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from pup_portal.embedded.cluster import Cluster
from pup_portal.embedded.locks import FileLock, held, holder
from pup_portal.embedded.trouble import CannotStart, eventually, full_disk, tail

READY = "ready"
_NEEDED_BYTES = 300 * 1024 * 1024
_START_SECONDS = 120  # recovering after a crash may take long
_STOP_SECONDS = 60
_ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def used(cluster: Cluster) -> Iterator[None]:
    """Keep the cluster running while the block runs. The last to leave waits until it has stopped."""
    cluster.home.mkdir(parents=True, exist_ok=True)
    with held(cluster.gate):
        mine = FileLock(cluster.users).share()
        try:
            _ensure_keeper(cluster)
        except BaseException:
            mine.release()
            raise
    try:
        yield
    finally:
        with held(cluster.gate):
            mine.release()
            if is_abandoned(cluster):
                _stop_keeper(cluster)


def is_abandoned(cluster: Cluster) -> bool:
    """Say whether no process uses the cluster. Ask only while holding the gate."""
    users = FileLock(cluster.users)
    try:
        return users.try_take()
    finally:
        users.release()


def _ensure_keeper(cluster: Cluster) -> None:
    if not cluster.is_running():
        check_disk(cluster.home)
        _start_keeper(cluster)
    elif not eventually(lambda: _answers(cluster) or not cluster.is_running(), _START_SECONDS):
        raise CannotStart(
            f"PostgreSQL in {cluster.home} runs but does not answer. See {cluster.postmaster.log}."
        )
    elif not cluster.is_running():
        _start_keeper(cluster)


def _start_keeper(cluster: Cluster) -> None:
    """Start a keeper and wait for its word: one line, ``ready`` or the reason why not."""
    log = cluster.home / "keeper.log"
    hears, says = os.pipe()
    command = [sys.executable, "-m", "pup_portal.embedded.keeper", str(cluster.home), str(says)]
    with log.open("wb") as output, os.fdopen(hears, encoding="utf-8") as word:
        try:
            subprocess.run(
                [*command, *([] if cluster.durable else ["--careless"])],
                cwd=_ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=[says],
                check=False,
                start_new_session=True,  # Ctrl-C in the terminal is for its users, who then leave
            )
        finally:
            os.close(says)
        answer = word.read()
    if answer != READY:
        raise CannotStart(answer or f"PostgreSQL could not be started. The end of {log}:\n{tail(log)}")


def _stop_keeper(cluster: Cluster) -> None:
    pid = holder(cluster.keeper)
    for number in (signal.SIGTERM, signal.SIGKILL):
        if cluster.is_running() and pid is not None:
            with suppress(ProcessLookupError):
                os.kill(pid, number)
        if eventually(lambda: not cluster.is_running(), _STOP_SECONDS):
            break
    cluster.postmaster.end_leftovers()


def check_disk(folder: Path, *, needed: int = _NEEDED_BYTES) -> None:
    """Raise while there is still room to say why."""
    about = os.statvfs(folder)
    if about.f_bavail * about.f_frsize < needed:
        raise CannotStart(full_disk(folder))


def _answers(cluster: Cluster) -> bool:
    try:
        cluster.connect().close()
    except (psycopg.OperationalError, FileNotFoundError):  # not yet, or not even a port
        return False
    return True

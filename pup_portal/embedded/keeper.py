"""The process that owns the embedded PostgreSQL server, for as long as anybody uses it.

``python -m pup_portal.embedded.keeper HOME DESCRIPTOR`` starts the server, writes ``ready`` (or why not) to
the descriptor, and stops the server when its last user is gone or on SIGTERM. Killed itself, it takes the
server with it: the server asked the kernel for a signal at its parent's death.
"""

import os
import queue
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from pup_portal.embedded.cluster import SUPERUSER, Cluster
from pup_portal.embedded.locks import FileLock
from pup_portal.embedded.sharing import READY, is_abandoned
from pup_portal.embedded.trouble import CannotStart, explained

_ATTEMPTS = 3  # somebody may take the port between our look and the server's start
_LOOK_SECONDS = 0.5
_START_SECONDS = 110


def main(home: Path, descriptor: int, *, durable: bool) -> int:
    cluster = Cluster(home, durable)
    lock = FileLock(cluster.keeper)
    if not lock.try_take():
        lock.release()
        return 0  # another keeper was faster; whoever started us finds it
    lock.sign(os.getpid())
    told: queue.SimpleQueue[int] = (
        queue.SimpleQueue()
    )  # unlike an Event, it may be used by a signal's handler
    signal.signal(signal.SIGTERM, lambda number, _: told.put(number))
    try:
        with explained(home):
            server = _serve(cluster)
    except CannotStart as trouble:
        _tell(descriptor, trouble.sentence)
        return 1
    _tell(descriptor, READY)
    gate = _watch(cluster, server, told)
    cluster.postmaster.stop(server)
    del gate  # held until here: nobody may come in while the server stops
    return 0


def _serve(cluster: Cluster) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers and has its roles and database."""
    postmaster = cluster.postmaster
    password = cluster.passwords()[SUPERUSER]
    postmaster.end_leftovers()
    if not postmaster.data.exists():
        postmaster.create(password)
    for _ in range(_ATTEMPTS):
        server = postmaster.start(cluster.choose_port())
        if _comes_up(cluster, server):
            cluster.furnish()
            return server
        postmaster.end_leftovers()
    raise CannotStart(postmaster.reason())


def _comes_up(cluster: Cluster, server: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < until:
        with suppress(psycopg.OperationalError):
            cluster.connect().close()
            return True
        time.sleep(0.05)
    cluster.postmaster.stop(server)
    return False


def _watch(
    cluster: Cluster, server: subprocess.Popen[bytes], told: queue.SimpleQueue[int]
) -> FileLock | None:
    """Wait for a reason to stop. Where it is that nobody is left, the gate stays shut behind us."""
    while server.poll() is None and not _is_told(told):
        gate = FileLock(cluster.gate)
        if gate.try_take() and is_abandoned(cluster):
            return gate
        gate.release()
    return None


def _is_told(told: queue.SimpleQueue[int]) -> bool:
    try:
        told.get(timeout=_LOOK_SECONDS)
    except queue.Empty:
        return False
    return True


def _tell(descriptor: int, word: str) -> None:
    with suppress(BrokenPipeError), os.fdopen(descriptor, "w", encoding="utf-8") as starter:
        starter.write(word)


if __name__ == "__main__":
    if os.fork():
        os._exit(0)  # nobody's child: whoever starts it may be gone long before it
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), durable="--careless" not in sys.argv))

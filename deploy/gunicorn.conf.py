"""The web server, the same in the demo and in production: a few processes, each with a few threads.

A thread keeps its database connection (CONN_MAX_AGE), so WEB_WORKERS × WEB_THREADS connections are held and
no pool is needed.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from prometheus_client import multiprocess

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS") or 2)
threads = int(os.environ.get("WEB_THREADS") or 4)
preload_app = True  # imported once; nothing is connected before the fork
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests, max_requests_jitter = 2000, 200
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a heartbeat, not data
control_socket_disable = True
accesslog = None  # every request is one structured line of the application's own log
errorlog = "-"

# /metrics answers for all processes: they count in files of one folder, which must be new at every start.
_counts = tempfile.mkdtemp(prefix="pup-metrics-")
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _counts


def child_exit(server: Any, worker: Any) -> None:
    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    shutil.rmtree(_counts, ignore_errors=True)

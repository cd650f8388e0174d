"""Real workers, and both brokers of the product, under the control of a test."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import redis
from django.conf import settings
from django.db import connection

PATIENCE = 120  # seconds; on an idle machine everything here takes less than five


def wait_until[T](found: Callable[[], T], what: str) -> T:
    """The first true answer of ``found``; asked often, and not for ever."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answer := found():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited in vain until {what}")


class FolderBroker:
    """The one-machine default: a folder of messages."""

    cache = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}

    def __init__(self, tmp_path: Path) -> None:
        self.var = tmp_path / "var"
        self.folder = self.var / "queue"
        self.env = {"REDIS_URL": "", "VAR_DIR": str(self.var)}
        self.conf = {
            "broker_url": "filesystem://",
            "broker_transport": "pup_portal.file_broker:Transport",
            "broker_transport_options": {"folder": str(self.folder), "polling_interval": 0.05},
        }

    def start(self) -> None:
        if self.folder.is_file():
            self.folder.unlink()
        self.folder.mkdir(parents=True, exist_ok=True)

    def stop(self) -> None:
        """Put a file where the folder was: whatever is sent now fails. The worker may make the folder anew meanwhile."""
        while not self.folder.is_file():
            shutil.rmtree(self.folder, ignore_errors=True)
            with suppress(FileExistsError):
                self.folder.touch(exist_ok=False)

    freeze, thaw = stop, start

    def flush(self) -> None:
        for message in self.folder.iterdir():
            message.unlink(missing_ok=True)  # the worker may be quicker

    def waiting(self) -> int:
        return len(list(self.folder.iterdir()))


class RedisBroker:
    """A redis-server of our own on a free port; nothing of it outlives a stop."""

    def __init__(self, tmp_path: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = tmp_path
        self.client = redis.Redis(port=self.port, socket_timeout=5)
        url = f"redis://127.0.0.1:{self.port}/0"
        self.cache = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
        self.env = {"REDIS_URL": url, "VAR_DIR": str(tmp_path / "var")}
        self.conf = {
            "broker_url": url,
            "broker_transport": "pup_portal.redis_broker:Transport",
            "broker_transport_options": settings.REDIS_BROKER_OPTIONS,
        }

    def start(self) -> None:
        binary = shutil.which("redis-server")
        assert binary, "these tests need redis-server: apt install redis-server"
        arguments = ["--port", str(self.port), "--save", "", "--dir", str(self.folder), "--bind", "127.0.0.1"]
        self.process = subprocess.Popen([binary, *arguments], stdout=subprocess.DEVNULL)
        wait_until(self.answers, "redis-server answers")

    def answers(self) -> bool:
        with suppress(redis.ConnectionError):
            return bool(self.client.ping())
        return False

    def stop(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """Connections are still taken and nothing is answered any more."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def flush(self) -> None:
        self.client.flushall()

    def waiting(self) -> int:
        return int(self.client.llen("celery"))


type Broker = FolderBroker | RedisBroker


class CeleryProcess:
    """``celery worker`` or ``celery beat`` with the production settings on the test database."""

    def __init__(self, *arguments: str, env: dict[str, str], log: Path) -> None:
        self.log = log
        command = [sys.executable, "-m", "celery", "-A", "pup_portal", *arguments]
        with log.open("w") as output:
            self.process = subprocess.Popen(
                command,
                env=os.environ | env,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until_ready(self) -> "CeleryProcess":
        wait_until(lambda: "ready." in self.written() or not self.is_alive(), "the worker is ready")
        assert self.is_alive(), self.written()
        return self

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def written(self) -> str:
        return self.log.read_text()

    def kill(self) -> None:
        """kill -9, to the whole of it at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def kill_child(self) -> None:
        """kill -9 only the process that does the work; its parent starts another."""
        child = wait_until(psutil.Process(self.process.pid).children, "the worker has a child")[0]
        child.kill()


def worker_env(broker: Broker, smtp_port: int) -> dict[str, str]:
    database = connection.settings_dict
    url = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    return broker.env | {
        "DJANGO_SETTINGS_MODULE": "pup_portal.settings",
        "DATABASE_URL": url,
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(smtp_port),
        "EMAIL_USE_TLS": "false",
        "BACKGROUND_SWEEP_SECONDS": "1",
        "BACKGROUND_RESEND_SECONDS": "1",
    }


@contextmanager
def connected_to(app, broker: Broker) -> Iterator[None]:
    """Let this process send through ``broker``."""
    kept = {key: app.conf[key] for key in broker.conf}
    _use(app, broker.conf)
    try:
        yield
    finally:
        _use(app, kept)


def _use(app, conf: dict[str, object]) -> None:
    if app._pool is not None:
        app._pool.force_close_all()
    app._pool = app.amqp._producer_pool = None
    app.conf.update(conf)

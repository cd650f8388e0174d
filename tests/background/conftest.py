from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pup_portal import background
from pup_portal.celery import app
from tests.background.processes import (
    Broker,
    CeleryProcess,
    FolderBroker,
    RedisBroker,
    connected_to,
    worker_env,
)
from tests.messaging.smtp import Sink, running_sink


@dataclass
class Site:
    """A broker, a mail server and one worker, as an installation has them."""

    broker: Broker
    sink: Sink
    folder: Path
    worker: CeleryProcess | None = None

    def ensure_worker(self) -> CeleryProcess:
        """The running worker; another one when the last was killed."""
        if self.worker is None or not self.worker.is_alive():
            options = ["--concurrency", "1", "--loglevel", "info", "--without-gossip", "--without-mingle"]
            self.worker = self.start("worker", *options).wait_until_ready()
        return self.worker

    def start(self, *arguments: str) -> CeleryProcess:
        log = self.folder / f"{len(list(self.folder.glob('*.log')))}.log"
        return CeleryProcess(*arguments, env=worker_env(self.broker, self.sink.port), log=log)


@pytest.fixture(scope="module", params=[FolderBroker, RedisBroker], ids=["folder", "redis"])
def _site(request, django_db_setup, tmp_path_factory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    broker = request.param(folder)
    broker.start()
    with running_sink() as sink, connected_to(app, broker):
        site = Site(broker, sink, folder)
        yield site
        if site.worker:
            site.worker.kill()
        broker.stop()


@pytest.fixture
def site(_site, transactional_db, settings, monkeypatch) -> Iterator[Site]:
    settings.BACKGROUND_RESEND_SECONDS = 0
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": _site.sink.port, "timeout": 10},
        }
    }
    monkeypatch.setattr(background._Broker, "silent_until", 0.0)
    _site.sink.forget()
    _site.ensure_worker()
    yield _site
    _site.sink.release()
    _site.broker.flush()

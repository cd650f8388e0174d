"""Waiting for the web server: until it answers well, as long as what it needs is there, and not for ever."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pup_portal.embedded import serving
from pup_portal.embedded.cluster import any_free_port
from pup_portal.embedded.trouble import CannotStart


class Waking(BaseHTTPRequestHandler):
    """Ready when it is asked the second time, and never at ``/asleep``."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200 if self.asked.count("/readyz") > 1 else 503)
        self.end_headers()
        self.wfile.write(b"no heartbeat")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        pass


@pytest.fixture
def waking() -> Iterator[HTTPServer]:
    Waking.asked = []
    with HTTPServer(("127.0.0.1", 0), Waking) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_waits_until_the_portal_says_that_it_is_ready(waking):
    serving.wait_until_ready(waking.server_port, [])

    assert Waking.asked == ["/readyz", "/readyz"]


def test_gives_up_with_what_the_portal_says(waking, monkeypatch):
    monkeypatch.setattr(serving, "_PATIENCE_SECONDS", 0.3)

    with pytest.raises(CannotStart, match="no heartbeat"):
        serving.wait_until_ready(waking.server_port, [], "/asleep")


def test_gives_up_at_once_when_a_part_has_stopped():
    def stopped() -> None:
        raise CannotStart("web stopped by itself")

    with pytest.raises(CannotStart, match="web stopped"):
        serving.wait_until_ready(any_free_port(), [stopped])


def test_portal_answers_to_this_machine_only():
    assert serving.addresses(8123) == {
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SITE_URL": "http://127.0.0.1:8123",
        "BIND": "127.0.0.1:8123",
    }

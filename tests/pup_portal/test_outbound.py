"""The way out, against servers of this machine."""

import http.server
import socket
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest

from pup_portal import outbound
from pup_portal.outbound import NotAllowed, Unreachable, ask


class Server(http.server.BaseHTTPRequestHandler):
    """Repeats what it was sent; ``/away`` sends elsewhere, ``/large`` does not end, ``/rubbish`` is no HTTP."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length) or self.path.encode()
        if self.path == "/rubbish":
            self.wfile.write(b"rubbish\r\n\r\n")
            return
        self.send_response(302 if self.path == "/away" else 200)
        if self.path == "/away":
            self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
        if self.path == "/large":
            body = b"x" * 3000
        self.send_header("X-Host", self.headers["Host"])
        self.send_header("X-Key", self.headers.get("Authorization", ""))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the name http.server calls

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def listed(settings, port) -> str:
    Server.asked.clear()
    settings.OUTBOUND_HOSTS = frozenset({f"127.0.0.1:{port}"})
    return f"http://127.0.0.1:{port}"


def test_listed_address_is_asked(listed):
    answer = ask(
        "POST", f"{listed}/translate?to=uk", content="зміна".encode(), headers={"Authorization": "key"}
    )

    assert (answer.status, answer.content.decode(), answer.is_ok) == (200, "зміна", True)
    assert answer.headers["x-host"] == listed.removeprefix("http://")
    assert answer.headers["x-key"] == "key"
    assert Server.asked == ["/translate?to=uk"]


def test_address_without_a_path_is_asked_for_its_root(listed):
    assert ask("GET", listed).content == b"/"


def test_redirect_is_an_answer_and_is_not_followed(listed):
    answer = ask("GET", f"{listed}/away")

    assert (answer.status, answer.is_ok) == (302, False)
    assert Server.asked == ["/away"]


def test_nothing_is_listed_by_default(settings):
    assert not settings.OUTBOUND_HOSTS


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:{port}/",  # leads to a listed address, but is not listed itself
        "http://127.0.0.1/",  # listed with another port
        "http://127.0.0.1:{port}@evil.example.org/",
        "http://user:password@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}.evil.example.org/",
        "http://evil.example.org#@127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
        "file:///etc/passwd",
        "data:text/plain,x",
        "gopher://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "127.0.0.1:{port}",
        "http://127.0.0.1:99999/",
        "http://2130706433:{port}/",
        "http://[::1]:{port}/",
        "",
    ],
)
def test_any_other_address_is_refused_before_anything_is_sent(listed, port, address):
    with pytest.raises(NotAllowed):
        ask("GET", address.format(port=port))

    assert Server.asked == []


def test_name_that_leads_into_a_private_network_is_refused_even_when_listed(settings, listed, port):
    settings.OUTBOUND_HOSTS = frozenset({f"localhost:{port}"})

    with pytest.raises(NotAllowed, match="private network"):
        ask("GET", f"http://localhost:{port}/")

    assert Server.asked == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("10.0.0.5", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.5", False),
        ("2002:a00:5::1", False),
    ],
)
def test_public_address_is_told_from_private(text, expected):
    assert outbound._is_public(text) is expected


def test_plain_http_to_a_public_address_is_refused(settings):
    settings.OUTBOUND_HOSTS = frozenset({"8.8.8.8"})

    with pytest.raises(NotAllowed, match="plain http"):
        ask("GET", "http://8.8.8.8/")


def test_certificate_is_asked_for(settings, port):
    settings.OUTBOUND_HOSTS = frozenset({f"127.0.0.1:{port}"})

    with pytest.raises(Unreachable, match="SSL"):  # this server speaks plain HTTP
        ask("GET", f"https://127.0.0.1:{port}/")


def test_address_nobody_answers_at_is_unreachable(settings):
    settings.OUTBOUND_HOSTS = frozenset({"127.0.0.1:1"})

    with pytest.raises(Unreachable, match="ConnectionRefusedError"):
        ask("GET", "http://127.0.0.1:1/")


def test_name_nobody_knows_is_unreachable(settings):
    settings.OUTBOUND_HOSTS = frozenset({"nowhere.invalid"})

    with pytest.raises(Unreachable):
        ask("GET", "https://nowhere.invalid/")


def test_silence_is_not_waited_for_without_end(settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = f"127.0.0.1:{server.getsockname()[1]}"
        settings.OUTBOUND_HOSTS = frozenset({place})

        with pytest.raises(Unreachable, match="TimeoutError"):
            ask("GET", f"http://{place}/", seconds=0.2)


def test_answer_that_is_no_http_is_unreachable(listed):
    with pytest.raises(Unreachable, match="BadStatusLine"):
        ask("GET", f"{listed}/rubbish")


def test_answer_without_end_is_cut(listed, monkeypatch):
    monkeypatch.setattr(outbound, "LARGEST_ANSWER", 2000)

    with pytest.raises(Unreachable, match="too large"):
        ask("GET", f"{listed}/large")

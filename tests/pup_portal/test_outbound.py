"""The way out, against servers of this machine."""

import http.server
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import ClassVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pup_portal import outbound
from pup_portal.outbound import NotAllowed, Unreachable, ask

DAY = timedelta(days=1)


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


def test_host_listed_without_a_port_is_open_at_the_usual_one_only(settings, listed, port):
    settings.OUTBOUND_HOSTS = frozenset({"127.0.0.1"})

    with pytest.raises(NotAllowed, match="OUTBOUND_HOSTS"):
        ask("GET", f"http://127.0.0.1:{port}/")

    assert Server.asked == []


def _leading_to(*addresses: str) -> Callable[..., list[tuple[object, ...]]]:
    """A resolver for which every name has these addresses."""
    return lambda host, port, **more: [(socket.AF_INET, 0, 0, "", (text, port)) for text in addresses]


def test_name_with_one_private_address_among_others_is_refused(settings, monkeypatch):
    settings.OUTBOUND_HOSTS = frozenset({"translate.example.org"})
    monkeypatch.setattr(socket, "getaddrinfo", _leading_to("8.8.8.8", "10.0.0.5"))

    with pytest.raises(NotAllowed, match="private network"):
        ask("GET", "https://translate.example.org/")


def test_connection_is_made_to_the_very_address_that_was_checked(settings, monkeypatch):
    settings.OUTBOUND_HOSTS = frozenset({"translate.example.org"})
    called = []

    def refuse(address: object, **more: object) -> None:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", _leading_to("8.8.8.8"))
    monkeypatch.setattr(socket, "create_connection", refuse)

    with pytest.raises(Unreachable, match="ConnectionRefusedError"):
        ask("GET", "https://translate.example.org/")

    assert called == [("8.8.8.8", 443)]


def test_certificate_that_nobody_signed_is_refused(settings, tmp_path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_own_certificate(tmp_path / "own.pem"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *words: None  # type: ignore[method-assign] - the caller hangs up
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    place = f"127.0.0.1:{server.server_address[1]}"
    settings.OUTBOUND_HOSTS = frozenset({place})
    Server.asked.clear()

    with pytest.raises(Unreachable, match="SSLCertVerificationError"):
        ask("GET", f"https://{place}/")

    server.shutdown()
    server.server_close()
    thread.join()
    assert Server.asked == []


def _own_certificate(path: Path) -> Path:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - DAY, now + DAY).add_extension(
        here, critical=False
    )
    pem = serialization.Encoding.PEM
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.sign(key, hashes.SHA256()).public_bytes(pem)
    )
    return path


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


def test_answer_that_goes_on_and_on_is_hung_up_on(settings, monkeypatch):
    monkeypatch.setattr(outbound, "LARGEST_ANSWER", 2000)
    sent = 0

    def serve() -> None:
        nonlocal sent
        caller, _address = server.accept()
        with caller, suppress(OSError):
            caller.recv(4096)
            caller.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while sent < 50_000_000:
                sent += caller.send(b"x" * 65536)

    with socket.create_server(("127.0.0.1", 0)) as server:
        place = f"127.0.0.1:{server.getsockname()[1]}"
        settings.OUTBOUND_HOSTS = frozenset({place})
        thread = threading.Thread(target=serve)
        thread.start()

        with pytest.raises(Unreachable, match="too large"):
            ask("GET", f"http://{place}/")
        thread.join(10)

    assert sent < 50_000_000

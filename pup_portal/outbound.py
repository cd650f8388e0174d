"""The only way out: whatever the portal asks of the world over HTTP passes here, to hosts the office has named.

``OUTBOUND_HOSTS`` lists them (``translate.example.org,10.0.0.5:5000``); nothing is listed by default. A redirect is
an answer like any other and is not followed. A host whose name leads into a private network is refused, unless its
address itself is listed: the connection is made to the very address that was checked, so a name that leads
elsewhere the second time gains nothing. E-mail, storage and the scanner have settings of their own and take no
address from anybody.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from pup_portal.security_events import SecurityEvent, tell

CONNECT_AND_READ_SECONDS = 10.0
WHOLE_SECONDS = 60.0
LARGEST_ANSWER = 5 * 1024 * 1024
_PIECE = 64 * 1024
_PORTS = {"https": 443, "http": 80}


class NotAllowed(Exception):
    """The address is not one the office has named; a fault of the caller or of the settings."""


class Unreachable(Exception):
    """The host did not answer in time, or not as HTTP asks. Trying later may help."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 300


def ask(
    method: str,
    url: str,
    *,
    content: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    seconds: float = CONNECT_AND_READ_SECONDS,
    in_all: float = WHOLE_SECONDS,
) -> Answer:
    """One request, one answer, whatever its status; header names come in small letters.

    ``seconds`` is the longest silence, ``in_all`` how long a body that drips may take. Raises ``NotAllowed`` before anything is sent, or ``Unreachable``.
    Plain http only reaches private addresses that are listed: it has no place on the open internet.
    """
    with _sent(method, url, content, headers, seconds) as response:
        body = b"".join(_pieces(response, largest=LARGEST_ANSWER, until=time.monotonic() + in_all))
        return Answer(response.status, _headers(response), body)


def download(
    url: str,
    *,
    content: bytes,
    headers: Mapping[str, str],
    into: IO[bytes],
    largest: int,
    in_all: float = WHOLE_SECONDS,
) -> Answer:
    """Post ``content`` and write the body of the answer, of at most ``largest`` bytes, into a file as it comes.

    Else like ``ask``; ``content`` of the answer is empty.
    """
    with _sent("POST", url, content, headers, CONNECT_AND_READ_SECONDS) as response:
        for piece in _pieces(response, largest=largest, until=time.monotonic() + in_all):
            into.write(piece)
        return Answer(response.status, _headers(response), b"")


@contextmanager
def _sent(
    method: str, url: str, content: bytes | None, headers: Mapping[str, str] | None, seconds: float
) -> Iterator[http.client.HTTPResponse]:
    """The answer, of which only the head is read. What breaks while it is used is told as ``Unreachable``."""
    address = urlsplit(url)
    try:
        host, port = _named(address)
        target = _checked(host, port, encrypted=address.scheme == "https")
    except NotAllowed as refusal:
        tell(SecurityEvent.OUTBOUND_REFUSED, why=str(refusal))
        raise
    try:
        connection = _Connection(host, port, target, encrypted=address.scheme == "https", seconds=seconds)
        try:
            path = address.path or "/"
            connection.request(
                method, f"{path}?{address.query}" if address.query else path, content, dict(headers or {})
            )
            yield connection.getresponse()
        finally:
            connection.close()
    except (OSError, http.client.HTTPException) as trouble:
        raise Unreachable(type(trouble).__name__) from trouble


def _headers(response: http.client.HTTPResponse) -> dict[str, str]:
    return {name.lower(): text for name, text in response.getheaders()}


def _pieces(response: http.client.HTTPResponse, *, largest: int, until: float) -> Iterator[bytes]:
    """The body piece by piece, or ``Unreachable`` when it is too large or still dripping at ``until``."""
    size = 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > largest:
            raise Unreachable("the answer is too large")
        if time.monotonic() > until:
            raise Unreachable("the answer does not end")
        yield piece
    if response.length:  # the connection closed before the announced end
        raise Unreachable("the answer is cut off")


class _Connection(http.client.HTTPConnection):
    """To ``target``, an address already checked, speaking as to ``host``: its name is in the certificate."""

    def __init__(self, host: str, port: int, target: str, *, encrypted: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._target = target
        self._encrypted = encrypted

    def connect(self) -> None:
        self.sock = socket.create_connection((self._target, self.port), timeout=self.timeout)
        if self._encrypted:
            context = ssl.create_default_context()  # TLS 1.2 or newer, the certificate and its name checked
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def _named(address: SplitResult) -> tuple[str, int]:
    """Host and port, if the office lists them. A host listed without a port is listed with the usual one only."""
    try:
        host, port = address.hostname or "", address.port or _PORTS.get(address.scheme, 0)
    except ValueError:  # a port that is no number
        raise NotAllowed("not an address") from None
    if not port or not host or address.username is not None or address.password is not None:
        raise NotAllowed("not an address")
    spellings = {_spelled(host, port)} | ({host} if port == _PORTS.get(address.scheme) else set())
    if address.scheme not in _PORTS or spellings.isdisjoint(settings.OUTBOUND_HOSTS):
        raise NotAllowed("the host is not in OUTBOUND_HOSTS")
    return host, port


def _spelled(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _checked(host: str, port: int, *, encrypted: bool) -> str:
    """The address behind ``host`` to connect to. All of its addresses have to be public, or ``host`` one itself."""
    is_listed_address = _is_address(host)
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as trouble:
        raise Unreachable(type(trouble).__name__) from trouble
    private = [text for text in found if not _is_public(text)]
    if private and not is_listed_address:
        raise NotAllowed("the host leads into a private network; list its address instead")
    if not encrypted and not private:
        raise NotAllowed("plain http to a public address")
    return found[0]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_public(text: str) -> bool:
    """Also judges the IPv4 address inside of an IPv6 one."""
    address = ipaddress.ip_address(text)
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return inner.is_global and not inner.is_multicast

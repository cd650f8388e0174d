"""Requests whose length can be read in two ways, sent byte by byte to the web server as the product starts it.

Where a proxy and a server disagree about where a request ends, one visitor's request becomes the beginning of
another's. So whatever is ambiguous has to be refused and the connection closed; and what follows on a connection has
to be answered as what it is.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.embedded.test_demo import free_port

pytestmark = pytest.mark.servers

ROOT = Path(__file__).parents[2]
# What is smuggled: answered on its own it would be a 200. 37 bytes, as the lengths below say.
SECRET = b"GET /livez HTTP/1.1\r\nHost: portal\r\n\r\n"
STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")
POST = b"POST /livez HTTP/1.1\r\nHost: portal\r\n"
GET = POST.replace(b"POST", b"GET")
AMBIGUOUS = {
    "length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECRET,
    "chunks and length": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 42\r\n\r\n0\r\n\r\n" + SECRET,
    "two lengths": POST + b"Content-Length: 0\r\nContent-Length: 37\r\n\r\n" + SECRET,
    "two lengths in one line": POST + b"Content-Length: 0, 37\r\n\r\n" + SECRET,
    "length with a sign": POST + b"Content-Length: +0\r\n\r\n" + SECRET,
    "length in hexadecimal": POST + b"Content-Length: 0x0\r\n\r\n" + SECRET,
    "length with other digits": POST + "Content-Length: ٠\r\n\r\n".encode() + SECRET,
    "folded header": POST + b"X-Planted: a\r\n Content-Length: 37\r\n\r\n" + SECRET,
    "folded chunks": POST + b"Content-Length: 0\r\nTransfer-Encoding:\r\n chunked\r\n\r\n" + SECRET,
    "space before the colon": POST + b"Content-Length : 37\r\n\r\n" + SECRET,
    "unknown encoding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECRET,
    "chunks twice": POST + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" + SECRET,
    "chunks with a tab inside": POST + b"Transfer-Encoding: chun\tked\r\n\r\n0\r\n\r\n" + SECRET,
    "chunk size with a sign": POST + b"Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" + SECRET,
    "chunk size with an underscore": POST + b"Transfer-Encoding: chunked\r\n\r\n0_0\r\n\r\n" + SECRET,
    "bare line feed in a header": POST + b"X-Planted: a\nContent-Length: 37\r\n\r\n" + SECRET,
    "bare carriage return": POST + b"X-Planted: a\rContent-Length: 37\r\n\r\n" + SECRET,
    "zero byte in a header": POST + b"X-Planted: a\0b\r\nContent-Length: 0\r\n\r\n" + SECRET,
    "chunks in HTTP/1.0": b"POST /livez HTTP/1.0\r\nHost: portal\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    + SECRET,
}


@pytest.fixture(scope="module")
def server():
    """gunicorn with the product's own configuration; ``/livez`` asks no database."""
    port = free_port()
    environment = (
        os.environ
        | {
            "BIND": f"127.0.0.1:{port}",
            "WEB_WORKERS": "1",
            "HTTPS": "false",
            "DATABASE_URL": "postgresql://nobody:x@127.0.0.1:9/none",  # a request that is not understood needs none
            "ALLOWED_HOSTS": "portal,127.0.0.1",
        }
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "pup_portal.wsgi"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(port, process)
        yield port
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def wait_for(port, process):
    until = time.monotonic() + 90
    while time.monotonic() < until:
        assert process.poll() is None
        with suppress(OSError):
            if statuses(
                exchange(port, [b"GET /livez HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n"])
            ):
                return
        time.sleep(0.3)
    raise TimeoutError


def exchange(port, pieces, *, pause=0.0):
    """Send ``pieces`` one after another on one connection; what came back until it was closed or silent."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        with suppress(BrokenPipeError, ConnectionResetError):
            for piece in pieces:
                line.sendall(piece)
                time.sleep(pause)
        line.settimeout(1.5)
        with suppress(TimeoutError, ConnectionResetError):
            while part := line.recv(65536):
                received += part
    return received


def statuses(received):
    return [int(status) for status in STATUS.findall(received)]


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_request_of_two_readings_is_refused_and_nothing_behind_it_answered(server, name):
    received = exchange(server, [AMBIGUOUS[name]])

    assert statuses(received)
    assert {status for status in statuses(received) if status < 400} == set(), received


@pytest.mark.parametrize(
    ("body", "length"),
    [(b"0\r\n\r\n", b"Transfer-Encoding: chunked"), (b"", b"Content-Length: 0")],
    ids=["chunks", "length"],
)
def test_plain_request_and_the_one_behind_it_are_two(server, body, length):
    following = b"GET /livez HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n"

    received = exchange(server, [GET + length + b"\r\n\r\n" + body + following])

    assert statuses(received) == [200, 200]


def test_request_in_many_pieces_is_one(server):
    request = b"GET /livez HTTP/1.1\r\nHost: portal\r\nX-Planted: a\r\nConnection: close\r\n\r\n"

    received = exchange(server, [request[at : at + 7] for at in range(0, len(request), 7)], pause=0.02)

    assert statuses(received) == [200]


def test_body_that_looks_like_a_request_stays_a_body(server):
    head = GET + f"Content-Length: {len(SECRET)}\r\nConnection: close\r\n\r\n".encode()

    received = exchange(server, [head, SECRET], pause=0.1)

    assert statuses(received) == [200]

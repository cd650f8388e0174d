"""A server of our own that answers as the service of the national database does, sick moods included."""

import base64
import contextlib
import http.server
import threading
from collections.abc import Iterator

BOUNDARY = "uuid:part-of-the-answer"
TAKEN = "Poprawny"
INCLUDE = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:oferty%40praca"/>'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
ROOT = (
    'Content-Type: application/xop+xml; charset=UTF-8; type="text/xml"\r\n'
    "Content-Transfer-Encoding: binary\r\nContent-ID: <root@praca>"
)


def envelope(status: str, content: str = "", *, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        '<ns2:DaneResponse xmlns:ns2="http://oferty.praca.gov.pl/v2/oferta"><odpowiedz>'
        f"<Status>{status}</Status><Zawartosc>{content}</Zawartosc>"
        "</odpowiedz></ns2:DaneResponse></soap:Body></soap:Envelope>"
    ).encode()


def inline(archive: bytes) -> bytes:
    return envelope(TAKEN, base64.encodebytes(archive).decode())


def multipart(archive: bytes, *, root: bytes = b"", encoding: str = "binary") -> bytes:
    mark = f"--{BOUNDARY}".encode()
    attached = (
        "Content-Type: application/zip\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\nContent-ID: <oferty@praca>"
    )
    return b"\r\n".join(
        [
            *(mark, ROOT.encode(), b"", root or envelope(TAKEN, INCLUDE)),
            *(mark, attached.encode(), b"", archive),
            *(mark + b"--", b""),
        ]
    )


MULTIPART = (
    f'multipart/related; type="application/xop+xml"; boundary="{BOUNDARY}"; start="<root@praca>"; '
    'start-info="text/xml"'
)
XML = "text/xml;charset=UTF-8"


class FeedServer(http.server.ThreadingHTTPServer):
    """Answers whatever ``reply`` says; ``mood`` makes it behave badly. It keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[dict[str, str], bytes]] = []
        self.stop = threading.Event()
        self.answers(envelope("Brak danych"))

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.host}/integration/services/v2/oferta"

    def answers(self, body: bytes, kind: str = XML, *, status: int = 200, mood: str = "") -> None:
        self.body, self.kind, self.status, self.mood = body, kind, status, mood


class _Handler(http.server.BaseHTTPRequestHandler):
    server: FeedServer

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((dict(self.headers.items()), sent))
        body, mood = self.server.body, self.server.mood
        if mood == "slow":
            self.server.stop.wait(5)
            return
        self.send_response(self.server.status)
        self.send_header("Content-Type", self.server.kind)
        if self.server.status == 302:
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if mood == "truncated" else body)

    def log_message(self, *words: object) -> None:
        pass


@contextlib.contextmanager
def feed_server() -> Iterator[FeedServer]:
    server = FeedServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.stop.set()
    server.shutdown()
    server.server_close()
    thread.join()

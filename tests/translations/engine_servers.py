"""Servers of our own that speak the protocols of LibreTranslate, DeepL and eTranslation, errors included."""

import contextlib
import http.server
import json
import re
import threading
import time
from collections.abc import Iterator
from typing import Any

KEY = "key-that-nobody-may-see-7421:fx"
PASSWORD = "password-that-nobody-may-see-8530"
TOKENS = re.compile(r'<x id="\d+"/>|\[X\d+X\]|\[notranslate\]X\d+X\[/notranslate\]')
RUSSIAN = "Мы ищем сотрудников, чтобы вырезать объявления и этикетки"
POLISH = "To jest dalej tekst po polsku, którego nikt nie przetłumaczył"


WORDS = ["українською", "мовою", "машиною", "самостійно", "повністю", "швидко", "гарно", "уважно"]


def translated(text: str) -> str:
    """Ukrainian of about the length of ``text``, with its tokens in their order."""
    tokens = " та ".join(TOKENS.findall(text))
    count = max(1, len(TOKENS.sub("", text)) // 12)
    words = [WORDS[place % len(WORDS)] for place in range(count)]
    return " ".join(["Перекладено", *words, tokens]).strip() + "."


def spoilt(mode: str, text: str) -> str:
    """What a sick engine makes of ``text``."""
    tokens, good = TOKENS.findall(text), translated(text)
    if mode == "lost":
        return good.replace(tokens[0], "", 1)
    if mode == "doubled":
        return good + tokens[0]
    if mode == "half":
        return good[: len(good) // 5]
    by_mode = {
        "emoji": "😀",
        "emoji-inside": f"{good} 🤖",
        "russian": " ".join([RUSSIAN, *tokens]),
        "polish": " ".join([POLISH, *tokens]),
        "giant": good * 2000,
        "empty": "",
        "other-number": f"{good} 77",
        "broken-token": f"{good} [X9",
    }
    return by_mode.get(mode, good)


STATUSES = {"400": 400, "401": 401, "403": 403, "413": 413, "429": 429, "456": 456, "500": 500, "503": 503}
STATUSES |= {"302": 302}


class Engines(http.server.ThreadingHTTPServer):
    """All three engines in one server; ``mode`` says how it feels. It keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.recover()

    def recover(self) -> None:
        self.mode = "ok"
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.number = 4000
        self.gate = threading.Event()
        self.gate.set()
        self.arrived = threading.Semaphore(0)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who was kept waiting has hung up."""


class _Conversation(http.server.BaseHTTPRequestHandler):
    server: Engines

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path} | body)
        self.server.headers.append({name.lower(): text for name, text in self.headers.items()})
        self.server.arrived.release()
        self.server.gate.wait(30)
        if self.server.mode in STATUSES:
            self.refuse(STATUSES[self.server.mode])
        elif self.server.mode == "drip":
            self.drip()
        else:
            self.say(self.answer(body))

    def do_GET(self) -> None:
        if self.server.mode in STATUSES:
            self.refuse(STATUSES[self.server.mode])
        else:
            self.say({"character_count": 1200, "character_limit": 500000})

    def answer(self, body: dict[str, Any]) -> Any:
        mode = self.server.mode
        if self.path == "/askTranslate":
            self.server.number += 1
            numbers = {"quota": -11200, "concurrent": -20028, "unknown": -1, "zero": 0, "endless": 10**300}
            return {"requestId": numbers.get(mode, self.server.number)}
        texts = body["q"] if self.path == "/translate" else body["text"]
        texts = [spoilt(mode, text) for text in texts]
        if mode == "fewer":
            texts.pop()
        if mode == "list":
            return texts
        if mode == "numbers":
            texts = [7 for _ in texts]
        if self.path == "/translate":
            return {"translatedText": texts}
        return {"translations": [{"detected_source_language": "PL", "text": text} for text in texts]}

    def refuse(self, status: int) -> None:
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "7200")
        self.end_headers()
        self.wfile.write(b'{"error": "no"}')

    def say(self, answer: Any) -> None:
        content = json.dumps(answer).encode()
        self.send_response(200)
        if self.server.mode == "cut-off":
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        half = content[: len(content) // 2]
        self.wfile.write({"cut": half, "cut-off": half, "html": b"<html>"}.get(self.server.mode, content))

    def drip(self) -> None:
        """A byte now and then, so that no silence is ever long."""
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.05)

    def log_message(self, *words: object) -> None:
        pass


@contextlib.contextmanager
def running() -> Iterator[Engines]:
    server = Engines()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.gate.set()
    server.shutdown()
    server.server_close()
    thread.join()

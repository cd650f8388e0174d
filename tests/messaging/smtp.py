"""A small mail server of our own: it keeps what it accepts, refuses whom it is told to, and can hold a sender."""

import contextlib
import email
import socketserver
import threading
from collections.abc import Iterator
from email.message import Message as Mail

PATIENCE = 60  # seconds


class _Conversation(socketserver.StreamRequestHandler):
    server: "Sink"

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            self.say(220, "sink")
            for line in self.rfile:
                if not self.answer(line.decode().strip()):
                    return

    def answer(self, line: str) -> bool:
        command = line[:4].upper()
        if command == "MAIL":
            gate = self.server.gate
            self.server.arrivals.release()
            gate.wait(PATIENCE)
            self.say(250, "ok")
        elif command == "RCPT":
            self.say(self.server.code_for(line), "as told")
        elif command == "DATA":
            self.say(354, "go on")
            self.take()
        else:
            self.say(221 if command == "QUIT" else 250, "ok")
        return command != "QUIT"

    def take(self) -> None:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                self.server.accepted.append(email.message_from_bytes(b"".join(lines)))
                self.say(250, "accepted")
                return
            lines.append(line)

    def say(self, code: int, text: str) -> None:
        self.wfile.write(f"{code} {text}\r\n".encode())


class Sink(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.gates: list[threading.Event] = []
        self.forget()

    def forget(self) -> None:
        """Be as if nobody had come yet."""
        self.release()
        self.accepted: list[Mail] = []
        self.arrivals = threading.Semaphore(0)
        self.codes: dict[str, int] = {}

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.accepted]

    def code_for(self, line: str) -> int:
        """What RCPT is answered: ``codes`` by address, 250 for everybody else."""
        return next((code for address, code in self.codes.items() if address in line), 250)

    def hold(self) -> None:
        """Let whoever comes next wait in the middle of its work until ``release``."""
        self.gate = threading.Event()
        self.gates.append(self.gate)

    def let_pass(self) -> None:
        """Whoever comes next walks through; whoever is held stays held."""
        self.gate = threading.Event()
        self.gate.set()

    def release(self) -> None:
        self.let_pass()
        for gate in self.gates:
            gate.set()

    def wait_for_sender(self) -> None:
        assert self.arrivals.acquire(timeout=PATIENCE), "nobody came to send"


@contextlib.contextmanager
def running_sink() -> Iterator[Sink]:
    with Sink() as sink:
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield sink
        finally:
            sink.release()
            sink.shutdown()
            thread.join()

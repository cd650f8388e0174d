"""A real clamd with a signature of our own, and scanners that misbehave."""

import shutil
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pup_portal import antivirus
from pup_portal.antivirus import Infected, ScannerSilent, check
from pup_portal.uploads import cleaned
from tests.pup_portal.files import handed_over, pdf

HARMFUL = b"PUP-PORTAL-HARMFUL-SPECIMEN"
SIGNATURE = f"PupPortal.Specimen:0:*:{HARMFUL.hex()}\n"
SILENT = "does not answer"


def clamd() -> str:
    found = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    assert found, "clamd is missing: apt-get install clamav-daemon"
    return found


@contextmanager
def running(folder: Path, port: int) -> Iterator[None]:
    """clamd with nothing but our one signature, answering on a socket and a port of this machine."""
    (folder / "signatures").mkdir()
    (folder / "signatures" / "ours.ndb").write_text(SIGNATURE)
    (folder / "clamd.conf").write_text(
        f"DatabaseDirectory {folder / 'signatures'}\nLocalSocket {folder / 'clamd'}\nTCPSocket {port}\n"
        "TCPAddr 127.0.0.1\nForeground true\nStreamMaxLength 1M\nMaxThreads 2\nOfficialDatabaseOnly false\n"
    )
    scanner = subprocess.Popen(
        [clamd(), "--config-file", str(folder / "clamd.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while not (folder / "clamd").exists():
            assert scanner.poll() is None, "clamd has ended"
            assert time.monotonic() < deadline, "clamd does not start"
            time.sleep(0.1)
        yield
    finally:
        scanner.terminate()
        scanner.wait(timeout=30)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture(scope="module")
def addresses() -> Iterator[dict[str, str]]:
    port = free_port()
    with TemporaryDirectory(prefix="pup-clamd-") as name, running(Path(name), port):
        yield {"unix": f"unix://{name}/clamd", "tcp": f"tcp://127.0.0.1:{port}"}


@pytest.mark.servers
@pytest.mark.parametrize("way", ["unix", "tcp"])
def test_clean_file_passes_a_real_scanner(settings, addresses, way):
    settings.CLAMD_URL = addresses[way]

    assert check(pdf()) is True


@pytest.mark.servers
@pytest.mark.parametrize("way", ["unix", "tcp"])
@pytest.mark.parametrize("before", [0, 100_000])
def test_real_scanner_finds_what_is_harmful(settings, addresses, way, before):
    settings.CLAMD_URL = addresses[way]

    with pytest.raises(Infected, match="something harmful"):
        check(b"x" * before + HARMFUL)


@pytest.mark.servers
def test_file_too_large_for_the_real_scanner_is_not_taken(settings, addresses):
    settings.CLAMD_URL = addresses["unix"]

    with pytest.raises(ScannerSilent, match=SILENT):
        check(b"x" * 3_000_000)


@pytest.mark.servers
def test_harmful_file_is_refused_before_it_is_opened(settings, addresses, written_log):
    settings.CLAMD_URL = addresses["unix"]

    with pytest.raises(Infected):
        cleaned(handed_over(pdf()[:100] + HARMFUL))

    assert "PupPortal.Specimen" in written_log.getvalue()


@pytest.mark.servers
def test_file_says_that_it_was_read_by_the_scanner(settings, addresses):
    settings.CLAMD_URL = addresses["unix"]

    assert cleaned(handed_over(pdf())).was_scanned is True


def test_without_a_scanner_nothing_is_claimed():
    assert check(HARMFUL) is False
    assert cleaned(handed_over(pdf())).was_scanned is False


@pytest.mark.parametrize("address", ["unix:///nowhere/clamd", "tcp://127.0.0.1:1"])
def test_scanner_that_is_not_there_lets_nothing_pass(settings, address):
    settings.CLAMD_URL = address

    with pytest.raises(ScannerSilent, match=SILENT):
        check(pdf())


@contextmanager
def answering(*answers: bytes, listens: bool = True) -> Iterator[str]:
    """A scanner that says ``answers`` when it has heard everything, or at once when it does not listen."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            caller, _address = server.accept()
            with caller, suppress(ConnectionError):  # who asked may hang up
                heard = b""
                while listens and not heard.endswith(struct.pack("!I", 0)):
                    heard += caller.recv(65536)
                for answer in answers:
                    caller.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        thread.join(timeout=10)


@pytest.mark.parametrize(
    "answers",
    [
        [],
        [b"\0"],
        [b"UNKNOWN COMMAND\0"],
        [b"stream: Can't allocate memory ERROR\0"],
        [b"stream: OK"[:6]],
        [b"not stream: OK\0"],
        [b"x" * 5000],
    ],
)
def test_anything_but_a_plain_ok_lets_nothing_pass(settings, answers):
    with answering(*answers) as settings.CLAMD_URL, pytest.raises(ScannerSilent, match=SILENT):
        check(b"content")


def test_answer_without_an_end_is_not_taken_whole(settings, written_log):
    longest = 2 * 1024  # one answer, and what came in with its last bytes

    with answering(b"x" * 200_000) as settings.CLAMD_URL, pytest.raises(ScannerSilent, match=SILENT):
        check(b"content")

    assert "x" * 100 in written_log.getvalue()
    assert "x" * longest not in written_log.getvalue()


def test_answer_in_pieces_is_put_together(settings):
    with answering(b"stream:", b" OK", b"\0") as settings.CLAMD_URL:
        assert check(b"content") is True


def test_scanner_that_stops_listening_is_heard_or_refused(settings):
    impatient = answering(b"INSTREAM size limit exceeded. ERROR\0", listens=False)

    with impatient as settings.CLAMD_URL, pytest.raises(ScannerSilent, match=SILENT):
        check(b"x" * 20_000_000)


def test_scanner_that_says_nothing_is_not_waited_for_without_end(settings, monkeypatch):
    monkeypatch.setattr(antivirus, "SCAN_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.getsockname()[1]}"

        with pytest.raises(ScannerSilent, match=SILENT):
            check(b"content")

"""The office's virus scanner: ClamAV's daemon, asked over its own protocol (INSTREAM, clamd(8))."""

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError
from pup_portal.security_events import SecurityEvent, tell

CONNECT_SECONDS = 5
SCAN_SECONDS = 60
_CHUNK = 64 * 1024
_LONGEST_ANSWER = 1024
_CLEAN, _FOUND = b"stream: OK", b" FOUND"


class Infected(DomainError):
    """The scanner knows this content as harmful."""


class ScannerSilent(DomainError):
    """A scanner is configured and did not say that the content is clean: the file is not taken."""


def check(content: bytes) -> bool:
    """Let the scanner of ``CLAMD_URL`` read ``content``; say whether there is a scanner.

    Raises ``Infected`` or ``ScannerSilent``; only a plain "OK" of the scanner lets a file pass.
    """
    if not settings.CLAMD_URL:
        return False
    try:
        answer = _answer_to(content)
    except OSError as trouble:
        tell(SecurityEvent.SCANNER_UNREACHABLE, trouble=type(trouble).__name__)
        raise _silent() from trouble
    if answer.endswith(_FOUND):
        name = answer.removesuffix(_FOUND).decode("ascii", "replace")
        tell(SecurityEvent.SCANNER_FOUND, signature=name)
        raise Infected(_("The virus scanner found something harmful in this file. It was not stored."))
    if answer != _CLEAN:  # too large for it, out of memory, cut off …
        tell(SecurityEvent.SCANNER_FAILED, answer=answer.decode("ascii", "replace"))
        raise _silent()
    return True


def _silent() -> ScannerSilent:
    return ScannerSilent(
        _(
            "The virus scanner does not answer, so files cannot be taken now. Try again later or tell the administrator."
        )
    )


def _answer_to(content: bytes) -> bytes:
    with _connection() as scanner:
        try:
            scanner.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), _CHUNK):
                chunk = content[start : start + _CHUNK]
                scanner.sendall(struct.pack("!I", len(chunk)) + chunk)
            scanner.sendall(struct.pack("!I", 0))
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has heard enough, and says why
        return _line_from(scanner)


def _connection() -> socket.socket:
    address = urlsplit(settings.CLAMD_URL)
    if address.scheme == "unix":
        scanner = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        scanner.settimeout(CONNECT_SECONDS)
        try:
            scanner.connect(address.path)
        except OSError:
            scanner.close()
            raise
    else:
        scanner = socket.create_connection((address.hostname, address.port), timeout=CONNECT_SECONDS)
    scanner.settimeout(SCAN_SECONDS)
    return scanner


def _line_from(scanner: socket.socket) -> bytes:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
        part = scanner.recv(_LONGEST_ANSWER)
        if not part:
            break
        answer += part
    return answer.rstrip(b"\0")

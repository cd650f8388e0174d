"""What went wrong, as a sentence that says what to do."""

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_TAIL_LINES = 20


class CannotStart(SystemExit):
    """The start is given up. The sentence goes to standard error and the exit status is 1."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses below ``folder`` into a sentence."""
    try:
        yield
    except OSError as error:
        sentence = _sentence(error, folder)
        if sentence is None:
            raise
        raise CannotStart(sentence) from error


def full_disk(folder: Path) -> str:
    return f"The disk that holds {folder} is full. Free about 1 GB there and start again."


def tail(log: Path, lines: int = _TAIL_LINES) -> str:
    """The last lines of a log, indented; an empty string when there is none."""
    if not log.exists():
        return ""
    text = log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
    return "".join(f"    {line}\n" for line in text)


def eventually(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait until the condition holds; say whether it did in time."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def say(sentence: str, *, end: str = "\n") -> None:
    sys.stdout.write(sentence + end)
    sys.stdout.flush()


def _sentence(error: OSError, folder: Path) -> str | None:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return full_disk(folder)
    if error.errno == errno.EROFS:
        return f"{folder} is on a read-only disk. Set VAR_DIR to a folder that can be written."
    if error.errno in {errno.EACCES, errno.EPERM}:
        return (
            f"{error.filename or folder} may not be written by this user. Start as the user who owns {folder}, "
            f"or give it to yourself: sudo chown -R $(id -un) {folder}"
        )
    return None

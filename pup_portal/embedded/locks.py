"""Locks that the kernel takes back when their holder dies, however it dies: none is ever stale."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self


class FileLock:
    """A lock on one file. It lasts until ``release`` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("a+", encoding="ascii")

    def share(self) -> Self:
        fcntl.flock(self._file, fcntl.LOCK_SH)
        return self

    def take(self) -> Self:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        return self

    def try_take(self) -> bool:
        """Take the lock alone if nobody holds it; say whether it is ours."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def sign(self, pid: int) -> None:
        """Write who holds the lock, for those who find it held."""
        self._file.truncate(0)
        self._file.write(str(pid))
        self._file.flush()

    def release(self) -> None:
        self._file.close()


@contextmanager
def held(path: Path) -> Iterator[FileLock]:
    """Hold ``path`` alone, waiting for whoever holds it now."""
    lock = FileLock(path)
    try:
        yield lock.take()
    finally:
        lock.release()


def is_held(path: Path) -> bool:
    """Say whether somebody holds ``path`` now."""
    if not path.exists():
        return False
    lock = FileLock(path)
    try:
        return not lock.try_take()
    finally:
        lock.release()


def holder(path: Path) -> int | None:
    """The process that signed the lock; only worth something while it is held."""
    text = path.read_text(encoding="ascii") if path.exists() else ""
    return int(text) if text.isdigit() else None

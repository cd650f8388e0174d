"""The processes of the demo: started together, watched together, ended together and in order."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import psutil

from pup_portal.embedded import privileges
from pup_portal.embedded.trouble import CannotStart, tail

MARK = "PUP_PORTAL_DEMO"  # in the environment of every child: the var folder it works for
_LOG_LIMIT = 5 * 1024 * 1024
_LEFTOVER_SECONDS = 5.0


@dataclass(frozen=True)
class Program:
    """What to run, and how long it may take to end by itself.

    ``quick`` is the signal that ends it without waiting for its work: it arrives when we are killed.
    """

    name: str
    command: Sequence[str]
    grace: float
    quick: str = "TERM"


class Child:
    """One running program. It leads its own process group, so that nothing it starts can be forgotten."""

    def __init__(self, program: Program, folder: Path, environment: Mapping[str, str]) -> None:
        self.program = program
        self.log = folder / f"{program.name}.log"
        if self.log.exists() and self.log.stat().st_size > _LOG_LIMIT:
            self.log.replace(folder / f"{program.name}.1.log")
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                [*privileges.prefix(None, death_signal=program.quick), *program.command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=environment,
                start_new_session=True,  # Ctrl-C in the terminal is for us: we end the children in order
            )

    def check(self) -> None:
        """Raise with the end of its log if it has stopped by itself."""
        status = self._process.poll()
        if status is not None:
            raise CannotStart(
                f"{self.program.name} stopped by itself ({_told(status)}), so everything was stopped. "
                f"The end of {self.log}:\n{tail(self.log)}"
            )

    def end(self) -> None:
        """Ask it to end, wait, insist; then end whatever it leaves in its group."""
        with suppress(subprocess.TimeoutExpired):
            self._process.terminate()
            self._process.wait(self.program.grace)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def end_leftovers(var: Path) -> int:
    """End what a killed run left working for ``var``; say how many processes that were."""
    left = [process for process in psutil.process_iter() if _works_for(process, var)]
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.terminate()
    for process in psutil.wait_procs(left, timeout=_LEFTOVER_SECONDS)[1]:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(left, timeout=_LEFTOVER_SECONDS)
    return len(left)


def watch(checks: Sequence[Callable[[], None]]) -> NoReturn:
    """Repeat the checks until one of them raises, or the handler of a signal does."""
    while True:
        for check in checks:
            check()
        time.sleep(0.25)


def _works_for(process: psutil.Process, var: Path) -> bool:
    if process.pid == os.getpid():
        return False
    try:
        return process.environ().get(MARK) == str(var)
    except (psutil.Error, OSError):  # it has just ended, or belongs to somebody else
        return False


def _told(status: int) -> str:
    return f"killed by {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"

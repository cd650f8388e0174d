"""What must be done before the portal can run, each step only when its inputs have changed."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pup_portal.embedded.trouble import CannotStart, full_disk, say, tail

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "locale"
_NEWS_SECONDS = 10


def fingerprint(files: Iterable[Path]) -> str:
    """One hash of the names and contents of ``files``."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(str(file).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def files_in(folder: Path, pattern: str) -> list[Path]:
    return [path for path in folder.glob(pattern) if path.is_file()]


@dataclass(frozen=True)
class Stamp:
    """Remembers in ``path`` that a step was done on the inputs of this ``fingerprint``."""

    path: Path
    fingerprint: str

    def is_current(self) -> bool:
        return self.path.exists() and self.path.read_text(encoding="ascii") == self.fingerprint

    def set(self) -> None:
        self.path.write_text(self.fingerprint, encoding="ascii")


def catalogues() -> list[Path]:
    return list(LOCALE.glob("*/LC_MESSAGES/*.po"))


def compile_catalogues() -> None:
    """Make the compiled catalogues of the interface without gettext's own tools.

    The compiler is a development dependency: an image is built with the catalogues in it.
    """
    for source in catalogues():
        target = source.with_suffix(".mo")
        words = ["--progress=none", "--errorlevel=message", str(source), str(target)]
        made = subprocess.run(
            [sys.executable, "-c", "from translate.tools.pocompile import main; main()", *words],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode or "Error processing" in made.stderr:  # its exit status says nothing
            target.unlink(missing_ok=True)
            raise CannotStart(f"The catalogue {source} cannot be compiled:\n{made.stdout}{made.stderr}")


def compile_stale_catalogues() -> None:
    """Compile only if a compiled catalogue is missing or older than its source."""
    for source in catalogues():
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            compile_catalogues()
            return


def manage(*words: str, log: Path) -> None:
    """Run a management command, its output in ``log``; tell every few seconds that it still works."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), *words],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            cwd=ROOT,
        )
        try:
            status = _wait(process, log)
        finally:
            process.kill()
            process.wait()
    if status:
        end = tail(log)
        raise CannotStart(
            full_disk(log.parent)
            if "No space left on device" in end
            else f"“manage.py {' '.join(words)}” failed. The end of {log}:\n{end}"
        )


def step(sentence: str, work: Callable[[], None]) -> None:
    """Say what is being done, do it, say how long it took."""
    say(f"· {sentence} … ", end="")
    began = time.monotonic()
    work()
    say(f"{time.monotonic() - began:.1f} s")


def _wait(process: subprocess.Popen[bytes], log: Path) -> int:
    began = time.monotonic()
    while True:
        try:
            return process.wait(_NEWS_SECONDS)
        except subprocess.TimeoutExpired:
            seconds = time.monotonic() - began
            say(f"\n    {seconds:.0f} s … {_last_line(log)}", end=" ")


def _last_line(log: Path) -> str:
    return tail(log, lines=1).strip()[:100]


def command(*words: str) -> Sequence[str]:
    """A program of our own virtual environment, by module, so that no script of another one is found."""
    return [sys.executable, "-m", *words]

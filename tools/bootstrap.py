"""Set up what the portal needs on a bare machine, then run it: ``bootstrap.py demo|test|lint|…``.

Only the standard library, and only what the oldest supported system Python can read (3.8): it is run by
whichever Python there is, to find or fetch the one the portal wants. Nothing is installed outside of the
project folder, except system libraries, and those only as root.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
STAMP = VENV / "synced"
OLDEST = (3, 12)
FETCHED = "3.13"  # when there is none
NAMES = ["python3.13", "python3.12", "python3.14", "python3", "python"]
UV = "uv>=0.7"

LIBRARIES = {  # what is opened: the Debian package that has it
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
PROGRAMS = {  # what is run, in one of these forms: the Debian package that has it
    ("chromium", "chromium-headless-shell"): "chromium",
    ("redis-server",): "redis-server",
    ("clamd",): "clamav-daemon",
}
SERVER_FOLDERS = "/usr/sbin:/usr/local/sbin"
OTHER_SYSTEMS = {
    "dnf": "sudo dnf install pango harfbuzz chromium redis clamd",
    "zypper": "sudo zypper install pango-tools libharfbuzz-subset0 chromium redis clamav",
    "pacman": "sudo pacman -S pango harfbuzz chromium redis clamav",
    "apk": "sudo apk add pango harfbuzz-subset chromium redis clamav-daemon",
    "brew": "brew install pango harfbuzz chromium redis clamav",
}


def main(words: list[str]) -> None:
    if sys.platform == "win32":
        stop("Windows is not supported; use WSL.")
    purpose = words[0]
    need_libraries(with_programs=purpose == "test")
    sync()
    python = str(VENV / "bin" / "python")
    os.chdir(str(ROOT))
    if purpose in {"demo", "demo-reset"}:
        run_instead(ending_with_parent([python, "-m", "pup_portal.embedded"]) + words)


def need_libraries(*, with_programs: bool) -> None:
    """Install what is missing as root; otherwise print the one line that does it and stop."""
    missing = [package for library, package in LIBRARIES.items() if not opens(library)]
    if with_programs:
        missing += [package for forms, package in PROGRAMS.items() if not any(map(is_program, forms))]
    if not missing:
        return
    line = "apt-get install -y --no-install-recommends " + " ".join(missing)
    if not shutil.which("apt-get"):
        others = [line for program, line in OTHER_SYSTEMS.items() if shutil.which(program)]
        stop(f"Missing: {', '.join(missing)}. Install them, for example with:\n    {(others or [line])[0]}")
    if os.geteuid() != 0:
        stop(f"Missing: {', '.join(missing)}. Run this line, then try again:\n    sudo {line}")
    say("Installing " + ", ".join(missing))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-q"], line.split()):
        if subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
            stop("System packages could not be installed. Run this line, then try again:\n    " + line)


def is_program(name: str) -> bool:
    """On PATH, or where servers stand, which is on root's PATH only."""
    return bool(shutil.which(name) or shutil.which(name, path=SERVER_FOLDERS))


def opens(library: str) -> bool:
    names = [library]
    if sys.platform == "darwin":
        stem = library.split(".so")[0]
        names = [folder + stem + ".0.dylib" for folder in ("", "/opt/homebrew/lib/", "/usr/local/lib/")]
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def sync() -> None:
    """Install exactly what uv.lock says into .venv, unless that was done already."""
    wanted = hashlib.sha256(
        (ROOT / "uv.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    ).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted and answers(VENV / "bin" / "python"):
        return
    uv, python = find_uv(), find_python()
    say(f"Installing the portal's libraries ({python or 'with a Python that uv downloads'})")
    environment = {
        name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")
    }
    environment["UV_PYTHON_DOWNLOADS"] = "never" if python else "automatic"
    # Compiled at once: otherwise every process starts with that, for seconds, where nobody may write it later.
    command = [uv, "sync", "--frozen", "--compile-bytecode", "--python", python or FETCHED]
    done = subprocess.run(command, cwd=str(ROOT), env=environment, check=False)
    if done.returncode:
        stop(
            "The libraries could not be installed; the reason is above. If it is the network, check that the "
            "package registry can be reached; if it is the disk, free about 2 GB. Then try again."
        )
    STAMP.write_text(wanted)


def find_uv() -> str:
    found = shutil.which("uv")
    if found:
        return found
    ours = TOOLS / "uv" / "bin" / "uv"
    if not ours.exists():
        say("Getting uv into .tools")
        shutil.rmtree(str(TOOLS), ignore_errors=True)
        TOOLS.mkdir()
        if not (install_with_venv() or install_with_pip()):
            stop(
                "uv could not be installed. Install python3-venv (apt-get install python3-venv) and try again."
            )
    return str(ours)


def install_with_venv() -> bool:
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(TOOLS / "uv")], stdout=subprocess.DEVNULL, check=False
    )
    return made.returncode == 0 and pip(str(TOOLS / "uv" / "bin" / "python"))


def install_with_pip() -> bool:
    shutil.rmtree(str(TOOLS / "uv"), ignore_errors=True)
    return pip(sys.executable, "--target", str(TOOLS / "uv"))


def pip(python: str, *words: str) -> bool:
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run(command + list(words) + [UV], check=False).returncode == 0


def find_python() -> str | None:
    """The path of the first suitable Python: on PATH, then pyenv's (whose shims may refuse)."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    candidates = [Path(sys.executable)]
    candidates += [Path(folder) / name for name in NAMES for folder in folders if folder]
    candidates += [folder / "bin" / "python3" for folder in sorted(pyenv.glob("3.*"), reverse=True)]
    suitable = (real(candidate) for candidate in candidates if candidate.exists())
    return next((path for path in suitable if path), None)


def real(candidate: Path) -> str | None:
    """The interpreter behind ``candidate``, shim or link, if it is new enough and whole; else nothing."""
    question = f"import sys, ssl; print(sys.version_info >= {OLDEST}, sys._base_executable)"
    try:
        told = subprocess.run(
            [str(candidate), "-c", question],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    is_new, _, path = told.stdout.decode(errors="replace").strip().partition(" ")
    return path if told.returncode == 0 and is_new == "True" else None


def answers(python: Path) -> bool:
    return python.exists() and real(python) is not None


def ending_with_parent(command: list[str]) -> list[str]:
    """Where it can be had: when make is killed, what it runs is told to stop."""
    setpriv = shutil.which("setpriv")
    return ([setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []) + command


def run_instead(command: list[str]) -> NoReturn:
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606 - no shell is the point


def say(sentence: str) -> None:
    print("· " + sentence, flush=True)


def stop(sentence: str) -> NoReturn:
    sys.exit(sentence)


if __name__ == "__main__":
    main(sys.argv[1:])

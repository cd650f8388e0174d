"""PostgreSQL refuses to run as root, and must die with whoever started it.

Both are done by ``setpriv`` (util-linux), which every Linux distribution installs. Modes of folders are
never loosened: where the unprivileged user could not walk into a private folder, the server keeps the one
capability that lets it, and no other.
"""

import os
import pwd
import re
import shutil
import stat
from pathlib import Path

from pup_portal.embedded.trouble import CannotStart

_UNPRIVILEGED = "nobody"
_WALKING = {2: "dac_read_search", 1: "dac_override"}  # number of the capability: its name; the least first
_CAN_SET_SECUREBITS = 8  # setpcap


def server_user(data: Path) -> int | None:
    """The user id the server runs under: ``None`` for our own, somebody harmless instead of root."""
    if os.geteuid() != 0:
        return None
    owner = data.stat().st_uid if data.exists() else 0
    return owner or pwd.getpwnam(_UNPRIVILEGED).pw_uid


def prefix(user: int | None, *needed: Path, death_signal: str) -> list[str]:
    """The words before a command that make it run as ``user`` and die with its parent.

    ``needed`` are the folders the command must reach.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        if user is not None:
            raise CannotStart("As root this needs setpriv. Install util-linux, or start as an ordinary user.")
        return []
    words = [setpriv, "--pdeathsig", death_signal]
    if user is not None:
        group = str(pwd.getpwuid(user).pw_gid)
        words += ["--reuid", str(user), "--regid", group, "--clear-groups", *_walking(user, needed)]
    return [*words, "--"]


def _walking(user: int, needed: tuple[Path, ...]) -> list[str]:
    closed = next((folder for path in needed for folder in _way_to(path) if not _open_to(folder, user)), None)
    if closed is None:
        return ["--inh-caps=-all", "--bounding-set=-all"]
    held = _effective_capabilities()
    name = next((name for number, name in _WALKING.items() if held >> number & 1), None)
    if name is None or not held >> _CAN_SET_SECUREBITS & 1:
        raise CannotStart(
            f"PostgreSQL does not run as root, and {closed} is closed to every other user. "
            f"Start as the user who owns the folder, or move the project to an open one such as /srv."
        )
    # Without no_setuid_fixup access(2) would ignore the capability, and initdb asks it.
    return ["--securebits=+no_setuid_fixup"] + [
        f"--{kind}=-all,+{name}" for kind in ("inh-caps", "ambient-caps", "bounding-set")
    ]


def _way_to(path: Path) -> list[Path]:
    return [*reversed(path.resolve().parents), path.resolve()]


def _open_to(folder: Path, user: int) -> bool:
    about = folder.stat()
    return bool(about.st_mode & (stat.S_IXUSR if about.st_uid == user else stat.S_IXOTH))


def _effective_capabilities() -> int:
    found = re.search(
        r"^CapEff:\s*([0-9a-f]+)", Path("/proc/self/status").read_text(encoding="ascii"), re.MULTILINE
    )
    return int(found.group(1), 16) if found else 0

"""How the tests and the measurements start their browser."""

import os
from pathlib import Path
from typing import Any

# Debian's, the one without windows first: it needs two thirds of the time.
_CHROMIUMS = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
_QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]


def launch_arguments() -> dict[str, Any]:
    """Debian's Chromium where there is one: Playwright's own cannot be downloaded everywhere."""
    arguments = _QUIET + (["--no-sandbox"] if os.geteuid() == 0 else [])
    here = [str(program) for program in _CHROMIUMS if program.exists()]
    return {"args": arguments} | ({"executable_path": here[0]} if here else {})

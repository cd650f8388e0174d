"""Ask the advisory database about every locked dependency: 1 for a finding, 2 when it cannot be asked."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_UNREACHABLE = (
    "ConnectionError",
    "ServiceError",
    "Max retries exceeded",
    "timed out",
    "HTTPError",
    "ProxyError",
)


def main() -> int:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write(locked())
        requirements.flush()
        words = [
            "--requirement",
            requirements.name,
            "--no-deps",
            "--disable-pip",
            "--progress-spinner",
            "off",
        ]
        asked = subprocess.run(
            [sys.executable, "-m", "pip_audit", *words], capture_output=True, text=True, check=False
        )
    print(asked.stdout, asked.stderr, sep="")
    if asked.returncode and any(sign in asked.stderr for sign in _UNREACHABLE):
        print("The advisory database could not be reached, so NOTHING was checked. Try again with network.")
        return 2
    return asked.returncode


def locked() -> str:
    """Every package of uv.lock that is installed here, in its locked version."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
    )
    return listed.stdout


if __name__ == "__main__":
    sys.exit(main())

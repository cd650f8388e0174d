"""Ask the advisory database about every installed dependency.

Exits with 1 for a finding, and with 2 when the database could not be asked about all of them: a silence of
the network must not look like good news.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from typing import Any

UNREACHABLE = "The advisory database could not be reached, so NOTHING was checked. Try again with network."


def main() -> int:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write(installed())
        requirements.flush()
        words = ["--requirement", requirements.name, "--no-deps", "--disable-pip"]
        asked = subprocess.run(
            [sys.executable, "-m", "pip_audit", *words, "--format", "json", "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            check=False,
        )
    try:
        dependencies = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(asked.stderr, UNREACHABLE, sep="\n")
        return 2
    return judge(dependencies)


def judge(dependencies: list[dict[str, Any]]) -> int:
    """Print what was found and what was not looked at, and give the exit status."""
    findings = [
        f"{one['name']} {one['version']}: {hole['id']}, corrected in {', '.join(hole['fix_versions']) or 'none'}"
        for one in dependencies
        for hole in one.get("vulns", [])
    ]
    unasked = [one["name"] for one in dependencies if "skip_reason" in one]
    print(*findings, sep="\n")
    if len(unasked) == len(dependencies):
        print(UNREACHABLE)
    elif unasked:
        print(f"NOT checked, because the advisory database does not answer for them: {', '.join(unasked)}")
    print(f"{len(dependencies) - len(unasked)} of {len(dependencies)} checked, {len(findings)} known holes")
    if findings:
        return 1
    return 2 if unasked else 0


def installed() -> str:
    """Every installed package with its version, which is the locked one."""
    words = [sys.executable, "-m", "pip", "list", "--format=freeze"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())

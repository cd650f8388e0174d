"""The texts an installation starts with, until the administrator puts the office's own in force."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parents[1] / "data" / "consents" / "texts.csv"
FIRST_DAY = date(2025, 6, 1)  # the act of 20.03.2025


def texts() -> Iterator[dict[str, Any]]:
    """Columns of ``ConsentText``, one row for each purpose."""
    with TEXTS.open(encoding="utf-8", newline="") as file:
        yield from (row | {"valid_from": FIRST_DAY} for row in csv.DictReader(file))

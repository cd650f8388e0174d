"""The one-machine default: what a real installation is given as servers, started under ``var/``."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def services() -> Iterator[None]:
    """Make DATABASE_URL and its companions available; do nothing where they are already set."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    raise SystemExit("DATABASE_URL is not set; see .env.example")

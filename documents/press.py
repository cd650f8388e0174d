"""What the look of a printed page depends on besides its HTML. Told without loading the engine that prints:
every process orders papers, only a worker makes them."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
PRINT_CSS = Path(__file__).parent / "print.css"


@cache
def engine_version() -> str:
    """Changes whenever the same HTML could come out looking different."""
    digest = hashlib.sha256(version("weasyprint").encode())
    for part in [PRINT_CSS, *sorted(FONTS.glob("*.ttf"))]:
        digest.update(part.read_bytes())
    return digest.hexdigest()

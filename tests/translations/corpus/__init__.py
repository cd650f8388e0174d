"""Job offers as an office receives them, with the Ukrainian a good translator gave them. All invented.

A file holds the offers of one branch; a field without text is left out.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translations import segmentation

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Pair:
    """One sentence in both languages, and where it stands: ``warehouse/3/duties/0``."""

    place: str
    pl: str
    uk: str


@cache
def offers() -> dict[str, dict[str, str]]:
    """Every offer by its place: ``warehouse/3``."""
    return {
        f"{file.stem}/{number}": offer
        for file in sorted(FOLDER.glob("*.toml"))
        for number, offer in enumerate(tomllib.loads(file.read_text("utf-8"))["offer"])
    }


@cache
def pairs() -> list[Pair]:
    """Every sentence of every offer. Raises ``ValueError`` where the languages are not cut alike."""
    return [
        Pair(f"{place}/{name.removesuffix('_pl')}/{number}", pl, uk)
        for place, offer in offers().items()
        for name in offer
        if name.endswith("_pl")
        for number, (pl, uk) in enumerate(
            zip(_sentences(offer[name]), _sentences(offer[name.removesuffix("pl") + "uk"]), strict=True)
        )
    ]


def _sentences(text: str) -> list[str]:
    return [piece.text for piece in segmentation.split(text) if piece.text]

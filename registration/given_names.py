"""Given names that are one name in several languages: Олена is Елена in an old passport, Helena to a Polish clerk.

By sounds (``registration.names``), so a spelling in either script and a typo reach the others, too. The list
holds common names only; who bears another is found by its spellings alone.
"""

import csv
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path

from registration import names

_FILE = Path(__file__).parent / "data" / "given_names.csv"


def others(sound: str) -> frozenset[str]:
    """The sounds of the name that is also called ``sound``, without it; none for what is no common given name."""
    return _same().get(sound, frozenset())


@lru_cache(maxsize=20_000)
def near(sound: str) -> tuple[str, ...]:
    """Sounds of common given names that are a typo or two from ``sound``, the nearest first."""
    meant = ((far, name) for name, far in names.within_typos(sound, _same()) if far)
    return tuple(name for _far, name in sorted(meant))


@cache
def _same() -> dict[str, frozenset[str]]:
    """Each sound in the list with those of the same name. One that belongs to two names leads to both."""
    found: dict[str, set[str]] = defaultdict(set)
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            forms = [word for cell in row.values() for word in names.words(cell)]
            sounds = {sound for form in forms for sound in names.sounds(form) if sound}
            for sound in sounds:
                found[sound] |= sounds - {sound}
    return {sound: frozenset(same) for sound, same in found.items()}

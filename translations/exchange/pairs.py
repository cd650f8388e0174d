"""What every format is read into."""

from dataclasses import dataclass

from pup_portal.db import DomainError

LONGEST = 5_000  # signs of one text


class Unreadable(DomainError):
    """The file cannot be taken; the message, a message id, says why."""


@dataclass(frozen=True)
class Pair:
    """A Polish text and its translation; ``place`` counts from 1 in the file. ``domain`` is what the file says."""

    place: int
    pl: str
    uk: str
    domain: str = ""


@dataclass(frozen=True)
class BadPair:
    """A place of the file that gives no pair; ``reason`` is a code of ``translations.memory_imports.REASONS``."""

    place: int
    reason: str
    text: str = ""


def checked(place: int, pl: str, uk: str, domain: str = "") -> Pair | BadPair:
    """The pair, when both texts are there and of bearable length."""
    if not pl:
        return BadPair(place, "no-polish", uk[:200])
    if not uk:
        return BadPair(place, "no-ukrainian", pl[:200])
    if max(len(pl), len(uk)) > LONGEST:
        return BadPair(place, "too-long", pl[:200])
    return Pair(place, pl, uk, domain)

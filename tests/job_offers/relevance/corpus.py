"""The fixed board of ``offers.csv`` and the questions of ``queries.csv``, both written by hand.

The questions were written before the search was tuned. ``expected`` names offers by key (``baker-*``: all of a trade),
``where`` narrows them to those that also meet a condition of the question, such as a place or lodging.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path

from django.utils import timezone

from accounts.models import User
from job_offers import board
from job_offers.models import BoardEntry, Offer
from reference.models import Occupation, Place, Term
from translations.models import Status

FOLDER = Path(__file__).parent
_CONDITIONS = {
    "lodging": ("lodging", "1"),
    "novice": ("experience_months", "0"),
    "no-polish": ("polish_level", "none"),
    "childcare": ("childcare", "1"),
    "one-shift": ("shift", "one"),
}
_YES = {"has_lodging": "lodging", "covers_travel": "travel", "is_near_transport": "near_transport"}


@dataclass(frozen=True)
class Question:
    """What somebody types, in which way (``uk``, ``pl``, ``mixed``), and the keys of what they should see."""

    text: str
    kind: str
    expected: frozenset[str]


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def questions() -> Iterator[Question]:
    offers = rows("offers.csv")
    for row in rows("queries.csv"):
        column, value = _CONDITIONS.get(row["where"], ("place", row["where"]))
        keys = frozenset(
            offer["key"]
            for offer in offers
            if any(fnmatchcase(offer["key"], pattern) for pattern in row["expected"].split())
            and (not row["where"] or offer[column] == value)
        )
        yield Question(row["query"], row["kind"], keys)


def fill_board(by: User) -> dict[int, str]:
    """Put the corpus on the board, its translations approved, and give the key of each offer."""
    known = _Known()
    lines = rows("offers.csv")
    now = timezone.now()
    offers = [
        _offer(line, known, by, published_at=now - timedelta(minutes=number))
        for number, line in enumerate(lines)
    ]
    Offer.objects.bulk_create(offers)
    entries = (
        board.entry_of(offer, Status.REVIEWED if offer.title_uk else Status.MISSING) for offer in offers
    )
    BoardEntry.objects.bulk_create(entries)
    return {offer.pk: line["key"] for offer, line in zip(offers, lines, strict=True)}


class _Known:
    """What offers point to, by code or name."""

    def __init__(self) -> None:
        self.places = {place.name_pl: place for place in Place.objects.all()}
        self.terms = {(term.vocabulary, term.code): term for term in Term.objects.all()}
        self.occupations = {one.code: one for one in Occupation.objects.filter(is_active=True)}


def _offer(line: dict[str, str], known: _Known, by: User, **values: object) -> Offer:
    texts = {name: text for name, text in line.items() if name.endswith(("_pl", "_uk"))}
    months = line["experience_months"]
    return Offer(
        **texts,
        **values,
        **{name: line[column] == "1" for name, column in _YES.items()},
        state=Offer.State.PUBLISHED,
        published_by=by,
        valid_until=timezone.localdate() + timedelta(days=30),
        place=known.places[line["place"]],
        occupation=known.occupations.get(line["occupation"]),
        contract=known.terms["contract", line["contract"]],
        shift=known.terms["shift", line["shift"]],
        pay_from=Decimal(line["pay_from"]),
        pay_unit=line["pay_unit"],
        polish_level=line["polish_level"],
        experience_months=int(months) if months else None,
        fits_childcare=line["childcare"] == "1",
    )

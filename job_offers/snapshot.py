"""The live board in memory: which offers have which value of a facet, as bits of whole numbers.

Bit n of a set stands for the n-th newest live offer. Intersecting two sets of 100,000 offers and counting the rest
takes microseconds, so all choices of all filters are counted at every request without a query.

A process reads the board again when the number of the sequence ``job_offers_board_version`` has moved (a trigger of the
entries' table moves it with every change), on another day, and at the latest after ``MAX_AGE`` seconds: between a
change and its commit a reader may keep what the change is about to replace. A place or a term that was renamed shows its
new name within the same time.
"""

import hashlib
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from itertools import batched
from operator import or_
from threading import Lock

from django.db import connection

from job_offers import lexemes, trades
from job_offers.models import BoardEntry
from reference.models import Place, Term, Vocabulary

PAY_STEPS = (5000, 6000, 7000, 8000, 10000)  # gross PLN a month, just above the minimum and up
MAX_AGE = 60.0
_REST = 20  # after a reading that took a second, the next is not sooner than so many seconds later
_QUICK = 0.1  # a reading this quick may be repeated at once
_FACETS = {
    "place": "place_id",
    "group": "occupation_group",
    "contract": "contract_id",
    "shift": "shift_id",
    "pay": "monthly_pay",
    "polish": "polish_rank",
    "lodging": "has_lodging",
    "experience": "needs_no_experience",
    "childcare": "fits_childcare",
    "travel": "covers_travel",
    "near": "is_near_transport",
}
_VOCABULARIES = (Vocabulary.CONTRACT, Vocabulary.SHIFT, Vocabulary.WORK_MODE)
_ONE = ord("1")
_BAND = 1024
_lock = Lock()


@dataclass(frozen=True)
class Snapshot:
    """``keys``: the live offers, newest first; ``facets``: by name and value the set of offers that have it.

    Beside them stand all places by terc, and the terms that a card of an offer shows, by vocabulary and code. ``trades`` are
    the sets of the offers of each trade, ``bit_of`` the bit of each offer by its key. What was made of this board is kept
    with it: in ``texts`` the sets that the last texts found (see ``finding``), in ``cards`` what was last shown of an offer
    in a language (see ``drawing``).
    """

    version: int
    day: date
    keys: list[int]
    pays: list[int]
    facets: dict[str, dict[int, int]]
    places: dict[str, Place]
    terms: dict[tuple[str, str], Term]
    bit_of: dict[int, int] = field(default_factory=dict)
    trades: dict[str, int] = field(default_factory=dict)
    read_at: float = field(default_factory=time.monotonic)
    took: float = 0.0
    texts: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    cards: dict[tuple[int, str], str] = field(default_factory=dict)

    @cached_property
    def everything(self) -> int:
        return (1 << len(self.keys)) - 1

    @cached_property
    def place_of(self) -> dict[int | None, Place]:
        return {place.pk: place for place in self.places.values()}

    @cached_property
    def term_of(self) -> dict[int | None, Term]:
        return {term.pk: term for term in self.terms.values()}

    @cached_property
    def digest(self) -> str:
        """Differs whenever readers would be shown something else of the board itself."""
        told = hashlib.blake2b(repr((self.day, self.keys, self.pays)).encode(), digest_size=16)
        for name, sets in sorted(self.facets.items()):
            for value, those in sorted(sets.items()):
                told.update(f"{name}{value}".encode() + those.to_bytes(len(self.keys) // 8 + 1, "little"))
        places = [(place.pk, place.name_pl, place.name_uk) for place in self.places.values()]
        names = [*places, *((term.pk, term.name_pl, term.name_uk) for term in self.terms.values())]
        told.update(repr(names).encode())
        return told.hexdigest()

    @cached_property
    def place_names(self) -> dict[str, tuple[str, str]]:
        return {terc: (place.name_pl, place.name_uk) for terc, place in self.places.items()}

    @cached_property
    def pay_bands(self) -> list[int]:
        """The board cut into sets of ``_BAND`` offers, the best paid first; each is to be sorted by ``pay_order``."""
        order = sorted(range(len(self.keys)), key=self.pay_order)
        return [bits(band, len(self.keys)) for band in batched(order, _BAND)]

    def pay_order(self, bit: int) -> tuple[int, int]:
        """Of equally paid offers the newest key comes first."""
        return -self.pays[bit], -self.keys[bit]

    def having(self, facet: str, values: Iterable[int]) -> int:
        """The offers whose ``facet`` has one of ``values``."""
        sets = self.facets[facet]
        return reduce(or_, (sets.get(value, 0) for value in values), 0)

    def of_keys(self, keys: Iterable[int]) -> int:
        """The set of those offers that are on the board."""
        return _of_keys(keys, self.bit_of)


_latest: Snapshot | None = None


def current(today: date) -> Snapshot:
    """The board as it is now. Readers that come while it is read again get what was there before."""
    global _latest
    version, known = board_version(), _latest
    if known is not None and _is_fresh(known, version, today):
        return known
    if known is not None and _lock.locked():
        return known
    with _lock:
        _latest = read(version, today)
        return _latest


def forget() -> None:
    """For tests, whose changes are undone without a trace."""
    global _latest
    _latest = None


def board_version() -> int:
    """A number that is another after every change of the board."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM job_offers_board_version")
        return int(cursor.fetchone()[0])


def changed() -> None:
    """Tell all processes that the board has changed. For after the commit: the trigger told them before it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('job_offers_board_version')")


def read(version: int, today: date) -> Snapshot:
    """The whole board, in one query that its index answers alone; the trades of its offers, and what they point to."""
    began = time.monotonic()
    entries = BoardEntry.objects.filter(valid_until__gte=today).order_by("-published_at", "-offer_id")
    rows = list(entries.values_list("offer_id", *_FACETS.values()))
    columns = list(zip(*rows, strict=True)) or [()] * (len(_FACETS) + 1)
    pays = [pay or 0 for pay in columns[1 + list(_FACETS).index("pay")]]
    facets = {
        name: _sets(column, _VALUE.get(name, _itself))
        for name, column in zip(_FACETS, columns[1:], strict=True)
    }
    keys = list(columns[0])
    bit_of = _bit_of(keys)
    return Snapshot(
        version,
        today,
        keys,
        pays,
        facets,
        places={place.terc: place for place in Place.objects.order_by("pk")},
        terms={
            (term.vocabulary, term.code): term
            for term in Term.objects.filter(vocabulary__in=_VOCABULARIES).order_by("position")
        },
        bit_of=bit_of,
        trades=_trades(bit_of),
        took=time.monotonic() - began,
    )


def bits(places: Iterable[int], size: int) -> int:
    """The set of ``places``, all below ``size``. Digits are read in one go, which costs the same for one place as for many."""
    digits = bytearray(b"0") * (size + 1)
    for place in places:
        digits[place] = _ONE
    return int(digits[::-1], 2)


def _bit_of(keys: list[int]) -> dict[int, int]:
    """The database answers in about the order of keys: numbers that lie in memory in that order are found twice as fast."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return dict(zip(array("q", map(keys.__getitem__, order)), array("q", order), strict=True))


def _of_keys(keys: Iterable[int], bit_of: dict[int, int]) -> int:
    return bits([bit_of[key] for key in keys if key in bit_of], len(bit_of))


def _trades(bit_of: dict[int, int]) -> dict[str, int]:
    names = trades.known()
    found = lexemes.offers_with(f"'{trades.lexeme(name)}'" for name in names)
    return {name: _of_keys(keys, bit_of) for name, keys in zip(names, found, strict=True) if keys}


def _sets(column: tuple[int | None, ...], value_of: Callable[[int], int]) -> dict[int, int]:
    places: dict[int, list[int]] = defaultdict(list)
    for place, value in enumerate(column):
        if value is not None and value is not False:
            places[value].append(place)
    merged: dict[int, int] = defaultdict(int)
    for value, those in places.items():
        merged[value_of(value)] |= bits(those, len(column))
    return dict(merged)


def _itself(value: int) -> int:
    return int(value)


def _step(pay: int) -> int:
    """The highest step that ``pay`` reaches, 0 below the first."""
    return max((step for step in PAY_STEPS if pay >= step), default=0)


_VALUE: dict[str, Callable[[int], int]] = {"pay": _step}


def _is_fresh(known: Snapshot, version: int, today: date) -> bool:
    age = time.monotonic() - known.read_at
    if known.day != today or age > MAX_AGE:
        return False
    rests = known.took > _QUICK and age < _REST * known.took
    return known.version == version or rests

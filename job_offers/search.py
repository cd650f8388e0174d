"""Searching the public board: what a text asks for, how much each filter would leave, and one page of offers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import chain, islice
from operator import and_
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    Q,
    QuerySet,
    TextChoices,
    When,
)
from django.utils.translation import gettext_lazy as _

from job_offers import suggesting
from job_offers.counting import Counts, count
from job_offers.finding import Found, find
from job_offers.models import BoardEntry, Offer
from job_offers.models.offers import LONG_TEXTS
from job_offers.snapshot import Snapshot
from job_offers.wishes import Wish
from reference.models import Place

PER_PAGE = 20

_NEWEST = ("-published_at", "-offer_id")
CARD_RELATIONS = ("place", "work_mode", "contract", "shift", "employer")
_MARKS = ("has_lodging", "needs_no_experience", "polish_rank", "fits_childcare", "is_translated")
_ON_CARDS = (
    *("public_id", "title_pl", "title_uk", "pay_from", "pay_to", "pay_unit", "is_gross", "place_name"),
    *("working_time", "hours_per_week", "hours_per_month", "day_starts_at", "day_ends_at"),
    *("works_on_days_off", "place", "contract", "shift", "work_mode"),
)
_NEAR_NORTH, _NEAR_EAST = 0.225, 0.355  # degrees of 25 km at the 51st parallel


class Sort(TextChoices):
    BEST = "best", _("best match first")
    NEWEST = "newest", _("newest first")
    PAY = "pay", _("best paid first")


@dataclass(frozen=True)
class BoardQuery:
    """What a reader asks the board for: a text, the accepted values of each facet in force, one employer's offers."""

    text: str = ""
    filters: Mapping[str, frozenset[int]] = field(default_factory=dict)
    employer: int | None = None
    sort: str = Sort.BEST


@dataclass(frozen=True)
class Result:
    """``page``: keys of offers; ``read_as``: the text that was searched for instead, where the typed one finds nothing."""

    page: Page
    counts: Counts
    wish: Wish = field(default_factory=Wish)
    read_as: str = ""


def live(today: date) -> QuerySet[BoardEntry]:
    """All entries a reader may see today, also when the expiry task is late."""
    return BoardEntry.objects.filter(valid_until__gte=today)


def with_cards(entries: QuerySet[BoardEntry]) -> QuerySet[BoardEntry]:
    """Load what a card shows, in one query, and none of the long texts."""
    return entries.select_related(*(f"offer__{name}" for name in CARD_RELATIONS)).defer(
        "words", *(f"offer__{name}" for name in (*LONG_TEXTS, "feed_text"))
    )


def on_cards(entries: QuerySet[BoardEntry], board: Snapshot) -> Iterator[BoardEntry]:
    """Load no more than a card of the board shows; what offers point to is taken from ``board``."""
    shown = (f"offer__{name}" for name in _ON_CARDS)
    for entry in entries.select_related("offer").only(*_MARKS, *shown):
        offer = entry.offer
        offer.place = board.place_of.get(offer.place_id)
        offer.contract = board.term_of.get(offer.contract_id)
        offer.shift = board.term_of.get(offer.shift_id)
        offer.work_mode = board.term_of.get(offer.work_mode_id)
        yield entry


def with_texts(entries: QuerySet[BoardEntry]) -> QuerySet[BoardEntry]:
    """Load whole offers, in one query, without what the feed said."""
    return entries.select_related(*(f"offer__{name}" for name in CARD_RELATIONS)).defer(
        "words", "offer__feed_text"
    )


def search(query: BoardQuery, *, page: str | int | None, board: Snapshot) -> Result:
    """The asked page of the keys of the offers on ``board``, and the counts of every facet.

    At most one query, for the offers that match the text. A text that finds nothing is asked again with its mistyped
    words corrected. A wrong page gives the nearest one.
    """
    found, read_as = find(query.text, board), ""
    if not found.together and not found.wish.is_empty:
        read_as = suggesting.corrected(query.text)
        found = find(read_as, board) if read_as else found
    others = found.together
    matched = others & _offered_by(query.employer, board)
    counts = count(board, matched, query.filters)
    chosen = _chosen(query, board, matched)
    if query.employer is not None:
        counts.without["employer"] = count(board, others, query.filters).total
    pages = _Pages(board, _order(query, board, chosen, found), total=counts.total)
    return Result(pages.get_page(page), counts, found.wish, read_as if found.together else "")


def _offered_by(employer: int | None, board: Snapshot) -> int:
    """The set of one employer's offers; the whole board when none is asked for."""
    if employer is None:
        return board.everything
    return board.of_keys(BoardEntry.objects.filter(offer__employer=employer).values_list("pk", flat=True))


def matching(query: BoardQuery, *, board: Snapshot) -> list[int]:
    """The keys of all offers on ``board`` that ``query`` asks for, the newest first; at most one query."""
    matched = find(query.text, board).together & _offered_by(query.employer, board)
    return [board.keys[place] for place in _places(_chosen(query, board, matched))]


def similar_to(offer: Offer, *, today: date) -> QuerySet[BoardEntry]:
    """Live offers of kindred work, the nearest kin first and of these the nearest place; then others from the place.

    Kin is the same occupation, its elementary group (four digits of KZiS), its sub-major group (two).
    """
    code = offer.occupation.code if offer.occupation else ""
    occupation = "offer__occupation__code"
    kin = [Q(**{f"{occupation}__startswith": code[:digits]}) for digits in (6, 4, 2) if code]
    near = [Q(place=offer.place_id), Q(place__in=_near(offer))] if offer.place else []
    closest = [
        Case(*(When(one, then=-rank) for rank, one in enumerate(steps)), default=-len(steps)).desc()
        for steps in (kin, near)
        if steps
    ]
    related = kin[-1] if kin else Q(pk=None)
    same_place = near[0] if near else Q(pk=None)
    entries = live(today).exclude(offer=offer.pk).filter(related | same_place)
    return with_cards(entries.order_by(*closest, *_NEWEST))


def _near(offer: Offer) -> QuerySet[Place]:
    """Places whose centre lies within about 25 km."""
    if offer.place is None:
        return Place.objects.none()
    latitude, longitude = float(offer.place.latitude), float(offer.place.longitude)
    return Place.objects.filter(
        latitude__range=(latitude - _NEAR_NORTH, latitude + _NEAR_NORTH),
        longitude__range=(longitude - _NEAR_EAST, longitude + _NEAR_EAST),
    )


def _chosen(query: BoardQuery, board: Snapshot, matched: int) -> int:
    """Of ``matched`` those that meet every filter."""
    return reduce(and_, (board.having(*one) for one in query.filters.items()), matched)


def _order(query: BoardQuery, board: Snapshot, chosen: int, found: Found) -> Iterator[int]:
    """The places of the ``chosen`` offers on the board, one by one as they are asked for."""
    if query.sort == Sort.PAY:
        bands = (_places(band & chosen) for band in board.pay_bands)
        return chain.from_iterable(sorted(band, key=board.pay_order) for band in bands)
    if query.sort == Sort.NEWEST:
        return _places(chosen)
    return chain.from_iterable(_places(tier & chosen) for tier in found.tiers)


def _places(those: int) -> Iterator[int]:
    """The bits that are set, the lowest first."""
    digits = bin(those)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


class _Pages(Paginator):
    """Pages of the keys of offers, by their places on the board."""

    def __init__(self, board: Snapshot, places: Iterator[int], *, total: int) -> None:
        super().__init__((), PER_PAGE)
        self.board, self.places = board, places
        self.__dict__["count"] = total

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        shown = islice(self.places, first, first + self.per_page)
        return Page([self.board.keys[place] for place in shown], number, self)

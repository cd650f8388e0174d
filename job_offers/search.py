"""Searching the public board: one query for all counts, one for the page of results."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.paginator import Page, Paginator
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from job_offers import words
from job_offers.models import BoardEntry, Offer
from job_offers.models.offers import LONG_TEXTS

PER_PAGE = 20
MAX_WORDS = 8
PAY_STEPS = (5000, 6000, 7000, 8000, 10000)  # gross PLN a month, just above the minimum and up
CARD_RELATIONS = ("place", "work_mode", "contract", "shift", "employer")
_PREFIX_FROM = 4  # letters of a typed word from which its beginning alone may match
_ENDING = 2  # letters dropped from a word no dictionary knows, to match its other forms


class Sort(TextChoices):
    BEST = "best", _("best match first")
    NEWEST = "newest", _("newest first")
    PAY = "pay", _("best paid first")


@dataclass(frozen=True)
class BoardQuery:
    """What a reader asks the board for. Keys of places and terms are database keys; empty means any."""

    text: str = ""
    place: int | None = None
    contracts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    lodging: bool = False
    no_experience: bool = False
    pay: int | None = None
    polish: int | None = None  # the highest rank of Polish the reader has
    sort: str = Sort.BEST

    @property
    def filters(self) -> dict[str, Q]:
        """The conditions in force, by the name of their facet."""
        asked = {
            "place": (self.place is not None, Q(place=self.place)),
            "contract": (bool(self.contracts), Q(contract__in=self.contracts)),
            "shift": (bool(self.shifts), Q(shift__in=self.shifts)),
            "lodging": (self.lodging, Q(has_lodging=True)),
            "experience": (self.no_experience, Q(needs_no_experience=True)),
            "pay": (self.pay is not None, Q(monthly_pay__gte=self.pay)),
            "polish": (self.polish is not None, Q(polish_rank__lte=self.polish)),
        }
        return {name: condition for name, (is_asked, condition) in asked.items() if is_asked}


@dataclass
class Counts:
    """How many live offers each choice would give, the other conditions kept.

    ``without`` tells, for each condition in force, how many offers there would be if it were dropped.
    """

    total: int = 0
    by_facet: dict[str, Counter[int]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)

    def of(self, facet: str) -> Counter[int]:
        return self.by_facet.get(facet, Counter())


@dataclass(frozen=True)
class Result:
    page: Page
    counts: Counts


def search(query: BoardQuery, *, page: str | None, today: date) -> Result:
    """The asked page of live offers and the counts of every facet, in two queries."""
    matching = _matching(query.text, today)
    counts = _count(query, matching)
    rows = _sorted(matching.filter(*query.filters.values()), query)
    return Result(_CountedPaginator(rows, PER_PAGE, total=counts.total).get_page(page), counts)


def search_entries(query: BoardQuery, *, page: int, today: date) -> Page:
    """The asked page with the whole offers and the total, for programs: no facets are counted."""
    rows = _matching(query.text, today).filter(*query.filters.values())
    whole = rows.select_related(*(f"offer__{name}" for name in CARD_RELATIONS)).defer(
        "words", "offer__feed_text"
    )
    return Paginator(whole.order_by("-published_at", "-offer_id"), PER_PAGE).get_page(page)


def similar_to(offer: Offer, *, today: date) -> QuerySet[BoardEntry]:
    """Live offers for the same occupation, wherever, and after them those at the same place."""
    same_work = Q(offer__occupation=offer.occupation_id) if offer.occupation_id else Q(pk=None)
    same_place = Q(place=offer.place_id) if offer.place_id else Q(pk=None)
    closeness = Case(When(same_work, then=2), default=1)
    entries = (
        live(today).filter(same_work | same_place).order_by(closeness.desc(), "-published_at", "-offer_id")
    )
    return with_cards(entries)


def live(today: date) -> QuerySet[BoardEntry]:
    """All entries a reader may see today, also when the expiry task is late."""
    return BoardEntry.objects.filter(valid_until__gte=today)


def with_cards(entries: QuerySet[BoardEntry]) -> QuerySet[BoardEntry]:
    """Load what a card shows, in one query, and none of the long texts."""
    return entries.select_related(*(f"offer__{name}" for name in CARD_RELATIONS)).defer(
        "words", *(f"offer__{name}" for name in (*LONG_TEXTS, "feed_text"))
    )


class LexemeQuery(SearchQuery):
    """A ``tsquery`` by its literal: no parser and no dictionary, so exactly the lexemes we wrote."""

    template = "%(expressions)s::tsquery"


def tsquery(text: str) -> str | None:
    """The literal that finds ``text`` in any of its forms; ``None`` when it says nothing to look for."""
    asked = words.meaningful(text)[:MAX_WORDS]
    return " & ".join(f"({_alternatives(word)})" for word in asked) or None


def _alternatives(word: str) -> str:
    """Lexemes hold letters and digits only, so quoting them is safe."""
    lexemes = {f"'{form}'" for form in words.forms(word)}
    folded = words.fold(word)
    if len(folded) >= _PREFIX_FROM:
        lexemes.add(f"'{folded}':*")
    if len(folded) >= _PREFIX_FROM + _ENDING and not words.is_known(word):
        lexemes.add(f"'{folded[:-_ENDING]}':*")
    return " | ".join(sorted(lexemes))


def _matching(text: str, today: date) -> QuerySet[BoardEntry]:
    literal = tsquery(text)
    return live(today).filter(words=LexemeQuery(literal)) if literal else live(today)


def _sorted(entries: QuerySet[BoardEntry], query: BoardQuery) -> QuerySet[BoardEntry]:
    literal = tsquery(query.text)
    if query.sort == Sort.PAY:
        order: list[Any] = [F("monthly_pay").desc(nulls_last=True), "-offer_id"]
    elif query.sort != Sort.NEWEST and literal:
        order = [SearchRank(F("words"), LexemeQuery(literal)).desc(), "-published_at", "-offer_id"]
    else:
        order = ["-published_at", "-offer_id"]
    return with_cards(entries).order_by(*order)


def _count(query: BoardQuery, matching: QuerySet[BoardEntry]) -> Counts:
    """Every facet is counted with all conditions but its own, all of them in one union."""
    asked = query.filters

    def others(facet: str) -> QuerySet[BoardEntry]:
        conditions = (condition for name, condition in asked.items() if name != facet)
        return matching.filter(*conditions).order_by()

    arms = [_arm("total", matching.filter(*asked.values()), Value(0))]
    arms += [_arm(facet, others(facet), value) for facet, value in _FACETS.items()]
    arms += [_arm(f"without {facet}", others(facet), Value(0)) for facet in asked]
    counts = Counts()
    for name, value, number in arms[0].union(*arms[1:], all=True):
        if name == "total":
            counts.total = number
        elif name.startswith("without "):
            counts.without[name.removeprefix("without ")] = number
        elif value is not None:
            counts.by_facet.setdefault(name, Counter())[value] = number
    return counts


def _arm(name: str, entries: QuerySet[BoardEntry], value: Any) -> QuerySet[BoardEntry, tuple[str, int, int]]:
    rows = entries.annotate(facet=Value(name), value=Cast(value, BigIntegerField()))
    return rows.values("facet", "value").annotate(number=Count("pk")).values_list("facet", "value", "number")


_PAY_BAND = Case(*(When(monthly_pay__gte=step, then=step) for step in reversed(PAY_STEPS)))
_FACETS: dict[str, Any] = {
    "place": F("place_id"),
    "contract": F("contract_id"),
    "shift": F("shift_id"),
    "lodging": Cast("has_lodging", IntegerField()),
    "experience": Cast("needs_no_experience", IntegerField()),
    "pay": _PAY_BAND,
    "polish": F("polish_rank"),
}


class _CountedPaginator(Paginator):
    """A paginator that is told how many rows there are instead of counting them again."""

    def __init__(self, rows: QuerySet[BoardEntry], per_page: int, *, total: int) -> None:
        super().__init__(rows, per_page)
        self.__dict__["count"] = total

"""Searching the public board: one query for all counts, one for the page of results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Q, QuerySet, TextChoices, When
from django.utils.translation import gettext_lazy as _

from job_offers import words
from job_offers.counting import Counts, count
from job_offers.models import BoardEntry, Offer
from job_offers.models.offers import LONG_TEXTS

PER_PAGE = 20
MAX_WORDS = 8
type Load = Callable[[QuerySet[BoardEntry]], QuerySet[BoardEntry]]

_NEWEST = ("-published_at", "-offer_id")
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


@dataclass(frozen=True)
class Result:
    page: Page
    counts: Counts


def live(today: date) -> QuerySet[BoardEntry]:
    """All entries a reader may see today, also when the expiry task is late."""
    return BoardEntry.objects.filter(valid_until__gte=today)


def with_cards(entries: QuerySet[BoardEntry]) -> QuerySet[BoardEntry]:
    """Load what a card shows, in one query, and none of the long texts."""
    return entries.select_related(*(f"offer__{name}" for name in CARD_RELATIONS)).defer(
        "words", *(f"offer__{name}" for name in (*LONG_TEXTS, "feed_text"))
    )


def with_texts(entries: QuerySet[BoardEntry]) -> QuerySet[BoardEntry]:
    """Load whole offers, in one query, without what the feed said."""
    return entries.select_related(*(f"offer__{name}" for name in CARD_RELATIONS)).defer(
        "words", "offer__feed_text"
    )


def search(query: BoardQuery, *, page: str | int | None, today: date, load: Load = with_cards) -> Result:
    """The asked page of live offers and the counts of every facet, in two queries.

    ``load`` says what of each offer is loaded; a wrong page gives the nearest one.
    """
    matching = _matching(query.text, today)
    counts = count(matching, query.filters)
    entries = matching.filter(*query.filters.values())
    pages = _Pages(entries, _order(query), load, total=counts.total)
    return Result(pages.get_page(page), counts)


def similar_to(offer: Offer, *, today: date) -> QuerySet[BoardEntry]:
    """Live offers for the same occupation, wherever, and after them those at the same place."""
    same_work = Q(offer__occupation=offer.occupation_id) if offer.occupation_id else Q(pk=None)
    same_place = Q(place=offer.place_id) if offer.place_id else Q(pk=None)
    closeness = Case(When(same_work, then=2), default=1)
    entries = live(today).filter(same_work | same_place).order_by(closeness.desc(), *_NEWEST)
    return with_cards(entries)


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


def _order(query: BoardQuery) -> list[Any]:
    literal = tsquery(query.text)
    if query.sort == Sort.PAY:
        return [F("monthly_pay").desc(nulls_last=True), "-offer_id"]
    if query.sort != Sort.NEWEST and literal:
        return [SearchRank(F("words"), LexemeQuery(literal)).desc(), *_NEWEST]
    return list(_NEWEST)


class _Pages(Paginator):
    """Pages of entries in ``order``. The keys of a page are found first: what is skipped is never loaded."""

    def __init__(
        self, entries: QuerySet[BoardEntry], order: Sequence[Any], load: Load, *, total: int
    ) -> None:
        super().__init__(entries.order_by(*order), PER_PAGE)
        self.order, self.load = order, load
        self.__dict__["count"] = total  # counted with the facets already

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        keys = self.object_list.values("pk")[first : first + self.per_page]  # type: ignore[attr-defined]
        entries = self.load(BoardEntry.objects.filter(pk__in=keys)).order_by(*self.order)
        return Page(list(entries), number, self)

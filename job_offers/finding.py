"""What a text finds on the board: sets of offers, the best match first.

The trades of all offers are known beforehand. What the words find the database answers with keys alone, from the index of
the entries' words; what is better than what is then a matter of sets. No offer is looked at or sorted by itself, however
many a text finds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import product
from operator import and_, or_

from job_offers import lexemes, wishes
from job_offers.snapshot import Snapshot
from job_offers.wishes import Wish
from reference.models import Vocabulary

REMEMBERED = 64  # texts; each takes a few sets of an eighth of a byte for every offer on the board
_PARTED = 2  # merits; each doubles the questions to the index
_YES = frozenset({1})
_NO_POLISH = frozenset({0})
# What a wish of a text is among the facets.
_WISHES = {
    "lodging": ("lodging", _YES),
    "no_experience": ("experience", _YES),
    "childcare": ("childcare", _YES),
    "travel": ("travel", _YES),
    "near_transport": ("near", _YES),
    "no_polish": ("polish", _NO_POLISH),
}


@dataclass(frozen=True)
class Found:
    """``tiers``: sets without overlap of the offers found, the best first; ``wish``: what the text was read as."""

    wish: Wish
    tiers: tuple[int, ...]

    @cached_property
    def together(self) -> int:
        """All that was found, whatever the filters."""
        return reduce(or_, self.tiers, 0)


def find(text: str, board: Snapshot) -> Found:
    """The offers on ``board`` that ``text`` finds; all of them when it asks for nothing. At most one query.

    First come those that meet the most of its conditions, of these those with the most of its trades and words in
    the title, the occupation or the place.
    """
    wish = wishes.read(text, board.place_names)
    wanted = [board.having(*one) for one in _wanted(wish, board)]
    if wish.literal is None:
        return Found(wish, (reduce(and_, wanted, board.everything),))
    those, merits = _of_trades(wish, board) if wish.trades else _of_words(wish.literal, wish.merits, board)
    tiers = (tier for alike in by_merits(those, wanted) for tier in by_merits(alike, merits))
    return Found(wish, tuple(tiers))


def by_merits(those: int, merits: Iterable[int]) -> list[int]:
    """The offers ``those`` by how many of the sets ``merits`` they are in, the most first."""
    tiers = [those]  # at n: with n merits so far
    for merit in merits:
        pairs = zip([*tiers, 0], [0, *tiers], strict=True)
        tiers = [same & ~merit | less & merit for same, less in pairs]
    return tiers[::-1]


def _of_trades(wish: Wish, board: Snapshot) -> tuple[int, list[int]]:
    """The offers of a named trade or that say its name; and those that have each merit, being of a trade the first."""
    trades = [reduce(or_, (board.trades.get(name, 0) for name in names)) for names in wish.trades]
    others, *merits = _sets((wish.literal or "", *wish.merits), board)
    return reduce(or_, trades, others), [*trades, *merits]


def _of_words(literal: str, merits: tuple[str, ...], board: Snapshot) -> tuple[int, list[int]]:
    """The offers that match ``literal``, and those that have each of ``merits``."""
    found = _sets((*_parted(literal, merits[:_PARTED]), *merits[_PARTED:]), board)
    choices = _choices(len(merits[:_PARTED]))
    parts, others = found[: len(choices)], found[len(choices) :]
    held = (
        reduce(or_, (part for part, choice in zip(parts, choices, strict=True) if choice[place]))
        for place in range(len(choices[0]))
    )
    return reduce(or_, parts), [*held, *others]


def _sets(asked: tuple[str, ...], board: Snapshot) -> list[int]:
    """What each ``tsquery`` finds; the same are asked once a board."""
    found = board.texts.get(asked)
    if found is None:
        found = [board.of_keys(keys) for keys in lexemes.offers_with(asked)]
        if len(board.texts) >= REMEMBERED:
            board.texts.clear()
        board.texts[asked] = found
    return found


def _parted(literal: str, merits: Sequence[str]) -> Iterator[str]:
    """What matches with and without each merit: so no offer is fetched twice, as a match and for its merits."""
    for choice in _choices(len(merits)):
        signed = (f"{'' if has else '!'}({merit})" for has, merit in zip(choice, merits, strict=True))
        yield " & ".join((f"({literal})", *signed))


def _choices(count: int) -> list[tuple[bool, ...]]:
    return list(product((True, False), repeat=count))


def _wanted(wish: Wish, board: Snapshot) -> Iterator[tuple[str, frozenset[int]]]:
    """The facets and values that the conditions and places of a text stand for."""
    for condition in wish.conditions:
        if condition in _WISHES:
            yield _WISHES[condition]
        else:
            yield "shift", frozenset({board.terms[Vocabulary.SHIFT, condition].pk})
    if wish.places:
        yield "place", frozenset(board.places[terc].pk for terc in wish.places if terc in board.places)

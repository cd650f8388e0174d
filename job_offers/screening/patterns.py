"""A small language for what may stand in a clause, read once into a matcher.

Items stand apart by spaces and are matched one after the other; signs between two words are passed over.
``kobieta`` is any form of the word, ``=lat`` exactly this form, ``a|b`` either, ``@NAME`` a list of words,
``#19-75`` a number in the range, ``~3`` up to three words of any kind, ``^2`` up to two that are neither
prepositions nor nouns only, ``-4`` up to four with no comma or bracket among them; ``<<`` the beginning of the
clause, ``<`` of a part of it, ``>`` the end of a part; ``?`` after a word lets it be absent. A gap at the end
of a pattern takes as many words as it may, any other as few as needed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from job_offers.screening.pieces import Piece

# In nearly every clause, so that a pattern is not looked for by them.
_COMMON_WORDS = """nie być do na z w o od po dla i osoba człowiek praca mieć szukać prosić
    не бути до на з в у для і особа робота"""
_COMMON = frozenset(_COMMON_WORDS.split())
_MANY = 200
_GAP = re.compile(r"[~^-]\d")
_RANGE = re.compile(r"#(\d+)-(\d+)")


@dataclass(frozen=True)
class Item:
    """One thing of a pattern; ``gap`` is how many words it passes over at most."""

    words: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    numbers: range | None = None
    gap: int = 0
    is_strict: bool = False
    stays: bool = False
    edge: str = ""
    is_optional: bool = False

    def fits(self, piece: Piece) -> bool:
        if self.numbers is not None:
            return piece.number is not None and piece.number in self.numbers
        return not self.words.isdisjoint(piece.forms) or not self.exact.isdisjoint(piece.spellings)

    def passes(self, piece: Piece) -> bool:
        return not (self.is_strict and (piece.is_preposition or piece.is_noun))


@dataclass(frozen=True, eq=False)
class Pattern:
    """``needs``: of each of these sets a word must stand in the clause, which is cheap to ask first."""

    items: tuple[Item, ...]
    needs: tuple[frozenset[str], ...]

    @property
    def rarest(self) -> frozenset[str]:
        """Those of its words that stand in the fewest clauses."""
        return min(self.needs, key=lambda words: len(words) + _MANY * len(words & _COMMON))


def read(text: str, lists: Mapping[str, frozenset[str]]) -> Pattern:
    """The pattern that ``text`` writes; ``lists`` holds the words behind each ``@NAME``.

    Raises ValueError for one that would have to be looked for in every clause.
    """
    items = tuple(_item(word, lists) for word in text.split())
    named = (item.words | item.exact for item in items if not item.is_optional)
    needs = tuple(words for words in named if words)
    if not needs:
        raise ValueError(f"{text!r} asks for no word")
    return Pattern(items, needs)


def vocabulary(clause: Sequence[Piece]) -> frozenset[str]:
    """Every form that stands in ``clause``."""
    return frozenset().union(*(piece.forms | piece.spellings for piece in clause))


def _item(word: str, lists: Mapping[str, frozenset[str]]) -> Item:
    if word in ("<<", "<", ">"):
        return Item(edge=word)
    if _GAP.fullmatch(word):
        return Item(gap=int(word[1]), is_strict=word[0] == "^", stays=word[0] == "-")
    if found := _RANGE.fullmatch(word):
        return Item(numbers=range(int(found[1]), int(found[2]) + 1))
    is_optional = word.endswith("?")
    names = word.removesuffix("?").split("|")
    words: set[str] = set()
    for name in names:
        words |= lists[name[1:]] if name.startswith("@") else {name}
    exact = {name[1:] for name in words if name.startswith("=")}
    return Item(
        words=frozenset(name for name in words if not name.startswith("=")),
        exact=frozenset(exact),
        is_optional=is_optional,
    )


def found(pattern: Pattern, clause: Sequence[Piece], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where ``pattern`` stands in ``clause``, whose ``vocabulary`` is ``known``: first piece, one after the last."""
    if any(words.isdisjoint(known) for words in pattern.needs):
        return
    for start, piece in enumerate(clause):
        if piece.is_sign:
            continue
        end = _end(pattern.items, clause, start)
        if end is not None:
            yield start, end


def _end(items: Sequence[Item], clause: Sequence[Piece], at: int) -> int | None:
    """The place after the last piece of the shortest match that begins at ``at``."""
    if not items:
        return at
    item, rest = items[0], items[1:]
    if item.edge:
        return _end(rest, clause, at) if _is_edge(item.edge, clause, at) else None
    if item.gap:
        return _over_gap(item, rest, clause, at)
    word_at = _next_word(clause, at)
    if word_at < len(clause) and item.fits(clause[word_at]):
        end = _end(rest, clause, word_at + 1)
        if end is not None:
            return end
    return _end(rest, clause, at) if item.is_optional else None


def _over_gap(item: Item, rest: Sequence[Item], clause: Sequence[Piece], at: int) -> int | None:
    places = _passed(item, clause, at)
    if not rest:
        return max(places)
    ends = (_end(rest, clause, place) for place in places if not (item.stays and _is_parted(clause, place)))
    return next((end for end in ends if end is not None), None)


def _passed(item: Item, clause: Sequence[Piece], at: int) -> Iterator[int]:
    """Where the gap may end, the nearest first."""
    yield at
    for _ in range(item.gap):
        if item.stays and _is_parted(clause, at):
            return
        at = _next_word(clause, at)
        if at >= len(clause) or not item.passes(clause[at]):
            return
        at += 1
        yield at


def _next_word(clause: Sequence[Piece], at: int) -> int:
    while at < len(clause) and clause[at].is_sign:
        at += 1
    return at


def _is_parted(clause: Sequence[Piece], at: int) -> bool:
    """Whether a comma or the like stands before the next word."""
    return any(piece.parts for piece in clause[at : _next_word(clause, at)])


def _is_edge(edge: str, clause: Sequence[Piece], at: int) -> bool:
    """A stroke joins two words, as in ``opiekun/ka``; every other sign parts them."""
    if edge == "<<":
        return all(piece.is_sign for piece in clause[:at])
    beside = at - 1 if edge == "<" else at
    return not 0 <= beside < len(clause) or (clause[beside].is_sign and clause[beside].text != "/")

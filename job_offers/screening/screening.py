"""Reading a text for wording that shuts people out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from job_offers.screening import posts, rules, rules_uk
from job_offers.screening.clauses import clauses
from job_offers.screening.grounds import Ground
from job_offers.screening.patterns import Pattern, found, vocabulary
from job_offers.screening.pieces import Piece
from job_offers.screening.rulebook import Rule

BOTH_SEXES = "(k/m)"  # as offers in Polish say it

type _Span = tuple[int, int]
type _Index = dict[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class Hit:
    """Words of a text that choose people on ``ground``; a clear case, or one for a person to judge."""

    ground: Ground
    is_clear: bool
    words: str


def screen(text: str, beside: str = "") -> list[Hit]:
    """What in ``text`` shuts people out: for each ground the first clear case, or else the first doubtful one.

    ``beside`` are the other texts of the same offer, where its post may be named for both sexes.
    """
    hits: dict[Ground, Hit] = {}
    for hit in _hits(text, beside):
        known = hits.get(hit.ground)
        if known is None or (hit.is_clear and not known.is_clear):
            hits[hit.ground] = hit
    return list(hits.values())


def for_everybody(name: str, beside: str = "") -> str:
    """The ``name`` of a post marked as meant for women and men; empty when it is not one for women alone.

    ``beside`` as in ``screen``.
    """
    read = list(clauses(name))
    is_for_women = any(any(_by_post(name, beside, read, clause, vocabulary(clause))) for clause in read)
    return f"{name} {BOTH_SEXES}" if is_for_women else ""


def _hits(text: str, beside: str) -> Iterator[Hit]:
    read = list(clauses(text))
    for clause in read:
        known = vocabulary(clause)
        is_ukrainian = any("\u0400" <= piece.text[0] <= "\u04ff" for piece in clause)
        yield from _by_rules(text, clause, known, is_ukrainian)
        if not is_ukrainian:
            yield from _by_post(text, beside, read, clause, known)


def _by_rules(text: str, clause: Sequence[Piece], known: frozenset[str], is_ukrainian: bool) -> Iterator[Hit]:
    book = rules_uk if is_ukrainian else rules
    ruled = book.RULES
    said = book.INDIFFERENCE
    free = said.named(known) if any(_places(said.said, clause, known)) else frozenset()
    for number, patterns in _possible(ruled, known).items():
        rule = ruled[number]
        if rule.ground in free:
            continue
        span = _first(patterns, (*rule.unless, *said.obstacle), clause, known)
        if span is not None:
            yield Hit(rule.ground, rule.is_clear, _words(text, clause, span))


def _by_post(
    text: str, beside: str, read: Sequence[Sequence[Piece]], clause: Sequence[Piece], known: frozenset[str]
) -> Iterator[Hit]:
    for start, end, is_clear in posts.named_for_women(clause, known, is_first=clause is read[0]):
        if posts.says_both(text, read) or (beside and posts.says_both(beside, [*read, *clauses(beside)])):
            return
        yield Hit(Ground.SEX, is_clear, _words(text, clause, (start, end)))


def _words(text: str, clause: Sequence[Piece], span: _Span) -> str:
    return text[clause[span[0]].start : clause[span[1] - 1].end]


@lru_cache(maxsize=8)
def _index(ruled: tuple[Rule, ...]) -> _Index:
    """Which patterns of which rules a word of a clause may begin to fulfil: each by its rarest words."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, rule in enumerate(ruled):
        for place, pattern in enumerate(rule.patterns):
            for word in pattern.rarest:
                found.setdefault(word, []).append((number, place))
    return {word: tuple(places) for word, places in found.items()}


def _possible(ruled: tuple[Rule, ...], known: frozenset[str]) -> dict[int, list[Pattern]]:
    """The patterns that ``known`` words may fulfil, by the number of their rule, in order."""
    index = _index(ruled)
    possible: dict[int, list[Pattern]] = {}
    for number, place in sorted({place for word in known & index.keys() for place in index[word]}):
        possible.setdefault(number, []).append(ruled[number].patterns[place])
    return possible


def _first(
    patterns: Sequence[Pattern], unless: Sequence[Pattern], clause: Sequence[Piece], known: frozenset[str]
) -> _Span | None:
    """Where one of the ``patterns`` stands and no exemption touches it."""
    harmless = None
    for span in _places(patterns, clause, known):
        if harmless is None:
            harmless = list(_places(unless, clause, known))
        if not any(start < span[1] and span[0] < end for start, end in harmless):
            return span
    return None


def _places(patterns: Sequence[Pattern], clause: Sequence[Piece], known: frozenset[str]) -> Iterator[_Span]:
    for pattern in patterns:
        yield from found(pattern, clause, known)

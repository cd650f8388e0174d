"""Whether and how a Ukrainian text says the glossary's terms that its Polish names.

A rendering counts in any inflected form, in any order of its words, with up to two other words between them
and whatever prepositions the sentence needs; not across a verb, a negation or the end of a sentence. A
negation belongs to the word it negates: «не потрібний» is not «потрібний».
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from translations import morphology, ukrainian
from translations.glossary import Entry, Hit

type Span = tuple[int, int]

_ASIDE = re.compile(r"\s*\([^)]*\)")
_END = re.compile(r"[.!?;:\n•]")
_MOST_BETWEEN = 2
_SHORTENED = {
    "кат": "категорія",
    "тел": "телефон",
    "вул": "вулиця",
    "мін": "мінімальний",
    "зарпл": "зарплата",
}
_REACHES_ITS_NOUN = "без"
_NEGATIONS = frozenset({"не", "ні", _REACHES_ITS_NOUN})
_SMALL = "в у з із зі і й та на до для від по за при або чи про під над о об через щодо що який як"
_SMALL_WORDS = frozenset(_SMALL.split())


class Kind(StrEnum):
    PREFERRED = "preferred"
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    MISSING = "missing"


@dataclass(frozen=True)
class Rendering:
    """How a term is said: ``words`` are the glossary's, ``span`` their place in the text; both empty when it
    is missing."""

    kind: Kind
    words: str = ""
    span: Span | None = None


class TermFinding(NamedTuple):
    """``place`` is the wrong word as it is written, or the Polish term that is missing; ``span`` where it
    stands, in the Ukrainian or in the Polish; ``hint`` is "Polish term → right Ukrainian word"."""

    code: str
    place: str
    hint: str
    span: Span
    entry: Entry


@dataclass(frozen=True)
class _Token:
    """A word of a text by its dictionary forms; ``is_closed`` when a sentence ends, or a clause begins, before it."""

    keys: frozenset[str]
    start: int
    end: int
    is_small: bool = False
    is_barrier: bool = False
    is_closed: bool = False


def rendered(hit: Hit, text_uk: str) -> Rendering:
    """How ``text_uk`` says the term of ``hit``. A good rendering counts before a wrong one."""
    return _rendered(hit, _tokens(text_uk))


def glossary_findings(hits: Iterable[Hit], text_uk: str) -> Iterator[TermFinding]:
    """What is wrong with the terms of a pair, each term told once.

    ``false-friend``: a forbidden rendering that is not part of a good one, its place in the Ukrainian.
    ``term-missing``: an official word that is not said, its place in the Polish.
    """
    tokens = _tokens(text_uk)
    hits = list({hit.entry.pl: hit for hit in hits}.values())
    told = [(hit, _rendered(hit, tokens)) for hit in hits]
    good = [it.span for _, it in told if it.span and it.kind in (Kind.PREFERRED, Kind.ALLOWED)]
    for hit, rendering in told:
        hint = f"{hit.entry.pl} → {hit.entry.uk}"
        wrong = _wrong_word(hit, tokens, good)
        if wrong:
            yield TermFinding("false-friend", text_uk[slice(*wrong)], hint, wrong, hit.entry)
        elif hit.entry.is_required and rendering.kind in (Kind.MISSING, Kind.FORBIDDEN):
            yield TermFinding("term-missing", hit.entry.pl, hint, (hit.start, hit.end), hit.entry)


def _rendered(hit: Hit, tokens: Sequence[_Token]) -> Rendering:
    """The good rendering of most words, the preferred one of equals; else a wrong one; else none."""
    entry = hit.entry
    good = [(Kind.PREFERRED, entry.uk), *((Kind.ALLOWED, words) for words in entry.allowed)]
    found = [
        (size, Rendering(kind, words, span))
        for kind, words in good
        for size, span in _places(words, tokens, _MOST_BETWEEN)
    ]
    if found:
        return max(found, key=lambda sized: sized[0])[1]
    for words in entry.forbidden:
        for _, span in _places(words, tokens, 0):
            return Rendering(Kind.FORBIDDEN, words, span)
    return Rendering(Kind.MISSING)


def _wrong_word(hit: Hit, tokens: Sequence[_Token], good: Sequence[Span]) -> Span | None:
    """The first false friend that is not part of the right rendering of this or another term."""
    for words in hit.entry.forbidden:
        for _, (start, end) in _places(words, tokens, 0):
            if not any(start < stop and begin < end for begin, stop in good):
                return start, end
    return None


def _places(words: str, tokens: Sequence[_Token], most_between: int) -> Iterator[tuple[int, Span]]:
    """Where ``words`` stand, and how many of them are looked for."""
    for phrase in _phrases(words):
        for first in range(len(tokens)):
            last = _last_token(phrase, tokens, first, most_between)
            if last is not None:
                yield len(phrase), (tokens[first].start, tokens[last].end)


def _last_token(
    phrase: Sequence[frozenset[str]], tokens: Sequence[_Token], first: int, most_between: int
) -> int | None:
    """The number of the last word of ``phrase`` when it begins with word ``first``, or ``None``."""
    wanted, between = list(phrase), 0
    for place in range(first, len(tokens)):
        token = tokens[place]
        if token.is_closed and place > first:
            return None
        found = next((keys for keys in wanted if keys & token.keys), None)
        if found is not None:
            wanted.remove(found)
            between = 0
            if not wanted:
                return place
        elif place == first or token.is_barrier:
            return None
        elif not token.is_small:
            between += 1
            if between > most_between:
                return None
    return None


@lru_cache(maxsize=10_000)
def _phrases(words: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """The ways of saying a rendering: one for each side of a slash, without brackets and small words."""
    sides = (_tokens(side) for side in _ASIDE.sub("", words).split("/"))
    meant = (tuple(token.keys for token in side if not token.is_small) for side in sides)
    return tuple(filter(None, meant))


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[_Token, ...]:
    """The words of ``text``, each negation joined to what it negates."""
    joined: list[_Token] = []
    negation: _Token | None = None
    for token, is_negation, is_noun in _single(text):
        if is_negation:
            negation = token
        elif negation and not token.is_closed:
            joined.append(_negated(negation, token))
            if is_noun or _REACHES_ITS_NOUN not in negation.keys:
                negation = None
        else:
            joined.append(token)
            negation = None
    return tuple(joined)


def _negated(negation: _Token, token: _Token) -> _Token:
    (word,) = negation.keys & _NEGATIONS
    keys = frozenset(f"{word} {key}" for key in token.keys)
    return replace(token, keys=keys, start=negation.start, is_barrier=True, is_closed=negation.is_closed)


def _single(text: str) -> Iterator[tuple[_Token, bool, bool]]:
    """Each word, whether it negates, and whether it is a noun."""
    end, before = 0, ""
    for word in morphology.words(text):
        small = word.text.casefold()
        is_shortened = text[word.end : word.end + 1] == "." and small in _SHORTENED
        known = ukrainian.told(_SHORTENED[small] if is_shortened else word.text)
        gap = text[end : word.start]
        is_closed = bool(_END.search(gap.lstrip(".") if before in _SHORTENED else gap))
        is_small = small in _SMALL_WORDS
        token = _Token(known.keys, word.start, word.end, is_small, known.is_verb and not is_small, is_closed)
        yield token, small in _NEGATIONS, known.is_noun
        end, before = word.end, small

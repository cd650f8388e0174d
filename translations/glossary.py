"""Where the glossary's Polish terms stand in a text, in whatever form they are written there."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from reference.models import Occupation
from translations import morphology
from translations.models import GlossaryTerm

_ASIDE = re.compile(r"\s*\([^)]*\)")
_BETWEEN_WORDS = re.compile(r"[\s\-–„”\"«»]*\Z")


@dataclass(frozen=True)
class Entry:
    """A Polish term as it is looked for: each of its words by all dictionary forms it may have."""

    pl: str
    uk: str
    words: tuple[frozenset[str], ...]
    note: str = ""
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """``entry`` is named between ``start`` and ``end`` of a text."""

    entry: Entry
    start: int
    end: int


def lemma_keys(text: str) -> list[frozenset[str]]:
    """The dictionary forms of each word of ``text``, without what stands in brackets."""
    return [morphology.keys(word.text) for word in morphology.words(_ASIDE.sub("", text))]


def search_keys(pl: str) -> list[str]:
    """The keys under which the Polish term ``pl`` is found, whatever form is searched for."""
    return sorted(frozenset().union(*lemma_keys(pl)))


class Glossary:
    """A set of terms to look for; built once per page or job."""

    def __init__(self, terms: Iterable[GlossaryTerm], occupations: Iterable[Occupation] = ()) -> None:
        self._whole: dict[str, Entry] = {}
        self._anywhere: defaultdict[str, list[Entry]] = defaultdict(list)
        for occupation in occupations:
            self._whole[_bare(occupation.name_pl)] = _entry(occupation.name_pl, occupation.name_uk)
        for term in terms:
            entry = _entry(term.pl, term.uk, term)
            self._whole[_bare(term.pl)] = entry
            if term.scope == GlossaryTerm.Scope.ANYWHERE and entry.words:
                for key in entry.words[0]:
                    self._anywhere[key].append(entry)

    @classmethod
    def load(cls) -> Self:
        """The office's terms, and the occupations that have a Ukrainian name."""
        return cls(GlossaryTerm.objects.all(), Occupation.objects.exclude(name_uk=""))

    def hits(self, text: str) -> list[Hit]:
        """The terms named in ``text``, the longest first where several begin, never overlapping."""
        if entry := self._whole.get(_bare(text)):
            core = text.strip().rstrip(".:;,")
            start = text.index(core)
            return [Hit(entry, start, start + len(core))]
        found, words, place = [], morphology.words(text), 0
        while place < len(words):
            entry = self._longest_at(text, words[place:])
            if entry:
                last = place + len(entry.words) - 1
                found.append(Hit(entry, words[place].start, words[last].end))
                place = last
            place += 1
        return found

    def _longest_at(self, text: str, words: list[morphology.Word]) -> Entry | None:
        candidates = {
            id(entry): entry for key in morphology.keys(words[0].text) for entry in self._anywhere[key]
        }
        matching = [entry for entry in candidates.values() if _matches(entry, text, words)]
        return max(matching, key=lambda entry: len(entry.words), default=None)


def _entry(pl: str, uk: str, term: GlossaryTerm | None = None) -> Entry:
    words = tuple(lemma_keys(pl))
    if term is None:
        return Entry(pl, uk, words)
    return Entry(pl, uk, words, term.note, _listed(term.variants), _listed(term.forbidden))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _bare(text: str) -> str:
    return _ASIDE.sub("", text).strip().rstrip(".:;,").casefold()


def _matches(entry: Entry, text: str, words: list[morphology.Word]) -> bool:
    if len(entry.words) > len(words):
        return False
    beside = words[: len(entry.words)]
    return all(
        wanted & morphology.keys(word.text) for wanted, word in zip(entry.words, beside, strict=True)
    ) and all(_BETWEEN_WORDS.match(text[left.end : right.start]) for left, right in pairwise(beside))

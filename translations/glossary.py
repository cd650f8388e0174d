"""Where the glossary's Polish terms stand in a text, in whatever form they are written there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Self

from reference.models import Occupation
from translations import morphology
from translations.models import GlossaryRendering, GlossaryTerm
from translations.morphology import Word

_ASIDE = re.compile(r"\s*\([^)]*\)")
_BETWEEN_WORDS = re.compile(r"[\s\-–„”\"«»]*\Z")
_BETWEEN_SHORTENED = re.compile(r"[.\s\-–]*\Z")
_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»]+)[”“\"»]")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
_MOST_BETWEEN = 2


@dataclass(frozen=True)
class Pattern:
    """One Polish form of a term: each of its words by all dictionary forms it may have."""

    words: tuple[frozenset[str], ...]
    is_shortened: bool  # its words end with full stops


@dataclass(frozen=True)
class Entry:
    """A Polish term as it is looked for, and its Ukrainian renderings, ``uk`` the preferred one."""

    pl: str
    uk: str
    patterns: tuple[Pattern, ...]
    note: str = ""
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    not_beside: frozenset[str] = frozenset()
    is_loose: bool = False
    is_required: bool = False
    is_anywhere: bool = True
    also_pl: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, pl: str, uk: str, *, also_pl: Sequence[str] = (), not_beside: Iterable[str] = (), **more: object
    ) -> Self:
        """An entry of written words, brought to their dictionary forms."""
        avoided = frozenset().union(*(key for text in not_beside for key in lemma_keys(text)))
        patterns = tuple(filter(lambda pattern: pattern.words, map(_pattern, (pl, *also_pl))))
        return cls(pl, uk, patterns, not_beside=avoided, also_pl=tuple(also_pl), **more)  # type: ignore[arg-type]

    @classmethod
    def of_term(cls, term: GlossaryTerm, renderings: Iterable[GlossaryRendering] | None = None) -> Self:
        """The entry of a term with its stored renderings, or with those given."""
        said = list(term.renderings.all()) if renderings is None else list(renderings)
        return cls.of(
            term.pl,
            term.uk,
            also_pl=term.also_pl,
            not_beside=term.not_beside,
            note=term.note,
            allowed=tuple(row.text for row in said if row.kind == row.Kind.ALLOWED),
            forbidden=tuple(row.text for row in said if row.kind == row.Kind.FORBIDDEN),
            is_loose=term.is_loose,
            is_required=term.is_required,
            is_anywhere=term.scope == GlossaryTerm.Scope.ANYWHERE,
        )

    def is_as_listed(self, written: str) -> bool:
        """Whether the term is ``written`` as the glossary lists it, in no other form."""
        return _bare(written) in {_bare(pl) for pl in (self.pl, *self.also_pl)}


@dataclass(frozen=True)
class Hit:
    """``entry`` is named between ``start`` and ``end`` of a text; ``is_split`` when other words stand inside,
    which nothing may replace together with the term."""

    entry: Entry
    start: int
    end: int
    is_split: bool = False


@dataclass(frozen=True)
class _Match:
    """``entry`` takes the words from the first one looked at to ``last``, ``named`` of them its own."""

    entry: Entry
    last: int
    named: int


def lemma_keys(text: str) -> list[frozenset[str]]:
    """The dictionary forms of each word of ``text``, without what stands in brackets."""
    return [morphology.term_keys(word.text) for word in morphology.words(_ASIDE.sub("", text))]


def search_keys(*forms_pl: str) -> list[str]:
    """The keys under which a Polish term of these written forms is found, whatever form is searched for."""
    return sorted(frozenset().union(*(keys for pl in forms_pl for keys in lemma_keys(pl))))


class Glossary:
    """A set of terms to look for; built once per page or job."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._whole: dict[str, Entry] = {}
        self._anywhere: defaultdict[str, list[tuple[Entry, Pattern]]] = defaultdict(list)
        for entry in entries:
            self._whole[_bare(entry.pl)] = entry
            for pattern in entry.patterns if entry.is_anywhere else ():
                for key in pattern.words[0]:
                    self._anywhere[key].append((entry, pattern))

    @classmethod
    def load(cls) -> Self:
        """The office's agreed terms, and the occupations that have a Ukrainian name."""
        return cls(cls.entries())

    @staticmethod
    def entries() -> list[Entry]:
        occupations = Occupation.objects.exclude(name_uk="")
        named = (Entry(row.name_pl, row.name_uk, (), is_anywhere=False) for row in occupations)
        terms = GlossaryTerm.objects.agreed()
        # Not prefetched: giving each of so many terms a set of its own takes longer than all the rest.
        said: defaultdict[int, list[GlossaryRendering]] = defaultdict(list)
        for row in GlossaryRendering.objects.filter(term__in=terms.values("pk")):
            said[row.term_id].append(row)
        return [*named, *(Entry.of_term(term, said[term.pk]) for term in terms)]

    def hits(self, text: str) -> list[Hit]:
        """The terms named in ``text``, the longest first where several begin, never overlapping.

        A term that counts only as the whole line counts also as the label before a colon.
        """
        for line in (text, text.partition(":")[0]):
            entry = self._whole.get(_bare(line))
            if entry and (core := _without_its_aside(line, entry)) in text:
                start = text.index(core)
                named = Hit(entry, start, start + len(core))
                return [named, *self._hits_inside(text, morphology.words(text, named.end))]
        return list(self._hits_inside(text, morphology.words(text)))

    def _hits_inside(self, text: str, words: Sequence[Word]) -> Iterator[Hit]:
        names, place = _names(text, words), 0
        while place < len(words):
            match = self._longest_at(text, words, place)
            if match and not _is_name(words[place], words[match.last], names):
                is_split = match.last - place >= match.named
                yield Hit(match.entry, words[place].start, words[match.last].end, is_split)
                place = match.last
            place += 1

    def _longest_at(self, text: str, words: Sequence[Word], place: int) -> _Match | None:
        candidates = {
            id(pattern): (entry, pattern)
            for key in morphology.term_keys(words[place].text)
            for entry, pattern in self._anywhere.get(key, ())
        }
        found = [
            _Match(entry, last, len(pattern.words))
            for entry, pattern in candidates.values()
            if (last := _last_word(entry, pattern, text, words, place)) is not None
            and not _is_beside(entry.not_beside, words, place, last)
        ]
        return max(found, key=lambda match: (match.named, match.last), default=None)


@lru_cache(maxsize=4_000)
def _pattern(pl: str) -> Pattern:
    return Pattern(tuple(lemma_keys(pl)), is_shortened="." in pl)


def _without_its_aside(line: str, entry: Entry) -> str:
    """``line``, and of an aside that is not the term's own only what stands before it: "Kierowca (kat. C)"."""
    core = line.strip().rstrip(".:;,")
    return core if core.casefold() == entry.pl.casefold() else _ASIDE.sub("", core)


def _bare(text: str) -> str:
    return _ASIDE.sub("", text).strip().rstrip(".:;,").casefold()


def _last_word(entry: Entry, pattern: Pattern, text: str, words: Sequence[Word], place: int) -> int | None:
    """The number of the last word of the form of ``entry`` that begins at word ``place``, or ``None``.

    Between its words two others may stand: adjectives in any term, any words in a loose one.
    """
    between = _BETWEEN_SHORTENED if pattern.is_shortened else _BETWEEN_WORDS
    last = place
    for wanted in pattern.words[1:]:
        following = last + 1
        while True:
            if following == len(words) or not between.match(
                text[words[following - 1].end : words[following].start]
            ):
                return None
            word = words[following].text
            if wanted & morphology.term_keys(word):
                break
            if following - last > _MOST_BETWEEN or not (entry.is_loose or morphology.is_describing(word)):
                return None
            following += 1
        last = following
    return last


def _is_beside(avoided: frozenset[str], words: Sequence[Word], first: int, last: int) -> bool:
    """Whether one of the ``avoided`` words stands at most two words before or after."""
    near = (*words[max(0, first - _MOST_BETWEEN) : first], *words[last + 1 : last + 1 + _MOST_BETWEEN])
    return bool(avoided) and any(avoided & morphology.term_keys(word.text) for word in near)


def _names(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The places of names and addresses: what stands in quotation marks with a capital, a surname after a
    first name, an e-mail or web address."""
    quoted = [match.span(1) for match in _QUOTED.finditer(text) if match[1].strip()[:1].isupper()]
    surnames = [
        (word.start, word.end)
        for before, word in pairwise(words)
        if word.text.istitle()
        and morphology.is_first_name(before.text)
        and text[before.end : word.start].isspace()
    ]
    return quoted + surnames + [match.span() for match in _ADDRESS.finditer(text)]


def _is_name(first: Word, last: Word, names: list[tuple[int, int]]) -> bool:
    return any(start <= first.start and last.end <= end for start, end in names)

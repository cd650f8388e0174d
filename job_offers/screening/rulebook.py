"""How rules of wording are written down: lists of words by name, and patterns over them."""

from collections.abc import Mapping
from dataclasses import dataclass

from job_offers.screening.grounds import Ground
from job_offers.screening.patterns import Pattern, read


@dataclass(frozen=True, eq=False)
class Rule:
    """``patterns`` show the wording, ``unless`` the company in which it is harmless. A clear case blocks."""

    ground: Ground
    is_clear: bool
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()


@dataclass(frozen=True, eq=False)
class Indifference:
    """Where a clause says that something does not matter: the grounds that it ``names`` by their words.

    An ``obstacle`` said to be none exempts whatever stands in the same part of it: "60 lat nie jest przeszkodą".
    """

    said: tuple[Pattern, ...]
    obstacle: tuple[Pattern, ...]
    names: Mapping[Ground, frozenset[str]]

    def named(self, known: frozenset[str]) -> frozenset[Ground]:
        return frozenset(ground for ground, words in self.names.items() if not words.isdisjoint(known))


class Rulebook:
    """The word lists of one language; a list may take in others by ``@NAME``, if they come before it."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists: dict[str, frozenset[str]] = {}
        self._read: list[Pattern] = []
        for name, words in lists.items():
            self._lists[name] = self._taken_in(words)

    @property
    def words(self) -> frozenset[str]:
        """All words that the patterns ask for, dictionary forms and exact ones."""
        items = (item for pattern in self._read for item in pattern.items)
        return frozenset().union(*(item.words | item.exact for item in items))

    def read(self, patterns: tuple[str, ...]) -> tuple[Pattern, ...]:
        found = tuple(read(pattern, self._lists) for pattern in patterns)
        self._read += found
        return found

    def rule(self, ground: Ground, *patterns: str, unless: tuple[str, ...] = ()) -> Rule:
        """A clear case."""
        return Rule(ground, True, self.read(patterns), self.read(unless))

    def hint(self, ground: Ground, *patterns: str, unless: tuple[str, ...] = ()) -> Rule:
        """A doubtful case, for a person to judge."""
        return Rule(ground, False, self.read(patterns), self.read(unless))

    def indifference(
        self, *, said: tuple[str, ...], obstacle: tuple[str, ...], names: Mapping[Ground, str]
    ) -> Indifference:
        """``names`` are the words of each ground, apart by spaces."""
        named = {ground: frozenset(words.split()) for ground, words in names.items()}
        return Indifference(self.read(said), self.read(obstacle), named)

    def _taken_in(self, words: str) -> frozenset[str]:
        found: set[str] = set()
        for word in words.split():
            found |= self._lists[word[1:]] if word.startswith("@") else {word}
        return frozenset(found)

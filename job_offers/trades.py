"""Trades by all the names people give them, in Polish, Ukrainian and the Ukrainian that is spoken.

``vocabulary/trades.csv``: ``names`` name the trade in a title or a question, ``topics`` only in a question (``кухня`` asks for
a cook, a title that says it need not be one), ``kzis`` are beginnings of occupation codes. ``vocabulary/wishes.csv``: what
people say they want of the work. A name in several trades means any of them.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from job_offers import words
from job_offers.sounds import sounds

DATA = Path(__file__).parent / "vocabulary"
MARK = "="  # begins the lexeme of a trade; no word has it
_LETTERS = str.maketrans("себдат", "cebdat")  # categories of licences, whatever keyboard typed them


@dataclass(frozen=True)
class Phrase:
    """A name as the forms of its words, and what it names."""

    words: tuple[frozenset[str], ...]
    names: frozenset[str]


@dataclass(frozen=True)
class Match:
    """A name found in a text: the places of its words there, and what it names."""

    start: int
    end: int
    names: frozenset[str]


class Names:
    """Names of several words to be found in a text, the longest first."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """``named``: pairs of a name and what it names."""
        meanings: dict[tuple[frozenset[str], ...], set[str]] = {}
        self.by_sound: dict[str, str] = {}
        for name, meaning in named:
            parts = _said(name)
            meanings.setdefault(tuple(map(_forms, parts)), set()).add(meaning)
            for part in parts:
                self.by_sound.update({sound: part for sound in sounds(part) if len(part) > 3})
        self._by_form: dict[str, list[Phrase]] = {}
        for forms, what in meanings.items():
            for form in forms[0]:
                self._by_form.setdefault(form, []).append(Phrase(forms, frozenset(what)))

    def knows(self, word: str) -> bool:
        return any(form in self._by_form for form in _forms(word))

    def find(self, said: Sequence[str]) -> Iterator[Match]:
        """The names in the words ``said``, from left to right, without overlaps."""
        forms = [_forms(word) for word in said]
        start = 0
        while start < len(said):
            length, names = self._longest(forms[start:])
            if length:
                yield Match(start, start + length, names)
            start += length or 1

    def _longest(self, forms: Sequence[frozenset[str]]) -> tuple[int, frozenset[str]]:
        length, names = 0, frozenset[str]()
        for phrase in {id(one): one for form in forms[0] for one in self._by_form.get(form, ())}.values():
            if len(phrase.words) >= length and _begin(forms, phrase.words):
                names = phrase.names | (names if len(phrase.words) == length else frozenset())
                length = len(phrase.words)
        return length, names


@cache
def titles() -> Names:
    """What names a trade in a title."""
    return Names((name, row["trade"]) for row in rows("trades.csv") for name in _list(row["names"]))


@cache
def questions() -> Names:
    """What names a trade in a question."""
    return Names(
        (name, row["trade"])
        for row in rows("trades.csv")
        for name in (*_list(row["names"]), *_list(row["topics"]))
    )


@cache
def wishes() -> Names:
    """What people say they want of the work."""
    return Names((phrase, row["wish"]) for row in rows("wishes.csv") for phrase in _list(row["phrases"]))


def of_offer(names: Iterable[str], code: str) -> set[str]:
    """The trades of an offer, by its titles and the code of its occupation.

    A name that several trades share counts only when nothing says which of them is meant, and a topic only when
    there is no name.
    """
    said = [_said(name) for name in names]
    found = [match.names for one in said for match in titles().find(one)]
    sure = {name for one in found if len(one) == 1 for name in one} | _by_code(code)
    found = found or [match.names for one in said for match in questions().find(one)]
    return sure or {name for one in found for name in one}


@cache
def known() -> tuple[str, ...]:
    """The names of all trades, by which ``of_offer`` and ``questions`` know them."""
    return tuple(sorted({row["trade"] for row in rows("trades.csv")}))


def lexeme(trade: str) -> str:
    return f"{MARK}{trade}"


def _by_code(code: str) -> set[str]:
    fitting = {prefix: trades for prefix, trades in _codes().items() if code.startswith(prefix)}
    longest = max(map(len, fitting), default=0)
    return {trade for prefix, trades in fitting.items() if len(prefix) == longest for trade in trades}


@cache
def _codes() -> dict[str, set[str]]:
    codes: dict[str, set[str]] = {}
    for row in rows("trades.csv"):
        for prefix in row["kzis"].split():
            codes.setdefault(prefix, set()).add(row["trade"])
    return codes


def _begin(forms: Sequence[frozenset[str]], phrase: tuple[frozenset[str], ...]) -> bool:
    return len(forms) >= len(phrase) and all(one & other for one, other in zip(forms, phrase, strict=False))


def _forms(word: str) -> frozenset[str]:
    return words.forms(word.translate(_LETTERS)) if len(word) == 1 else words.forms(word)


def _said(text: str) -> list[str]:
    return words.meaningful(text)


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _list(text: str) -> list[str]:
    return [name for name in text.split("; ") if name]

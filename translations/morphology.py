"""Polish words and their dictionary forms.

A key is the dictionary form with its class: ``umowy`` → ``umowa/noun``, ``pakowania`` → ``pakować/gerund``,
so that a verb is not taken for its noun. The analyser costs some 30 µs a word and is not safe between
threads: it is asked once per word and process, under a lock.
"""

import re
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import morfeusz2

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_CLASSES = {
    "subst": "noun", "depr": "noun", "ger": "gerund", "adj": "adjective", "adja": "prefix",
    "adjp": "adjective", "adjc": "adjective", "pact": "participle", "ppas": "participle", "fin": "verb",
    "praet": "verb", "inf": "verb", "impt": "verb", "imps": "verb", "bedzie": "verb",
}  # fmt: skip
_OUT_OF_USE = frozenset({"daw.", "przest."})
_analyser = morfeusz2.Morfeusz(generate=False)
_lock = Lock()


class Word(NamedTuple):
    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of ``text`` with their places; an apostrophe inside does not end a word."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """Every dictionary form ``word`` may have; an unknown word is its own."""
    with _lock:
        readings = _analyser.analyse(word)
    found = {
        f"{lemma.split(':')[0].casefold()}/{_class(tag)}"
        for start, _, (_, lemma, tag, *_) in readings
        if start == 0 and tag != "ign"
    }
    return frozenset(found or {f"{word.casefold()}/unknown"})


@lru_cache(maxsize=50_000)
def is_name(word: str) -> bool:
    """Whether the dictionary knows ``word`` as a name only: of a place, a person, a firm."""
    with _lock:
        readings = _analyser.analyse(word)
    labels = [
        set(labels)
        for start, _, (_, _, tag, labels, usage) in readings
        if start == 0 and tag != "ign" and _OUT_OF_USE.isdisjoint(usage)
    ]
    return bool(labels) and not any("nazwa_pospolita" in found or not found for found in labels)


def _class(tag: str) -> str:
    """The class in a tag. A negated form is a class of its own: "nieokreślony" is no form of "określony"."""
    kind, *marks = tag.split(":")
    return f"{_CLASSES.get(kind, kind)}{'-not' if 'neg' in marks else ''}"


def is_polish(word: str) -> bool:
    """Whether the dictionary knows ``word``."""
    return not any(key.endswith("/unknown") for key in keys(word))

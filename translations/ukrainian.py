"""Ukrainian words and their dictionary forms.

The analyser takes half a second and 15 MB when it is first asked, some 100 µs a word after that, and is not
safe between threads: it is loaded once per process and asked once per word, under a lock.
"""

import re
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

import pymorphy3

_NOUN, _VERBS = "NOUN", frozenset({"VERB", "INFN", "GRND"})
_APOSTROPHES = re.compile("[’ʼ]")  # the dictionary writes '
_ENDING = re.compile(
    r"(?:ами|ями|ові|еві|єві|ого|ому|ими|іми|ах|ях|ою|ею|єю|ів|їв|ам|ям|ом|ем|ий|ій|их|им|ої|[аеєиіїоуюяь])$"
)
_FLEETING = re.compile(r"[ео]([кц])ь?$")
_SHORTEST_STEM = 4
_LATIN_TWINS = str.maketrans("авеікмнорстх", "abeikmhopctx")
_lock = Lock()


class Told(NamedTuple):
    """What the dictionary says of a word: its forms, and whether it may be a noun or can only be a verb."""

    keys: frozenset[str]
    is_noun: bool
    is_verb: bool


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form ``word`` may have."""
    with _lock:
        return frozenset(reading.normal_form for reading in _analyser().parse(word))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    with _lock:
        return bool(_analyser().word_is_known(word))


@lru_cache(maxsize=50_000)
def told(word: str) -> Told:
    """The word itself and its dictionary forms; of one no dictionary has, the guessed ones and its stem."""
    small = _APOSTROPHES.sub("'", word.casefold())
    with _lock:
        readings = _analyser().parse(small)
    known = [reading for reading in readings if reading.is_known]
    found = {small, *(reading.normal_form for reading in known or readings)}
    if not known:
        found.add(f"{_stem(small)}/stem")
    if len(small) == 1:  # a category or level is a Latin letter, whatever keyboard typed it
        found.add(small.translate(_LATIN_TWINS))
    classes = {reading.tag.POS for reading in known or readings}
    return Told(frozenset(found), _NOUN in classes, bool(classes) and classes <= _VERBS)


def _stem(word: str) -> str:
    """``word`` without its ending and the vowel that comes and goes; a short word stays."""
    stem = _FLEETING.sub(r"\1", _ENDING.sub("", word))
    return stem if len(stem) >= _SHORTEST_STEM else word


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="uk")

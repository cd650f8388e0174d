"""Ukrainian words and their dictionary forms. The analyser is loaded when first asked, once per process."""

from functools import cache, lru_cache
from threading import Lock

import pymorphy3

_lock = Lock()


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form ``word`` may have."""
    with _lock:
        return frozenset(reading.normal_form for reading in _analyser().parse(word))


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="uk")

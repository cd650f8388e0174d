"""Polish words typed without their diacritics, found among the words that the rules ask for."""

from collections import defaultdict
from functools import cache

from job_offers.screening import posts, rules
from job_offers.words import fold
from translations import morphology


def restored(word: str) -> frozenset[str]:
    """How the small ``word``, which no dictionary has, may be meant: ``mezczyzn`` is ``mężczyzn``."""
    return _spelled().get(fold(word), frozenset())


@cache
def _spelled() -> dict[str, frozenset[str]]:
    """By its folded spelling every form of the words of the rules. Asking for them all takes half a second once."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in rules.WORDS | posts.WORDS:
        for form in morphology.all_forms(word.removeprefix("nie-")):
            if fold(form) != form:
                found[fold(form)].add(form)
    return {folded: frozenset(forms) for folded, forms in found.items()}

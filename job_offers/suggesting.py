""" "Did you mean …": words readers mistype, corrected by words that stand on the board."""

from django.core.cache import cache
from django.utils import timezone
from rapidfuzz import fuzz, process

from job_offers import words
from job_offers.models import BoardEntry
from job_offers.search import LexemeQuery, live, tsquery
from reference.models import Place

MIN_LIKENESS = 75  # of 100; one wrong letter in five passes, another word does not
_CACHE_KEY = "board-known-words"
_CACHE_SECONDS = 15 * 60


def corrected(text: str) -> str:
    """``text`` with unknown words replaced by the nearest known ones, if the board then has something.

    Empty when nothing better is found.
    """
    known = _known_words()
    better = " ".join(_nearest(word, known) for word in words.meaningful(text))
    if words.fold(better) == words.fold(text):
        return ""
    literal = tsquery(better)
    found = literal and live(timezone.localdate()).filter(words=LexemeQuery(literal)).exists()
    return better if found else ""


def _nearest(word: str, known: dict[str, str]) -> str:
    """``known`` is by folded word, so letters people mix up count as equal."""
    folded = words.fold(word)
    if folded in known:
        return word
    match = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS)
    return known[match[0]] if match else word


def _known_words() -> dict[str, str]:
    known: dict[str, str] | None = cache.get(_CACHE_KEY)
    if known is None:
        known = _collect()
        cache.set(_CACHE_KEY, known, _CACHE_SECONDS)
    return known


def _collect() -> dict[str, str]:
    """Words of titles, occupations and places on the board, by their folded form."""
    titles = (
        "offer__title_pl",
        "offer__title_uk",
        "offer__occupation__name_pl",
        "offer__occupation__name_uk",
    )
    texts = BoardEntry.objects.order_by().values_list(*titles).distinct()
    places = Place.objects.order_by().values_list("name_pl", "name_uk")
    return {
        words.fold(word): word
        for row in (*texts, *places)
        for text in row
        for word in words.split(text or "")
        if len(word) > 2
    }

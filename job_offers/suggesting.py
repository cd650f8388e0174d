""" "Did you mean …": words readers mistype, corrected by words that stand on the board or name a trade."""

from django.core.cache import cache
from rapidfuzz import process
from rapidfuzz.distance import OSA

from job_offers import sounds, trades, words
from job_offers.models import BoardEntry
from reference.models import Place

MIN_LIKENESS = 0.75  # of 1; one wrong letter in four passes, another word does not
_CACHE_KEY = "board-known-words"
_CACHE_SECONDS = 15 * 60
_MOST = 50_000  # titles looked at


def corrected(text: str) -> str:
    """``text`` with unknown words replaced by the nearest known ones; empty when nothing is nearer."""
    known = _known_words()
    typed = words.meaningful(text)
    better = [_nearest(word, known) for word in typed]
    return (
        ""
        if [words.fold(word) for word in better] == [words.fold(word) for word in typed]
        else " ".join(better)
    )


def _nearest(word: str, known: dict[str, str]) -> str:
    """``known`` is by sound, so letters and alphabets people mix up count as equal."""
    heard = sorted(sounds.sounds(word))
    for sound in heard:
        if sound in known:
            same = known[sound]
            return word if sounds.is_cyrillic(same) == sounds.is_cyrillic(word) else same
    matches = [
        process.extractOne(sound, known.keys(), scorer=OSA.normalized_similarity, score_cutoff=MIN_LIKENESS)
        for sound in heard
    ]
    best = max(filter(None, matches), key=lambda match: match[1], default=None)
    return known[best[0]] if best else word


def _known_words() -> dict[str, str]:
    known: dict[str, str] | None = cache.get(_CACHE_KEY)
    if known is None:
        known = _collect()
        cache.set(_CACHE_KEY, known, _CACHE_SECONDS)
    return known


def _collect() -> dict[str, str]:
    """Words of titles, occupations, places and trades by their sound."""
    titles = (
        "offer__title_pl",
        "offer__title_uk",
        "offer__occupation__name_pl",
        "offer__occupation__name_uk",
    )
    texts = BoardEntry.objects.order_by().values_list(*titles).distinct()[:_MOST]
    places = Place.objects.order_by().values_list("name_pl", "name_uk")
    known = {
        sound: word
        for row in (*texts, *places)
        for text in row
        for word in words.split(text or "")
        if len(word) > 2
        for sound in sounds.sounds(word)
    }
    return known | trades.wishes().by_sound | trades.questions().by_sound

"""How much the words somebody asks for are the words of a person's name, from 0 to 1.

The sounds are compared first: they are few and occur again and again, and most people are told by them
alone. How a word is written matters only among those who sound alike.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from registration import given_names, names

SAME_NAME = 0.95  # in another language; a little less than the name itself
SAME_SOUND = 0.97
SAME_SPELLING = 1.0


def likest(words: Sequence[str], person: names.Person, *, at_least: float) -> list[tuple[float, str]]:
    """For each of ``words``, how much the likest word of the person's name is like it, and that word.

    Empty when these come to less than ``at_least`` on average.
    """
    written = names.written_words(person)
    if not words or _by_sounds(words, written) < at_least - (SAME_SPELLING - SAME_SOUND):
        return []
    best = [max((_likeness(word, own), own) for own in written) for word in words]
    return best if sum(likeness for likeness, _own in best) >= at_least * len(words) else []


def _by_sounds(words: Sequence[str], written: Sequence[str]) -> float:
    """How much all ``words`` sound like ``written`` ones, on average; how these are spelled adds little."""
    own = {sound for word in written for sound in names.sounds(word)}
    best = (_most_alike(names.sounds(word), own) for word in words)
    return sum(best) / len(words)


def _likeness(word: str, own: str) -> float:
    if word == own:
        return SAME_SPELLING
    alike = _most_alike(names.sounds(word), names.sounds(own))
    # Among words that sound as near, the one written more alike comes first.
    return alike if alike == SAME_SOUND else alike + 0.02 * OSA.normalized_similarity(word, own)


def _most_alike(readings: Collection[str], sounds: Collection[str]) -> float:
    return max((_alike(*both) for both in product(readings, sounds)), default=0.0)


@lru_cache(maxsize=50_000)
def _alike(reading: str, sound: str) -> float:
    if reading == sound:
        return SAME_SOUND
    begun = 0.84 + 0.1 * len(reading) / len(sound) if reading and sound.startswith(reading) else 0.0
    return max(
        begun, 0.93 * OSA.normalized_similarity(reading, sound), _alike_in_another_language(reading, sound)
    )


def _alike_in_another_language(reading: str, sound: str) -> float:
    """How much ``reading`` is the given name ``sound`` in another language."""
    same = given_names.others(sound)
    if reading in same:
        return SAME_NAME
    return max((0.9 * OSA.normalized_similarity(reading, name) for name in same), default=0.0)

"""What a pair of texts is found by, as hashes in one array: the database needs no extension for it.

A Polish text has its words in dictionary form, the pairs of words that follow one another, and, when it is
short, the beginnings of its words, which a typing error leaves alone. A Ukrainian text has its words. Signs
of places hold no word: they are taken out first.
"""

import zlib
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from translations import morphology, places, ukrainian

SHORT = 5  # words: below, one changed word is much of the text
_BEGINNING = 4  # letters
_LONGEST_WORD = 40


def of_pair(template_pl: str, template_uk: str) -> list[int]:
    """Everything an entry is found by."""
    words = {hashed(f"u {form}") for word in _words(template_uk) for form in ukrainian_forms(word)}
    forms = {hashed(f"p {form}") for word in _words(template_pl) for form in polish_forms(word)}
    return sorted(words | forms | of_polish(template_pl))


def of_polish(template_pl: str) -> set[int]:
    """What similar Polish texts share."""
    words = _words(template_pl)
    lemmas = [min(polish_forms(word)) for word in words]
    found = {hashed(f"p {lemma}") for lemma in lemmas}
    found |= {hashed(f"2 {first} {second}") for first, second in pairwise(["", *lemmas, ""])}
    if len(words) <= SHORT:
        found |= {hashed(f"4 {word[:_BEGINNING]}") for word in words}
    return found


def of_words(text: str) -> list[list[int]]:
    """For each word that is searched for, the hashes of its forms in both languages."""
    return [
        sorted(
            {
                *(hashed(f"p {form}") for form in polish_forms(word)),
                *(hashed(f"u {form}") for form in ukrainian_forms(word)),
            }
        )
        for word in _words(text)
    ]


@lru_cache(maxsize=100_000)
def polish_forms(word: str) -> frozenset[str]:
    """The dictionary forms of ``word``, without their classes."""
    return frozenset(key.rpartition("/")[0] for key in morphology.keys(word))


@lru_cache(maxsize=100_000)
def ukrainian_forms(word: str) -> frozenset[str]:
    return ukrainian.lemmas(word)


def hashed(feature: str) -> int:
    """A number that the database keeps in four bytes, the same on every machine."""
    value = zlib.crc32(feature.encode())
    return value - 2**32 if value >= 2**31 else value


def _words(template: str) -> list[str]:
    bare: Iterable[morphology.Word] = morphology.words(places.PLACE.sub(" ", template).casefold())
    return [word.text for word in bare if len(word.text) <= _LONGEST_WORD]

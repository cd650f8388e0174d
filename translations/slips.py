"""What is a slip in a Polish sentence: the same words in another form, a word misspelt, other punctuation.

The checks compare facts. Most words state none, so a changed word is a slip only where the dictionary says that
it is the same word, or that one of the two is no word at all.
"""

import re
import unicodedata

from rapidfuzz import fuzz

from translations import checks, morphology
from translations.alignment import Judge
from translations.glossary import Glossary

MISSPELT_FROM = 80  # of 100: below it a word in no dictionary is another word
_SIGN_OF_MEANING = re.compile(r"[%#@&/+<>=§°€$]")


def judge() -> Judge:
    """Who says whether a Ukrainian sentence stays true: its Polish had but a slip, and no check stops it."""
    glossary = Glossary.load()

    def is_still_true(before_pl: str, source_pl: str, text_uk: str) -> bool:
        found = checks.check(source_pl, text_uk, glossary.hits(source_pl))
        return is_slip(before_pl, source_pl) and not any(finding.is_blocking for finding in found)

    return is_still_true


def is_slip(before: str, after: str) -> bool:
    """Whether the sentence ``after`` says what ``before`` did, the words of which are its words in order."""
    old, new = morphology.words(before), morphology.words(after)
    if len(old) != len(new) or _SIGN_OF_MEANING.findall(before) != _SIGN_OF_MEANING.findall(after):
        return False
    return all(
        _is_same_word(one.text, other.text, is_first=place == 0)
        for place, (one, other) in enumerate(zip(old, new, strict=True))
    )


def _is_same_word(one: str, other: str, *, is_first: bool) -> bool:
    if one.casefold() == other.casefold():
        return True
    if any(character.isdigit() for character in one + other):
        return False
    if morphology.is_polish(one) and morphology.is_polish(other):
        is_shared = bool(morphology.keys(one) & morphology.keys(other))
        return is_shared and morphology.degrees(one) == morphology.degrees(other)
    is_name = not is_first and one[0].isupper() and other[0].isupper()
    return not is_name and fuzz.ratio(_plain(one), _plain(other)) >= MISSPELT_FROM


def _plain(word: str) -> str:
    """``word`` without its diacritics, which are left out by mistake more often than anything else."""
    letters = unicodedata.normalize("NFD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

"""Words of offers and of queries brought to a common form, so that any form of a word finds any other.

Each word stands for its dictionary forms in Polish or Ukrainian (told apart by the script), with letters
folded that people mix up or cannot type: ``Chęcinach`` and ``checiny`` meet, and so do ``Хенцинах`` and
``Хенціни``. The analysers cost milliseconds a text, so words are remembered.
"""

import re
from functools import lru_cache

from translations import morphology, ukrainian

LONGEST_WORD = 40
HEAD = "^"  # begins the lexeme of a form that stands in a title, an occupation or a place; no word has it
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_FOLDED = str.maketrans(
    {
        **dict(zip("ąćęłńóśźż", "acelnoszz", strict=True)),
        # Ukrainian place names are written after Polish and after Russian habits
        **dict(zip("ґєїийыэё", "геііііее", strict=True)),
        **dict.fromkeys("ьъ", ""),
    }
)
# Said in a search without saying what is sought.
_NOISE_PL = """w we z ze i a na do dla od po o u za przy lub oraz praca pracy prace pracę oferta oferty szukam
    ukrainiec ukraińcy ukraińców ukrainka ukrainki ukrainek robota robotu robotę rabota"""
_NOISE_UK = """в у з із зі і й та на до для від по за при або робота роботу роботи праця праці працю вакансія
    вакансії пропозиція пропозиції шукаю работа работу вакансии ищу
    треба потрібна хочу нужна українець українці українців українка українки українок украинцев украинок"""
_NOISE = frozenset(_NOISE_PL.split() + _NOISE_UK.split())


def split(text: str) -> list[str]:
    """The words of ``text`` in small letters, in order; signs and overlong strings are no words."""
    return [word for word in _WORD.findall(text.lower()) if len(word) <= LONGEST_WORD]


def fold(word: str) -> str:
    """``word`` in small letters without what people mix up: diacritics, и and і, signs of softness."""
    return "".join(letter for letter in word.lower().translate(_FOLDED) if letter.isalnum())


def meaningful(text: str) -> list[str]:
    """The words of a query that say what is sought."""
    return [word for word in split(text) if word not in _NOISE]


@lru_cache(maxsize=200_000)
def forms(word: str) -> frozenset[str]:
    """The folded word itself and its folded dictionary forms."""
    lemmas = ukrainian.lemmas(word) if _is_cyrillic(word) else _polish(word)
    return frozenset(filter(None, (fold(form) for form in (word, *lemmas))))


def is_known(word: str) -> bool:
    """Whether a dictionary knows the word; of an unknown one only the beginning can be trusted."""
    if _is_cyrillic(word):
        return ukrainian.is_known(word)
    return morphology.is_polish(word)


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u04ff"


def _polish(word: str) -> set[str]:
    """Names of places are in the dictionary with a capital letter only."""
    keys = morphology.keys(word) | morphology.keys(word.capitalize())
    return {key.rpartition("/")[0] for key in keys}

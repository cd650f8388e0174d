"""Words as they sound, so that Cyrillic, Polish spelling and Ukrainian typed in Latin letters meet.

``зварювальник``, ``zvarjuvalnyk`` and ``zvaryuvalnik`` sound alike; so do ``spawacz`` and ``спавач``. Rough on purpose:
it is asked only about words that no dictionary knows, and answers only with words we know.
"""

from job_offers.words import split

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшюяыэё", "abvhhdeezziiiiklmnoprstufhccsuaiee", strict=True)),
        **{"щ": "sc", "ь": "", "ъ": "", "'": "", "’": "", "ʼ": ""},
    }
)
_PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")
_DIGRAPHS = (
    *(("shch", "sc"), ("szcz", "sc"), ("sch", "s"), ("sz", "s"), ("sh", "s"), ("cz", "c"), ("kh", "h")),
    *(("zh", "z"), ("rz", "z"), ("ts", "c"), ("tz", "c"), ("w", "v"), ("x", "ks"), ("q", "k"), ("g", "h")),
)
_SOFT = (
    *(("ya", "a"), ("ja", "a"), ("ia", "a"), ("yu", "u"), ("ju", "u"), ("iu", "u")),
    *(("ye", "e"), ("je", "e"), ("ie", "e"), ("yo", "o"), ("jo", "o"), ("y", "i"), ("j", "i")),
)
_UKRAINIAN_KEYS = "йцукенгшщзхїфівапролджєячсмитьбю"
_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_TO_CYRILLIC = str.maketrans(_LATIN_KEYS, _UKRAINIAN_KEYS)
_TO_LATIN = str.maketrans(_UKRAINIAN_KEYS + "ыэъ", _LATIN_KEYS + "s']")


def sounds(word: str) -> frozenset[str]:
    """How ``word`` may sound, in plain Latin letters; ``ch`` of Latin letters is Polish х or English ч."""
    small = word.lower().translate(_PLAIN)
    if is_cyrillic(small):
        return frozenset({_single(small.translate(_CYRILLIC))})
    for typed, sound in _DIGRAPHS:
        small = small.replace(typed, sound)
    for typed, sound in _SOFT:
        small = small.replace(typed, sound)
    return frozenset(_single(small.replace("ch", sound)) for sound in "hc")


def is_cyrillic(word: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in word)


def other_keyboard(typed: str) -> str:
    """What the same keys give on the other keyboard: ``djlsq`` → ``водій``, ``ызфцфся`` → ``spawacz``."""
    small = typed.lower()
    other = small.translate(_TO_LATIN if is_cyrillic(small) else _TO_CYRILLIC)
    return other if split(other) == [other] else ""


def _single(word: str) -> str:
    """Without doubled letters and signs."""
    kept = ""
    for letter in word:
        if letter.isalnum() and letter != kept[-1:]:
            kept += letter
    return kept

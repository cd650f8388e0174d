"""Names across scripts: how a name is spelled in each, and the keys under which it is found again.

Sources: resolution No. 55 of the Cabinet of Ministers of 27.01.2010 for Latin letters in documents; the
usual Polish transcription of Ukrainian for what Polish clerks write by ear.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, islice, product
from typing import Protocol

from rapidfuzz.distance import OSA
from translitua import UkrainianKMU, translit

MAX_SOUNDS = 10  # words of one person that take part in pairs
MAX_READINGS = 4  # of one Latin word: each "ch" is either ч or х
MOST_TYPOS = 2  # in a word of any length
NEAR_PREFIX = 8  # near misses are sought in the beginning of a word; the whole word decides afterwards

_SIGNS = "'’ʼ‘`´′ʹ\"«»“”.,;:()"  # three apostrophes of the standard and what keyboards give instead
_WITHOUT_SIGNS = str.maketrans("", "", _SIGNS)
_LATIN_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae"})

_POLISH = {
    "а": "a", "б": "b", "в": "w", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "je", "ж": "ż", "з": "z",
    "и": "y", "і": "i", "ї": "ji", "й": "j", "к": "k", "л": "ł", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz",
    "щ": "szcz", "ю": "ju", "я": "ja", "ь": "", "'": "", "’": "", "ʼ": "",
    "ы": "y", "э": "e", "ё": "jo", "ъ": "",
}  # fmt: skip
_POLISH_SOFT = {"н": "ń", "с": "ś", "з": "ź", "ц": "ć", "л": "l"}
_SOFTENS_L = frozenset("еєіюяь")
_VOWELS = frozenset("аеєиіїоуюяыэё")

_SOUND_OF_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "ie", "ж": "z", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "sc",
    "ь": "", "ю": "iu", "я": "ia", "ы": "i", "э": "e", "ъ": "", "ё": "e",  # which documents write е
})  # fmt: skip
_SOUND_OF_LATIN = {
    "shch": "sc", "szcz": "sc", "tsch": "c", "tch": "c", "sh": "s", "sz": "s", "cz": "c", "ts": "c",
    "tz": "c", "zh": "z", "kh": "h", "ph": "f", "x": "ks", "q": "k", "w": "v", "g": "h", "y": "i", "j": "i",
}  # fmt: skip
_LATIN_PARTS = re.compile("(ch|" + "|".join(sorted(_SOUND_OF_LATIN, key=len, reverse=True)) + ")")
_BETWEEN_WORDS = re.compile(r"[\s\-‐‑–—_/]+")
_SOFTENING = re.compile("i+(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")
_CYRILLIC = re.compile("[Ѐ-ӿ]")


class Person(Protocol):
    """Whatever holds a person's names as ``registration.Client`` does."""

    @property
    def given_names_latin(self) -> str: ...

    @property
    def surname_latin(self) -> str: ...

    @property
    def given_names_cyrillic(self) -> str: ...

    @property
    def surname_cyrillic(self) -> str: ...

    @property
    def patronymic(self) -> str: ...


def to_latin(name: str) -> str:
    """Cyrillic letters in Latin as a Ukrainian document has them (KMU 55-2010); a suggestion only.

    The holder may have kept an earlier spelling, so the document always wins.
    """
    return translit(name, UkrainianKMU)


def to_polish(name: str) -> str:
    """Ukrainian letters as a Polish clerk writes them by ear: Шевченко → Szewczenko."""
    return "".join(_polish_letters(name))


def _polish_letters(name: str) -> Iterator[str]:
    for place, letter in enumerate(name):
        low = letter.lower()
        following = name[place + 1 : place + 2].lower()
        before = name[place - 1 : place].lower() if place else ""
        spelled = _polish_letter(low, before, following)
        if letter != low:
            shouts = (name[place + 1 : place + 2] or name[place - 1 : place]).isupper()
            spelled = spelled.upper() if shouts else spelled.capitalize()
        yield spelled


def _polish_letter(low: str, before: str, following: str) -> str:
    if following == "ь" and low in _POLISH_SOFT:
        return _POLISH_SOFT[low]
    if low == "л" and following in _SOFTENS_L:
        return "l"
    spelled = _POLISH.get(low, low)
    after_consonant = before in _POLISH and before not in _VOWELS and before not in "йь'’ʼ"
    if spelled.startswith("j") and len(spelled) > 1 and low != "ї" and after_consonant:
        return spelled[1:] if before == "л" else "i" + spelled[1:]
    return spelled


def without_diacritics(text: str) -> str:
    """Latin letters without marks: Łukasz → Lukasz, Ševčenko → Sevcenko."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN_STROKES))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a name or a query, small letters, hyphenated parts apart, without apostrophes."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_WITHOUT_SIGNS)
    return tuple(word[:120] for word in _BETWEEN_WORDS.split(plain) if word)


@lru_cache(maxsize=20_000)
def sounds(word: str) -> tuple[str, ...]:
    """The keys that all spellings of ``word`` share, the likeliest first.

    Cyrillic has one. A Latin "ch" is ч to one writer and х to another, so a Latin word may have several.
    """
    if _CYRILLIC.search(word):
        # Letters of other Cyrillic alphabets are known without their marks only.
        plain = without_diacritics(word.casefold().translate(_SOUND_OF_CYRILLIC))
        return (_settled(plain.translate(_SOUND_OF_CYRILLIC)),)
    parts = [
        ("c", "h") if part == "ch" else (_SOUND_OF_LATIN.get(part, part),)
        for part in _LATIN_PARTS.split(without_diacritics(word))
    ]
    return tuple(
        dict.fromkeys(_settled("".join(reading)) for reading in islice(product(*parts), MAX_READINGS))
    )


def _settled(sound: str) -> str:
    """Without the i that only softens, and with double letters single: what writers disagree on."""
    return _DOUBLED.sub(r"\1", _SOFTENING.sub("", sound.replace("ts", "c")))[:120]


@lru_cache(maxsize=20_000)
def near_misses(sound: str) -> frozenset[str]:
    """What is left of ``sound`` when letters fall out: two words within a typo or two share one of these.

    None for the shortest words, one letter from four letters on, two from seven on.
    """
    beginning = sound[:NEAR_PREFIX]
    left = {beginning}
    for _ in range(allowed_typos(sound)):
        left |= {word[:place] + word[place + 1 :] for word in left for place in range(len(word))}
    return frozenset(left)


def allowed_typos(sound: str) -> int:
    return 0 if len(sound) < 4 else 1 if len(sound) < 7 else MOST_TYPOS


def within_typos(sound: str, known: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Those of the ``known`` sounds that may be meant by ``sound``, each with how many typos it is away."""
    for other in known:
        far: int = OSA.distance(sound, other, score_cutoff=MOST_TYPOS)
        if far <= MOST_TYPOS and far <= max(allowed_typos(sound), allowed_typos(other)):
            yield other, far


def pair(one: str, other: str) -> str:
    """The key of two sounds in any order."""
    return " ".join(sorted((one, other)))


def written_words(person: Person) -> list[str]:
    """Every word of the person's names as written, in either script."""
    return list(
        dict.fromkeys(
            word
            for text in (
                person.surname_cyrillic,
                person.given_names_cyrillic,
                person.patronymic,
                person.surname_latin,
                person.given_names_latin,
            )
            for word in words(text)
        )
    )


def sounds_of(written: Iterable[str]) -> list[str]:
    """The sounds under which all spellings of ``written`` are found, each once.

    A spelling whose readings hold a sound already kept adds none; so do the transcriptions of a Cyrillic
    word, unless one of them folds differently (зг is zgh to Kyiv and zh to Warsaw).
    """
    kept: dict[str, None] = {}
    for word in written:
        for readings in _readings(word):
            if not kept.keys() & set(readings):
                kept |= dict.fromkeys(readings)
    return list(kept)[:MAX_SOUNDS]


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[tuple[str, ...], ...]:
    """The sounds of each spelling of ``word``: as it stands, and a Cyrillic one as both states write it."""
    spellings = (word, to_latin(word), to_polish(word)) if _CYRILLIC.search(word) else (word,)
    return tuple(
        tuple(reading for part in words(spelling) for reading in sounds(part) if reading)
        for spelling in spellings
    )


def pairs_of(kept: Iterable[str]) -> list[str]:
    return [pair(one, other) for one, other in combinations(kept, 2)]


def is_mismatch(cyrillic: str, latin: str) -> bool:
    """Whether the Latin name is no spelling of the Cyrillic one: worth a second look, never an error."""
    if not cyrillic.strip() or not latin.strip():
        return False
    return sorted(words(to_latin(cyrillic))) != sorted(words(latin))

"""The letters of a Ukrainian text: Polish words left in, Russian letters, Latin look-alikes.

A look-alike cannot be seen on paper, but search, a screen reader and "read to me" all stumble over it.
"""

import re
from collections.abc import Iterator

from translations import morphology
from translations.mentions import Mention

UKRAINIAN = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
RUSSIAN_ONLY = frozenset("ыэъё")
LOOK_ALIKES = frozenset("aceiopxy")
POLISH_ONLY = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")

_WORD = re.compile(r"[^\W\d_]+")
_ODD_APOSTROPHE = re.compile(r"\w*[^\W\d_][`´″\"\N{PRIME}\N{LEFT SINGLE QUOTATION MARK}‛][яюєїЯЮЄЇ]\w*")
_IN_BRACKETS = re.compile(r"\([^)]*\)|«[^»]*»|„[^”]*”")

_ABBREVIATION_LENGTH = 4

type Fault = tuple[str, str]


def faults(source_pl: str, text_uk: str, mentions: list[Mention]) -> Iterator[Fault]:
    """``(code, the word)`` for each word of ``text_uk`` whose letters are wrong.

    ``mentions``, found in ``text_uk``, are left out: e-mail addresses and the like are Latin. So is what
    stands in brackets or quotation marks: that is how a Polish name is kept on purpose.
    """
    polish = _WORD.findall(source_pl)
    aside = [(match.start(), match.end()) for match in _IN_BRACKETS.finditer(text_uk)]
    aside += [(mention.start, mention.end) for mention in mentions]
    for match in _WORD.finditer(text_uk):
        word, end = match.group(), text_uk[match.end() : match.end() + 1]
        code = _cyrillic_fault(word)
        if (
            not code
            and word.isascii() | bool(POLISH_ONLY & set(word))
            and not _is_within(match.start(), aside)
        ):
            code = _look_alike(word, end) if len(word) == 1 else _latin_fault(word, polish)
        if code:
            yield code, word
    for match in _ODD_APOSTROPHE.finditer(text_uk):
        yield "odd-apostrophe", match.group()


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _cyrillic_fault(word: str) -> str:
    cyrillic = {letter for letter in word.casefold() if "\u0400" <= letter <= "\u052f"}
    if cyrillic and any(letter.isascii() or letter in POLISH_ONLY for letter in word):
        return "mixed-alphabets"
    if cyrillic & RUSSIAN_ONLY:
        return "russian-letter"
    return "foreign-letter" if cyrillic - UKRAINIAN else ""


def _look_alike(letter: str, following: str) -> str:
    """A small Latin letter alone, unless it is part of "z o.o."."""
    return "look-alike" if letter in LOOK_ALIKES and letter.islower() and following != "." else ""


def _latin_fault(word: str, polish: list[str]) -> str:
    """A Latin word may stay when it is an abbreviation, or a name inside the Polish sentence."""
    if word.isupper() and len(word) <= _ABBREVIATION_LENGTH:
        return ""
    if word.istitle() and word in polish[1:]:
        return ""
    if POLISH_ONLY & set(word) or (word in polish and morphology.is_polish(word.casefold())):
        return "polish-word"
    return "" if word in polish and not word.islower() else "latin-word"

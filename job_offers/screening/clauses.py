"""A text cut into clauses of words that know their dictionary forms, Polish or Ukrainian by their script."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from job_offers.screening.numerals import NUMERALS
from job_offers.screening.pieces import Piece
from job_offers.screening.plain import Plain, plain
from job_offers.screening.posts import FOR_WOMEN, pair
from job_offers.screening.spelling import restored
from job_offers.words import fold
from translations import morphology, ukrainian

_PIECE = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+(?:\+(?!\d))?|[^\w\s]")
# A clause ends at a sign before a new beginning, at a new line, or at a bullet; never after a known abbreviation.
_END = re.compile(r"[.!?;](?=\s+[^\W_]|\s*$)|\n+|[•·▪]")
_ABBREVIATED = re.compile(
    r"\b(?:min|max|maks|ok|tel|ul|np|ds|kat|godz|tys|tj|itp|m\.in|r\.ż|r\.\s?ż|art|ust|pkt|os|tyg|мін|макс|ред|вул|тел)$",
    re.IGNORECASE,
)
# A number with a dot before a small letter is an ordinal: "30. roku".
_ORDINAL = re.compile(r"\d\.\s+[a-ząćęłńóśźżа-яґєії]")
_A_FEW_WORDS = re.compile(r"\s*(?:[^\W_]+\W+){0,3}[^\W_]+\W*")
_LONGEST_NUMBER = 4
_OLD, _OLDEST = 30, 80


class _Told(NamedTuple):
    forms: frozenset[str]
    spellings: frozenset[str]
    is_noun: bool
    number: int | None


def clauses(text: str) -> Iterator[list[Piece]]:
    """The clauses of ``text``, each with its words and signs in order."""
    read = plain(text)
    start = 0
    for end in _ends(read.text):
        pieces = [_piece(match, read) for match in _PIECE.finditer(read.text, start, end)]
        if pieces:
            yield _counted(pieces)
        start = end


def _ends(text: str) -> Iterator[int]:
    last = 0
    for match in _END.finditer(text):
        if not _goes_on(text, last, match):
            last = match.end()
            yield last
    yield len(text)


def _goes_on(text: str, start: int, sign: re.Match[str]) -> bool:
    """Whether the clause that begins at ``start`` does not end at ``sign``; after "Students?" stands what of them."""
    if sign.group() == "?":
        return _A_FEW_WORDS.fullmatch(text, start, sign.start()) is not None
    if sign.group() != ".":
        return False
    before = text[max(start, sign.start() - 12) : sign.start()]
    return bool(_ABBREVIATED.search(before) or _ORDINAL.match(text, sign.start() - 1))


def _piece(match: re.Match[str], read: Plain) -> Piece:
    word = match.group()
    told = _told(word)
    start, end = read.starts[match.start()], read.ends[match.end() - 1]
    return Piece(word, start, end, told.forms, told.spellings, told.is_noun, told.number)


def _counted(pieces: list[Piece]) -> list[Piece]:
    """With a number of two words as one: "trzydzieści pięć"."""
    found: list[Piece] = []
    for piece in pieces:
        tens = found[-1] if found else piece
        if _is_tens(tens) and piece.number in range(1, 10) and piece.text[0].isalpha():
            number = (tens.number or 0) + (piece.number or 0)
            found[-1] = replace(tens, end=piece.end, number=number)
        else:
            found.append(piece)
    return found


def _is_tens(piece: Piece) -> bool:
    return piece.text[0].isalpha() and piece.number in range(20, 100, 10)


@lru_cache(maxsize=50_000)
def _told(word: str) -> _Told:
    """Dictionary forms, and whether the word can only be a noun. ``nieplanująca`` is a form of ``nie-planować``."""
    small = word.casefold()
    if word[0].isdecimal():
        return _number(small)
    if not word[0].isalpha():
        return _Told(frozenset({small}), frozenset({small}), False, None)
    if "\u0400" <= word[0] <= "\u04ff":
        told = ukrainian.told(word)
        return _Told(told.keys | {small}, frozenset({small}), told.is_noun, _value(told.keys))
    spellings = _spellings(word, small)
    forms, classes = {small}, set()
    written = {word} if small in spellings else spellings  # a capital letter tells "Polski" from "polski"
    for key in frozenset().union(*map(_keys, written)):
        lemma, _, kind = key.rpartition("/")
        classes.add(kind)
        forms.add(f"nie-{lemma}" if kind.endswith("-not") else lemma)
    if any(map(pair, forms)):
        forms.add(FOR_WOMEN)
    is_noun = classes <= {"noun", "gerund", "unknown"}
    return _Told(frozenset(forms), spellings | {small}, is_noun, _value(forms))


def _spellings(word: str, small: str) -> frozenset[str]:
    """How the Polish ``word`` is rightly written: an unknown one without diacritics may lack them."""
    if fold(small) != small or morphology.is_polish(word) or morphology.is_polish(word.capitalize()):
        return frozenset({small})
    return restored(small) or frozenset({small})


def _keys(word: str) -> frozenset[str]:
    """Names of peoples are in the dictionary with a capital letter only."""
    found = morphology.keys(word)
    return found if morphology.is_polish(word) else morphology.keys(word.capitalize())


def _number(word: str) -> _Told:
    """Of ``50+`` also that it means people as old as that."""
    value = int(word.removesuffix("+")) if len(word) <= _LONGEST_NUMBER else None
    forms = {word}
    if value and word.endswith("+") and _OLD <= value <= _OLDEST:
        forms.add("wiek+")
    return _Told(frozenset(forms), frozenset({word}), False, value)


def _value(forms: frozenset[str] | set[str]) -> int | None:
    return next((NUMERALS[form] for form in forms if form in NUMERALS), None)

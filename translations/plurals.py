"""Plural categories of Polish, Ukrainian and English numbers, after CLDR, and the words counted by them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

type Number = int | Decimal


class Category(StrEnum):
    ONE = "one"
    FEW = "few"
    MANY = "many"
    FRACTION = "fraction"  # CLDR's "other" in Polish and Ukrainian


def category(number: Number, language: str) -> Category:
    """The plural category of ``number`` (not negative) in ``pl``, ``uk`` or ``en``."""
    if number != int(number):
        return Category.FRACTION
    whole = int(number)
    if language == "en":
        return Category.ONE if whole == 1 else Category.MANY
    if whole == 1 or (language == "uk" and whole % 10 == 1 and whole % 100 != 11):
        return Category.ONE
    is_few = whole % 10 in {2, 3, 4} and whole % 100 not in {12, 13, 14}
    return Category.FEW if is_few else Category.MANY


@dataclass(frozen=True)
class Forms:
    """One counted noun of one language: 1 місце, 2 місця, 5 місць, 1,5 місця."""

    one: str
    few: str
    many: str
    fraction: str

    def of(self, number: Number, language: str) -> str:
        form: str = getattr(self, category(number, language))
        return form


type Noun = dict[str, Forms]


def noun(*, pl: str, uk: str, en: str) -> Noun:
    """A noun from its forms in the order of ``Forms``, separated by slashes; English has one and many."""
    one, many = en.split("/")
    return {
        "pl": Forms(*pl.split("/")),
        "uk": Forms(*uk.split("/")),
        "en": Forms(one, many, many, many),
    }

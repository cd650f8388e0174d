"""What a mention is, and the pieces of patterns that several kinds of it share."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """``CONTRACT``, ``PER`` and ``WEEKDAY`` are said in words, which the languages count and repeat differently."""

    URL = "url"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    DATE = "date"
    MONEY = "money"
    TIME = "time"
    LEVEL = "level"
    LICENCE = "licence"
    TAX = "tax"
    CONTRACT = "contract"
    PER = "per"
    WEEKDAY = "weekday"
    SHARE = "share"
    NUMBER = "number"


POOLED = frozenset({Kind.MONEY, Kind.TIME, Kind.NUMBER})

SPACE = "[ \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}]"
DASH = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}–—−]"
NUMBER = rf"\d{{1,3}}(?:(?:{SPACE}|\.)\d{{3}})+(?:,\d{{1,2}})?(?![\d])|\d+(?:[.,]\d+)?"
THOUSAND = r"(?:tys\.?|tysi\w+|тис\.?|тисяч\w*)(?!\w)"
CURRENCY = (
    r"(?:zł(?:ot\w+)?|zl|pln|злот\w+|зл|eur|euro|євро|€|usd|\$|грн|грив\w+|uah|₴)(?!\w)"
    r"|(?<=\d)(?:zł|зл|€|\$)"
)
RANGE = rf"{SPACE}?(?:{DASH}|do|до|/){SPACE}?"
_CURRENCIES = [
    *[("PLN", start) for start in ("zł", "zl", "pln", "злот", "зл")],
    *[("EUR", start) for start in ("eur", "євро", "€")],
    *[("USD", start) for start in ("usd", "$")],
    *[("UAH", start) for start in ("грн", "грив", "uah", "₴")],
]
_THOUSANDS_FIRST = re.compile(rf"^{THOUSAND}\s*")
_LEADING_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True)
class Mention:
    """``text`` is how it is written; ``is_word`` marks a number or month in words, which the other text may lack."""

    kind: Kind
    value: str
    text: str
    start: int
    end: int
    is_word: bool = False

    @property
    def number_end(self) -> int:
        """Where the digits end: in "4 806 zł" before the currency; elsewhere the whole mention."""
        number = _LEADING_NUMBER.match(self.text) if self.kind == Kind.MONEY else None
        return self.start + number.end() if number else self.end

    @property
    def currency(self) -> str:
        """ "PLN", "EUR", …; empty when the text names none."""
        named = _THOUSANDS_FIRST.sub("", self.text[self.number_end - self.start :].strip().casefold())
        return next((code for code, start in _CURRENCIES if named.startswith(start)), "")

    @property
    def fact(self) -> tuple[str, str]:
        """What is compared. Amounts, hours and plain numbers share one pool: units are often left out."""
        return ("quantity" if self.kind in POOLED else self.kind.value, self.value)


type Reader = Callable[[re.Match[str]], str | None]


class Pattern(NamedTuple):
    """How one spelling of one kind is found. ``read`` gives its value, or ``None`` where it only looks alike."""

    kind: Kind
    expression: re.Pattern[str]
    read: Reader
    is_word: bool = False


def pattern(kind: Kind, expression: str, read: Reader, *, is_word: bool = False) -> Pattern:
    return Pattern(kind, re.compile(expression, re.IGNORECASE), read, is_word)


def coded(kind: Kind, code: str, expression: str) -> Pattern:
    """A spelling in words that always means ``code``."""
    return pattern(kind, rf"(?:(?<!\w)|(?=/))(?:{expression})(?!\w)", lambda match: code)


def any_of(words: Iterable[str]) -> str:
    """The longest first, as the first alternative that fits is taken."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def number_value(written: str) -> str:
    """The value of a number as text: "1 500,50" and "1500.5" are both "1500.5"."""
    digits = re.sub(rf"{SPACE}|\.(?=\d{{3}}(?!\d))", "", written).replace(",", ".")
    value = Decimal(digits)
    return f"{value:f}".rstrip("0").rstrip(".") if "." in digits else f"{value:f}"

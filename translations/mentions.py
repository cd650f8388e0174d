"""Facts named in a Polish or Ukrainian text: amounts, dates, hours, phones, addresses of the net.

Two mentions say the same when their kind and ``value`` are equal, however they are written: "1 500,50 zł"
and "1500,50 злотих", "od 8 do 16" and "з 8:00 до 16:00", "1 czerwca 2026" and "01.06.2026".
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    MONEY = "money"
    TIME = "time"
    LEVEL = "level"
    TAX = "tax"
    NUMBER = "number"


POOLED = frozenset({Kind.MONEY, Kind.TIME, Kind.NUMBER})


@dataclass(frozen=True)
class Mention:
    """``text`` is how it is written; ``is_word`` marks a number in words, which the other text may lack."""

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
        named = _THOUSAND.sub("", self.text[self.number_end - self.start :].strip().casefold())
        return next((code for code, start in _CURRENCIES if named.startswith(start)), "")

    @property
    def fact(self) -> tuple[str, str]:
        """What is compared. Amounts, hours and plain numbers share one pool: units are often left out."""
        return ("quantity" if self.kind in POOLED else self.kind.value, self.value)


_SPACE = "[ \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}]"
_DASH = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}–—−]"
_NUMBER = rf"\d{{1,3}}(?:(?:{_SPACE}|\.)\d{{3}})+(?:,\d{{1,2}})?(?![\d])|\d+(?:[.,]\d+)?"
_THOUSAND = re.compile(r"^(?:tys|тис)\.?\s*")
_LEADING_NUMBER = re.compile(_NUMBER)
_CURRENCY = (
    r"(?:zł(?:ot\w+)?|zl|pln|злот\w+|зл|eur|euro|євро|€|usd|\$|грн|грив\w+|uah|₴)(?!\w)"
    r"|(?<=\d)(?:zł|зл|€|\$)"
)
_CURRENCIES = [
    *[("PLN", start) for start in ("zł", "zl", "pln", "злот", "зл")],
    *[("EUR", start) for start in ("eur", "євро", "€")],
    *[("USD", start) for start in ("usd", "$")],
    *[("UAH", start) for start in ("грн", "грив", "uah", "₴")],
]
_RANGE = rf"{_SPACE}?(?:{_DASH}|do|до|/){_SPACE}?"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}

_MONTHS = (
    "stycz(?:eń|nia|niu)|січ(?:ень|ня|ні)",
    "lut(?:y|ego|ym)|лют(?:ий|ого|ому)",
    "mar(?:zec|ca|cu)|берез(?:ень|ня|ні)",
    "kwie(?:cień|tnia|tniu)|квіт(?:ень|ня|ні)",
    "maj(?:a|u)?|трав(?:ень|ня|ні)",
    "czerw(?:iec|ca|cu)|черв(?:ень|ня|ні)",
    "lip(?:iec|ca|cu)|лип(?:ень|ня|ні)",
    "sierp(?:ień|nia|niu)|серп(?:ень|ня|ні)",
    "wrze(?:sień|śnia|śniu)|верес(?:ень|ня|ні)",
    "październik(?:a|u)?|жовт(?:ень|ня|ні)",
    "listopad(?:a|zie)?|листопад(?:а|і)?",
    "grud(?:zień|nia|niu)|груд(?:ень|ня|ні)",
)
_MONTH_NAMES = [re.compile(names, re.IGNORECASE) for names in _MONTHS]
_MONTH = f"(?:{'|'.join(_MONTHS)})(?!\\w)"

_WORDS = {
    1: "jeden jedna jedno jednego jednej jednym jedną один одна одне одного однієї одному одним одну",
    2: "dwa dwie dwóch dwu dwoje dwiema dwoma два дві двох двома двоє",
    3: "trzy trzech trzema troje три трьох трьома троє",
    4: "cztery czterech czterema czworo чотири чотирьох чотирма четверо",
    5: "pięć pięciu п'ять п'яти п'ятьох п'ятьма",
    6: "sześć sześciu шість шести шістьох шістьма",
    7: "siedem siedmiu сім семи сімох сьома",
    8: "osiem ośmiu вісім восьми вісьмох вісьма",
    9: "dziewięć dziewięciu дев'ять дев'яти дев'ятьох",
    10: "dziesięć dziesięciu десять десяти десятьох",
    12: "dwanaście dwunastu дванадцять дванадцяти",
}
_WORD_VALUES = {word: str(number) for number, words in _WORDS.items() for word in words.split()}
_WORD_VALUES |= {"pół": "0.5", "połowa": "0.5", "пів": "0.5", "половина": "0.5", "половину": "0.5"}
_PREFIX_VALUES = {
    "jedno": "1", "одно": "1", "dwu": "2", "дво": "2", "trzy": "3", "trój": "3", "три": "3", "cztero": "4",
    "чотири": "4",
}  # fmt: skip
_TAX = {
    "brutto": "gross", "брутто": "gross", "netto": "net", "нетто": "net", "на руки": "net",
    "na rękę": "net", "do ręki": "net", "до вирахування податків": "gross", "до сплати податків": "gross",
    "після вирахування податків": "net", "після сплати податків": "net",
}  # fmt: skip

type Reader = Callable[[re.Match[str]], str | None]


def normalised(text: str) -> str:
    """``text`` composed (NFC), with one kind of apostrophe and vulgar fractions written out."""
    text = unicodedata.normalize("NFC", text)
    for sign, written in _FRACTIONS.items():
        text = text.replace(sign, written)
    return re.sub(r"(?<=\w)[\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}](?=\w)", "'", text)


def mentions(text: str) -> list[Mention]:
    """All facts named in ``text``, in order, none overlapping another."""
    found: list[Mention] = []
    free = text
    for kind, pattern, read, is_word in _PATTERNS:
        for match in pattern.finditer(free):
            value = read(match)
            if value is not None:
                found.append(Mention(kind, value, match.group(), match.start(), match.end(), is_word))
                free = free[: match.start()] + "\0" * len(match.group()) + free[match.end() :]
    return sorted(found, key=lambda mention: mention.start)


def number_value(written: str) -> str:
    """The value of a number as text: "1 500,50" and "1500.5" are both "1500.5"."""
    digits = re.sub(rf"{_SPACE}|\.(?=\d{{3}}(?!\d))", "", written).replace(",", ".")
    value = Decimal(digits)
    return f"{value:f}".rstrip("0").rstrip(".") if "." in digits else f"{value:f}"


def _url(match: re.Match[str]) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", match.group().casefold()).rstrip("/")


def _email(match: re.Match[str]) -> str:
    return match.group().casefold()


def _phone(match: re.Match[str]) -> str | None:
    digits = re.sub(r"\D", "", match.group()).removeprefix("00")
    national = digits.removeprefix("48") if len(digits) == 11 else digits.removeprefix("0")
    return national if len(national) in {9, 12} else None


def _numeric_date(match: re.Match[str]) -> str | None:
    year, month, day = match["y"], int(match["m"]), int(match["d"])
    return _date(f"20{year}" if len(year) == 2 else year, month, day)


def _named_date(match: re.Match[str]) -> str | None:
    month = next(place for place, name in enumerate(_MONTH_NAMES, 1) if name.match(match["month"]))
    if not match["d"] and not match["y"]:
        return None
    return _date(match["y"] or "", month, int(match["d"] or 0))


def _date(year: str, month: int, day: int) -> str | None:
    """The day as ISO text; day 0 is the whole month."""
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and day <= 31 else None


def _time(match: re.Match[str]) -> str | None:
    """Full hours have the value of the number, so that "8:00" and "od 8" agree."""
    hour, minute = int(match["h"]), match["min"].translate(_SUPERSCRIPTS)
    if hour > 24 or int(minute) > 59:
        return None
    return str(hour) if minute == "00" else f"{hour}:{minute}"


def _share(match: re.Match[str]) -> str | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    return number_value(str(Decimal(top) / bottom)) if 0 < top < bottom else None


def _amount(match: re.Match[str]) -> str:
    return number_value(match["n"])


def _thousands(match: re.Match[str]) -> str:
    return number_value(str(Decimal(number_value(match["n"])) * 1000))


def _level(match: re.Match[str]) -> str:
    return match.group().upper().translate(str.maketrans("АВС", "ABC"))


def _tax(match: re.Match[str]) -> str:
    return _TAX[match.group().casefold()]


def _number_word(match: re.Match[str]) -> str:
    return _WORD_VALUES[match.group().casefold()]


def _number_prefix(match: re.Match[str]) -> str:
    return _PREFIX_VALUES[match.group().casefold()]


def _any_of(words: Iterator[str] | dict[str, str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# In this order; what an earlier pattern took, a later one no longer sees.
_PATTERNS: list[tuple[Kind, re.Pattern[str], Reader, bool]] = [
    (Kind.EMAIL, _compiled(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _email, False),
    (Kind.URL, _compiled(r"(?:https?://|www\.)[^\s<>\"„”«»()]+[^\s<>\"„”«»().,;:!?]"), _url, False),
    (Kind.URL, _compiled(r"(?<![\w.@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:pl|eu|com|org|net|ua|gov)(?:/[^\s,;]*[^\s.,;)])?(?!\w)"), _url, False),
    (Kind.DATE, _compiled(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"), _numeric_date, False),
    (Kind.DATE, _compiled(r"(?<![\d.])(?P<d>\d{1,2})(?P<sep>[./-])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<y>\d{4}|\d\d)(?!\d)"), _numeric_date, False),
    (Kind.DATE, _compiled(rf"(?:(?<!\d)(?P<d>\d{{1,2}})\s+)?(?<!\w)(?P<month>{_MONTH})(?:\s+(?P<y>\d{{4}})(?!\d))?"), _named_date, False),
    (Kind.PHONE, _compiled(rf"(?<![\w.,])(?:\+|00){_SPACE}?\d(?:(?:{_SPACE}|{_DASH}|[()])*\d){{8,12}}(?!\d)"), _phone, False),
    (Kind.PHONE, _compiled(rf"(?<![\w.,+])\(?0?\d{{2}}\)?(?:{_SPACE}|{_DASH})\d{{3}}(?:{_SPACE}|{_DASH})\d{{2}}(?:{_SPACE}|{_DASH})\d{{2}}(?!\d)"), _phone, False),
    (Kind.PHONE, _compiled(rf"(?<![\w.,+])\d{{3}}(?:{_SPACE}|{_DASH})?\d{{3}}(?:{_SPACE}|{_DASH})?\d{{3}}(?!\d|{_SPACE}?(?:{_CURRENCY}))"), _phone, False),
    (Kind.NUMBER, _compiled(rf"(?<![\d/])(?P<top>\d)/(?P<bottom>\d{{1,2}})(?={_SPACE}?(?:etat|ставк))"), _share, False),
    (Kind.MONEY, _compiled(rf"(?<!\d)(?P<n>{_NUMBER}){_SPACE}?(?:tys\.?|тис\.?){_SPACE}?(?:{_CURRENCY})"), _thousands, False),
    (Kind.MONEY, _compiled(rf"(?<!\d)(?P<n>{_NUMBER})(?:{_SPACE}{{0,2}}(?:{_CURRENCY})|,-)"), _amount, False),
    (Kind.MONEY, _compiled(rf"(?<!\d)(?P<n>{_NUMBER})(?={_RANGE}\0)"), _amount, False),
    (Kind.TIME, _compiled(r"(?<![\d.,])(?P<h>\d{1,2})(?::|\.)(?P<min>\d\d)(?![\d%]|[.,]\d)"), _time, False),
    (Kind.TIME, _compiled(r"(?<!\d)(?P<h>\d{1,2})(?P<min>[⁰¹²³⁴⁵⁶⁷⁸⁹]{2})"), _time, False),
    (Kind.LEVEL, _compiled(r"(?<!\w)[ABCАВС][12](?!\w)"), _level, False),
    (Kind.NUMBER, _compiled(rf"(?<![\d])(?P<n>{_NUMBER})"), _amount, False),
    (Kind.TAX, _compiled(rf"(?<!\w)(?:{_any_of(_TAX)})(?!\w)"), _tax, False),
    (Kind.NUMBER, _compiled(rf"(?<!\w)(?:{_any_of(_WORD_VALUES)})(?!\w)"), _number_word, True),
    (Kind.NUMBER, _compiled(rf"(?<!\w)(?:{_any_of(_PREFIX_VALUES)})(?=zmian|змін|tygodni|тижн)"), _number_prefix, True),
]  # fmt: skip

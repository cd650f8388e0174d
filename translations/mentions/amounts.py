"""Money, hours and plain numbers in digits."""

import re
from decimal import Decimal

from translations.mentions.mention import (
    CURRENCY,
    NUMBER,
    RANGE,
    SPACE,
    THOUSAND,
    Kind,
    number_value,
    pattern,
)

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


def _time(match: re.Match[str]) -> str | None:
    """Full hours have the value of the number, so that "8:00" and "od 8" agree."""
    hour, minute = int(match["h"]), match["min"].translate(_SUPERSCRIPTS)
    if hour > 24 or int(minute) > 59:
        return None
    return str(hour) if minute == "00" else f"{hour}:{minute}"


def _vulgar(match: re.Match[str]) -> str:
    return _VULGAR[match.group()]


def _amount(match: re.Match[str]) -> str:
    return number_value(match["n"])


def _thousands(match: re.Match[str]) -> str:
    return number_value(str(Decimal(number_value(match["n"])) * 1000))


def _nothing(match: re.Match[str]) -> str:
    return ""


# The exponent of "m²" and "м3" is no number of anything.
UNITS = [pattern(Kind.NUMBER, r"(?<![^\W\d_])(?:[cdk]?m|[сдк]?м)[23²³](?!\w)", _nothing)]
MONEY = [
    pattern(  # the 5 of "5-6 tys."
        Kind.NUMBER,
        rf"(?<![\d.,])(?P<n>\d{{1,3}}(?:[.,]\d)?)(?={RANGE}(?:{NUMBER}){SPACE}?{THOUSAND})",
        _thousands,
    ),
    pattern(Kind.MONEY, rf"(?<!\d)(?P<n>{NUMBER}){SPACE}?{THOUSAND}{SPACE}?(?:{CURRENCY})", _thousands),
    pattern(Kind.NUMBER, rf"(?<!\d)(?P<n>{NUMBER}){SPACE}?{THOUSAND}", _thousands),
    pattern(Kind.MONEY, rf"(?<!\d)(?P<n>{NUMBER})(?:{SPACE}{{0,2}}(?:{CURRENCY})|,-)", _amount),
    pattern(Kind.MONEY, rf"(?<!\d)(?P<n>{NUMBER})(?={SPACE}?(?:brutto|netto|брутто|нетто)(?!\w))", _amount),
    pattern(Kind.MONEY, rf"(?<!\d)(?P<n>{NUMBER})(?={RANGE}\0)", _amount),
]
HOURS = [
    pattern(Kind.TIME, r"(?<![\d.,])(?P<h>\d{1,2})(?::|\.)(?P<min>\d\d)(?![\d%]|[.,]\d)", _time),
    pattern(Kind.TIME, r"(?<!\d)(?P<h>\d{1,2})(?P<min>[⁰¹²³⁴⁵⁶⁷⁸⁹]{2})", _time),
]
NUMBERS = [
    pattern(Kind.NUMBER, r"(?<![\d.,])(?P<n>1)(?=\s?(?:x|х|raz|раз)(?!\w))", _amount, is_word=True),
    pattern(Kind.NUMBER, rf"(?<!\d)(?P<n>{NUMBER})", _amount),
    pattern(Kind.NUMBER, "[½¼¾]", _vulgar),
]

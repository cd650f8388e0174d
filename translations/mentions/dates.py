"""Days and months, in digits and in words."""

import re

from translations.mentions.mention import Kind, pattern

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


def _numeric(match: re.Match[str]) -> str | None:
    year, month, day = match["y"], int(match["m"]), int(match["d"])
    return _date(f"20{year}" if len(year) == 2 else year, month, day)


def _named(match: re.Match[str]) -> str | None:
    month = next(place for place, name in enumerate(_MONTH_NAMES, 1) if name.match(match["month"]))
    return _date(match["y"] or "", month, int(match["d"] or 0))


def _month_alone(match: re.Match[str]) -> str:
    month = next(place for place, name in enumerate(_MONTH_NAMES, 1) if name.match(match.group()))
    return f"-{month:02}-00"


def _date(year: str, month: int, day: int) -> str | None:
    """The day as ISO text; day 0 is the whole month."""
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and day <= 31 else None


PATTERNS = [
    pattern(Kind.DATE, r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", _numeric),
    pattern(
        Kind.DATE,
        r"(?<![\d.])(?P<d>\d{1,2})(?P<sep>[./-])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<y>\d{4}|\d\d)(?!\d)",
        _numeric,
    ),
    pattern(
        Kind.DATE,
        rf"(?<!\d)(?P<d>\d{{1,2}})\s+(?P<month>{_MONTH})(?:\s+(?P<y>(?:19|20)\d\d)(?!\d))?",
        _named,
    ),
    pattern(Kind.DATE, rf"(?<!\w)(?P<d>)(?P<month>{_MONTH})\s+(?P<y>(?:19|20)\d\d)(?!\d)", _named),
    pattern(Kind.DATE, rf"(?<!\w){_MONTH}", _month_alone, is_word=True),
]

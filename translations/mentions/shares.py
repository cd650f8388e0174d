"""What part of a full-time post is offered: "pełny etat", "1/2 etatu", "пів ставки", "0,75 ставки"."""

import re
from decimal import Decimal

from translations.mentions.mention import SPACE, Kind, coded, number_value, pattern

_POST = r"(?:etat(?:u|em|ach|y|ów|ie)?|ставк\w+)(?!\w)"
_NAMED = {
    "1": r"pełn\w+|cał\w+|повн\w+",
    "0.5": r"pół|połow\w+|½|пів|половин\w+",
    "0.25": r"ćwierć|¼|чверть|чверті",
    "0.75": r"trzy czwarte|¾|три чверті",
}


def _written(match: re.Match[str]) -> str | None:
    top, bottom = int(match["top"]), int(match["bottom"])
    return number_value(str(Decimal(top) / bottom)) if 0 < top <= bottom else None


def _decimal(match: re.Match[str]) -> str:
    return number_value(match["n"])


def _whole(match: re.Match[str]) -> str:
    return "1"


PATTERNS = [
    pattern(Kind.SHARE, rf"(?<![\d/])(?P<top>\d)/(?P<bottom>\d{{1,2}}){SPACE}?{_POST}", _written),
    pattern(Kind.SHARE, rf"(?<![\d.,])(?P<n>0[.,]\d+){SPACE}?{_POST}", _decimal),
    *[
        coded(Kind.SHARE, share, rf"(?:{words}){SPACE}?{_POST}")
        for share, words in _NAMED.items()
        if share != "1"
    ],
    pattern(
        Kind.SHARE,
        rf"(?<!\w)(?:{_NAMED['1']}){SPACE}{_POST}|(?<![\d.,/])1{SPACE}(?:etat|ставка)(?!\w)",
        _whole,
        is_word=True,
    ),
    pattern(
        Kind.SHARE,
        r"(?<!\w)(?:повн\w+ (?:зайнят\w+|робоч\w+ (?:день|дня|час\w*)))(?!\w)",
        _whole,
        is_word=True,
    ),
]

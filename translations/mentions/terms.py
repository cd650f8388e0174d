"""Facts said in a few fixed words: tax, pay period, kind of contract, language level, licence, day of the week."""

import re

from translations.mentions.mention import Kind, any_of, coded, pattern

_TAX = {
    "brutto": "gross", "брутто": "gross", "netto": "net", "нетто": "net", "на руки": "net",
    "na rękę": "net", "do ręki": "net", "до вирахування податків": "gross", "до сплати податків": "gross",
    "після вирахування податків": "net", "після сплати податків": "net",
}  # fmt: skip
_KINDS = {
    "employment": r"umow\w+ o prac[ęe]|um\.? o pr(?:ac[ęe]|\.)|uop|трудов\w+ (?:договор\w*|договір|угод\w+|контракт\w*)"
    r"|догов[оі]р\w* про роботу",
    "mandate": r"umow\w+[ -]zlec\w+|um\.? ?zlec?\w*|umow\w+ zl|zleceni(?:e|a|u|em)|догов[оі]р\w*[ -]доручення\w*",
    "specific-work": r"umow\w+ o dzie[łl]o|um\.? o dzie[łl]o|догов[оі]р\w* (?:підряду|на (?:виконання )?конкретн\w+"
    r" робот\w+)|авторськ\w+ догов[оі]р\w*",
    "business": r"b2b",
}
_LENGTHS = {
    "indefinite": r"(?:czas )?nieokreślon\w+|bezterminow\w+|невизначен\w+ (?:час|строк|термін)\w*|безстроков\w+",
    "fixed-term": r"(?:czas )?określ(?:on\w+|\.)|визначен\w+ (?:час|строк|термін)\w*|строков\w+",
    "trial": r"okres\w* pr[óo]bn\w+|випробувальн\w+",
}
_PER = {
    "hour": r"(?:za|na) (?:1 )?godz\w*|/ ?(?:godz\w*|h)|godzinow\w+|za (?:1 )?h|(?:за|на) (?:1 )?годин[уи]|/ ?год\w*"
    r"|погодинн\w+|годинн\w+",
    "day": r"za (?:każdy )?dzień|/ ?dzień|dziennie|dniówk\w+|за (?:кожен )?день|на день|щодня|щоденн\w+",
    "week": r"tygodniow\w+|na tydzień|za tydzień|/ ?tydz\w*|на тиждень|щотижн\w+|за тиждень",
    "month": r"miesięczn\w+|(?:na|za) miesi\w+|/ ?(?:mies\w*|m-c)|m-c|на місяць|за місяць|щоміс\w+|місячн\w+|/ ?міс\w*",
    "year": r"roczn\w+|na rok|за рік|на рік|річн\w+|щороку|щорічн\w+",
    "piece": r"(?:za|od) (?:sztuk\w+|szt)|/ ?szt\w*|за штуку|за шт|/ ?шт",
}
_WEEKDAYS = {
    "1": r"pon(?:iedział\w+)?|pn|понеділ\w+|пн",
    "2": r"wtor\w+|wt|вівтор\w+|вт",
    "3": r"śr(?:od\w+)?|серед[аиуі]|ср",
    "4": r"czw(?:art\w+)?|четвер(?:г\w*)?|чт",
    "5": r"piąt(?:ek|k\w+)|pt|п'ятниц\w+|пт",
    "6": r"sob(?:ot\w+)?|субот\w*|сб",
    "7": r"niedziel\w*|ndz|niedz|неділ\w*|нд",
}
KINDS_OF_CONTRACT, LENGTHS_OF_CONTRACT = frozenset(_KINDS), frozenset(_LENGTHS)
_CATEGORY = r"(?:AM|A[12]?|B1|BE|B|C1?|D1?|T|А[12]?|В1?|С1?|Т)(?:\+[EЕ])?"
_AND = r"\s*(?:,|i|oraz|lub|/|та|і|або|й)\s*"
_LATIN = str.maketrans("АВСТЕ", "ABCTE")


def _level(match: re.Match[str]) -> str:
    return match.group().upper().translate(_LATIN)


def _tax(match: re.Match[str]) -> str:
    return _TAX[match.group().casefold()]


def _licence(match: re.Match[str]) -> str:
    """All categories named in a row, in the order of the alphabet: "kat. C+E i B" is "B C+E"."""
    named = re.findall(rf"(?<!\w){_CATEGORY}(?!\w)", match["all"], re.IGNORECASE)
    return " ".join(sorted(category.upper().translate(_LATIN) for category in named))


def _all_of(kind: Kind, table: dict[str, str]) -> list:
    return [coded(kind, code, expression) for code, expression in table.items()]


LEVELS = [
    pattern(
        Kind.LICENCE,
        rf"(?:(?<!\w)(?:kat(?:\.|egori[aięeąiy]\w*)?|кат(?:\.|егорі[яїюйє]\w*)?|praw[oa] jazdy|посвідченн\w+ водія)\s*\(?"
        rf"|(?<!\w)(?:kierowc\w+|вод[іи]\w+)\s+\(?)(?P<all>{_CATEGORY}(?:{_AND}{_CATEGORY})*)(?![\w+])",
        _licence,
    ),
    pattern(Kind.LICENCE, r"(?<![\w+])(?P<all>[BCDВС]1?\+[EЕ])(?!\w)", _licence),
    pattern(Kind.LEVEL, r"(?<!\w)[ABCАВС][12](?!\w)", _level),
]
TAX = [pattern(Kind.TAX, rf"(?<!\w)(?:{any_of(_TAX)})(?!\w)", _tax)]
WORDS = [
    *_all_of(Kind.CONTRACT, _KINDS | _LENGTHS),
    *_all_of(Kind.PER, _PER),
    *_all_of(Kind.WEEKDAY, _WEEKDAYS),
]

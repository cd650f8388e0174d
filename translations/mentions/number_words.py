"""Numbers in words, in both languages, in the cases they stand in: "dwie zmiany", "двадцять п'ять місць"."""

import re

from translations.mentions.mention import Kind, any_of, pattern

_UNITS = {
    1: "jeden jedna jedno jednego jednej jednym jedną jednemu один одна одне одного однієї одному одним одну",
    2: "dwa dwie dwóch dwu dwoje dwojga dwojgu dwiema dwoma dwom два дві двох двома двоє двом удвох вдвох",
    3: "trzy trzech trzema troje trojga trzem три трьох трьома троє трьом утрьох втрьох",
    4: "cztery czterech czterema czworo czworga czterem чотири чотирьох чотирма четверо чотирьом",
    5: "pięć pięciu pięcioro pięciorga п'ять п'яти п'ятьох п'ятьма п'ятеро",
    6: "sześć sześciu sześcioro шість шести шістьох шістьма шестеро",
    7: "siedem siedmiu siedmioro сім семи сімох сьома семеро",
    8: "osiem ośmiu ośmioro вісім восьми вісьмох вісьма восьмеро",
    9: "dziewięć dziewięciu dziewięcioro дев'ять дев'яти дев'ятьох дев'ятеро",
}
_TEENS = {
    10: "dziesięć dziesięciu dziesięcioro десять десяти десятьох десятеро",
    11: "jedenaście jedenastu одинадцять одинадцяти",
    12: "dwanaście dwunastu dwanaścioro дванадцять дванадцяти дванадцятьох",
    13: "trzynaście trzynastu тринадцять тринадцяти",
    14: "czternaście czternastu чотирнадцять чотирнадцяти",
    15: "piętnaście piętnastu п'ятнадцять п'ятнадцяти п'ятнадцятьох",
    16: "szesnaście szesnastu шістнадцять шістнадцяти",
    17: "siedemnaście siedemnastu сімнадцять сімнадцяти",
    18: "osiemnaście osiemnastu вісімнадцять вісімнадцяти",
    19: "dziewiętnaście dziewiętnastu дев'ятнадцять дев'ятнадцяти",
}
_TENS = {
    20: "dwadzieścia dwudziestu двадцять двадцяти двадцятьох",
    30: "trzydzieści trzydziestu тридцять тридцяти",
    40: "czterdzieści czterdziestu сорок сорока",
    50: "pięćdziesiąt pięćdziesięciu п'ятдесят п'ятдесяти",
    60: "sześćdziesiąt sześćdziesięciu шістдесят шістдесяти",
    70: "siedemdziesiąt siedemdziesięciu сімдесят сімдесяти",
    80: "osiemdziesiąt osiemdziesięciu вісімдесят вісімдесяти",
    90: "dziewięćdziesiąt dziewięćdziesięciu дев'яносто дев'яноста",
}
_HUNDREDS = {
    100: "sto stu сто ста",
    200: "dwieście dwustu двісті двохсот",
    300: "trzysta trzystu триста трьохсот",
    400: "czterysta czterystu чотириста чотирьохсот",
    500: "pięćset pięciuset п'ятсот п'ятисот",
    600: "sześćset sześciuset шістсот шестисот",
    700: "siedemset siedmiuset сімсот семисот",
    800: "osiemset ośmiuset вісімсот восьмисот",
    900: "dziewięćset dziewięciuset дев'ятсот дев'ятисот",
}
_HALVES = {
    "0.5": "pół połowa połowę połowy пів половина половину половини",
    "0.25": "ćwierć чверть чверті",
}
_PREFIXES = {
    1: "jedno одно",
    2: "dwu дво двох",
    3: "trzy trój три трьох",
    4: "cztero чотири чотирьох",
    5: "pięcio п'яти",
    6: "sześcio шести",
    7: "siedmio семи",
    8: "ośmio восьми",
    9: "dziewięcio дев'яти",
    10: "dziesięcio десяти",
    12: "dwunasto дванадцяти",
    14: "czternasto чотирнадцяти",
    30: "trzydziesto тридцяти",
}
_MEASURED = (
    "zmian|miesi|tygodni|dni|godzin|let|lat|rocz|pięt|osob|brygad|pokoj|krotn|stron|etap|stanowisk"
    "|змін|місяч|тижн|денн|годин|річ|поверх|місн|кімнат|раз|бригад|сторон|етап|осіб"
)

type _Table = dict[int, str]


def _by_word(table: _Table) -> dict[str, int]:
    return {word: number for number, words in table.items() for word in words.split()}


_VALUES = _by_word(_UNITS | _TEENS | _TENS | _HUNDREDS)
_HALF_VALUES = {word: share for share, words in _HALVES.items() for word in words.split()}
_PREFIX_VALUES = _by_word(_PREFIXES)
_unit, _teen, _ten, _hundred = (any_of(_by_word(table)) for table in (_UNITS, _TEENS, _TENS, _HUNDREDS))
_below_hundred = rf"(?:(?:{_ten})(?:\s+(?:{_unit})(?!\w))?|{_teen}|{_unit})"
_WORDS = rf"(?:(?:{_hundred})(?:\s+{_below_hundred}(?!\w))?|{_below_hundred})"
_THOUSANDS = r"\s+(?:tysi\w+|тисяч\w*)"


def _sum(match: re.Match[str]) -> str:
    return str(sum(_VALUES[word] for word in match["words"].casefold().split()))


def _thousands(match: re.Match[str]) -> str:
    return f"{_sum(match)}000"


def _half(match: re.Match[str]) -> str:
    return _HALF_VALUES[match.group().casefold()]


def _prefix(match: re.Match[str]) -> str:
    return str(_PREFIX_VALUES[match.group().casefold()])


PATTERNS = [
    pattern(Kind.NUMBER, rf"(?<!\w)(?:{any_of(_HALF_VALUES)})(?!\w)", _half, is_word=True),
    pattern(Kind.NUMBER, rf"(?<!\w)(?P<words>{_WORDS}){_THOUSANDS}(?!\w)", _thousands, is_word=True),
    pattern(Kind.NUMBER, rf"(?<!\w)(?P<words>{_WORDS})(?!\w)", _sum, is_word=True),
    pattern(Kind.NUMBER, rf"(?<!\w)(?:{any_of(_PREFIX_VALUES)})(?={_MEASURED})", _prefix, is_word=True),
]

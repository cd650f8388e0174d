"""Where and how to reach an employer: addresses of the net, phones, streets with a number, postcodes."""

import re

from translations.mentions.mention import CURRENCY, DASH, SPACE, Kind, pattern

_STREET_KIND = (
    r"(?:ul|al|pl|os|вул|просп|пл|ал|ос)\.|ulic[ayęą]|alej[aięeą]\w*|plac(?:u|em)?|osiedl[ueo]m?"
    r"|вулиц[яіюею]+|але[яїю]|площ[аіу]|проспект\w*"
)
_CAPITAL = r"[A-Z\u00c0-\u00de\u0104-\u017d]"
_STREET = rf"(?-i:(?:\d{{1,2}} +)?{_CAPITAL}[\w.'-]*(?: +(?:{_CAPITAL}[\w.'-]*|i|na))*)"
_HOUSE = r"\d+[A-Za-z]?(?:/\d+[A-Za-z]?)?"
_ENDING = re.compile(r"(?:iej|ej|iego|ego|im|ym|[aąyiu])$")
_GAP = rf"(?:{SPACE}|{DASH})"
_FREE = r"(?<![\w,+])(?<!\d\.)"


def _url(match: re.Match[str]) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", match.group().casefold()).rstrip("/")


def _email(match: re.Match[str]) -> str:
    return match.group().casefold()


def _phone(match: re.Match[str]) -> str | None:
    digits = re.sub(r"\D", "", match.group()).removeprefix("00")
    national = digits.removeprefix("48") if len(digits) == 11 else digits.removeprefix("0")
    return national if len(national) in {9, 12} else None


def _address(match: re.Match[str]) -> str:
    """The street's words without their endings, and the number: "na Leśnej 5" is "Leśna 5"."""
    words = [_ENDING.sub("", word) for word in re.findall(r"\w+", match["street"].casefold())]
    return " ".join([*words, (match["house"] or "").casefold()]).strip()


def _postcode(match: re.Match[str]) -> str:
    return match.group()


PATTERNS = [
    pattern(Kind.EMAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _email),
    pattern(Kind.URL, r"(?:https?://|www\.)[^\s<>\"„”«»()]+[^\s<>\"„”«»().,;:!?]", _url),
    pattern(
        Kind.URL,
        r"(?<![\w.@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:pl|eu|com|org|net|ua|gov)(?:/[^\s,;]*[^\s.,;)])?(?!\w)",
        _url,
    ),
    pattern(
        Kind.ADDRESS,
        rf"(?<!\w)(?:{_STREET_KIND}) *(?P<street>{_STREET}) +(?P<house>{_HOUSE})(?!\w)",
        _address,
    ),
    pattern(
        Kind.ADDRESS,
        rf"(?<!\w)(?:{_STREET_KIND}) *(?P<street>{_STREET})(?P<house>)(?!\w)",
        _address,
        is_word=True,
    ),
    pattern(Kind.POSTCODE, r"(?<![\d-])\d\d-\d{3}(?=,?\s+(?-i:[A-ZĄ-ŻА-ЯҐЄІЇ]))", _postcode),
]
PHONES = [
    pattern(
        Kind.PHONE, rf"(?<![\w,])(?:\+|00){SPACE}?\d(?:(?:{SPACE}|{DASH}|[()/])*\d){{8,12}}(?!\d)", _phone
    ),
    pattern(
        Kind.PHONE,
        rf"{_FREE}\(?0?\d{{2}}\)?(?:{_GAP}|/){SPACE}?\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}(?!\d)",
        _phone,
    ),
    pattern(Kind.PHONE, rf"{_FREE}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}(?!\d)", _phone),
    pattern(
        Kind.PHONE,
        rf"{_FREE}\d{{3}}{_GAP}?\d{{3}}{_GAP}?\d{{3}}(?!\d|{SPACE}?(?:{CURRENCY}))",
        _phone,
    ),
]

"""Reading the written values of the national offer feed: plain text in, typed value or nothing out.

The spellings are those found in real offers of the feed (fields ``wynagrodzenieBrutto``, ``stazWymagOgol``,
``jezyki`` …). What cannot be read with certainty gives ``None``: a person then looks at it; nothing is guessed.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

HOURLY_LIMIT = Decimal(1000)  # a higher "hourly" pay is a monthly one with the wrong mark
MONTHLY_FLOOR = Decimal(500)  # and a lower "monthly" one is surely not for a month

_NUMBER = r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_PER_HOUR = r"(?:/|za|na)?\s*(?:1\s*)?(?:h\b|godz\w*\.?|rbg\b|rbh\b)|godzinowo"
_PER_MONTH = r"(?:/|za|na|w)?\s*(?:1\s*)?(?:m-?c\b\.?|msc\b\.?|mies\w*\.?)"
_SIGNS = (
    rf"(?:\s*(?:,-|zł(?:otych|ote|oty)?\b\.?|pln\b|brutto\b|netto\b|tys\.|tys\b|{_PER_HOUR}|{_PER_MONTH}))*"
)
_PAY = re.compile(
    r"(?P<lead>(?:wynagrodzenie|stawka|pensja|płaca|zarobki)(?:\s+(?:zasadnicz[ea]|podstawow[ea]|miesięczn[ea]|godzinow[ea]"
    r"|brutto|netto|wynosi))*\s*[:-]?\s*)?"
    r"(?P<bound>od|do|min\.?|minimum|minimalnie|max\.?|maks\.?|maksymalnie|co najmniej|nie mniej niż|powyżej)?\s*"
    rf"(?P<low>{_NUMBER})(?P<after_low>{_SIGNS})"
    rf"(?:\s*(?:-|do)\s*(?P<high>{_NUMBER})(?P<after_high>{_SIGNS}))?\.?",
    re.IGNORECASE,
)
_SAID_HOURLY, _SAID_MONTHLY = r"godz|/\s*h\b|\bh\b|rbg|rbh", r"mies|m-?c\b|msc"
_UPPER_BOUNDS = frozenset({"do", "max", "maks", "maksymalnie"})
_SENIORITY = re.compile(
    r"(?:lata:\s*(?P<years>\d{1,2}))?\s*,?\s*(?:miesiące:\s*(?P<months>\d{1,2}))?", re.IGNORECASE
)
_SENIORITY_IN_WORDS = re.compile(
    r"(?:min\.?|minimum|co najmniej|przynajmniej|ok\.(?!.))?\s*"
    r"(?:(?P<years>rok|roczn[ey]|\d{1,2}(?:[.,]5)?(?=\s*-?(?:rok|lat|letnie|l\.)))\s*(?:rok|roku|lata|lat|-?letnie|l\.)?)?"
    r"\s*(?:,|i|oraz)?\s*"
    r"(?:(?P<months>\d{1,2})\s*(?:miesiące|miesięcy|miesiąc|mies\.?|m-cy|m-ce))?\s*(?:doświadczenia|stażu)?",
    re.IGNORECASE,
)
_NO_SENIORITY = re.compile(
    r"(?:brak(?: wymagań)?|nie ?wymagan[ey]|nie wymagamy|bez doświadczenia|0|nie dotyczy)", re.IGNORECASE
)
_LANGUAGE = re.compile(
    r"(?:język|jęz\.|j\.)?\s*(?P<language>[^\W\d_]{5,})"
    r"(?:\s*,?\s*w mowie\s*[-:]\s*(?P<speech>[^,;]+?))?(?:\s*[,;]?\s*w piśmie\s*[-:]\s*(?P<writing>[^,;]+?))?"
    r"(?:\s*[-,:(]?\s*(?:poziom\s*)?(?P<level>[abc][12])\)?)?",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?P<cefr>[ABC][12])\b", re.IGNORECASE)
_KIND = r"(?:AM|A1|A2|A|B1|B ?\+ ?E|BE|B|C1 ?\+ ?E|C1|C ?\+ ?E|CE|C|D1|D ?\+ ?E|DE|D|T)"
_DRIVING = re.compile(
    r"(?:(?:posiada\w*|czynne|aktualne|ważne|wymagane)\s+)*"
    r"(?:praw[oaeu]m?\s*(?:-\s*)?jazdy|pr(?:\.|aw\.)\s*jazdy|prawko)\s*"
    r"(?:(?:czynne|aktualne|ważne|samochodowe|na samochód|osobow\w+)\s*)*"
    r"[-:(,]*\s*(?P<word>kat\.?|kategori\w+|kat\.?\s*min\.?|typu|klasy)?\s*[-:.(]*\s*[„\"'(]?"
    rf"(?P<kinds>{_KIND}(?:\s*(?:,|;|/|\bi\b|\boraz\b|\+(?!\s*E\b))\s*(?:kat\.?\s*)?{_KIND})*)\b(?![-+/]\w)[”\"')]*",
    re.IGNORECASE,
)
_DRIVING_REVERSED = re.compile(
    rf"(?:kat\.?|kategori\w+)\s*(?P<kinds>{_KIND})\s*[-,]?\s*praw[oae]m?\s+jazdy", re.IGNORECASE
)
# Said of the whole line: it is welcome, one of several, or not needed, so it is no requirement.
_NOT_REQUIRED = re.compile(
    r"mile widzian|nie ?wymagan|nie jest wymagan|nie jest konieczn|atut|opcjonaln|\blub\b|\balbo\b|\bbez praw",
    re.IGNORECASE,
)
_BETWEEN_KINDS = re.compile(r"\s*(?:,|;|/|\bi\b|\boraz\b|\+(?!\s*E\b))\s*", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:praca\s+)?(?:(?:w\s+)?(?:godz\.|godzinach|godziny)\s*:?\s*)?(?:od\s+)?"
    r"(?P<from>\d{1,2})(?:[:.](?P<from_minutes>\d{2}))?\s*(?:-|do)\s*(?P<to>\d{1,2})(?:[:.](?P<to_minutes>\d{2}))?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<above>\d)\s*/\s*(?P<below>\d)(?:\s*etatu)?|(?P<share>[01](?:[.,]\d{1,3})?)(?:\s*etatu?)?"
)
_PARTS_IN_WORDS = {
    **dict.fromkeys(("pełny etat", "pełen etat", "cały etat", "etat", "pełny"), Decimal(1)),
    **dict.fromkeys(("pół etatu", "połowa etatu", "½ etatu", "½"), Decimal("0.5")),
    **dict.fromkeys(("¼ etatu", "ćwierć etatu", "¼"), Decimal("0.25")),
    **dict.fromkeys(("¾ etatu", "¾"), Decimal("0.75")),
}
_PHONE_WORDS = re.compile(
    r"^(?:(?:nr\s*)?tel(?:efon)?|kom(?:órka|órkowy)?|nr)\.?\s*(?:kom\.?|kontaktowy)?\s*:?\s*", re.IGNORECASE
)

# The feed's older scale; the manual of the feed gives no mapping to A1–C2, so it stays a scale of its own.
OLDER_SCALE = {"słaby": "poor", "przeciętny": "average", "dobry": "good", "bardzo dobry": "very_good"}


@dataclass(frozen=True)
class Pay:
    """Pay in PLN per ``unit`` ("month", "hour" or "" where the text does not say)."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    is_gross: bool = True


@dataclass(frozen=True)
class LanguageNeed:
    """A language by its Polish name, with levels: A1 to C2, a code of the older scale, or "" where none is given."""

    name: str
    speech: str
    writing: str


def plain(text: str) -> str:
    """``text`` with one kind of space, dash and composed letters."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[‐-―−]", "-", text)
    return re.sub(r"\s+", " ", text.replace("\u200b", "")).strip()


def pay(text: str, system: str = "") -> Pay | None:
    """Read a pay; ``system`` is the pay system, which tells the unit where the pay itself does not."""
    match = _PAY.fullmatch(plain(text))
    if match is None:
        return None
    said = _said_about(match)
    if "netto" in said and "brutto" in said:
        return None
    low, high = _bounds(match)
    if low is not None and high is not None and low > high:
        return None
    unit = _unit(said, plain(system))
    if unit is None or _absurd(low, high, unit):
        return None
    return Pay(low, high, unit, is_gross="netto" not in said)


def _said_about(match: re.Match[str]) -> str:
    names = ("lead", "after_low", "after_high")
    return " ".join(match[name] or "" for name in names).lower()


def _bounds(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """Both ends; "tys." behind the upper one counts for the lower one as well."""
    low, high = number(match["low"]), number(match["high"] or "")
    if "tys" in (match["after_high"] or match["after_low"] or "").lower():
        low, high = (value * 1000 if value is not None else None for value in (low, high))
    if high is not None:
        return low, high
    bound = (match["bound"] or "").lower().rstrip(".")
    if bound in _UPPER_BOUNDS:
        return None, low
    return low, (None if bound else low)


def number(text: str) -> Decimal | None:
    """A Polish number: spaces or points between thousands, a comma before the grosze."""
    if not text:
        return None
    compact = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", compact):
        compact = compact.replace(".", "")
    return Decimal(compact.replace(",", "."))


def day(text: str) -> date | None:
    """A date as the feed writes it, DD.MM.YYYY."""
    match = re.fullmatch(r"(\d{2})\.(\d{2})\.(\d{4})", text.strip(), re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def seniority(text: str) -> int | None:
    """Months of required experience from "lata: 1, miesiące: 11", "2 lata", "min. 6 miesięcy"; 0 from "brak"."""
    text = plain(text)
    if _NO_SENIORITY.fullmatch(text):
        return 0
    if text.lower() in {"pół roku", "półrocze"}:
        return 6
    for pattern in (_SENIORITY, _SENIORITY_IN_WORDS):
        match = pattern.fullmatch(text)
        if match is not None and (match["years"] or match["months"]):
            return _months(match["years"] or "0") + int(match["months"] or 0)
    return None


def _months(years: str) -> int:
    return 12 if years[0] in "rR" else int(Decimal(years.replace(",", ".")) * 12)


def language(text: str) -> LanguageNeed | None:
    """A language with its levels, from "polski, w mowie - A1 - początkujący, w piśmie - …" or "j. angielski B2"."""
    match = _LANGUAGE.fullmatch(plain(text))
    if match is None:
        return None
    said = match["level"] or match["speech"]
    return LanguageNeed(match["language"].lower(), _level(said), _level(match["writing"]))


def driving_licences(text: str) -> list[str]:
    """Categories of a driving licence that ``text`` requires, in their order; empty where none is certain."""
    text = plain(text)
    match = _driving(text)
    if match is None or _NOT_REQUIRED.search(text):
        return []
    kinds = [re.sub(r"[ +]", "", kind.upper()) for kind in _kinds(match)]
    return list(dict.fromkeys(kinds))


def beyond_licence(text: str) -> str:
    """What ``text`` says besides the driving licence; a person has to read it."""
    text = plain(text)
    match = _driving(text)
    if match is None:
        return text
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return rest.strip() if re.search(r"[^\W\d_]{3,}", rest) else ""


def _driving(text: str) -> re.Match[str] | None:
    match = _DRIVING.search(text)
    if match is None:
        return _DRIVING_REVERSED.search(text)
    is_certain = match["word"] or match["kinds"][0].isupper()  # "prawo jazdy a także" names no category
    return match if is_certain else None


def _kinds(match: re.Match[str]) -> list[str]:
    text = re.sub(r"\bkat\.?\s*", "", match["kinds"], flags=re.IGNORECASE)
    return [kind for kind in _BETWEEN_KINDS.split(text) if kind]


def day_hours(text: str) -> tuple[time, time] | None:
    """When work begins and ends, from "7:00-15:00", "od 6 do 14"; nothing from shifts or anything longer."""
    match = _HOURS.fullmatch(plain(text).rstrip("."))
    if match is None:
        return None
    try:
        begins = time(int(match["from"]), int(match["from_minutes"] or 0))
        ends = time(int(match["to"]) % 24, int(match["to_minutes"] or 0))
    except ValueError:
        return None
    return (begins, ends) if begins != ends and int(match["to"]) <= 24 else None


def part_of_full_time(text: str) -> Decimal | None:
    """The part of full time from "1/2 etatu", "0,75", "pełny etat"."""
    text = plain(text).lower()
    if text in _PARTS_IN_WORDS:
        return _PARTS_IN_WORDS[text]
    match = _PART.fullmatch(text)
    if match is None:
        return None
    share = match["share"]
    if share is None and match["below"] == "0":
        return None
    part = Decimal(share.replace(",", ".")) if share else Decimal(match["above"]) / Decimal(match["below"])
    return part.quantize(Decimal("0.001")) if 0 < part <= 1 else None


def phone(text: str) -> str:
    """One number as E.164 from any of its spellings; empty where there is none, or several, or an extension."""
    text = _PHONE_WORDS.sub("", plain(text))
    if not re.fullmatch(r"\+?[\d ().\-/]+", text, re.ASCII):
        return ""
    digits = re.sub(r"\D", "", text)
    if text.startswith("+") or digits.startswith("00"):
        return _with_country(digits.removeprefix("00"))
    if len(digits) == 11 and digits.startswith("48"):
        return f"+{digits}"
    digits = digits[1:] if len(digits) == 10 and digits.startswith("0") else digits
    return f"+48{digits}" if len(digits) == 9 and not digits.startswith("0") else ""


def _with_country(digits: str) -> str:
    if digits.startswith("48"):
        national = digits[2:].removeprefix("0")
        return f"+48{national}" if len(national) == 9 else ""
    return f"+{digits}" if 10 <= len(digits) <= 15 else ""


def occupation_code(text: str) -> str:
    """The six digits behind the bar of "RPd057|522301", or nothing."""
    match = re.fullmatch(r"(?:RPd\d+\|)?(\d{6})", text.strip())
    return match[1] if match else ""


def yes(value: Any) -> bool:
    """The feed's flags: absent and null mean no."""
    return value is True


def _unit(said: str, system: str) -> str | None:
    """The unit said with the pay, or else by the pay system; ``None`` where it is said both ways."""
    is_hourly, is_monthly = re.search(_SAID_HOURLY, said), re.search(_SAID_MONTHLY, said)
    if is_hourly and is_monthly:
        return None
    if is_hourly or is_monthly:
        return "hour" if is_hourly else "month"
    if "godzinow" in system:
        return "hour"
    return "month" if "miesięczn" in system else ""


def _absurd(low: Decimal | None, high: Decimal | None, unit: str) -> bool:
    values = [value for value in (low, high) if value is not None]
    if unit == "hour":
        return any(value > HOURLY_LIMIT for value in values)
    return unit == "month" and any(value < MONTHLY_FLOOR for value in values)


def _level(text: str | None) -> str:
    said = (text or "").strip().lower()
    if said in OLDER_SCALE:
        return OLDER_SCALE[said]
    match = _LEVEL.match(said)
    return match["cefr"].upper() if match else ""

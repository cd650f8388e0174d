"""Reading the written values of the national offer feed: plain text in, typed value or nothing out.

The spellings are those found in real offers of the feed (fields ``wynagrodzenieBrutto``, ``stazWymagOgol``,
``jezyki`` …). What cannot be read with certainty gives ``None``: a person then looks at it; nothing is guessed.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

HOURLY_LIMIT = Decimal(1000)  # a higher "hourly" pay is a monthly one with the wrong mark
MONTHLY_FLOOR = Decimal(500)  # and a lower "monthly" one is surely not for a month

_NUMBER = r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_PAY = re.compile(
    rf"(?P<bound>od|do|min\.?|max\.?)?\s*(?P<low>{_NUMBER})\s*(?:zł|PLN)?"
    rf"(?:\s*(?:-|do)\s*(?P<high>{_NUMBER}))?\s*(?:zł|PLN)?\s*(?:brutto)?\s*(?:/\s*(?P<unit>godz|mies)\w*\.?)?",
    re.IGNORECASE,
)
_SENIORITY = re.compile(
    r"(?:lata:\s*(?P<years>\d{1,2}))?\s*,?\s*(?:miesiące:\s*(?P<months>\d{1,2}))?", re.IGNORECASE
)
_LANGUAGE = re.compile(
    r"(?P<language>[\w-]+)(?:\s*,\s*w mowie\s*-\s*(?P<speech>[^,]+?))?(?:\s*,\s*w piśmie\s*-\s*(?P<writing>[^,]+?))?",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?P<cefr>[ABC][12])\b", re.IGNORECASE)
_DRIVING = re.compile(
    r"prawo\s+jazdy\D*?kat(?:\.|egori[ai])?\s*(?P<kinds>[A-Z][A-Z0-9+]*(?:\s*(?:,|i|oraz|/)\s*[A-Z][A-Z0-9+]*)*)\b",
    re.IGNORECASE,
)
_DRIVING_KINDS = frozenset(
    {"AM", "A1", "A2", "A", "B1", "B", "B+E", "BE", "C1", "C", "C+E", "CE", "D1", "D", "D+E", "DE", "T"}
)

# The feed's older scale; the manual of the feed gives no mapping, so they stay what they are: words.
OLDER_SCALE = frozenset({"słaby", "przeciętny", "dobry", "bardzo dobry"})


@dataclass(frozen=True)
class Pay:
    """Gross pay in PLN per ``unit`` ("month", "hour" or "" where the text does not say)."""

    low: Decimal | None
    high: Decimal | None
    unit: str


@dataclass(frozen=True)
class LanguageNeed:
    """A language by its Polish name, with CEFR levels ("" where none is given)."""

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
    low, high = number(match["low"]), number(match["high"] or "")
    bound = (match["bound"] or "").lower().rstrip(".")
    if bound in {"do", "max"} and high is None:
        low, high = None, low
    elif not bound and high is None:
        high = low
    if low is not None and high is not None and low > high:
        return None
    unit = _unit(match["unit"] or "", plain(system))
    return None if _absurd(low, high, unit) else Pay(low, high, unit)


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
    """Months of required experience from "lata: 1, miesiące: 11"."""
    match = _SENIORITY.fullmatch(plain(text))
    if match is None or not (match["years"] or match["months"]):
        return None
    return 12 * int(match["years"] or 0) + int(match["months"] or 0)


def language(text: str) -> LanguageNeed | None:
    """A language with its levels, from "polski, w mowie - A1 - początkujący, w piśmie - …"."""
    match = _LANGUAGE.fullmatch(plain(text))
    if match is None:
        return None
    return LanguageNeed(match["language"].lower(), _level(match["speech"]), _level(match["writing"]))


def driving_licences(text: str) -> list[str]:
    """Categories of a driving licence named in ``text``, in their order; empty where none is certain."""
    match = _DRIVING.search(plain(text))
    if match is None:
        return []
    kinds = [kind.upper() for kind in re.split(r"\s*(?:,|/|\bi\b|\boraz\b)\s*", match["kinds"])]
    return [kind.replace("+", "") for kind in kinds] if set(kinds) <= _DRIVING_KINDS else []


def occupation_code(text: str) -> str:
    """The six digits behind the bar of "RPd057|522301", or nothing."""
    match = re.fullmatch(r"(?:RPd\d+\|)?(\d{6})", text.strip())
    return match[1] if match else ""


def yes(value: Any) -> bool:
    """The feed's flags: absent and null mean no."""
    return value is True


def _unit(written: str, system: str) -> str:
    if written:
        return "hour" if written.lower() == "godz" else "month"
    if "godzinow" in system:
        return "hour"
    return "month" if "miesięczn" in system else ""


def _absurd(low: Decimal | None, high: Decimal | None, unit: str) -> bool:
    values = [value for value in (low, high) if value is not None]
    if unit == "hour":
        return any(value > HOURLY_LIMIT for value in values)
    return unit == "month" and any(value < MONTHLY_FLOOR for value in values)


def _level(text: str | None) -> str:
    match = _LEVEL.match((text or "").strip())
    return match["cefr"].upper() if match else ""

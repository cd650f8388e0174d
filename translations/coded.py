"""Typed values as text in Polish, Ukrainian and English, with the grammar each language wants.

Everything public that is a code, a number or a date is written by these functions and by nothing else;
no translation engine ever touches it. ``language`` is ``pl``, ``uk`` or ``en``; without it, the language
of the page. Amounts are PLN unless said otherwise, distances kilometres, times local.
"""

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from django.utils.translation import get_language

from pup_portal.phones import phone_text
from translations.plurals import Forms, Noun, Number, noun

NBSP = "\N{NO-BREAK SPACE}"


class PayUnit(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PIECE = "piece"


POSTS = noun(pl="miejsce/miejsca/miejsc/miejsca", uk="місце/місця/місць/місця", en="post/posts")
PEOPLE = noun(pl="osoba/osoby/osób/osoby", uk="особа/особи/осіб/особи", en="person/people")
HOURS = noun(pl="godzina/godziny/godzin/godziny", uk="година/години/годин/години", en="hour/hours")
DAYS = noun(pl="dzień/dni/dni/dnia", uk="день/дні/днів/дня", en="day/days")
WEEKS = noun(pl="tydzień/tygodnie/tygodni/tygodnia", uk="тиждень/тижні/тижнів/тижня", en="week/weeks")
MONTHS = noun(pl="miesiąc/miesiące/miesięcy/miesiąca", uk="місяць/місяці/місяців/місяця", en="month/months")
YEARS = noun(pl="rok/lata/lat/roku", uk="рік/роки/років/року", en="year/years")
OFFERS = noun(
    pl="oferta/oferty/ofert/oferty", uk="пропозиція/пропозиції/пропозицій/пропозиції", en="offer/offers"
)

_ZLOTY_UK = Forms("злотий", "злоті", "злотих", "злотого")
_ZLOTY_UK_GENITIVE = Forms("злотого", "злотих", "злотих", "злотого")  # від 1 201 злотого
_MONTHS_OF = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "en": "January February March April May June July August September October November December",
}
_PER = {
    PayUnit.HOUR: {"pl": "za godzinę", "uk": "за годину", "en": "per hour"},
    PayUnit.DAY: {"pl": "za dzień", "uk": "за день", "en": "per day"},
    PayUnit.WEEK: {"pl": "tygodniowo", "uk": "на тиждень", "en": "per week"},
    PayUnit.MONTH: {"pl": "miesięcznie", "uk": "на місяць", "en": "per month"},
    PayUnit.YEAR: {"pl": "rocznie", "uk": "на рік", "en": "per year"},
    PayUnit.PIECE: {"pl": "za sztukę", "uk": "за штуку", "en": "per piece"},
}
_GROSS = {"pl": "(brutto)", "uk": "(брутто)", "en": "(gross)"}
_NET = {"pl": "(netto, „na rękę”)", "uk": "(нетто, «на руки»)", "en": "(net)"}
_OF_POST = {"pl": "etatu", "uk": "ставки", "en": "of full time"}
_NAMED_SHARES = {
    Decimal(1): {"pl": "pełny etat", "uk": "повна зайнятість", "en": "full time"},
    Decimal("0.5"): {"pl": "pół etatu", "uk": "пів ставки", "en": "half time"},
}
_FROM = {"pl": "od", "uk": "від", "en": "from"}
_FROM_TIME = {"pl": "od", "uk": "з", "en": "from"}
_TO = {"pl": "do", "uk": "до", "en": "to"}


def number(value: Number, language: str | None = None) -> str:
    """``4806.5`` → "4 806,5" (no-break space), in English "4,806.5". No decimals on whole numbers."""
    return _grouped(value, _language(language))


def counted(value: Number, word: Noun, language: str | None = None) -> str:
    """ "1 місце", "2 місця", "5 місць", "1,5 місця": a number with its noun."""
    language = _language(language)
    return f"{number(value, language)}{NBSP}{word[language].of(value, language)}"


def posts(value: int, language: str | None = None) -> str:
    return counted(value, POSTS, language)


def hours_per_week(value: Number, language: str | None = None) -> str:
    language = _language(language)
    return f"{counted(value, HOURS, language)} {_PER[PayUnit.WEEK][language]}"


def money(value: Number, language: str | None = None, *, currency: str = "PLN") -> str:
    """ "4 806,50 zł", "4 806,50 злотого", "1 злотий", "PLN 4,806.50"."""
    return _money(value, _language(language), currency)


def pay(
    low: Number | None,
    high: Number | None,
    unit: PayUnit,
    language: str | None = None,
    *,
    is_gross: bool | None = None,
    currency: str = "PLN",
) -> str:
    """The pay as one phrase: "від 4 806 до 5 200 злотих на місяць (брутто)"; empty when neither end is known.

    ``is_gross`` of ``None`` says nothing about tax, because nothing is known.
    """
    language = _language(language)
    amount = _amount(low, high, language, currency)
    tax = "" if is_gross is None else (_GROSS if is_gross else _NET)[language]
    return " ".join(part for part in (amount, _PER[unit][language], tax) if part) if amount else ""


def day(value: date, language: str | None = None) -> str:
    """ "1 czerwca 2026 r.", "1 червня 2026 року", "1 June 2026"."""
    language = _language(language)
    end = {"pl": f"{NBSP}r.", "uk": f"{NBSP}року", "en": ""}[language]
    return f"{value.day}{NBSP}{month_of(value.month, language)} {value.year}{end}"


def month_of(month: int, language: str | None = None) -> str:
    """The month's name as it stands after a day: "червня"."""
    return _MONTHS_OF[_language(language)].split()[month - 1]


def zloty_uk(value: Number, *, is_genitive: bool = False) -> str:
    """The Ukrainian złoty for ``value``: "1 злотий", but after a preposition "від 1 злотого"."""
    return (_ZLOTY_UK_GENITIVE if is_genitive else _ZLOTY_UK).of(value, "uk")


def clock(value: time) -> str:
    """ "8:00": the same in all three languages."""
    return f"{value.hour}:{value.minute:02}"


def hours_between(start: time, end: time, language: str | None = None) -> str:
    """ "od 8:00 do 16:00", "з 8:00 до 16:00", "from 8:00 to 16:00"."""
    language = _language(language)
    return f"{_FROM_TIME[language]} {clock(start)} {_TO[language]} {clock(end)}"


def phone(e164: str) -> str:
    """ "+48415550123" → "+48 41 555 01 23", with the country so that it can be dialled from any SIM."""
    return phone_text(e164).replace(" ", NBSP)


def distance(km: Number, language: str | None = None) -> str:
    """ "800 m" below a kilometre (to the nearest 50 m), "3,5 km" below ten, "12 km" from there on."""
    language = _language(language)
    metre, kilometre = ("м", "км") if language == "uk" else ("m", "km")
    metres = round(Decimal(km) * 20) * 50
    if metres < 1000:
        return f"{metres}{NBSP}{metre}"
    exact = round(Decimal(km), 1) if km < 10 else Decimal(round(km))
    return f"{number(exact, language)}{NBSP}{kilometre}"


def working_time(share: Decimal, language: str | None = None) -> str:
    """The share of a full post: "pełny etat", "pół etatu", "3/4 ставки"."""
    language = _language(language)
    if named := _NAMED_SHARES.get(share):
        return named[language]
    part = Fraction(share).limit_denominator(16)
    return f"{part.numerator}/{part.denominator}{NBSP}{_OF_POST[language]}"


def _language(language: str | None) -> str:
    return language or (get_language() or "pl")[:2]


def _grouped(value: Number, language: str, *, decimals: int | None = None) -> str:
    """``decimals`` fixes their number where there are any; otherwise there are as many as needed."""
    if value == int(value):
        text = f"{int(value):,}"
    elif decimals is None:
        text = f"{Decimal(value).normalize():,f}"
    else:
        text = f"{value:,.{decimals}f}"
    return text if language == "en" else text.translate({ord(","): NBSP, ord("."): ","})


def _money(value: Number, language: str, currency: str, *, is_genitive: bool = False) -> str:
    amount = _grouped(value, language, decimals=2)
    if currency != "PLN":
        return f"{amount}{NBSP}{currency}"
    if language == "en":
        return f"PLN{NBSP}{amount}"
    return f"{amount}{NBSP}{zloty_uk(value, is_genitive=is_genitive) if language == 'uk' else 'zł'}"


def _amount(low: Number | None, high: Number | None, language: str, currency: str) -> str:
    """ "4 806 злотих", "від 4 806 злотих", "до 5 200 злотих", "від 4 806 до 5 200 злотих" or nothing."""
    if low == high:
        return "" if low is None else _money(low, language, currency)
    if high is None:
        return f"{_FROM[language]} {_money(low or 0, language, currency, is_genitive=True)}"
    upper = f"{_TO[language]} {_money(high, language, currency, is_genitive=True)}"
    if low is None:
        return upper
    lower = _money(low, "en", currency) if language == "en" else _grouped(low, language, decimals=2)
    return f"{_FROM[language]} {lower} {upper}"

"""What the national database said of an offer, word for word: its conditions allow no other wording.

Nothing here is translated or tidied up; the Polish names of the fields are the database's own language. Readers see
the words about the work; who the employer is, they see only where the offer may say it.
"""

from collections.abc import Iterator
from typing import Any

from job_offers.models import Offer

_LISTS = (
    ("zawody", "zawody"),
    ("staze", "staż"),
    ("wyksztalcenia", "wykształcenie"),
    ("jezyki", "języki"),
    ("uprawnienia", "uprawnienia"),
)
_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "warunkiPracyIPlacy": (
        ("stanowisko", "Stanowisko"),
        ("zakresObowiazkow", "Zakres obowiązków"),
        ("miejscowosc", "Miejscowość"),
        ("rodzajZatrudnienia", "Rodzaj zatrudnienia"),
        ("wymiarEtatu", "Wymiar etatu"),
        ("zmianowosc", "Zmianowość"),
        ("lGodzinWTygodniu", "Liczba godzin w tygodniu"),
        ("wynagrodzenieBrutto", "Wynagrodzenie brutto"),
        ("opisWynagrodzenia", "Opis wynagrodzenia"),
        ("systemWynagradzania", "System wynagradzania"),
        ("dataRozpoczeciaPracy", "Data rozpoczęcia pracy"),
        ("dataZakonczeniaPracy", "Data zakończenia pracy"),
    ),
    "wymagania.wymaganiaKonieczne": tuple((name, f"Wymagania konieczne: {said}") for name, said in _LISTS),
    "wymagania.wymaganiaPozadane": tuple((name, f"Wymagania pożądane: {said}") for name, said in _LISTS),
    "wymagania.wymaganiaDodatkowe": tuple((name, f"Wymagania dodatkowe: {said}") for name, said in _LISTS),
    "wymagania": (("inneWymagania", "Inne wymagania"), ("stazWymagOgol", "Staż pracy ogółem")),
    "pozostaleDane": (("lWolnychMiejsc", "Liczba wolnych miejsc"), ("ofertaWaznaDo", "Oferta ważna do")),
}


def for_readers(offer: Offer) -> list[tuple[str, str]]:
    """Name and value of what the original says of the work; nothing for an offer of another source."""
    return [
        (said, text)
        for path, fields in _WORDS.items()
        for name, said in fields
        if (text := _text(_part(offer.feed_text or {}, path).get(name)))
    ]


def for_desk(offer: Offer) -> list[tuple[str, str]]:
    """Every field of the original that holds something, under the name it came with."""
    return list(_flat(offer.feed_text or {}))


def _part(content: dict[str, Any], path: str) -> dict[str, Any]:
    for name in path.split("."):
        content = content.get(name) or {}
    return content


def _flat(content: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in content.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        elif text := _text(value):
            yield f"{above}{name}", text


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text, value)))
    if isinstance(value, bool):
        return "tak" if value else "nie"
    return "" if value is None else str(value)

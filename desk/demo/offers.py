"""Invented offers in the exact shape of the national feed, any number of them, the same for the same seed."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from desk.demo.names import LEGAL_FORMS, STREETS, TRADES

TEMPLATES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "offers.json").read_text("utf-8"))
TOWNS = (
    ("Kielce", "0945930", "2661", "25-501"),
    ("Chęciny", "0946846", "2604", "26-060"),
    ("Chmielnik", "0946906", "2604", "26-020"),
    ("Morawica", "0254226", "2604", "26-026"),
    ("Daleszyce", "0236429", "2604", "26-021"),
    ("Nowa Słupia", "0255510", "2604", "26-006"),
    ("Piekoszów", "0261746", "2604", "26-065"),
    ("Łagów", "0247670", "2604", "26-025"),
    ("Bieliny", "0991278", "2604", "26-004"),
    ("Zagnańsk", "0280175", "2604", "26-050"),
    ("Strawczyn", "0273991", "2604", "26-067"),
    ("Bodzentyn", "0230102", "2604", "26-010"),
)
_LEVEL_NAMES = {
    "A1": "A1 - początkujący",
    "A2": "A2 - niższy średnio zaawansowany",
    "B1": "B1 - średnio zaawansowany",
    "B2": "B2 - wyższy średnio zaawansowany",
}
# Who employs whom, by the first digits of the occupation; the first that fits counts.
_TRADE_OF = {
    "7512": "Piekarnia",
    "7511": "Zakład Mięsny",
    "816": "Zakład Mięsny",
    "8153": "Szwalnia",
    "723": "Warsztat",
    "7": "Firma Budowlana",
    "93130": "Firma Budowlana",
    "8": "Hurtownia",
    "4": "Hurtownia",
    "932": "Hurtownia",
    "5120": "Hotel",
    "9412": "Hotel",
    "9112": "Hotel",
    "514": "Sklep",
    "52": "Sklep",
    "53": "Dom Opieki",
    "2": "Dom Opieki",
    "3": "Dom Opieki",
    "921": "Zieleń Miejska",
    "": "Hurtownia",
}
_CONTRACTS = (
    "Umowa o pracę na czas określony",
    "Umowa o pracę na okres próbny",
    "Umowa o pracę na czas nieokreślony",
)


def feed_offers(numbers: range, *, seed: int, today: date) -> Iterator[dict[str, Any]]:
    """Offers valid on ``today``. Each depends on the seed and its own number only."""
    for number in numbers:
        yield _offer(number, Random(f"{seed}-{number}"), today)  # noqa: S311 - invented data, no secret


def template_of(number: int) -> dict[str, Any]:
    """The template that offer ``number`` is made from, with its Ukrainian text."""
    return TEMPLATES[number % len(TEMPLATES)]


def _offer(number: int, dice: Random, today: date) -> dict[str, Any]:
    template = template_of(number)
    key = f"{dice.getrandbits(128):032x}"
    return {
        "warunkiPracyIPlacy": _work(template, dice, today),
        "wymagania": _needs(template),
        "danePracodawcy": _employer(number, template["code"], dice),
        "pozostaleDane": _rest(template, number, dice, today),
        "pracodZainteresZatrUA": dice.random() < 0.8,
        "typOferty": "OFERTA_PRACY",
        "typOfertyNaglowek": "Oferta pracy",
        "statusOferty": "A",
        "kodJezyka": "pl",
        "hash": key,
        "zagranicznaEures": False,
        "czyWazna": True,
        "rodzajOferty": [],
        "staz": False,
        "link": f"https://oferty.praca.gov.pl/portal/lista-ofert/szczegoly-oferty/{key}",
        "zgodNaTlumaczenieUA": dice.random() < 0.9,
    }


def _work(template: dict[str, Any], dice: Random, today: date) -> dict[str, Any]:
    town, simc, county, postal = dice.choice(TOWNS)
    street, house = dice.choice(STREETS), dice.randint(1, 90)
    starts = today + timedelta(days=dice.randint(3, 40))
    is_hourly = template["unit"] == "hour"
    return {
        "miejscePracy": f"ul. {street} {house}, {postal} {town}",
        "rodzajObowiazkow": "Zakres obowiązków",
        "zakresObowiazkow": template["duties_pl"],
        "rodzajZatrudnienia": template.get("contract") or dice.choice(_CONTRACTS),
        "wymiarEtatu": 1.0,
        "zmianowosc": template["shift"],
        "lGodzinWTygodniu": 40.0,
        "dataRozpoczeciaPracy": f"{starts:%d.%m.%Y}",
        "dataZakonczeniaPracy": None,
        "rodzajWynagrodzenia": "Wynagrodzenie brutto",
        "wynagrodzenieBrutto": _pay(template, dice),
        "opisWynagrodzenia": dice.choice(("", "", "+ premia uznaniowa")),
        "systemWynagradzania": "Czasowy ze stawką godzinową" if is_hourly else "Czasowy ze stawką miesięczną",
        "pracaWWolneDni": template["shift"] in ("ruch ciągły", "trzy zmiany"),
        "pracaTymczasowa": False,
        "zatrOdZaraz": dice.random() < 0.5,
        "zakwaterowanie": dice.random() < 0.25,
        "wyzywienie": dice.random() < 0.15,
        "kosztPrzejDoPolski": False,
        "stanowisko": template["title_pl"],
        "miejscowosc": town,
        "kodMiejscowosci": simc,
        "wojewodztwo": "świętokrzyskie",
        "kodWojewodztwa": "26",
        "powiat": "Kielce" if county == "2661" else "kielecki",
        "kodPowiatu": county,
        "gmina": town,
        "kraj": "Polska",
        "kodKraju": "RPd016|134",
        "zawod": template["title_pl"].split("/")[0],
        "ulica": street,
        "nrBudynku": str(house),
        "trybyPracy": "Stacjonarna",
    }


def _pay(template: dict[str, Any], dice: Random) -> str:
    step = Decimal("0.5") if template["unit"] == "hour" else Decimal(50)
    raise_by = step * dice.randint(0, 6)
    low, high = Decimal(str(template["low"])) + raise_by, template["high"]
    unit = "/godz" if template["unit"] == "hour" else ""
    if high is None:
        return f"od {_amount(low)} PLN{unit}"
    return f"{_amount(low)} - {_amount(max(Decimal(str(high)), low) + raise_by)} PLN{unit}"


def _amount(value: Decimal) -> str:
    text = f"{value:,.2f}".replace(",", " ").replace(".", ",")
    return text.removesuffix(",00")


def _needs(template: dict[str, Any]) -> dict[str, Any]:
    level = _LEVEL_NAMES.get(template["polish"])
    empty: dict[str, Any] = {"zawody": [], "staze": [], "wyksztalcenia": [], "jezyki": [], "uprawnienia": []}
    must = empty | {
        "wyksztalcenia": [template["education"]],
        "jezyki": [f"polski, w mowie - {level}, w piśmie - {level}"] if level else [],
        "uprawnienia": [template["licence"]] if "licence" in template else [],
    }
    return {
        "wymaganiaKonieczne": must,
        "wymaganiaPozadane": empty,
        "wymaganiaDodatkowe": empty,
        "inneWymagania": template["requirements_pl"],
        "czyPodanoWymagania": True,
        "stazWymagOgol": None,
    }


def _employer(number: int, code: str, dice: Random) -> dict[str, Any]:
    trade = next(trade for prefix, trade in _TRADE_OF.items() if code.startswith(prefix))
    names = TRADES[trade]
    name = f"{trade} „{dice.choice(names)}” {dice.choice(LEGAL_FORMS)}".strip()
    is_named = dice.random() < 0.8
    return {
        "pracodawca": name if is_named else "kontakt przez PUP",
        "nip": None,
        "regon": None,
        "sposobAplikowania": "bezpośrednio do pracodawcy"
        if is_named
        else "kontakt przez Powiatowy Urząd Pracy",
        "nazwaUrzeduPracy": "Powiatowy Urząd Pracy w Kielcach",
        "osobaDoKontaktu": None,
        "nrTelefonu": f"41 555 {number % 10_000 // 100:02} {number % 100:02}" if is_named else None,
        "email": f"praca{number}@example.org" if is_named else None,
        "jezykAplikacji": "polski, ukraiński" if dice.random() < 0.6 else "polski",
        "wymaganeDokumenty": "CV",
        "sposobPrzekazaniaDok": "",
        "typPodmiotu": "UP",
        "sposobAplShort": "P" if is_named else "U",
        "publikowacDanePracodawcy": is_named,
        "pokazacDaneKontaktowePracodawcy": is_named,
    }


def _rest(template: dict[str, Any], number: int, dice: Random, today: date) -> dict[str, Any]:
    taken = today - timedelta(days=dice.randint(0, 20))
    return {
        "identyfikatorOferty": f"StPr/{today:%y}/{number:04}",
        "ofertaZgloszonaPrzez": "Powiatowy Urząd Pracy w Kielcach",
        "ofertaZgloszonaPrzezKodJednostki": "26610",
        "kodZawodu": f"RPd057|{template['code']}",
        "lWolnychMiejsc": dice.choice((1, 1, 1, 2, 2, 3, 5, 10)),
        "nazwaLiczMiejsc": "pracy",
        "lWolnychMiejscDlaNiepeln": 0,
        "ofertaWaznaDo": f"{today + timedelta(days=dice.randint(14, 60)):%d.%m.%Y}",
        "dataPrzyjZglosz": f"{taken:%d.%m.%Y}",
        "ofertaDlaOsobZarej": False,
        "finansZPfron": False,
    }

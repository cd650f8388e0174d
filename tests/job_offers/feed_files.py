"""Feed files for tests: offers in the exact shape of the national feed, packed as it packs them."""

import io
import json
import zipfile
from copy import deepcopy
from typing import Any

_OFFER: dict[str, Any] = {
    "warunkiPracyIPlacy": {
        "miejscePracy": "ul. Próbna 5, 26-060 Chęciny, powiat: kielecki, woj: świętokrzyskie",
        "rodzajObowiazkow": "Zakres obowiązków",
        "zakresObowiazkow": "pakowanie wyrobów, utrzymanie porządku",
        "rodzajZatrudnienia": "Umowa o pracę na czas określony",
        "wymiarEtatu": 1.0,
        "zmianowosc": "dwie zmiany",
        "lGodzinWTygodniu": 40.0,
        "dataRozpoczeciaPracy": "01.12.2026",
        "dataZakonczeniaPracy": "30.06.2027",
        "rodzajWynagrodzenia": "Wynagrodzenie brutto",
        "wynagrodzenieBrutto": "od 4 806 PLN",
        "opisWynagrodzenia": "+ premia uznaniowa",
        "systemWynagradzania": "Czasowy ze stawką miesięczną",
        "pracaTymczasowa": False,
        "zatrOdZaraz": True,
        "zakwaterowanie": True,
        "wyzywienie": False,
        "kosztPrzejDoPolski": False,
        "stanowisko": "PAKOWACZ/PAKOWACZKA",
        "miejscowosc": "Chęciny",
        "kodMiejscowosci": "0946846",
        "kodWojewodztwa": "26",
        "powiat": "kielecki",
        "kodPowiatu": "2604",
        "gmina": None,
        "kodKraju": "RPd016|134",
        "zawod": "Pakowacz ręczny",
        "ulica": "Próbna",
        "nrBudynku": "5",
        "trybyPracy": "Stacjonarna",
    },
    "wymagania": {
        "wymaganiaKonieczne": {
            "staze": [],
            "wyksztalcenia": ["podstawowe"],
            "jezyki": ["polski, w mowie - A1 - początkujący, w piśmie - A1 - początkujący"],
            "uprawnienia": ["książeczka sanitarno-epidemiologiczna"],
        },
        "inneWymagania": "sprawność manualna",
        "stazWymagOgol": None,
    },
    "danePracodawcy": {
        "pracodawca": "Zakład Próbny (fikcyjny)",
        "nip": None,
        "regon": None,
        "sposobAplikowania": "bezpośrednio do pracodawcy",
        "nazwaUrzeduPracy": "Powiatowy Urząd Pracy w Kielcach",
        "email": "praca@example.org",
        "nrTelefonu": "41 555 01 23",
        "osobaDoKontaktu": "Jan Fikcyjny",
        "jezykAplikacji": "polski, ukraiński",
        "wymaganeDokumenty": "CV",
        "sposobAplShort": "P",
        "publikowacDanePracodawcy": True,
        "pokazacDaneKontaktowePracodawcy": True,
    },
    "pozostaleDane": {
        "identyfikatorOferty": "StPr/26/0001",
        "ofertaZgloszonaPrzezKodJednostki": "26610",
        "kodZawodu": "RPd057|932101",
        "lWolnychMiejsc": 4,
        "lWolnychMiejscDlaNiepeln": 0,
        "ofertaWaznaDo": "31.12.2026",
        "dataPrzyjZglosz": "20.11.2026",
    },
    "pracodZainteresZatrUA": True,
    "typOferty": "OFERTA_PRACY",
    "statusOferty": "A",
    "kodJezyka": "pl",
    "hash": "00000000000000000000000000000001",
    "czyWazna": True,
    "rodzajOferty": [],
    "link": "https://oferty.praca.gov.pl/portal/lista-ofert/szczegoly-oferty/00000000000000000000000000000001",
    "zgodNaTlumaczenieUA": True,
}


def feed_offer(number: int = 1, **changes: Any) -> dict[str, Any]:
    """An offer of the feed; ``changes`` name fields as "object__field", or a root field alone."""
    offer = deepcopy(_OFFER)
    offer["hash"] = f"{number:032x}"
    offer["pozostaleDane"]["identyfikatorOferty"] = f"StPr/26/{number:04}"
    for name, value in changes.items():
        parent, _, field = name.rpartition("__")
        target = offer[parent] if parent else offer
        target[field] = value
    return offer


def as_json(*offers: Any) -> bytes:
    return json.dumps(offers).encode()


def as_zip(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()

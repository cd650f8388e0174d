"""Where an agent goes: an address to read, and links that a phone opens in its own map."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote, urlencode

from job_offers.models import Employer, FieldVisit, Workplace

_CLOSE = 17  # of the map: single houses are told apart


@dataclass(frozen=True)
class Whereabouts:
    """``geo`` opens the phone's own map, ``osm`` a page of OpenStreetMap. Nothing is asked of either until somebody follows them."""

    address: str
    geo: str
    osm: str


def of_visit(visit: FieldVisit) -> Whereabouts:
    """Where the visit takes place: its workplace, else the employer's address."""
    return of_workplace(visit.workplace) if visit.workplace else of_employer(visit.employer)


def of_workplace(workplace: Workplace) -> Whereabouts:
    address = ", ".join(filter(None, [workplace.street_address, workplace.place.name_pl]))
    return _whereabouts(address, workplace.latitude, workplace.longitude)


def of_employer(employer: Employer) -> Whereabouts:
    town = employer.place.name_pl if employer.place else ""
    return _whereabouts(", ".join(filter(None, [employer.street_address, town])), None, None)


def _whereabouts(address: str, latitude: Decimal | None, longitude: Decimal | None) -> Whereabouts:
    """An address without coordinates is looked up by the map itself; without an address there is nothing to open."""
    if latitude is not None and longitude is not None:
        point = f"{latitude},{longitude}"
        place = f"mlat={latitude}&mlon={longitude}#map={_CLOSE}/{latitude}/{longitude}"
        return Whereabouts(address, f"geo:{point}?q={point}", f"https://www.openstreetmap.org/?{place}")
    if not address:
        return Whereabouts("", "", "")
    asked = urlencode({"query": address}, quote_via=quote)
    return Whereabouts(
        address, f"geo:0,0?q={quote(address)}", f"https://www.openstreetmap.org/search?{asked}"
    )

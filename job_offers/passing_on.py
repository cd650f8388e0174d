"""Links by which a reader takes an offer along: to a map, to somebody in a messenger. Nothing is asked of them before a click."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from job_offers import facts
from job_offers.models import Offer

_MAP = "https://www.openstreetmap.org"
_SITE, _TOWN = 17, 13  # how near the map comes to a workplace, and to a town of which the street is not known


@dataclass(frozen=True)
class Map:
    """A page of the map, and the address that opens the phone's own, where there are coordinates."""

    web: str
    phone: str


def map_of(offer: Offer) -> Map | None:
    """Where the work is: the workplace, the street, or the town only, if the employer is not to be known."""
    site = offer.workplace if offer.shows_employer else None
    if site is not None and site.latitude is not None:
        return _at(f"{site.latitude}", f"{site.longitude}", _SITE)
    if offer.street_address and offer.shows_employer:
        words = facts.address(offer)
        return Map(f"{_MAP}/search?{urlencode({'query': words})}", f"geo:0,0?q={quote(words)}")
    if offer.place is not None:
        return _at(f"{offer.place.latitude}", f"{offer.place.longitude}", _TOWN)
    return None


def messengers(title: str, address: str) -> list[tuple[str, str]]:
    """The messengers people here have, each with the link that opens it with the offer."""
    text = f"{title}\n{address}"
    return [
        ("Telegram", f"https://t.me/share/url?{urlencode({'url': address, 'text': title}, quote_via=quote)}"),
        ("Viber", f"viber://forward?{urlencode({'text': text}, quote_via=quote)}"),
        ("WhatsApp", f"https://wa.me/?{urlencode({'text': text}, quote_via=quote)}"),
    ]


def _at(latitude: str, longitude: str, zoom: int) -> Map:
    marked = urlencode({"mlat": latitude, "mlon": longitude})
    return Map(f"{_MAP}/?{marked}#map={zoom}/{latitude}/{longitude}", f"geo:{latitude},{longitude}?z={zoom}")

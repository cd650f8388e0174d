"""How far the places of the county are from each other, as the crow flies."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from reference.models import Place

STEPS = (10, 20, 30)  # km
_EARTH = 6371.0  # km


def kilometres(one: Place, other: Place) -> float:
    """The distance of the coordinates of two places (haversine formula)."""
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    half_lat = (lat2 - lat1) / 2
    half_lon = radians(float(other.longitude) - float(one.longitude)) / 2
    return 2 * _EARTH * asin(sqrt(sin(half_lat) ** 2 + cos(lat1) * cos(lat2) * sin(half_lon) ** 2))


def within(centre: Place, limit: int, places: Iterable[Place]) -> frozenset[int]:
    """The keys of the places at most ``limit`` km from ``centre``, itself among them."""
    return frozenset(place.pk for place in places if kilometres(centre, place) <= limit)

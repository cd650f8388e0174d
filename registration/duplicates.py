"""People who may be the one being taken in: shown before saving, never a refusal."""

from collections.abc import Mapping
from typing import Any

from registration import names
from registration.dates import PartialDate
from registration.models import ClientQuerySet
from registration.search import Asked, Found, find

ALIKE = 0.85  # of a whole name, on the scale of ``search``
SURE_SIGN = 1.0  # the same phone, date of birth or PESEL alone


def similar_to(values: Mapping[str, Any], among: ClientQuerySet, *, limit: int = 8) -> list[Found]:
    """Those of ``among`` with a name like the given one, or the same phone, birthday and name, or PESEL."""
    cyrillic = f"{values.get('surname_cyrillic', '')} {values.get('given_names_cyrillic', '')}"
    latin = f"{values.get('surname_latin', '')} {values.get('given_names_latin', '')}"
    birth = values.get("birth_date")
    what = Asked(
        words=tuple(names.words(cyrillic) or names.words(latin))[:6],
        phone_end=values.get("phone", "")[-9:],
        birth=PartialDate(birth, values["birth_date_precision"]) if birth else None,
        pesel=values.get("pesel") or "",
    )
    return [found for found in find(what, among, limit=50) if _is_telling(found, what)][:limit]


def _is_telling(found: Found, what: Asked) -> bool:
    """A shared birthday alone says nothing: thousands share it."""
    if found.score > SURE_SIGN:
        return True
    same_phone = bool(what.phone_end) and found.client.phone.endswith(what.phone_end)
    same_pesel = bool(what.pesel) and found.client.pesel == what.pesel
    return same_phone or same_pesel or (found.name_score >= ALIKE)

"""The shape of an offer in the national feed: its parts and texts, and what of it is kept."""

import hashlib
import json
from typing import Any

from django.utils.translation import gettext_noop

from pup_portal.db import DomainError

# Names and numbers of contact persons are not shown to readers, so they are not kept either.
_PERSONAL = {
    "danePracodawcy": (
        "osobaDoKontaktu",
        "imieNazwiskoOsobyZglPracodawca",
        "telefonOsobyZglPracodawca",
        "emailOsobyZglPracodawca",
    )
}


class OfferRefused(DomainError):
    """This offer is not taken over; ``str()`` is the message id of the reason, ``value`` what it is about."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.value = value


def without_persons(content: dict[str, Any]) -> dict[str, Any]:
    kept = dict(content)
    for name, personal in _PERSONAL.items():
        if isinstance(kept.get(name), dict):
            kept[name] = {key: value for key, value in kept[name].items() if key not in personal}
    return kept


def fingerprint(content: dict[str, Any]) -> str:
    """Tells whether the feed says anything new; contact persons are no news, for they are not kept."""
    canonical = json.dumps(without_persons(content), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode(errors="surrogatepass")).hexdigest()


def part_of(content: dict[str, Any], name: str) -> dict[str, Any]:
    found = content.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise OfferRefused(gettext_noop("The offer does not have the shape of the feed."), name)
    return found


def text_of(of: dict[str, Any], name: str) -> str:
    value = of.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise OfferRefused(gettext_noop("The offer does not have the shape of the feed."), name)
    return value.strip()


def texts_of(of: dict[str, Any], name: str) -> list[str]:
    values = of.get(name) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise OfferRefused(gettext_noop("The offer does not have the shape of the feed."), name)
    return [value.strip() for value in values if value.strip()]

"""Who may open which page of the settings; written from the matrix of roles, not from the code."""

from collections.abc import Callable
from typing import Any

from accounts.permissions import Role
from reference.logo import redrawn
from reference.services import receive_occupations, set_logo
from tests.factories import UserFactory
from tests.reference.factories import (
    AccommodationFactory,
    LegalRuleFactory,
    OccupationFactory,
    PlaceFactory,
    TermFactory,
)
from tests.reference.files import csv_upload, picture, upload

SEE = "manager administrator"
EDIT = "administrator"

ACCESS: dict[str, str] = {
    "reference:settings": SEE,
    "reference:office": SEE,
    "reference:office-history": SEE,
    "reference:office-edit": EDIT,
    "reference:logo-set": EDIT,
    "reference:logo-remove": EDIT,
    "reference:place-list": SEE,
    "reference:place-create": EDIT,
    "reference:place-edit": EDIT,
    "reference:accommodation-list": SEE,
    "reference:accommodation-create": EDIT,
    "reference:accommodation-edit": EDIT,
    "reference:occupation-list": SEE,
    "reference:occupation-create": EDIT,
    "reference:occupation-edit": EDIT,
    "reference:occupation-import": EDIT,
    "reference:occupation-import-check": EDIT,
    "reference:vocabulary-list": SEE,
    "reference:term-list": SEE,
    "reference:term-create": EDIT,
    "reference:term-edit": EDIT,
    "reference:rule-list": SEE,
    "reference:rule-create": EDIT,
    "reference:rule-detail": SEE,
    "reference:period-create": EDIT,
    "reference:period-correct": EDIT,
    "reference:record-history": SEE,
    "office:contact": "public",
    "office:privacy": "public",
    "office:accessibility": "public",
    "office:logo": "public",
}


def _waiting_list() -> dict[str, Any]:
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    file = csv_upload(("512001", "Kucharz"))
    return {"public_id": receive_occupations(file=file, edition="2030", by=administrator).public_id}


def _logo() -> dict[str, Any]:
    set_logo(image=redrawn(upload(picture())))
    return {}


_MAKE: dict[str, Callable[[], dict[str, Any]]] = {
    "logo": _logo,
    "office-edit": lambda: {"section": "contact"},
    "place-edit": lambda: {"public_id": PlaceFactory().public_id},
    "accommodation-edit": lambda: {"public_id": AccommodationFactory().public_id},
    "occupation-edit": lambda: {"public_id": OccupationFactory().public_id},
    "occupation-import-check": _waiting_list,
    "term-list": lambda: {"vocabulary": "shift"},
    "term-create": lambda: {"vocabulary": "shift"},
    "term-edit": lambda: {"public_id": TermFactory().public_id},
    "rule-detail": lambda: {"public_id": LegalRuleFactory().key.public_id},
    "period-create": lambda: {"public_id": LegalRuleFactory().key.public_id},
    "period-correct": lambda: {"public_id": LegalRuleFactory().public_id},
    "record-history": lambda: {"kind": "place", "public_id": PlaceFactory().public_id},
}


def make_kwargs(name: str) -> dict[str, Any]:
    make = _MAKE.get(name.split(":")[1])
    return make() if make else {}

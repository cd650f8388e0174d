"""Who may open which page of the settings; written from the matrix of roles, not from the code."""

from typing import Any

from accounts.permissions import Role
from reference.logo import redrawn
from reference.services import edit_office, receive_occupations, set_logo
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


def make_kwargs(name: str) -> dict[str, Any]:
    match name.split(":")[1]:
        case "office-history":
            edit_office(short_name="PUP Próba")
        case "logo":
            set_logo(image=redrawn(upload(picture())))
        case "office-edit":
            return {"section": "contact"}
        case "place-edit":
            return {"public_id": PlaceFactory().public_id}
        case "accommodation-edit":
            return {"public_id": AccommodationFactory().public_id}
        case "occupation-edit":
            return {"public_id": OccupationFactory().public_id}
        case "occupation-import-check":
            administrator = UserFactory(role=Role.ADMINISTRATOR)
            row = ("512001", "Kucharz")
            waiting = receive_occupations(file=csv_upload(row), edition="2030", by=administrator)
            return {"public_id": waiting.public_id}
        case "term-list" | "term-create":
            return {"vocabulary": "shift"}
        case "term-edit":
            return {"public_id": TermFactory().public_id}
        case "rule-detail" | "period-create":
            return {"public_id": LegalRuleFactory().key.public_id}
        case "period-correct":
            return {"public_id": LegalRuleFactory().public_id}
        case "record-history":
            return {"kind": "place", "public_id": PlaceFactory().public_id}
    return {}

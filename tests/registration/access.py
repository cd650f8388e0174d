"""Who may open what of this app: written by hand from the matrix of roles."""

from typing import Any

from tests.documents.factories import UploadFactory
from tests.registration.factories import ClientFactory

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator adviser"
PAPERS = "coordinator adviser manager"

ACCESS: dict[str, str] = {
    "registration:client-list": SEE,
    "registration:client-new": EDIT,
    "registration:name-suggest": EDIT,
    "registration:client-detail": SEE,
    "registration:client-edit": EDIT,
    "registration:client-state": EDIT,
    "registration:client-history": SEE,
    "registration:client-accesses": "manager",
    "registration:client-accesses-print": "manager",
    "registration:file-list": PAPERS,
    "registration:file-add": EDIT,
    "registration:file-download": PAPERS,
    "registration:file-replace": EDIT,
    "registration:file-remove": EDIT,
    "registration:client-reveal": f"{EDIT} manager",
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in {"registration:client-list", "registration:client-new", "registration:name-suggest"}:
        return {}
    person = ClientFactory()
    of_one_file = name in {f"registration:file-{page}" for page in ("download", "replace", "remove")}
    return {"client_id": person.public_id} | (
        {"file_id": UploadFactory(subject=person).public_id} if of_one_file else {}
    )


def make_data(name: str) -> dict[str, Any]:
    return {"language": "uk"} if name == "registration:client-accesses-print" else {}

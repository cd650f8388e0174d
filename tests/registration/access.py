"""Who may open what of this app: written by hand from the matrix of roles."""

from collections.abc import Callable
from typing import Any

from registration.models import Client
from tests.documents.factories import UploadFactory
from tests.registration.factories import ClientFactory
from tests.registration.rights import asked, exported, held

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator adviser"
PAPERS = "coordinator adviser manager"
BARE = {
    "registration:client-list",
    "registration:client-new",
    "registration:name-suggest",
    "registration:rights-list",
    "retention:overview",
    "retention:seen",
}

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
    "registration:rights": PAPERS,
    "registration:rights-list": PAPERS,
    "registration:rights-ask": EDIT,
    "registration:rights-withdraw": EDIT,
    "registration:rights-restrict": EDIT,
    "registration:rights-lift": "manager",
    "registration:rights-hold": "manager",
    "registration:hold-lift": "manager",
    "registration:rights-decide": "manager",
    "registration:rights-file": "manager",
    "retention:overview": "manager administrator",
    "retention:seen": "manager",
}


MORE: dict[str, Callable[[Client], dict[str, Any]]] = {
    "registration:rights-ask": lambda client: {"right": "erase"},
    "registration:hold-lift": lambda client: {"hold_id": held(client).public_id},
    "registration:rights-decide": lambda client: {"request_id": asked(client).public_id},
    "registration:rights-withdraw": lambda client: {"request_id": asked(client).public_id},
    "registration:rights-file": lambda client: {"request_id": exported(client).public_id},
    "registration:file-download": lambda client: {"file_id": UploadFactory(subject=client).public_id},
    "registration:file-replace": lambda client: {"file_id": UploadFactory(subject=client).public_id},
    "registration:file-remove": lambda client: {"file_id": UploadFactory(subject=client).public_id},
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in BARE:
        return {}
    client = ClientFactory()
    return {"client_id": client.public_id} | (MORE[name](client) if name in MORE else {})


def make_data(name: str) -> dict[str, Any]:
    return {"language": "uk"} if name == "registration:client-accesses-print" else {}

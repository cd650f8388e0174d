"""Who may open what of this app: written by hand from the matrix of roles."""

from typing import Any

from tests.registration.factories import ClientFactory

SEE = "coordinator adviser broker counsellor manager"
EDIT = "coordinator adviser"

ACCESS: dict[str, str] = {
    "registration:client-list": SEE,
    "registration:client-new": EDIT,
    "registration:name-suggest": EDIT,
    "registration:client-detail": SEE,
    "registration:client-edit": EDIT,
    "registration:client-state": EDIT,
    "registration:client-history": SEE,
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in {"registration:client-list", "registration:client-new", "registration:name-suggest"}:
        return {}
    return {"client_id": ClientFactory().public_id}

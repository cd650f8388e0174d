"""Who may open which page about staff; written from the matrix of roles, not from the code."""

from typing import Any

from tests.factories import UserFactory

ACCESS: dict[str, str] = {
    "accounts:staff-list": "manager administrator",
    "accounts:staff-create": "administrator",
    "accounts:staff-edit": "administrator",
    "accounts:staff-password-link": "administrator",
    "accounts:staff-history": "manager administrator",
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name in {"accounts:staff-list", "accounts:staff-create"}:
        return {}
    return {"public_id": UserFactory().public_id}

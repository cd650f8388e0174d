"""Who may open which page about staff; written from the matrix of roles, not from the code."""

from typing import Any

from tests.factories import UserFactory

ACCESS: dict[str, str] = {
    "access:log-list": "manager administrator",
    "access:log-export": "manager administrator",
    "access:own-list": "staff",
    "accounts:staff-list": "manager administrator",
    "accounts:staff-create": "administrator",
    "accounts:staff-edit": "administrator",
    "accounts:staff-invite": "administrator",
    "accounts:staff-invitation-withdraw": "administrator",
    "accounts:staff-sessions-end": "administrator",
    "accounts:staff-recover": "administrator",
    "accounts:staff-history": "manager administrator",
    "security:index": "staff",
    "security:second-factor": "staff",
    "security:session-end": "staff",
    "security:sessions-end-others": "staff",
    "security:invitation": "public",
}


def make_kwargs(name: str) -> dict[str, Any]:
    if name == "security:invitation":
        return {"token": "no-such-token"}
    if name.startswith(("security:", "access:")) or name in {"accounts:staff-list", "accounts:staff-create"}:
        return {}
    return {"public_id": UserFactory().public_id}

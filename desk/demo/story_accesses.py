"""The access log of the demonstration: a week's work would fill it; this is a morning's."""

from accounts.access_log import AccessKind, record_by
from accounts.access_models import AccessEntry
from accounts.access_seals import seal_all
from accounts.models import User
from accounts.permissions import Role
from registration.models import Client

SOURCE = "demo_data"

_MORNING = [
    (Role.COORDINATOR, AccessKind.LIST, ""),
    (Role.COORDINATOR, AccessKind.SEARCH, "name"),
    (Role.COORDINATOR, AccessKind.VIEW, ""),
    (Role.ADVISER, AccessKind.SEARCH, "phone"),
    (Role.ADVISER, AccessKind.VIEW, ""),
    (Role.ADVISER, AccessKind.CHANGE, ""),
    (Role.COUNSELLOR, AccessKind.VIEW, ""),
    (Role.COUNSELLOR, AccessKind.PRINT, ""),
    (Role.BROKER, AccessKind.DENIAL, ""),
    (Role.MANAGER, AccessKind.VIEW, ""),
]


def write(staff: dict[Role, User], clients: list[Client]) -> int:
    """Some entries of each role, if the log is empty; how many there are then."""
    if not AccessEntry.objects.exists():
        for number, client in enumerate(clients[-6:]):
            for role, kind, purpose in _MORNING[number % 2 :: 2] + _MORNING[: number % 3]:
                record_by(staff[role], kind=kind, subjects=[client], purpose=purpose, source=SOURCE)
        seal_all()
    return AccessEntry.objects.count()

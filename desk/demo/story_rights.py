"""What people of the demonstration asked for about their own data, each at another step of its way."""

from accounts.models import User
from accounts.permissions import Role
from pup_portal.tracking import acting
from registration.models import Client, Restriction, RightsRequest
from registration.rights_services import ask, restrict
from registration.vocabulary import Right

_COPY = "Pani prosi o kopię swoich danych przed wyjazdem do rodziny we Wrocławiu."
_ERASURE = "Pan wrócił do Ukrainy i prosi o usunięcie danych."
_RESTRICTION = "Pani kwestionuje datę urodzenia; do czasu wyjaśnienia dane nie są używane."


def hear(staff: dict[Role, User], clients: list[Client]) -> int:
    """An export and an erasure that wait for the manager, and a restricted record; how many there are."""
    if not RightsRequest.objects.exists():
        leaves, returned, doubts = clients[-1], clients[-2], clients[-4]
        with acting(staff[Role.COORDINATOR]):
            ask(client=leaves, right=Right.EXPORT, reason=_COPY, by=staff[Role.COORDINATOR])
            restrict(client=doubts, reason=_RESTRICTION, by=staff[Role.COORDINATOR])
        with acting(staff[Role.ADVISER]):
            ask(client=returned, right=Right.ERASE, reason=_ERASURE, by=staff[Role.ADVISER])
    return RightsRequest.objects.count() + Restriction.objects.count()

"""A client's record held for writing."""

from pup_portal.db import DomainError
from registration.closing import closed_because
from registration.models import Client


class NotEditable(DomainError):
    """The record is merged, erased or restricted."""


def locked(client: Client) -> Client:
    """The record as it stands now, for this transaction alone; raises ``NotEditable``."""
    held = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    if reason := closed_because(held):
        raise NotEditable(reason)
    return held

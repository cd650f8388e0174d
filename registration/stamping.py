"""The mark that every change leaves on a record: one more version, by whom and when."""

from django.utils import timezone

from accounts.models import User
from registration.models import Client

STAMPED = ("version", "updated_at", "updated_by")


def stamp(client: Client, by: User) -> None:
    """Mark ``client`` as changed by ``by``; whoever calls it stores ``STAMPED``."""
    client.version += 1
    client.updated_at, client.updated_by = timezone.now(), by

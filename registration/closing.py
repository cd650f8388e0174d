"""When a record must not be changed: it is merged or erased, or the person has restricted its use (GDPR art. 18)."""

from django.utils.translation import gettext as _

from registration.models import Client


def closed_because(client: Client) -> str:
    """Why the record must not be changed now, in a sentence for people; empty when it may be."""
    if not client.is_active:
        return _("This record is closed: it was merged or erased.")
    if client.is_restricted:
        return _("The use of this person's data is restricted; the record must not be changed.")
    return ""

"""The sentence with which services of every app refuse to touch a restricted person's data.

The database refuses as well, see ``registration.models.freezing``; this says it in words, and earlier.
"""

from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError
from registration.models import Client


class Restricted(DomainError):
    """The use of this person's data is restricted (GDPR art. 18)."""


def check_not_restricted(client: Client | None) -> None:
    if client is not None and client.is_restricted:
        raise Restricted(_("The use of this person's data is restricted; the record must not be changed."))

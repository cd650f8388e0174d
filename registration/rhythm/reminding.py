"""A reminder of the next contact, to who agreed to get such messages. Not a duty of the act: a courtesy."""

from django.utils.translation import gettext as _

from messaging.models import Message
from pup_portal.db import DomainError
from registration.consents.reaching import write_to
from registration.models import Client, Deadlines


class NothingDue(DomainError):
    """No contact is due, so there is nothing to be reminded of."""


def remind(client: Client) -> Message:
    """Owe one e-mail for each day that is due, however often this is asked for.

    Raises ``NothingDue``, ``NoConsent``, ``NoAddress`` or ``Restricted``.
    """
    days = Deadlines.objects.filter(client=client, contact_on__isnull=False).first()
    if days is None or days.contact_on is None:
        raise NothingDue(_("No contact is due."))
    key = f"contact-reminder-{days.pk}-{days.contact_on:%Y%m%d}"
    return write_to(client, key=key, template="contact_reminder", context={"day": days.contact_on})

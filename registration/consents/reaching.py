"""The one door through which the office writes to a person. What the act does not ask for needs the consent."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from messaging.models import Message
from messaging.services import owe_message
from pup_portal.db import DomainError
from registration.consents.gates import need_consent
from registration.consents.vocabulary import ConsentPurpose
from registration.freezing import check_not_restricted
from registration.models import Client
from registration.vocabulary import ContactLanguage

# The portal speaks no Russian: who prefers it reads Ukrainian.
_LANGUAGES = {ContactLanguage.RUSSIAN.value: ContactLanguage.UKRAINIAN.value}


class NoAddress(DomainError):
    """The record holds no e-mail address."""


@transaction.atomic
def write_to(
    client: Client, *, key: str, template: str, context: dict[str, Any], is_duty: bool = False
) -> Message:
    """Owe the person an e-mail in their language, once per ``key``, which holds nothing about them.

    ``is_duty`` only for what the act obliges the office to tell. Raises ``NoConsent``, ``NoAddress`` or ``Restricted``.
    """
    check_not_restricted(client)
    if not client.email:
        raise NoAddress(_("The record holds no e-mail address."))
    if not is_duty:
        need_consent(client, ConsentPurpose.MESSAGES)
    language = _LANGUAGES.get(client.contact_language, client.contact_language)
    return owe_message(key=key, to=client.email, template=template, language=language, context=context)

"""What the software does only by consent asks here.

``messages``: every e-mail or SMS beyond the duties of the act goes through ``reaching``. ``employers``: once withdrawn,
brokers are shown no CV, none is printed without the name, and no clause stands under it. ``partners``, ``surveys`` and ``publishing``: nothing
in the portal hands data over for these yet; what will, calls ``need_consent`` first.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from pup_portal.db import DomainError
from registration.consents.vocabulary import ConsentPurpose
from registration.models import Client, Consent


class NoConsent(DomainError):
    """The person has not agreed to this, or no longer does."""


def has_consent(client: Client, purpose: ConsentPurpose, day: date) -> bool:
    """Whether the person agrees to ``purpose`` on ``day``."""
    return Consent.objects.on(day).filter(client=client, purpose=purpose).exists()


def need_consent(client: Client, purpose: ConsentPurpose) -> None:
    """Raise ``NoConsent`` unless the person agrees today."""
    if not has_consent(client, purpose, timezone.localdate()):
        text = _("The person has not agreed to this: %(purpose)s.")
        raise NoConsent(text % {"purpose": purpose.label})


def withdrawn_by(purpose: ConsentPurpose) -> QuerySet[Consent, int]:
    """Primary keys of the people who once agreed to ``purpose`` and today no longer do."""
    agreeing = Consent.objects.on(timezone.localdate()).filter(purpose=purpose).values("client")
    past = Consent.objects.filter(purpose=purpose, withdrawn_on__isnull=False).order_by()
    return past.exclude(client__in=agreeing).values_list("client", flat=True)


def has_withdrawn(client: Client, purpose: ConsentPurpose) -> bool:
    return withdrawn_by(purpose).filter(client=client).exists()


@dataclass(frozen=True)
class Standing:
    """How a person stands to one purpose: the latest consent, if any, and whether it holds today."""

    purpose: ConsentPurpose
    consent: Consent | None
    holds: bool


def consents_of(client: Client) -> list[Standing]:
    """Every purpose in the order of the vocabulary, in one query."""
    today = timezone.localdate()
    latest: dict[str, Consent] = {}
    for consent in Consent.objects.filter(client=client).for_list():
        latest.setdefault(consent.purpose, consent)
    return [
        Standing(purpose, latest.get(purpose), bool(purpose in latest and latest[purpose].holds_on(today)))
        for purpose in ConsentPurpose
    ]

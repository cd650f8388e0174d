"""Links by which employers answer: made for one offer, written into a letter, found again by their token."""

import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.confirming import letters
from job_offers.lifecycle import CONFIRMABLE, NotPossible
from job_offers.models import EmployerLink, Offer
from pup_portal.db import DomainError

WORKS_FOR = timedelta(days=14)
_TOKEN_BYTES = 32


class NoAddress(DomainError):
    """Neither the offer nor its employer has an e-mail address."""


@transaction.atomic
def make(offer: Offer, *, by: User | None, is_mailed: bool = False) -> tuple[EmployerLink, str]:
    """A new link for ``offer`` and its token, which nobody can read again; raises ``NotPossible``.

    Links made before go on working: who finds the older letter first is no worse off.
    """
    offer = Offer.objects.select_for_update(of=("self",)).select_related("employer").get(pk=offer.pk)
    if offer.state not in CONFIRMABLE:
        raise NotPossible(_("Only an offer that was published is confirmed."))
    token, now = secrets.token_urlsafe(_TOKEN_BYTES), timezone.now()
    link = EmployerLink.objects.create(
        offer=offer,
        token_hash=digest(token),
        made_at=now,
        made_by=by,
        is_mailed=is_mailed,
        expires_at=now + WORKS_FOR,
    )
    return link, token


@transaction.atomic
def mail(offer: Offer, *, by: User | None) -> EmployerLink:
    """Promise the employer a letter with a new link; raises ``NoAddress`` or ``NotPossible``."""
    link, token = make(offer, by=by, is_mailed=True)
    address = letters.address_of(link.offer)
    if not address:
        raise NoAddress(
            _("Neither the offer nor the employer has an e-mail address. Call, or show the link.")
        )
    letters.owe(link, to=address, token=token)
    return link


def find(token: str) -> EmployerLink | None:
    """The link with this ``token``, whether it still works or not."""
    links = EmployerLink.objects.select_related("offer__employer", "offer__place", "offer__work_mode")
    return links.filter(token_hash=digest(token)).first()


def digest(token: str) -> str:
    """A random token needs no salt: it can be neither guessed nor looked up."""
    return hashlib.sha256(token.encode()).hexdigest()


def ask_due(today: date) -> int:
    """Write to every employer to whom a letter is due, each in a transaction of its own; say to how many.

    Two runs at once ask nobody twice: the second finds the link the first one made.
    """
    return sum(_ask(key, today) for key in list(letters.due(today)))


@transaction.atomic
def _ask(key: int, today: date) -> bool:
    offer = Offer.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=key).first()
    if offer is None or key not in letters.due(today, among=[key]):
        return False
    mail(offer, by=None)
    return True

"""How an offer moves from state to state; every move in the portal goes through ``advance``."""

from django.utils import timezone
from django.utils.translation import gettext as _

from job_offers.models import TRANSITIONS, Offer
from pup_portal.db import DomainError

CLOSED = frozenset({Offer.State.EXPIRED, Offer.State.FILLED, Offer.State.WITHDRAWN})

CONFIRMABLE = frozenset({Offer.State.PUBLISHED, Offer.State.UNCONFIRMED, Offer.State.EXPIRED})


class NotPossible(DomainError):
    """The offer may not go from its state to the one asked for."""


def advance(offer: Offer, state: Offer.State) -> None:
    """Move ``offer``, which the caller has locked and will save, or raise ``NotPossible``."""
    if state not in TRANSITIONS[Offer.State(offer.state)]:
        names = {"now": offer.get_state_display(), "then": state.label}
        raise NotPossible(_("This offer is “%(now)s”; from there it cannot become “%(then)s”.") % names)
    offer.state = state
    offer.closed_on = timezone.localdate() if state in CLOSED else None
    if state != Offer.State.WITHDRAWN:
        offer.withdrawn_reason = ""

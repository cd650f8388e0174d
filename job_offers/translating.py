"""What the translations need to know of an offer."""

from django.utils import timezone

from accounts.models import User
from job_offers import board
from job_offers.lifecycle import CLOSED
from job_offers.models import Offer
from job_offers.models.offers import TEXTS
from translations.models import Urgency

__all__ = ["LATER", "TEXTS", "apply", "preview", "urgency"]

LATER = frozenset({"wishes", "timetable", "benefits_note"})
_URGENCY = {Offer.State.PUBLISHED: Urgency.READERS, Offer.State.READY: Urgency.PUBLICATION}


def urgency(offer: Offer) -> Urgency:
    """Who waits for the Ukrainian text of ``offer``."""
    if offer.state in CLOSED or not offer.may_be_translated:
        return Urgency.NONE
    return _URGENCY.get(Offer.State(offer.state), Urgency.REST)


def preview(offer: Offer) -> str:
    return offer.get_absolute_url()


def apply(offer: Offer, texts: dict[str, str], by: User) -> None:
    """Store the approved Ukrainian text and let the board show it. Runs in the approving transaction."""
    for name, text in texts.items():
        setattr(offer, f"{name}_uk", text)
    offer.version += 1
    offer.changed_at = timezone.now()
    offer.save(update_fields=[*(f"{name}_uk" for name in texts), "version", "changed_at"])
    board.refresh(offer)

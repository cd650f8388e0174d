"""One act upon many offers: each is done whole or refused with its reason, whatever becomes of the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.desk_lists.acts import NEEDS, BulkAct
from job_offers.models import Offer
from job_offers.services import publication
from job_offers.services.offers import name_for_everybody
from pup_portal.db import DomainError
from translations import services as translations

MOST_AT_ONCE = 100


class BulkRefused(DomainError):
    """Nothing was done to any offer."""


class NoConsent(DomainError):
    def __init__(self) -> None:
        super().__init__(_("The employer has not agreed to a Ukrainian version."))


@dataclass(frozen=True)
class Outcome:
    """What became of one offer; ``refusal`` is empty when the act was done."""

    offer: Offer
    refusal: str = ""


def act_on_many(*, offers: Iterable[Offer], act: BulkAct, by: User, reason: str = "") -> list[Outcome]:
    """Do ``act`` to each of ``offers`` in a transaction of its own, and say what became of each.

    Raises ``BulkRefused``, before anything is done, for a role without the right, or for too many offers.
    """
    chosen = list(offers)
    if not by.may(NEEDS[act]):
        raise BulkRefused(_("Your role may not do this to offers."))
    if len(chosen) > MOST_AT_ONCE:
        raise BulkRefused(_("These are too many offers at once."))
    return [_outcome(offer, act, by, reason) for offer in chosen]


def _outcome(offer: Offer, act: BulkAct, by: User, reason: str) -> Outcome:
    try:
        with transaction.atomic():
            _ACTS[act](offer, by, reason)
    except DomainError as refusal:
        return Outcome(offer, str(refusal))
    return Outcome(offer)


def _owe_translation(offer: Offer, by: User, reason: str) -> None:
    if not offer.may_be_translated:
        raise NoConsent
    translations.owe_draft(subject=offer, by=by)


_ACTS: dict[BulkAct, Callable[[Offer, User, str], object]] = {
    BulkAct.READY: lambda offer, by, reason: publication.mark_ready(offer=offer, by=by),
    BulkAct.PUBLISH: lambda offer, by, reason: publication.publish_offer(offer=offer, by=by),
    BulkAct.TRANSLATE: _owe_translation,
    BulkAct.NAME: lambda offer, by, reason: name_for_everybody(offer=offer, by=by),
    BulkAct.WITHDRAW: lambda offer, by, reason: publication.withdraw_offer(offer=offer, reason=reason, by=by),
}

"""Passing over a soft check with a reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from job_offers import checks, texts
from job_offers.models import Offer, Override
from pup_portal.db import DomainError
from pup_portal.tracking import acting

_FOUND = Override._meta.get_field("found").max_length or 0


class OverrideRefused(DomainError):
    """Nobody passes over a hard finding, without a reason, or without the right to publish."""


class NothingToOverride(DomainError):
    def __init__(self) -> None:
        super().__init__(_("This finding is no longer there: what it was about has changed."))


@transaction.atomic
def override_finding(*, offer: Offer, digest: str, reason: str, by: User) -> Override:
    """Let the soft finding with this ``digest`` stand; doing it again keeps the first reason.

    Raises ``OverrideRefused`` or, when the finding is gone or says something else now, ``NothingToOverride``.
    """
    if not by.may(Act.OVERRIDE_OFFER_CHECKS):
        raise OverrideRefused(_("Your role may not pass over the checks of offers."))
    if not reason.strip():
        raise OverrideRefused(_("Say why this does not stand against the offer."))
    offer = Offer.objects.for_board().select_for_update(of=("self",)).get(pk=offer.pk)
    finding = _finding(offer, digest, by)
    if finding.override is not None:
        return finding.override
    with acting(by):
        return Override.objects.create(
            offer=offer,
            check_code=finding.code,
            digest=digest,
            found=finding.found[:_FOUND],
            reason=reason.strip(),
            by=by,
        )


def _finding(offer: Offer, digest: str, by: User) -> checks.Finding:
    found = checks.findings(offer, status=texts.status_of(offer), by=by, today=timezone.localdate())
    for finding in found:
        if finding.digest == digest:
            if not finding.is_soft:
                raise OverrideRefused(_("This must be put right; nobody may pass over it."))
            return finding
    raise NothingToOverride

"""Everything that readers ask and report, and what the desk does about it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from job_offers.asking.vocabulary import Outcome
from job_offers.models import Offer, OfferQuestion, ProblemReport
from pup_portal.db import sent_before
from registration.enquiries.services import InboxFull, receive_enquiry
from registration.enquiries.vocabulary import EnquiryKind
from registration.models import Enquiry

__all__ = ["InboxFull", "ask_about_offer", "look_at_reports", "report_problem"]

# More of one offer say nothing new, and more in all is a program: whoever floods the list fills no disk.
MOST_OF_ONE_OFFER = 30
MOST_WAITING = 3_000


@transaction.atomic
def ask_about_offer(
    *, offer: Offer, values: Mapping[str, Any], key: UUID, looks_like_spam: bool = False
) -> Enquiry:
    """Leave a call to make about ``offer`` in the desk's inbox, once per ``key``; raises ``InboxFull``."""
    enquiry = receive_enquiry(values=values, key=key, kind=EnquiryKind.ASK, looks_like_spam=looks_like_spam)
    OfferQuestion.objects.get_or_create(enquiry=enquiry, defaults={"offer": offer})
    return enquiry


@transaction.atomic
def report_problem(*, offer: Offer, values: Mapping[str, Any], key: UUID) -> ProblemReport | None:
    """Put down what a reader says of ``offer``, once per ``key``; nothing when enough of it wait already."""
    known = sent_before(ProblemReport.objects.all(), key)
    if known is not None:
        return known
    waiting = ProblemReport.objects.waiting()
    if (
        waiting.filter(offer=offer)[:MOST_OF_ONE_OFFER].count() >= MOST_OF_ONE_OFFER
        or waiting[:MOST_WAITING].count() >= MOST_WAITING
    ):
        return None
    return ProblemReport.objects.create(public_id=key, offer=offer, **values)


@transaction.atomic
def look_at_reports(*, offer: Offer, newest: UUID, outcome: Outcome, by: User) -> int:
    """Close the reports of ``offer`` up to the ``newest`` one that was on the page; how many.

    What came in since then was seen by nobody, and goes on waiting. Doing it again closes nothing more.
    """
    rows = ProblemReport.objects.filter(offer=offer).order_by("pk").select_for_update(of=("self",))
    last = rows.filter(public_id=newest).values_list("pk", flat=True).first()
    if last is None:
        return 0
    seen = list(rows.waiting().filter(pk__lte=last).values_list("pk", flat=True))
    return ProblemReport.objects.filter(pk__in=seen).update(
        looked_at=timezone.now(), looked_by=by, outcome=outcome
    )

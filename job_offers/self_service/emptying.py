"""Forgetting whom to call about an offer from outside, and whole ones whose time is over."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from job_offers.models import EmployerEnquiry, EmployerEnquiryQuerySet
from job_offers.self_service.vocabulary import EnquiryState
from pup_portal.history import forget_events, forget_history

SPAM_KEPT = timedelta(days=30)
# Once it is an offer or closed, whom to call stands at the offer, or is needed no more.
CONTACT_KEPT = timedelta(days=180)
_EMPTY: dict[str, Any] = {"employer_name": "", "nip": "", "contact_name": "", "phone": "", "email": ""}


@transaction.atomic
def empty(rows: EmployerEnquiryQuerySet) -> None:
    """Keep that an offer came, and nothing of from whom. Emptying again changes nothing."""
    rows.filter(erased_at=None).update(erased_at=timezone.now(), **_EMPTY)
    forget_history(rows)


@transaction.atomic
def forget_due(today: date | None = None) -> int:
    """Delete old spam and empty what was dealt with long ago; how many rows. Running it again does no harm."""
    today = today or timezone.localdate()
    rows = EmployerEnquiry.objects.annotate(last_step=Coalesce("handled_at", "sent_at"))
    spam = rows.filter(state=EnquiryState.SPAM, last_step__date__lt=today - SPAM_KEPT)
    gone = set(spam.select_for_update(of=("self",)).values_list("pk", flat=True))
    EmployerEnquiry.objects.filter(pk__in=gone).delete()
    forget_events(EmployerEnquiry, pgh_obj__in=gone)  # the deletion itself is remembered, too
    dealt_with = rows.filter(
        state__in=(EnquiryState.TAKEN, EnquiryState.CLOSED),
        last_step__date__lt=today - CONTACT_KEPT,
        erased_at=None,
    )
    old = list(dealt_with.select_for_update(of=("self",)).values_list("pk", flat=True))
    empty(EmployerEnquiry.objects.filter(pk__in=old))
    return len(gone) + len(old)

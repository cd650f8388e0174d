"""Forgetting who sent an enquiry: the words of one that stays, and whole ones whose time is over."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from pup_portal.history import forget_events, forget_history
from registration.enquiries.vocabulary import EnquiryState
from registration.models import Enquiry, EnquiryQuerySet
from registration.retention import RetentionKey, rules_on

# No office needs a rule for what is nobody's wish; long enough to notice that somebody was taken for a program.
SPAM_KEPT = timedelta(days=30)
BATCH = 500
_EMPTY: dict[str, Any] = {
    "surname": "", "given_names": "", "phone": "", "place": None, "accommodation": None, "stay": "", "looks_for": "",
}  # fmt: skip


@transaction.atomic
def empty(rows: EnquiryQuerySet) -> None:
    """Keep that somebody asked, and nothing of who. Emptying again changes nothing."""
    rows.filter(erased_at=None).update(erased_at=timezone.now(), **_EMPTY)
    forget_history(rows)


def forget_due(today: date | None = None) -> int:
    """Delete spam, and what nobody's record took up once the office's confirmed rule says so; how many went.

    Time counts from the last step of the desk, else from the sending. Without a confirmed rule nothing but spam is
    ever due. Each batch is one transaction; running it again, or after a kill, does no harm.
    """
    today = today or timezone.localdate()
    gone = 0
    for keys in batched(_due(today), BATCH):
        with transaction.atomic():
            rows = Enquiry.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk")
            still = set(rows.values_list("pk", flat=True)) & set(_due(today, Q(pk__in=keys)))
            gone += Enquiry.objects.filter(pk__in=still).delete()[0]
            forget_events(Enquiry, pgh_obj__in=still)  # the deletion itself is remembered, too
    return gone


def _due(today: date, among: Q | None = None) -> Iterator[int]:
    rows = Enquiry.objects.nobodys().filter(among or Q())
    rows = rows.annotate(last_step=Coalesce("handled_at", "sent_at")).order_by("pk")
    old_spam = Q(state=EnquiryState.SPAM, last_step__lt=timezone.now() - SPAM_KEPT)
    yield from list(rows.filter(old_spam).values_list("pk", flat=True))
    rule = rules_on(today).get(RetentionKey.INBOX)
    if rule is None:
        return
    for key, moment in rows.exclude(old_spam).values_list("pk", "last_step").iterator(BATCH):
        if rule.due_on(timezone.localdate(moment)) <= today:
            yield key

"""The daily round of retention: announce, then owe the erasure of what is due, was seen and is held by nothing."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from pup_portal.background import send_on_commit
from registration import erasing, retention
from registration.models import Client, RetentionNotice, RightsRequest, RightsWork
from registration.retention import RetentionKey, Rule
from registration.vocabulary import RIGHTS_OPEN, Right, RightsState


def keep_retention(today: date | None = None) -> int:
    """Say how many erasures are owed now. Running it again, or after a kill, owes none of them twice."""
    today = today or timezone.localdate()
    retention.announce(today, until=retention.end_of_next_month(today))
    due = retention.executable(today).values_list("pk", flat=True)
    rules = retention.rules_on(today)
    return sum(_owe(notice_id, today, rules) for notice_id in list(due))


@transaction.atomic
def _owe(notice_id: int, today: date, rules: dict[RetentionKey, Rule]) -> bool:
    """Turn one notice into an approved request with its work, if the record is still free to go."""
    notice = (
        RetentionNotice.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=notice_id).first()
    )
    if notice is None:
        return False
    client = Client.objects.select_for_update(of=("self",)).get(pk=notice.client_id)
    still_due = retention.due_day(client, rules) == notice.falls_due_on
    asked = RightsRequest.objects.filter(client=client, right=Right.ERASE, state__in=RIGHTS_OPEN)
    if not still_due or client.is_restricted or erasing.obstacles(client, today) or asked.exists():
        return False
    request = RightsRequest.objects.create(
        client=client,
        right=Right.ERASE,
        rule=notice.rule,
        state=RightsState.APPROVED,
        decided_at=notice.seen_at,
        decided_by=notice.seen_by,
    )
    send_on_commit(RightsWork.objects.create(request=request))
    notice.delete()
    return True

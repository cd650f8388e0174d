"""Everything that makes, confirms and ends an alert."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from job_offers.alerts import letters
from job_offers.models import Alert
from messaging.models import Message
from pup_portal.db import take_turns
from pup_portal.encrypted_fields import index_of

# Whoever types somebody else's address again and again sends them no more letters than this.
MOST_UNCONFIRMED = 2
MOST_OF_ONE_ADDRESS = 10


@transaction.atomic
def ask_for_alert(*, email: str, query: str, language: str) -> None:
    """Write to ``email`` to ask whether its reader wants the new offers of ``query``.

    Says nothing of what is known already: asked again, the letter comes again, once a day, and none comes when the
    reader agreed before or the address has had its share.
    """
    index = index_of(Alert, "email_index", email)
    take_turns(f"alerts of {(index or b'').hex()}")
    rows = Alert.objects.filter(email_index=index)
    alert = rows.filter(query=query).first()
    if alert is None:
        waiting = rows.filter(confirmed_at=None).count()
        if waiting >= MOST_UNCONFIRMED or rows.count() >= MOST_OF_ONE_ADDRESS:
            return
        alert = Alert.objects.create(email=email, query=query, language=language)
    if alert.confirmed_at is None:
        letters.ask_to_confirm(alert)


@transaction.atomic
def confirm_alert(*, public_id: UUID) -> Alert | None:
    """Begin to tell; a second time changes nothing. ``None`` when the alert was stopped or forgotten meanwhile."""
    alert = Alert.objects.select_for_update(of=("self",)).filter(public_id=public_id).first()
    if alert is not None and alert.confirmed_at is None:
        now = timezone.now()
        alert.confirmed_at = alert.told_until = now
        alert.next_on = timezone.localdate(now) + timedelta(days=1)
        alert.save(update_fields=["confirmed_at", "told_until", "next_on"])
    return alert


@transaction.atomic
def stop_alert(*, public_id: UUID) -> bool:
    """Forget the alert, its address and its letters; whether there was one."""
    alert = Alert.objects.select_for_update(of=("self",)).filter(public_id=public_id).first()
    if alert is None:
        return False
    Message.objects.filter(key__startswith=letters.letters_of(alert)).delete()
    alert.delete()
    return True

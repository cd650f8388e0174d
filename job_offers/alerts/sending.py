"""Telling readers of new offers: at most one letter a day for each search, and none when there is nothing new.

Each alert is one short transaction that finds what is new, owes the letter and remembers up to when it told. A kill
at any moment leaves an alert either told or untold, so no letter is lost and none is owed twice.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone, translation

from job_offers import presenting
from job_offers.alerts import letters, searches
from job_offers.models import Alert, BoardEntry
from job_offers.presenting import Card
from job_offers.search import matching, with_cards
from messaging.models import Message

MOST_IN_A_LETTER = 15
MOST_IN_A_RUN = 5_000
# An offer has its moment of publication before others can see it: what is younger is left for tomorrow's letter.
SETTLING = timedelta(minutes=5)
UNCONFIRMED_KEPT = timedelta(days=7)
LETTERS_KEPT = timedelta(days=7)
_NEWEST = ("-published_at", "-offer_id")
GIVE_UP_AFTER = 3  # letters that the mail server refused: nobody reads that address


def tell_all_due(now: datetime | None = None) -> int:
    """Owe the letters of today; how many. Running it again owes nothing more."""
    now = now or timezone.now()
    due = Alert.objects.due(timezone.localdate(now)).order_by("next_on", "pk")
    return sum(tell_one(key, now) for key in list(due.values_list("pk", flat=True)[:MOST_IN_A_RUN]))


@transaction.atomic
def tell_one(alert_id: int, now: datetime) -> bool:
    """Tell one alert's reader what is new since the last time; whether there was anything.

    An alert that somebody else tells at this moment, or that is no longer due, is passed over.
    """
    today = timezone.localdate(now)
    rows = Alert.objects.due(today).select_for_update(of=("self",), skip_locked=True)
    alert = rows.filter(pk=alert_id).first()
    if alert is None:
        return False
    if _refused(alert) >= GIVE_UP_AFTER:
        alert.delete()
        return False
    until = max(now - SETTLING, alert.told_until)
    cards = _new(alert, until)
    if cards:
        letters.tell(alert, cards[:MOST_IN_A_LETTER], day=today, more=len(cards) > MOST_IN_A_LETTER)
    alert.told_until, alert.next_on = until, today + timedelta(days=1)
    alert.save(update_fields=["told_until", "next_on"])
    return bool(cards)


@transaction.atomic
def forget_old(now: datetime | None = None) -> int:
    """Delete alerts that nobody confirmed, and letters that were sent a week ago; how many alerts."""
    now = now or timezone.now()
    sent = Message.objects.filter(key__startswith="alert-", state=Message.State.DONE)
    sent.filter(finished_at__lt=now - LETTERS_KEPT).delete()
    return Alert.objects.forgotten_by(now - UNCONFIRMED_KEPT).delete()[0]


def _new(alert: Alert, until: datetime) -> list[Card]:
    """One card more than a letter takes shows that there are others."""
    with translation.override(alert.language):
        form = searches.form_of(alert.query)
        fresh = BoardEntry.objects.filter(published_at__gt=alert.told_until, published_at__lte=until)
        fitting = set(matching(form.query, board=form.board))
        keys = [key for key in fresh.order_by(*_NEWEST).values_list("pk", flat=True) if key in fitting]
        shown = BoardEntry.objects.filter(pk__in=keys[: MOST_IN_A_LETTER + 1])
        return presenting.cards(with_cards(shown).order_by(*_NEWEST))


def _refused(alert: Alert) -> int:
    rows = Message.objects.filter(key__startswith=letters.letters_of(alert), state=Message.State.FAILED)
    return rows.count()

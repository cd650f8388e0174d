"""Alerts as readers ask for them and agree to them, through the services."""

from datetime import timedelta

from django.utils import timezone

from job_offers.alerts.services import ask_for_alert, confirm_alert
from job_offers.models import Alert


def alert(email="olena@example.org", query="", language="uk"):
    """Asked for, and not yet confirmed."""
    ask_for_alert(email=email, query=query, language=language)
    return Alert.objects.latest("pk")


def confirmed(email="olena@example.org", query="", language="uk"):
    """Confirmed a day ago, so that it is due now."""
    made = confirm_alert(public_id=alert(email, query, language).public_id)
    long_ago = timezone.now() - timedelta(days=1)
    Alert.objects.filter(pk=made.pk).update(
        asked_at=long_ago, confirmed_at=long_ago, told_until=long_ago, next_on=timezone.localdate()
    )
    made.refresh_from_db()
    return made

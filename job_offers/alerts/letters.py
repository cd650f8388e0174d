"""What readers of alerts are written, in their language."""

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from job_offers.alerts import links, searches
from job_offers.models import Alert
from job_offers.poster import public_address
from job_offers.presenting import Card
from messaging.models import Message
from messaging.services import owe_message

# Letters about the alert with this public id begin so; the rest says which.
_KEY = "alert-{}-"


def letters_of(alert: Alert) -> str:
    """How the keys of all letters of ``alert`` begin."""
    return _KEY.format(alert.public_id.hex)


def ask_to_confirm(alert: Alert) -> Message:
    """Owe the letter with the link to agree by, once a day."""
    return _owe(
        alert, "alert_confirm", f"ask-{timezone.localdate():%Y%m%d}", {"link": links.to_confirm(alert)}
    )


def tell(alert: Alert, cards: list[Card], *, day: date, more: bool) -> Message:
    """Owe the letter of ``day`` with new offers; ``more`` when there are others than ``cards``."""
    offers = [(card, public_address(card.offer, alert.language)) for card in cards]
    board = _board(alert)
    context = {"offers": offers, "number": len(offers), "more": more, "board": board}
    return _owe(alert, "alert_offers", f"{day:%Y%m%d}", context)


def _owe(alert: Alert, template: str, occasion: str, context: dict[str, Any]) -> Message:
    stop = links.to_stop(alert)
    with translation.override(alert.language):
        search = searches.form_of(alert.query).in_words()
    return owe_message(
        key=f"{letters_of(alert)}{occasion}",
        to=alert.email,
        template=template,
        language=alert.language,
        context=context | {"search": search, "stop": stop},
        forgets_text=True,
        stop_address=stop,
    )


def _board(alert: Alert) -> str:
    with translation.override(alert.language):
        asked = searches.form_of(alert.query).asked()
        return f"{settings.SITE_URL}{reverse('board:offer-list')}?{asked}&sort=newest".replace("?&", "?")

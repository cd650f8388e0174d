"""The links in letters of alerts: signed, each good for one purpose, and telling nothing of whose they are."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from job_offers.models import Alert

CONFIRM_HOLDS = timedelta(days=3)
_CONFIRM = "job_offers.alerts.confirm"
_STOP = "job_offers.alerts.stop"


def to_confirm(alert: Alert) -> str:
    """The address by which the reader agrees; it expires, for an old letter may lie in somebody else's hands."""
    token = signing.TimestampSigner(salt=_CONFIRM).sign(alert.public_id.hex)
    return _address("board:alert-confirm", alert, token)


def to_stop(alert: Alert) -> str:
    """The address that ends the letters; it holds as long as they come."""
    return _address("board:alert-stop", alert, signing.Signer(salt=_STOP).sign(alert.public_id.hex))


def confirmed_by(token: str) -> UUID | None:
    """The alert this token agrees to; nothing when it is forged, old or for another purpose."""
    try:
        return UUID(signing.TimestampSigner(salt=_CONFIRM).unsign(token, max_age=CONFIRM_HOLDS))
    except (signing.BadSignature, ValueError):
        return None


def stopped_by(token: str) -> UUID | None:
    try:
        return UUID(signing.Signer(salt=_STOP).unsign(token))
    except (signing.BadSignature, ValueError):
        return None


def _address(name: str, alert: Alert, token: str) -> str:
    with translation.override(alert.language):
        return f"{settings.SITE_URL}{reverse(name, args=[token])}"

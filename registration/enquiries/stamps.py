"""The stamp in the public form: which form it is and when it was shown, signed so that nobody makes their own.

It keeps out programs that post without reading the page, or faster than anybody types, and makes one form one
enquiry however often it is sent. It says nothing about the person and needs neither a session nor a picture to guess.
"""

from datetime import timedelta
from uuid import UUID, uuid4

from django.core import signing
from django.utils.translation import gettext_lazy as _

from pup_portal.db import DomainError

SOONEST_SECONDS = 3
LATEST = timedelta(hours=24)
_SALT = "registration.enquiries.stamp"


class BadStamp(DomainError):
    """The form must be sent once more; ``is_usable`` when with the same stamp."""

    def __init__(self, *, is_usable: bool) -> None:
        super().__init__(_("Please look over what you wrote and press Send once more."))
        self.is_usable = is_usable


def new() -> str:
    return signing.TimestampSigner(salt=_SALT).sign(uuid4().hex)


def key_of(stamp: str) -> UUID:
    """The key of the form with this ``stamp``; raises ``BadStamp`` when it is forged, too old or too fresh."""
    signer = signing.TimestampSigner(salt=_SALT)
    try:
        key = UUID(signer.unsign(stamp, max_age=LATEST))
    except (signing.BadSignature, ValueError):
        raise BadStamp(is_usable=False) from None
    try:
        signer.unsign(stamp, max_age=SOONEST_SECONDS)
    except signing.SignatureExpired:
        return key
    raise BadStamp(is_usable=True)

"""What members of staff are told by e-mail about their accounts. Whoever has no address is told nothing."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, User
from messaging.services import owe_message

# What allauth tells, by the name of its letter.
CHANGES: dict[str, Promise] = {
    "account/email/password_changed": _("The password was changed."),
    "account/email/password_set": _("A password was set."),
    "account/email/password_reset": _("A new password was set by a link from an e-mail."),
    "mfa/email/totp_activated": _("An application with codes was added as a second factor."),
    "mfa/email/totp_deactivated": _("The application with codes was removed."),
    "mfa/email/webauthn_added": _("A passkey was added as a second factor."),
    "mfa/email/webauthn_removed": _("A passkey was removed."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made."),
}
ADDRESS_CHANGED = _("The e-mail address of the account was changed. This is the last message to the old one.")


def invite(invitation: Invitation, token: str) -> None:
    """The only place the token is ever written to, and only until the letter is sent."""
    _owe(
        invitation.member,
        "staff_invitation",
        key=f"invitation-{invitation.public_id}",
        link=_link("security:invitation", invitation.member, token=token),
        until=invitation.expires_at,
        forgets_text=True,
    )


def send_reset_link(user: User, *, uid: str, key: str) -> None:
    link = _link("account_reset_password_from_key", user, uidb36=uid, key=key)
    minutes = settings.PASSWORD_RESET_TIMEOUT // 60
    _owe(user, "staff_password_reset", link=link, minutes=minutes, forgets_text=True)


def tell_change(user: User, change: str | Promise, *, to: str = "") -> None:
    _owe(user, "staff_account_changed", to=to, change=change, at=timezone.now())


def tell_new_device(user: User, *, browser: str, at: datetime) -> None:
    _owe(user, "staff_new_device", browser=browser, at=at)


def tell_recovery(user: User, *, second_factor: bool, password: bool) -> None:
    _owe(user, "staff_recovered", second_factor=second_factor, password=password, at=timezone.now())


def _owe(
    user: User, template: str, *, key: str = "", to: str = "", forgets_text: bool = False, **context: Any
) -> None:
    if not (to or user.email):
        return
    with translation.override(user.language):
        written = {
            name: str(value) if isinstance(value, Promise) else value for name, value in context.items()
        }
    owe_message(
        key=key or f"account-{uuid.uuid4()}",
        to=to or user.email,
        template=template,
        language=user.language,
        context=written | {"member": user, "sign_in": _link("account_login", user)},
        forgets_text=forgets_text,
    )


def _link(name: str, user: User, **kwargs: str) -> str:
    """Built from our own address, whatever a request calls itself, and in the reader's language."""
    with translation.override(user.language):
        return settings.SITE_URL.rstrip("/") + reverse(name, kwargs=kwargs)

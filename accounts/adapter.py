"""How staff sign in (through allauth)."""

from ipaddress import ip_address
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import devices, letters
from accounts.browsers import browser_name
from accounts.confirmation import is_confirmed
from accounts.models import User
from pup_portal.callers import address_of
from pup_portal.security_events import SecurityEvent, tell

WAYS_TO_CONFIRM = {
    "reauthenticate": _("Use the password"),
    "mfa_reauthenticate": _("Use a code from the application or a recovery code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class StaffAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; letters are owed, in the reader's language, and never sent here."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("The code is not right, or it was used already. Wait for the next one."),
        "incorrect_password": _("The password is not right."),
        "invalid_password_reset": _("This link no longer works: it was used already or it is too old."),
        "rate_limited": _("Too many attempts. Wait five minutes and try again."),
        "same_as_current": _("Choose a password that differs from the current one."),
        "too_many_login_attempts": _(
            "Too many attempts. Wait five minutes and try again, or ask the administrator of the portal."
        ),
        "username_password_mismatch": _("The username or the password is not right."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """A sign-in counts as a proof, too: who sets up a second factor has just given the password."""
        return not is_confirmed(self.request)

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Where all of allauth's counters end that stop guessing at an account without a page of their own."""
        if code == "too_many_login_attempts":
            tell(SecurityEvent.ATTEMPTS_STOPPED, self.request)
        error: ValidationError = super().validation_error(code, *args)
        return error

    def get_client_ip(self, request: HttpRequest) -> str:
        try:
            return str(ip_address(address_of(request)))
        except ValueError:  # a socket of the machine itself
            return "::"

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": WAYS_TO_CONFIRM[method["id"]]} for method in methods]

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        member = _member(user)
        if not devices.is_known(request, member):
            browser = browser_name(request.META.get("HTTP_USER_AGENT", ""))
            letters.tell_new_device(member, browser=browser, at=timezone.now())
        devices.remember(request, response, member)
        return response

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        tell(SecurityEvent.PASSWORD_RESET_ASKED, self.request, member=user.pk)
        letters.send_reset_link(_member(user), uid=context["uid"], key=context["key"])

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        letters.tell_change(_member(user), letters.CHANGES[template_prefix])

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing else of allauth's is in use; a letter nobody has written must not leave in English."""
        raise NotImplementedError(template_prefix)


def _member(user: AbstractBaseUser) -> User:
    if not isinstance(user, User):
        raise TypeError(type(user))
    return user

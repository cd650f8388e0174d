"""Tells the log of every step of signing in, good or bad, as django-allauth and Django announce it."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth
from django.contrib.auth.base_user import AbstractBaseUser
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.models import User
from pup_portal.security_events import SecurityEvent, tell


@receiver(account.authentication_step_completed)
def step_passed(request: HttpRequest, user: AbstractBaseUser, method: str, **extra: Any) -> None:
    event = SecurityEvent.CONFIRMED if extra.get("reauthenticated") else SecurityEvent.FACTOR_ACCEPTED
    tell(event, request, member=user.pk, factor=str(extra.get("type", method)))


@receiver(auth.user_login_failed)
def password_refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """The number of the account, when there is one; what was typed may be a password in the wrong field."""
    event = SecurityEvent.FACTOR_REFUSED
    if request is not None and getattr(request, "user", None) is not None and request.user.is_authenticated:
        event = SecurityEvent.CONFIRMATION_REFUSED
    account = User.objects.filter(username=credentials.get("username", "")).values_list("pk", flat=True)
    tell(event, request, member=account.first(), factor="password")


@receiver(mfa.authentication_failed)
def code_refused(
    request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **extra: Any
) -> None:
    event = (
        SecurityEvent.CONFIRMATION_REFUSED if extra.get("reauthentication") else SecurityEvent.FACTOR_REFUSED
    )
    tell(event, request, member=user.pk, factor=str(authenticator.type))


@receiver(auth.user_logged_in)
def signed_in(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    tell(SecurityEvent.SIGNED_IN, request, member=user.pk)


@receiver(auth.user_logged_out)
def signed_out(request: HttpRequest, user: AbstractBaseUser | None, **_: Any) -> None:
    if user is not None:
        tell(SecurityEvent.SIGNED_OUT, request, member=user.pk)


@receiver(account.password_changed)
def password_changed(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    tell(SecurityEvent.PASSWORD_CHANGED, request, member=user.pk, how="changed")


@receiver(account.password_set)
def password_set(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    tell(SecurityEvent.PASSWORD_CHANGED, request, member=user.pk, how="set")


@receiver(account.password_reset)
def password_reset(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    tell(SecurityEvent.PASSWORD_CHANGED, request, member=user.pk, how="reset")


@receiver(mfa.authenticator_added)
def factor_added(
    request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **_: Any
) -> None:
    tell(SecurityEvent.FACTOR_ADDED, request, member=user.pk, factor=str(authenticator.type))


@receiver(mfa.authenticator_removed)
def factor_removed(
    request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **_: Any
) -> None:
    tell(SecurityEvent.FACTOR_REMOVED, request, member=user.pk, factor=str(authenticator.type))


@receiver(mfa.authenticator_reset)
def recovery_codes_renewed(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:
    tell(SecurityEvent.RECOVERY_CODES_RENEWED, request, member=user.pk)

"""What follows when allauth says that a second factor was set up. Connected by ``AccountsConfig``."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.http import HttpRequest

from accounts import sessions
from accounts.middleware import PROVED
from accounts.models import User


@receiver(authenticator_added)
def second_factor_set_up(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    """This session has proved it. Any other that only gave the password ends: it may be a thief's."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES and not request.session.get(PROVED):
        request.session[PROVED] = True
        sessions.end_others(request, user)

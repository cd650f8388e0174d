"""What holds for every signed-in request: sessions end, and the desk opens only after the second factor."""

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import sessions
from accounts.second_factor import factors_of
from pup_portal.security_events import SecurityEvent, tell

SETTING_UP = "security:second-factor"
OPEN_WHILE_SETTING_UP = {
    SETTING_UP,
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_reauthenticate",
    "account_reauthenticate",
    "account_logout",
}


class SignInRules:
    """Stands after allauth's middleware, and asks for the session only of who sends its cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            sessions.note_start(request)
            if sessions.is_over(request):
                tell(SecurityEvent.SESSION_TOO_LONG, request)
                logout(request)
                messages.info(request, _("You have been signed out because your working day here was long."))
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponse | None:
        if not settings.SECOND_FACTOR_REQUIRED or not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated or _is_proved(request):
            return None
        match = request.resolver_match
        if match is not None and match.view_name in OPEN_WHILE_SETTING_UP and not _has_one(request):
            return None
        return _to_the_door(request)


def _is_proved(request: HttpRequest) -> bool:
    if request.session.get(sessions.PROVED):
        return True
    proofs = get_authentication_records(request, request.user)
    return any(proof["method"] == "mfa" for proof in proofs)


def _has_one(request: HttpRequest) -> bool:
    return factors_of(request.user).exists()  # type: ignore[arg-type]


def _to_the_door(request: HttpRequest) -> HttpResponse:
    """To setting one up; or, who has one and has not shown it here, back to the sign-in."""
    where = reverse(SETTING_UP)
    if _has_one(request):
        logout(request)
        where = reverse("account_login")
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)

"""Everybody's own page: password, second factor, recovery codes, sessions."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import services
from accounts.confirmation import freshly_confirmed
from accounts.second_factor import StaffMFAAdapter, factors_of
from accounts.sessions import open_sessions
from pup_portal.http import DeskRequest


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    held = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    codes = [one.wrap() for one in held if one.type == Authenticator.Type.RECOVERY_CODES]
    context = {
        "app": next((one for one in held if one.type == Authenticator.Type.TOTP), None),
        "keys": [one for one in held if one.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes[0].get_unused_codes()) if codes else None,
        "sessions": open_sessions(request.user, current_key=request.session.session_key),
    }
    return render(request, "security/index.html", context)


@require_safe
def second_factor(request: DeskRequest) -> HttpResponse:
    """Where everybody without a second factor is led, and the only page of the desk they see."""
    if factors_of(request.user).exists():
        return redirect("security:index")
    return render(request, "security/second_factor.html")


@require_POST
def session_end(request: DeskRequest) -> HttpResponse:
    if services.end_session(user=request.user, handle=request.POST.get("session", "")):
        messages.success(request, _("That session is signed out."))
    return redirect("security:index")


@require_POST
@freshly_confirmed
def sessions_end_others(request: DeskRequest) -> HttpResponse:
    services.end_other_sessions(request=request, user=request.user)
    messages.success(request, _("All other sessions are signed out."))
    return redirect("security:index")


class ApplicationAdd(ActivateTOTPView):
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        services.note_second_factor(request=self.request, user=self.request.user)
        return response


class KeyAdd(AddWebAuthnView):
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        services.note_second_factor(request=self.request, user=self.request.user)
        return response


@require_http_methods(["GET", "HEAD", "POST"])
def key_remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """allauth's page, which would let the last second factor go."""
    keys = factors_of(request.user).filter(type=Authenticator.Type.WEBAUTHN)  # type: ignore[arg-type]
    adapter = StaffMFAAdapter()
    if not adapter.can_delete_authenticator(get_object_or_404(keys, pk=pk)):
        messages.error(request, str(adapter.error_messages["cannot_delete_authenticator"]))
        return redirect("security:index")
    return RemoveWebAuthnView.as_view()(request, pk=pk)

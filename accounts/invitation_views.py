"""The first thing a new member of staff sees: the page on which they set their password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import services
from accounts.forms import InvitationForm
from pup_portal.db import DomainError
from pup_portal.throttling import rate_limited


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("invitation", limit=30, seconds=300)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = services.working_invitation(token)
    if found is None:
        return render(request, "security/invitation_gone.html", status=404)
    form = InvitationForm(request.POST or None, user=found.member)
    if form.is_valid():
        try:
            services.accept_invitation(token=token, password=form.cleaned_data["password1"])
        except DomainError:  # somebody was quicker
            return render(request, "security/invitation_gone.html", status=404)
        messages.success(request, _("Your password is set. Sign in with it now."))
        return redirect("account_login")
    return render(request, "security/invitation.html", {"form": form, "member": found.member})

"""Calls to employers: who is to be called when, and what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.permissions import Act, requires
from job_offers.models import CallBack, Employer
from job_offers.visits import call_services as services
from job_offers.visits.call_forms import CallFilterForm, OweForm, SettleForm
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(Act.SEE_OFFERS)
def call_list(request: DeskRequest) -> HttpResponse:
    """Open calls, those due first on top."""
    form = CallFilterForm(request.GET)
    asked = form.cleaned_data.get("agent", "") if form.is_valid() else ""
    rows = CallBack.objects.visible_to(request.user).open().for_list()
    if asked != CallFilterForm.ALL:
        agent = User.objects.filter(public_id=asked).first() if asked else request.user
        rows = rows.filter(agent=agent)
    context = {
        "form": form,
        "page": page_of(request, rows),
        "today": timezone.localdate(),
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    return render(request, "job_offers/visits/call_list.html", context)


@GET_POST
@requires(Act.EDIT_OFFERS)
def call_settle(request: DeskRequest, public_id: UUID) -> HttpResponse:
    rows = CallBack.objects.visible_to(request.user).for_list()
    call = get_object_or_404(rows, public_id=public_id)
    form = SettleForm(request.POST or None)
    if form.is_valid():
        try:
            services.settle_call(call=call, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The call is written down."))
            return redirect(_after(call, form.cleaned_data))
    return render(request, "job_offers/visits/call_settle.html", {"call": call, "form": form})


@GET_POST
@requires(Act.EDIT_OFFERS)
def call_owe(request: DeskRequest, public_id: UUID) -> HttpResponse:
    employer = get_object_or_404(Employer.objects.visible_to(request.user), public_id=public_id)
    form = OweForm(request.POST or None, employer=employer, by=request.user)
    if form.is_valid():
        services.owe_call(employer=employer, by=request.user, **form.cleaned_data)
        messages.success(request, _("The call is on the list."))
        return redirect(employer)
    return render(request, "job_offers/visits/call_owe.html", {"employer": employer, "form": form})


def _after(call: CallBack, settled: dict[str, Any]) -> str:
    """An offer that the employer no longer wants is the next thing to do; else the rest of the list."""
    if settled["outcome"] == CallBack.Outcome.DECLINED and call.offer:
        return call.offer.get_absolute_url()
    return reverse("calls:call-list")

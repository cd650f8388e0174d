"""The buttons that move an offer: each one sends, one service acts, and the offer's page tells what came."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Act, requires
from job_offers.forms.offers import ConfirmForm, OverrideForm, WithdrawForm
from job_offers.services import offers, overriding
from job_offers.services import publication as services
from job_offers.views.desk_offers import visible
from pup_portal.http import DeskRequest, telling


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_ready(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The offer waits for publication.")):
        services.mark_ready(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_draft(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The offer is a draft again.")):
        services.return_to_draft(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.PUBLISH_OFFERS)
def offer_publish(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The offer is on the board.")):
        services.publish_offer(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_confirm(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer, form = visible(request, public_id), ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Enter the day until which the offer is valid."))
        return redirect(offer)
    until = form.cleaned_data["valid_until"]
    with telling(request, _("The offer is confirmed.")):
        services.confirm_offer(offer=offer, by=request.user, valid_until=until)
    return redirect(offer)


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_fill(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The posts are recorded as filled.")):
        services.fill_offer(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.PUBLISH_OFFERS)
def offer_withdraw(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer, form = visible(request, public_id), WithdrawForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why the offer is withdrawn."))
        return redirect(offer)
    reason = form.cleaned_data["reason"]
    with telling(request, _("The offer is withdrawn.")):
        services.withdraw_offer(offer=offer, reason=reason, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_reopen(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The offer is a draft again.")):
        services.reopen_offer(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_name(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The position is named for women and men.")):
        offers.name_for_everybody(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.OVERRIDE_OFFER_CHECKS)
def offer_override(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer, form = visible(request, public_id), OverrideForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why this does not stand against the offer."))
        return redirect(offer)
    with telling(request, _("The check is passed over; your reason stands in the history.")):
        overriding.override_finding(offer=offer, by=request.user, **form.cleaned_data)
    return redirect(offer)

"""The buttons that move an offer: each one sends, one service acts, and the offer's page tells what came."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Act, requires
from job_offers.forms.offers import ConfirmForm, WithdrawForm
from job_offers.models import Offer
from job_offers.services import publication as services
from job_offers.views.desk_offers import visible
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_ready(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    return _do(
        request,
        offer,
        lambda: services.mark_ready(offer=offer, by=request.user),
        _("The offer waits for publication."),
    )


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_draft(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    return _do(
        request,
        offer,
        lambda: services.return_to_draft(offer=offer, by=request.user),
        _("The offer is a draft again."),
    )


@require_POST
@requires(Act.PUBLISH_OFFERS)
def offer_publish(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    return _do(
        request,
        offer,
        lambda: services.publish_offer(offer=offer, by=request.user),
        _("The offer is on the board."),
    )


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_confirm(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer, form = visible(request, public_id), ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Enter the day until which the offer is valid."))
        return redirect(offer)
    until = form.cleaned_data["valid_until"]
    return _do(
        request,
        offer,
        lambda: services.confirm_offer(offer=offer, by=request.user, valid_until=until),
        _("The offer is confirmed."),
    )


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_fill(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    return _do(
        request,
        offer,
        lambda: services.fill_offer(offer=offer, by=request.user),
        _("The posts are recorded as filled."),
    )


@require_POST
@requires(Act.PUBLISH_OFFERS)
def offer_withdraw(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer, form = visible(request, public_id), WithdrawForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why the offer is withdrawn."))
        return redirect(offer)
    reason = form.cleaned_data["reason"]
    return _do(
        request,
        offer,
        lambda: services.withdraw_offer(offer=offer, reason=reason, by=request.user),
        _("The offer is withdrawn."),
    )


@require_POST
@requires(Act.EDIT_OFFERS)
def offer_reopen(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    return _do(
        request,
        offer,
        lambda: services.reopen_offer(offer=offer, by=request.user),
        _("The offer is a draft again."),
    )


def _do(request: DeskRequest, offer: Offer, act: Callable[[], Offer], done: str) -> HttpResponse:
    try:
        act()
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(offer)

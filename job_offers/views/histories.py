"""Who changed an offer or an employer, from what to what."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.permissions import Act, requires
from job_offers.models import Employer, Offer
from pup_portal.history import history_of
from pup_portal.http import DeskRequest


@require_safe
@requires(Act.SEE_OFFERS)
def offer_history(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = get_object_or_404(Offer.objects.visible_to(request.user), public_id=public_id)
    context = {"offer": offer, "history": history_of(request, offer)}
    return render(request, "job_offers/offer_history.html", context)


@require_safe
@requires(Act.SEE_OFFERS)
def employer_history(request: DeskRequest, public_id: UUID) -> HttpResponse:
    employer = get_object_or_404(Employer.objects.visible_to(request.user), public_id=public_id)
    context = {"employer": employer, "history": history_of(request, employer)}
    return render(request, "job_offers/employer_history.html", context)

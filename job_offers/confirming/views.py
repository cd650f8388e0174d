"""Which offers somebody has to confirm, links for their employers, and the answers that need a person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from job_offers.confirming import letters, services
from job_offers.confirming.forms import ToConfirmForm
from job_offers.lapse import confirmation_days
from job_offers.models import EmployerLink, Offer
from job_offers.views.desk_offers import visible
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, telling
from pup_portal.throttling import member_of_staff, rate_limited


@require_safe
@requires(Act.SEE_OFFERS)
def confirmation_list(request: DeskRequest) -> HttpResponse:
    """The offers longest without a word from their employer first."""
    form = ToConfirmForm(request.GET)
    form.is_valid()
    rows = letters.with_confirmation(Offer.objects.visible_to(request.user).for_list())
    if form.cleaned_data.get("whose"):
        rows = rows.filter(entered_by=request.user)
    today = timezone.localdate()
    page = page_of(request, rows.order_by("confirmed", "pk"))
    context = {
        "form": form,
        "page": page,
        "listed": letters.days_without_a_word(page, today),
        "most_days": confirmation_days(today),
        "waiting": EmployerLink.objects.visible_to(request.user).waiting().count(),
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    return render(request, "job_offers/confirming/confirmation_list.html", context)


@require_safe
@requires(Act.SEE_OFFERS)
def answer_list(request: DeskRequest) -> HttpResponse:
    is_all = request.GET.get("which") == "all"
    links = EmployerLink.objects.visible_to(request.user)
    links = links.answered() if is_all else links.waiting()
    context = {
        "page": page_of(request, links.for_list()),
        "is_all": is_all,
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    return render(request, "job_offers/confirming/answer_list.html", context)


@require_POST
@requires(Act.EDIT_OFFERS)
def answer_looked_at(request: DeskRequest, link_id: UUID) -> HttpResponse:
    link = get_object_or_404(EmployerLink.objects.visible_to(request.user), public_id=link_id)
    with telling(request, _("Marked as seen to.")):
        services.look_at_answer(link=link, by=request.user)
    return redirect("job_offers:answer-list")


@require_POST
@requires(Act.EDIT_OFFERS)
@rate_limited("employer-letter", limit=60, seconds=600, by=member_of_staff)
def link_mail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    offer = visible(request, public_id)
    with telling(request, _("The employer will get a letter with a link.")):
        services.mail_link(offer=offer, by=request.user)
    return redirect(offer)


@require_POST
@requires(Act.EDIT_OFFERS)
@rate_limited("employer-link-shown", limit=60, seconds=600, by=member_of_staff)
def link_show(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """A new link, shown once, to be sent by whatever the employer reads."""
    offer = visible(request, public_id)
    try:
        link, token = services.make_link(offer=offer, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(offer)
    context = {"offer": offer, "link": link, "address": letters.address_of_page(token)}
    return render(request, "job_offers/confirming/link.html", context)

"""The brokers' inbox: offers that employers left, and what becomes of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from job_offers.models import Employer, EmployerEnquiry
from job_offers.self_service import finding, services
from job_offers.self_service.forms import ClosingForm, StateForm
from job_offers.self_service.vocabulary import EnquiryState
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, telling
from translations import coded


@require_safe
@requires(Act.EDIT_OFFERS)
def enquiry_list(request: DeskRequest) -> HttpResponse:
    form = StateForm(request.GET)
    form.is_valid()
    state = form.cleaned_data.get("state") or EnquiryState.NEW
    rows = EmployerEnquiry.objects.visible_to(request.user)
    if state != "all":
        rows = rows.filter(state=state)
    context = {"form": form, "state": state, "page": page_of(request, rows.for_list())}
    return render(request, "job_offers/self_service/enquiry_list.html", context)


@require_safe
@requires(Act.EDIT_OFFERS)
def enquiry_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    return _detail(request, _found(request, public_id), ClosingForm())


@require_POST
@requires(Act.EDIT_OFFERS)
def enquiry_take(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """Write it down as a draft, of the employer that was chosen or of a new one; the offer's form is next."""
    enquiry, employer = _found(request, public_id), None
    if chosen := request.POST.get("employer"):
        employer = _employer(request, chosen)
        if employer is None:
            messages.error(request, _("Choose the employer once more."))
            return redirect(enquiry)
    try:
        offer = services.take_enquiry(enquiry=enquiry, employer=employer, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("Written down as a draft. Call the employer for what is missing."))
    return redirect("job_offers:offer-edit", offer.public_id)


@require_POST
@requires(Act.EDIT_OFFERS)
def enquiry_close(request: DeskRequest, public_id: UUID) -> HttpResponse:
    enquiry, form = _found(request, public_id), ClosingForm(request.POST)
    if not form.is_valid():
        return _detail(request, enquiry, form)
    try:
        services.close_enquiry(enquiry=enquiry, by=request.user, **form.cleaned_data)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("Closed without an offer."))
    return redirect("job_offers:employer-enquiries")


@require_POST
@requires(Act.EDIT_OFFERS)
def enquiry_spam(request: DeskRequest, public_id: UUID) -> HttpResponse:
    enquiry = _found(request, public_id)
    try:
        services.mark_spam(enquiry=enquiry, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("Put aside as spam. It is deleted after 30 days."))
    return redirect("job_offers:employer-enquiries")


@require_POST
@requires(Act.EDIT_OFFERS)
def enquiry_reopen(request: DeskRequest, public_id: UUID) -> HttpResponse:
    enquiry = _found(request, public_id)
    with telling(request, _("It waits for a broker again.")):
        services.reopen_enquiry(enquiry=enquiry, by=request.user)
    return redirect(enquiry)


def _detail(request: DeskRequest, enquiry: EmployerEnquiry, form: ClosingForm) -> HttpResponse:
    context = {
        "enquiry": enquiry,
        "form": form,
        "pay": _pay(enquiry),
        "employers": finding.likely_employers(enquiry) if enquiry.is_waiting else [],
        "offers": finding.likely_offers(enquiry) if enquiry.is_waiting else [],
    }
    status = 422 if form.is_bound else 200
    return render(request, "job_offers/self_service/enquiry_detail.html", context, status=status)


def _pay(enquiry: EmployerEnquiry) -> str:
    if not enquiry.pay_unit:
        return ""
    unit = coded.PayUnit(enquiry.pay_unit)
    return coded.pay(enquiry.pay_from, enquiry.pay_to, unit, is_gross=True)


def _found(request: DeskRequest, public_id: UUID) -> EmployerEnquiry:
    return get_object_or_404(EmployerEnquiry.objects.visible_to(request.user).for_list(), public_id=public_id)


def _employer(request: DeskRequest, text: str) -> Employer | None:
    try:
        return Employer.objects.visible_to(request.user).filter(public_id=UUID(text)).first()
    except ValueError:
        return None

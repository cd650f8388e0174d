"""The register of signs at workplaces, and their papers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Act, requires
from documents.services import order_document
from job_offers.models import Employer, JobSign, Workplace
from job_offers.signs import printing, services
from job_offers.signs.forms import PutUpForm, SignFilterForm, TakeDownForm
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from pup_portal.throttling import member_of_staff, rate_limited
from reference.models import OfficeProfile

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(Act.SEE_OFFERS)
def sign_list(request: DeskRequest) -> HttpResponse:
    form = SignFilterForm(request.GET)
    form.is_valid()
    rows = JobSign.objects.visible_to(request.user)
    if form.cleaned_data.get("state") != SignFilterForm.ALL:
        rows = rows.up()
    if place := form.cleaned_data.get("place"):
        rows = rows.filter(workplace__place=place)
    context = {
        "form": form,
        "page": page_of(request, rows.for_list()),
        "may_edit": request.user.may(Act.EDIT_OFFERS),
    }
    return render(request, "job_offers/signs/sign_list.html", context)


@GET_POST
@requires(Act.EDIT_OFFERS)
def sign_put_up(request: DeskRequest, workplace_id: UUID) -> HttpResponse:
    workplace = _workplace(request, workplace_id)
    form = PutUpForm(request.POST or None)
    if form.is_valid():
        try:
            services.put_up_sign(workplace=workplace, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The sign is in the register."))
            return redirect(workplace.employer)
    return render(request, "job_offers/signs/sign_put_up.html", {"form": form, "workplace": workplace})


@GET_POST
@requires(Act.EDIT_OFFERS)
def sign_take_down(request: DeskRequest, public_id: UUID) -> HttpResponse:
    rows = JobSign.objects.visible_to(request.user).for_list()
    sign = get_object_or_404(rows, public_id=public_id)
    form = TakeDownForm(request.POST or None)
    if form.is_valid():
        try:
            services.take_down_sign(sign=sign, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The sign is recorded as taken down."))
            return redirect(sign.workplace.employer)
    return render(request, "job_offers/signs/sign_take_down.html", {"form": form, "sign": sign})


@require_POST
@requires(Act.SEE_OFFERS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def sign_print(request: DeskRequest, workplace_id: UUID) -> HttpResponse:
    """The sign for the wall of a workplace, in the wording of the day."""
    workplace = _workplace(request, workplace_id)
    return redirect(
        order_document(kind=printing.SIGN, subject=workplace, language=printing.LANGUAGE, by=request.user)
    )


@require_POST
@requires(Act.SEE_OFFERS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def sites_print(request: DeskRequest) -> HttpResponse:
    """The list of marked sites by gmina, for people without the internet."""
    return redirect(
        order_document(
            kind=printing.SITES,
            subject=OfficeProfile.objects.current(),
            language=printing.LANGUAGE,
            by=request.user,
        )
    )


def _workplace(request: DeskRequest, workplace_id: UUID) -> Workplace:
    employers = Employer.objects.visible_to(request.user)
    rows = Workplace.objects.filter(employer__in=employers).select_related("employer", "place")
    return get_object_or_404(rows, public_id=workplace_id)

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from job_offers.forms.imports import FeedImportForm
from job_offers.models import FeedFinding, FeedImport
from job_offers.services import imports
from pup_portal.background import OwedWork
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_OFFERS)
def import_list(request: DeskRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = FeedImportForm(request.POST, request.FILES) if is_sent else FeedImportForm()
    if form.is_valid():
        try:
            owed = imports.take_feed(file=form.cleaned_data["file"], by=request.user)
        except DomainError as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("The file was taken over; its offers are being read."))
            return redirect(owed)
    page = page_of(request, FeedImport.objects.visible_to(request.user).for_list())
    return render(request, "job_offers/import_list.html", {"form": form, "page": page})


@require_safe
@vary_on_headers("HX-Request")
@requires(Act.EDIT_OFFERS)
def import_detail(request: DeskRequest, public_id: UUID) -> HttpResponse:
    owed = _visible(request, public_id)
    kind = request.GET.get("kind", "")
    if kind not in FeedFinding.Kind.values:
        kind = ""
    findings = owed.findings.filter(kind=kind) if kind else owed.findings.all()
    context = {
        "import": owed,
        "is_going_on": owed.state in (OwedWork.State.OWED, OwedWork.State.RUNNING),
        "findings": page_of(request, findings),
        "kind": kind,
        "kinds": FeedFinding.Kind.choices,
    }
    if request.htmx and context["is_going_on"]:
        return render(request, "job_offers/import_detail.html#progress", context)
    response = render(request, "job_offers/import_detail.html", context)
    if request.htmx:
        response.headers["HX-Refresh"] = "true"  # it is over: show the whole page with what came of it
    return response


@require_POST
@requires(Act.EDIT_OFFERS)
def import_withdraw(request: DeskRequest, public_id: UUID) -> HttpResponse:
    owed = _visible(request, public_id)
    try:
        owed = imports.withdraw_missing(owed=owed, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The offers that are gone were withdrawn."))
    return redirect(owed)


def _visible(request: DeskRequest, public_id: UUID) -> FeedImport:
    rows = FeedImport.objects.visible_to(request.user)
    return get_object_or_404(rows.for_list(), public_id=public_id)

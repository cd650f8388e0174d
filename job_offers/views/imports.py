from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from job_offers import feed_diff
from job_offers.forms.imports import FeedImportForm
from job_offers.models import FeedCall, FeedChange, FeedFinding, FeedImport
from job_offers.services import imports
from pup_portal.background import OwedWork
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, telling

LATEST_CALLS = 10


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
    context = {
        "form": form,
        "page": page,
        "calls": list(FeedCall.objects.for_list()[:LATEST_CALLS]),
        "is_service_on": bool(settings.FEED_PARTNER),
    }
    return render(request, "job_offers/import_list.html", context)


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


@require_safe
@requires(Act.EDIT_OFFERS)
def import_changes(request: DeskRequest, public_id: UUID) -> HttpResponse:
    """What the import made of the offers: new, changed (from what to what), gone, or refused and why."""
    owed = _visible(request, public_id)
    kinds = [
        (FeedChange.Kind.NEW, FeedChange.Kind.NEW.label, owed.created),
        (FeedChange.Kind.CHANGED, FeedChange.Kind.CHANGED.label, owed.changed),
        (FeedChange.Kind.GONE, FeedChange.Kind.GONE.label, 0 if owed.gone_held else owed.gone),
        (FeedFinding.Kind.REFUSED, FeedFinding.Kind.REFUSED.label, owed.refused),
    ]
    kind = request.GET.get("kind", "")
    if kind not in {value for value, _label, _count in kinds}:
        kind = FeedChange.Kind.CHANGED
    context: dict[str, Any] = {"import": owed, "kinds": kinds, "kind": kind}
    if kind == FeedFinding.Kind.REFUSED:
        context["page"] = page_of(request, owed.findings.filter(kind=kind))
        context["rows"] = context["page"].object_list
    else:
        context["page"] = page_of(request, feed_diff.with_events(owed.changes.filter(kind=kind)))
        context["rows"] = feed_diff.differences(context["page"])
    return render(request, "job_offers/import_changes.html", context)


@require_POST
@requires(Act.EDIT_OFFERS)
def import_withdraw(request: DeskRequest, public_id: UUID) -> HttpResponse:
    owed = _visible(request, public_id)
    with telling(request, _("The offers that are gone were withdrawn.")):
        owed = imports.withdraw_missing(owed=owed, by=request.user)
    return redirect(owed)


def _visible(request: DeskRequest, public_id: UUID) -> FeedImport:
    rows = FeedImport.objects.visible_to(request.user)
    return get_object_or_404(rows.for_list(), public_id=public_id)

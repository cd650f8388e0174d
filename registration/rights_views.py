"""Desk pages about a person's rights over their data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access_log import AccessKind, record
from accounts.confirmation import freshly_confirmed
from accounts.permissions import Act, requires
from documents.serving import saved
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from registration import erasing
from registration import rights_services as services
from registration.models import Client, LegalHold, RightsRequest
from registration.opening import found, opened
from registration.rights_forms import DecisionForm, HoldForm, ReasonForm
from registration.vocabulary import RIGHTS_OPEN, Right

GET_POST = require_http_methods(["GET", "HEAD", "POST"])

_ASKED_WITH = {
    Right.EXPORT: _("Ask for a copy of everything held"),
    Right.ERASE: _("Ask for erasure"),
}


@dataclass(frozen=True)
class Page:
    """A page with one form about one person."""

    title: str | Promise
    intro: str | Promise
    button: str | Promise
    done: str | Promise


def _request_of(client: Client, request_id: UUID) -> RightsRequest:
    return get_object_or_404(RightsRequest.objects.for_list(), client=client, public_id=request_id)


@require_safe
@requires(Act.SEE_PAPERS)
def rights(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    requests = list(RightsRequest.objects.filter(client=client).for_list())
    open_rights = {asked.right for asked in requests if asked.state in RIGHTS_OPEN}
    context = {
        "client": client,
        "requests": requests,
        "askable": [right for right in Right if right not in open_rights],
        "obstacles": erasing.obstacles(client, timezone.localdate()),
        "restrictions": client.restrictions.select_related("set_by", "lifted_by"),
        "holds": client.legal_holds.select_related("placed_by", "lifted_by"),
        "may_ask": request.user.may(Act.ASK_RIGHTS) and client.is_active,
        "may_decide": request.user.may(Act.DECIDE_RIGHTS) and client.is_active,
    }
    return render(request, "registration/rights.html", context)


@require_safe
@requires(Act.SEE_PAPERS)
def rights_list(request: DeskRequest) -> HttpResponse:
    """What waits for the manager first; of erased people only the number of the record is left."""
    rows = RightsRequest.objects.visible_to(request.user)
    shown = rows.waiting() if request.GET.get("state", "asked") == "asked" else rows
    page = page_of(request, shown.for_list())
    record(request, kind=AccessKind.LIST, subjects=[asked.client for asked in page])
    context = {"page": page, "only_waiting": request.GET.get("state", "asked") == "asked"}
    return render(request, "registration/rights_list.html", context)


@GET_POST
@requires(Act.ASK_RIGHTS)
def rights_ask(request: DeskRequest, client_id: UUID, right: str) -> HttpResponse:
    client, asked = opened(request, client_id), _right(right)
    page = Page(
        title=_ASKED_WITH[asked],
        intro=_("The manager decides. Say who asks and how you know who they are."),
        button=_("Send to the manager"),
        done=_("The request waits for the manager."),
    )
    return _form_page(
        request,
        client,
        ReasonForm(request.POST or None),
        page,
        save=lambda values: services.ask(client=client, right=asked, by=request.user, **values),
    )


def _right(name: str) -> Right:
    if name not in Right.values:
        raise Http404
    return Right(name)


@require_POST
@requires(Act.ASK_RIGHTS)
def rights_withdraw(request: DeskRequest, client_id: UUID, request_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    services.withdraw(request=_request_of(client, request_id), by=request.user)
    messages.success(request, str(_("The request is withdrawn.")))
    return redirect("registration:rights", client.public_id)


@GET_POST
@requires(Act.DECIDE_RIGHTS)
@freshly_confirmed
def rights_decide(request: DeskRequest, client_id: UUID, request_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    asked = _request_of(client, request_id)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        act = services.approve if form.cleaned_data["decision"] == "approve" else services.refuse
        try:
            act(request=asked, by=request.user, answer=form.cleaned_data["answer"])
        except DomainError as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, str(_("The decision is stored.")))
            return redirect("registration:rights-list")
    obstacles = erasing.obstacles(client, timezone.localdate()) if asked.is_erasure else []
    context = {"client": client, "asked": asked, "form": form, "obstacles": obstacles}
    return render(request, "registration/rights_decide.html", context)


@require_safe
@requires(Act.DECIDE_RIGHTS)
@freshly_confirmed
def rights_file(request: DeskRequest, client_id: UUID, request_id: UUID) -> HttpResponse:
    """The exported copy, as long as it is kept; always saved, never shown by the browser."""
    client = found(request, client_id)
    asked = _request_of(client, request_id)
    if asked.file_until is None:
        raise Http404
    record(request, kind=AccessKind.DOWNLOAD, subjects=[client])
    return saved(asked.work.file, name=f"{client.public_id}.zip", content_type="application/zip")


@GET_POST
@requires(Act.ASK_RIGHTS)
def rights_restrict(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    page = Page(
        title=_("Restrict the use of the data"),
        intro=_(
            "The record is kept and shown, but nobody can change it and job brokers no longer see it. "
            "Only the manager can lift this."
        ),
        button=_("Restrict"),
        done=_("The use of the data is restricted."),
    )
    return _form_page(
        request,
        client,
        ReasonForm(request.POST or None),
        page,
        save=lambda values: services.restrict(client=client, by=request.user, **values),
    )


@GET_POST
@requires(Act.DECIDE_RIGHTS)
def rights_lift(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    page = Page(
        title=_("Lift the restriction"),
        intro=_("Tell the person before you do this, and write here when and how."),
        button=_("Lift the restriction"),
        done=_("The record can be used again."),
    )
    return _form_page(
        request,
        client,
        ReasonForm(request.POST or None),
        page,
        save=lambda values: services.lift_restriction(client=client, by=request.user, **values),
    )


@GET_POST
@requires(Act.DECIDE_RIGHTS)
def rights_hold(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    page = Page(
        title=_("Place a legal hold"),
        intro=_("As long as it holds, the data cannot be erased, by request or by a retention rule."),
        button=_("Place the hold"),
        done=_("The hold is placed."),
    )
    return _form_page(
        request,
        client,
        HoldForm(request.POST or None),
        page,
        save=lambda values: services.place_hold(client=client, by=request.user, **values),
    )


@require_POST
@requires(Act.DECIDE_RIGHTS)
def hold_lift(request: DeskRequest, client_id: UUID, hold_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    hold = get_object_or_404(LegalHold, client=client, public_id=hold_id)
    services.lift_hold(hold=hold, by=request.user)
    messages.success(request, str(_("The hold is lifted.")))
    return redirect("registration:rights", client.public_id)


def _form_page(
    request: DeskRequest,
    client: Client,
    form: forms.Form,
    page: Page,
    *,
    save: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    if form.is_valid():
        try:
            save(form.cleaned_data)
        except DomainError as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, str(page.done))
            return redirect("registration:rights", client.public_id)
    return render(request, "registration/rights_form.html", {"client": client, "form": form, "page": page})

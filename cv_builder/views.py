"""The list of CVs, one CV, and printing. Filling a CV in stands in ``editing_views``."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.access_log import AccessKind, record
from accounts.field_access import CLIENT, may_see
from accounts.permissions import Act, requires
from cv_builder import services
from cv_builder.finding import found_cvs
from cv_builder.forms import NewCvForm
from cv_builder.models import Cv
from cv_builder.printing import anonymous_context
from cv_builder.sections import missing_polish, progress_of
from documents.models import Document
from pup_portal.asked import to_answer, words_asked
from pup_portal.http import DeskRequest, page_of, sent_key
from pup_portal.throttling import member_of_staff, rate_limited
from pup_portal.two_languages import PRINT_LANGUAGES
from registration.models import Client


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.SEE_ANONYMOUS_CVS)
@vary_on_headers("HX-Request")
def cv_list(request: DeskRequest) -> HttpResponse:
    if request.method == "POST":
        return to_answer(request, beside=("client", "state"))
    words, state = words_asked(request), request.GET.get("state", "")
    client = _client_asked_for(request)
    cvs = found_cvs(request.user, words=words, state=state, client=client)
    page = page_of(request, cvs.for_list())
    record(
        request,
        kind=AccessKind.SEARCH if words else AccessKind.LIST,
        subjects=[client] if client else [cv.client for cv in page],
        purpose="name" if words else "",
    )
    context = {
        "page": page,
        "words": words,
        "state": state,
        "states": Cv.State.choices,
        "client": client,
        "client_key": str(client.public_id) if client else "",
        "with_names": request.user.may(Act.SEE_CVS),
        "has_address": may_see(request.user, CLIENT, "place"),
        "may_edit": request.user.may(Act.EDIT_CVS),
    }
    template = "cv_builder/cv_list.html#rows" if request.htmx else "cv_builder/cv_list.html"
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CVS)
def cv_new(request: DeskRequest) -> HttpResponse:
    client = _client_asked_for(request)
    if client is None:
        return redirect("registration:client-list")
    record(request, subjects=[client])
    form = NewCvForm(request.POST or None)
    if form.is_valid():
        cv = services.create_cv(
            client=client, public_id=sent_key(request), values=form.cleaned_data, by=request.user
        )
        return redirect(cv)
    return render(
        request, "cv_builder/cv_new.html", {"form": form, "client": client, "key": sent_key(request)}
    )


@require_safe
@requires(Act.SEE_CVS)
def cv_detail(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    cv = _visible(request, cv_id)
    context = {
        "cv": cv,
        "sections": progress_of(cv),
        "missing": missing_polish(cv),
        "printed": Document.objects.about(cv).for_list()[:10],
        "may_edit": request.user.may(Act.EDIT_CVS),
    }
    return render(request, "cv_builder/cv_detail.html", context)


@require_safe
@requires(Act.SEE_ANONYMOUS_CVS)
def cv_anonymous(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    cv = _anonymous(request, cv_id)
    with translation.override("pl"):  # the paper's language, whatever the desk's is
        paper = anonymous_context(cv, "pl")
        body = render_to_string("cv_builder/_cv_body.html", paper)
    return render(
        request, "cv_builder/cv_anonymous.html", {"cv": cv, "wanted": paper["wanted"], "body": body}
    )


@require_POST
@requires(Act.SEE_CVS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def cv_print(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    return _print(request, _visible(request, cv_id, kind=AccessKind.PRINT), anonymous=False)


@require_POST
@requires(Act.SEE_ANONYMOUS_CVS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def cv_print_anonymous(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    return _print(request, _anonymous(request, cv_id, kind=AccessKind.PRINT), anonymous=True)


@require_POST
@requires(Act.EDIT_CVS)
def cv_ready(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    cv = _visible(request, cv_id)
    try:
        services.mark_ready(cv=cv, by=request.user)
    except services.NotReady as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("The CV is ready. Job brokers can see it without the name."))
    return redirect(cv)


@require_POST
@requires(Act.EDIT_CVS)
def cv_draft(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    cv = services.mark_draft(cv=_visible(request, cv_id), by=request.user)
    messages.success(request, _("The CV is a draft again."))
    return redirect(cv)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CVS)
def cv_remove(request: DeskRequest, cv_id: UUID) -> HttpResponse:
    cv = _visible(request, cv_id)
    if request.method != "POST":
        return render(request, "cv_builder/cv_remove.html", {"cv": cv})
    services.remove_cv(cv=cv)
    messages.success(request, _("The CV and everything printed from it are removed."))
    return redirect("cv_builder:cv-list")


def _print(request: DeskRequest, cv: Cv, *, anonymous: bool) -> HttpResponse:
    language = request.POST.get("language", "")
    if language not in PRINT_LANGUAGES:
        raise Http404
    try:
        document = services.order_cv(cv=cv, language=language, anonymous=anonymous, by=request.user)
    except services.NotReady as reason:
        messages.error(request, str(reason))
        return redirect(cv)
    return redirect(document)


def _visible(request: DeskRequest, cv_id: UUID, *, kind: AccessKind | None = None) -> Cv:
    cv = get_object_or_404(Cv.objects.visible_to(request.user).for_page(), public_id=cv_id)
    record(request, kind=kind, subjects=[cv.client])
    return cv


def _anonymous(request: DeskRequest, cv_id: UUID, *, kind: AccessKind | None = None) -> Cv:
    """Logged like any other: who reads it may well know whose it is."""
    cv = get_object_or_404(Cv.objects.shown_without_name_to(request.user).for_page(), public_id=cv_id)
    record(request, kind=kind, subjects=[cv.client])
    return cv


def _client_asked_for(request: DeskRequest) -> Client | None:
    """The client in the address, 404 when there is one that may not be seen.

    Who sees CVs without the name may not ask for those of one person: the answer would say whose they are.
    """
    if "client" not in request.GET or not request.user.may(Act.SEE_CVS):
        return None
    clients: Any = Client.objects.visible_to(request.user)
    return get_object_or_404(clients, public_id=_uuid(request.GET["client"]))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None

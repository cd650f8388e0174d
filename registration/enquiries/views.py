"""The desk's inbox: what people left, and what becomes of it."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from documents.services import order_document
from pup_portal.asked import to_answer, words_asked
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of, telling
from pup_portal.throttling import member_of_staff, rate_limited
from reference.models import OfficeProfile
from registration import search
from registration.enquiries import about, finding, services
from registration.enquiries import poster as posters
from registration.enquiries.forms import STATES, ClosingForm, InboxFilter, PosterForm, QuickForm, from_enquiry
from registration.enquiries.quick_views import shown_before_saving
from registration.enquiries.vocabulary import EnquiryState
from registration.models import Client, Enquiry
from registration.search import Found


def found(request: DeskRequest, enquiry_id: UUID, *, kind: AccessKind | None = None) -> Enquiry:
    """The enquiry, once the access log says that the reader is here."""
    rows = Enquiry.objects.visible_to(request.user).for_list()
    enquiry = get_object_or_404(rows, public_id=enquiry_id)
    record(request, kind=kind, subjects=[enquiry])
    return enquiry


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def enquiry_list(request: DeskRequest) -> HttpResponse:
    if request.method == "POST":
        return to_answer(request, beside=("state", "language", "place"))
    form = InboxFilter(request.GET)
    form.is_valid()
    chosen, words = form.cleaned_data, words_asked(request)
    state = chosen.get("state") or ("all" if words else EnquiryState.NEW)
    rows = Enquiry.objects.visible_to(request.user)
    if state != "all":
        rows = rows.filter(state=state)
    if chosen.get("language"):
        rows = rows.filter(language=chosen["language"])
    if chosen.get("place"):
        rows = rows.at(chosen["place"])
    page = page_of(request, finding.matching(rows, words).for_list())
    record(request, kind=AccessKind.SEARCH if words else AccessKind.LIST, subjects=list(page))
    told = about.of(page)
    context = {
        "form": form,
        "page": page,
        "rows": [(enquiry, told.get(enquiry.pk)) for enquiry in page],
        "state": state,
        "q": words,
        "states": STATES,
    }
    return render(request, "registration/enquiries/enquiry_list.html", context)


@require_safe
@requires(Act.EDIT_CLIENTS)
def enquiry_detail(request: DeskRequest, enquiry_id: UUID) -> HttpResponse:
    return _detail(request, found(request, enquiry_id), ClosingForm())


def _detail(request: DeskRequest, enquiry: Enquiry, form: ClosingForm) -> HttpResponse:
    senders = finding.likely_senders(enquiry, request.user) if enquiry.is_waiting else []
    others = list(finding.sent_before(enquiry, request.user))
    if shown := [*(match.client for match in senders), *others]:
        record(request, kind=AccessKind.SEARCH, subjects=shown, purpose=search.SIMILAR_PEOPLE)
    context = {
        "enquiry": enquiry,
        "about": about.of([enquiry]).get(enquiry.pk),
        "senders": senders,
        "others": others,
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "registration/enquiries/enquiry_detail.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def enquiry_take_in(request: DeskRequest, enquiry_id: UUID) -> HttpResponse:
    """The quick intake, with what the person wrote. Similar people are shown once before saving."""
    enquiry = found(request, enquiry_id)
    told = about.of([enquiry]).get(enquiry.pk)
    initial = from_enquiry(enquiry, about=told.name if told else "")
    form = QuickForm(request.POST or None, initial=initial)
    if not form.is_told():
        return _take_in_page(request, enquiry, form)
    try:
        client = services.take_in_enquiry(
            enquiry=enquiry,
            values=form.values(),
            by=request.user,
            unless_similar="anyway" not in request.POST,
        )
    except services.SimilarPeople as similar:
        return _take_in_page(request, enquiry, form, similar.found)
    except services.NotPossible as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("The person is in the register of clients."))
    return redirect(client)


def _take_in_page(
    request: DeskRequest, enquiry: Enquiry, form: QuickForm, similar: Sequence[Found] = ()
) -> HttpResponse:
    if similar:
        shown_before_saving(request, similar)
    context = {"enquiry": enquiry, "form": form, "similar": similar}
    return render(request, "registration/enquiries/enquiry_take_in.html", context)


@require_POST
@requires(Act.EDIT_CLIENTS)
def enquiry_link(request: DeskRequest, enquiry_id: UUID) -> HttpResponse:
    enquiry = found(request, enquiry_id)
    clients = Client.objects.visible_to(request.user)
    key = _key(request.POST.get("client", ""))
    client = clients.filter(public_id=key).first() if key else None
    if client is None:
        messages.error(request, _("Choose the person first."))
        return redirect(enquiry)
    record(request, subjects=[client])
    try:
        services.link_enquiry(enquiry=enquiry, client=client, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("The enquiry is joined to this client. The record itself was not changed."))
    return redirect(client)


@require_POST
@requires(Act.EDIT_CLIENTS)
def enquiry_close(request: DeskRequest, enquiry_id: UUID) -> HttpResponse:
    enquiry = found(request, enquiry_id)
    form = ClosingForm(request.POST)
    if not form.is_valid():
        return _detail(request, enquiry, form)
    try:
        services.close_enquiry(enquiry=enquiry, by=request.user, **form.cleaned_data)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("The enquiry is closed."))
    return redirect("inbox:enquiry-list")


@require_POST
@requires(Act.EDIT_CLIENTS)
def enquiry_spam(request: DeskRequest, enquiry_id: UUID) -> HttpResponse:
    enquiry = found(request, enquiry_id)
    try:
        services.mark_spam(enquiry=enquiry, by=request.user)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(enquiry)
    messages.success(request, _("Put aside as spam. It is deleted after 30 days."))
    return redirect("inbox:enquiry-list")


@require_POST
@requires(Act.EDIT_CLIENTS)
def enquiry_reopen(request: DeskRequest, enquiry_id: UUID) -> HttpResponse:
    enquiry = found(request, enquiry_id)
    with telling(request, _("The enquiry is back in the inbox.")):
        services.reopen_enquiry(enquiry=enquiry, by=request.user)
    return redirect(enquiry)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
@rate_limited("print", limit=60, seconds=600, by=member_of_staff)
def poster(request: DeskRequest) -> HttpResponse:
    """Order the paper with the QR code, for one accommodation or for any wall."""
    form = PosterForm(request.POST or None)
    if not form.is_valid():
        return render(request, "registration/enquiries/poster_order.html", {"form": form})
    site, language = form.cleaned_data["accommodation"], form.cleaned_data["language"]
    subject, kind = (
        (site, posters.OF_A_SITE) if site else (OfficeProfile.objects.current(), posters.OF_THE_OFFICE)
    )
    return redirect(order_document(kind=kind, subject=subject, language=language, by=request.user))


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

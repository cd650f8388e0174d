from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from documents import services
from documents.models import Document
from documents.serving import file_response
from pup_portal.http import DeskRequest


def _opened(request: DeskRequest, document_id: UUID) -> Document:
    document = get_object_or_404(Document.objects.for_page(), public_id=document_id)
    if not document.may_be_opened_by(request.user):
        raise Http404
    return document


def _record(request: DeskRequest, kind: AccessKind, document: Document) -> None:
    if people := document.people:
        record(request, kind=kind, subjects=people)


@require_safe
@requires(Act.USE_DESK)
@vary_on_headers("HX-Request")
def document_detail(request: DeskRequest, document_id: UUID) -> HttpResponse:
    document = _opened(request, document_id)
    if request.htmx:  # how far it is, asked every second: nobody's name
        return render(request, "documents/document_detail.html#progress", {"document": document})
    _record(request, AccessKind.VIEW, document)
    return render(request, "documents/document_detail.html", {"document": document})


@require_safe
@requires(Act.USE_DESK)
def document_file(request: DeskRequest, document_id: UUID) -> HttpResponse:
    document = _opened(request, document_id)
    _record(request, AccessKind.DOWNLOAD, document)
    return file_response(document, as_attachment="download" in request.GET)


@require_POST
@requires(Act.USE_DESK)
def document_retry(request: DeskRequest, document_id: UUID) -> HttpResponse:
    document = _opened(request, document_id)
    services.try_again(document=document)
    messages.success(request, _("The document will be made again."))
    return redirect(document)

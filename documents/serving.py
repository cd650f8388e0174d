"""How a made file leaves the portal. The only place that opens one; callers have asked who may first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from documents.models import Document

RELOAD_SECONDS = 3


def file_response(document: Document, *, as_attachment: bool = False) -> HttpResponse:
    """The PDF under its title (in any alphabet), shown in the browser or saved; 404 until it is made.

    Read whole: printed papers are small, and no file stays open behind a slow phone.
    """
    if not document.is_done:
        raise Http404
    try:
        with document.file.open("rb") as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404 from None
    disposition = content_disposition_header(as_attachment, document.filename)
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": disposition or "inline"}
    )


def public_response(request: HttpRequest, document: Document) -> HttpResponse:
    """For papers anyone may print: the file, or a page that waits for it and comes back by itself.

    The caller's view has checked that its subject is public and has ordered ``document`` with ``by=None``.
    """
    if document.is_done:
        return file_response(document)
    response = render(request, "documents/public_wait.html", {"document": document}, status=202)
    if document.has_failed:
        response.status_code = 503
    else:
        response["Refresh"] = str(RELOAD_SECONDS)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response

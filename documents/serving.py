"""How a made file leaves the portal. The only place that opens one; callers have asked who may first."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from documents.models import Document


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

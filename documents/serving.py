"""How a file leaves the portal. The only place that opens one; callers have asked who may first."""

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from documents.models import Document, Upload

# Whatever a browser may take the file for: no script, no form, no frame, an origin of its own.
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def file_response(document: Document, *, as_attachment: bool = False) -> HttpResponse:
    """The PDF under its title (in any alphabet), shown in the browser or saved; 404 until it is made.

    Read whole: printed papers are small, and no file stays open behind a slow phone.
    """
    if not document.is_done:
        raise Http404
    content = _content(document.file)
    disposition = content_disposition_header(as_attachment, document.filename)
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": disposition or "inline"}
    )


def upload_response(upload: Upload) -> HttpResponse:
    """A scan or photo to save, never shown within the portal's own origin: strangers made it."""
    if upload.is_removed:
        raise Http404
    return saved(upload.file, name=upload.label, content_type=upload.media_type)


def saved(stored: FieldFile, *, name: str, content_type: str) -> HttpResponse:
    """A stored file to save under ``name``, whatever it is; 404 when the storage has lost it."""
    return HttpResponse(
        _content(stored),
        content_type=content_type,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "attachment",
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store, private",
        },
    )


def _content(stored: FieldFile) -> bytes:
    try:
        with stored.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        raise Http404 from None

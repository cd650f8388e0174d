"""Papers anyone may print without signing in, such as the poster of a published offer."""

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from documents.services import PrintQueueFull, order_document
from documents.serving import file_response

RELOAD_SECONDS = 3
BUSY_SECONDS = 60


def public_document(request: HttpRequest, *, kind: str, subject: Model, language: str) -> HttpResponse:
    """The PDF about ``subject`` when it is made, else a page that waits for it and comes back by itself.

    For a public view (GET) that has checked that anybody may see ``subject``. Safe to be asked again and
    again: the same content is made once, and a flood of different ones is told to come back later.
    """
    try:
        document = order_document(kind=kind, subject=subject, language=language, by=None)
    except PrintQueueFull:
        return _waiting(request, status=503, reload_after=BUSY_SECONDS)
    if document.is_done:
        return file_response(document)
    if document.has_failed:
        return _waiting(request, status=503, reload_after=None)
    return _waiting(request, status=202, reload_after=RELOAD_SECONDS)


def _waiting(request: HttpRequest, *, status: int, reload_after: int | None) -> HttpResponse:
    response = render(
        request, "documents/public_wait.html", {"will_be_made": bool(reload_after)}, status=status
    )
    if reload_after:
        response["Refresh"] = str(reload_after)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response

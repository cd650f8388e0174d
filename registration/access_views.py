"""Who saw the record of one person, for those who answer for the access log."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts import access_reading
from accounts.access_log import AccessKind
from accounts.access_models import AccessEntry
from accounts.permissions import Act, requires
from documents.services import order_document
from pup_portal.http import DeskRequest
from pup_portal.keyset import slice_of
from registration import accesses
from registration.opening import opened

PRINT_LANGUAGES = ("uk", "pl")


@require_safe
@requires(Act.SEE_ACCESS_LOG)
def client_accesses(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    rows = AccessEntry.objects.visible_to(request.user).about(client)
    part = slice_of(request, rows.for_list())
    lines = [access_reading.Line(entry, client) for entry in part.rows]
    context = {"client": client, "lines": lines, "older": part.older}
    return render(request, "registration/client_accesses.html", context)


@require_POST
@requires(Act.SEE_ACCESS_LOG)
def client_accesses_print(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id, kind=AccessKind.PRINT)
    language = request.POST.get("language", "")
    if language not in PRINT_LANGUAGES:
        raise Http404
    document = order_document(kind=accesses.KIND, subject=client, language=language, by=request.user)
    return redirect(document)

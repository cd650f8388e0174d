"""The page on which a PESEL and a document number can be read whole: for a reason, once, and written down."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.access_log import AccessKind, record
from accounts.confirmation import freshly_confirmed
from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest
from registration.opening import found
from registration.reveal import RevealForm, purpose_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVEAL_CLIENT_IDENTIFIERS)
@freshly_confirmed
@never_cache
def client_reveal(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """Ask for the reason; after a POST with one, show the numbers in this answer and nowhere else."""
    client = found(request, client_id)
    form = RevealForm(request.POST or None)
    is_revealed = form.is_valid()
    if is_revealed:
        purpose = purpose_of(client=client, by=request.user, **form.cleaned_data)
        record(request, kind=AccessKind.REVEAL, subjects=[client], purpose=purpose)
    else:
        record(request, kind=AccessKind.VIEW, subjects=[client])
    context = {"client": client, "form": form, "is_revealed": is_revealed}
    return render(request, "registration/client_reveal.html", context)

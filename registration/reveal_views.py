"""The pages on which what the record withholds can be read: for a reason, once, and written down.

One for PESEL and document number, one for health and special situations: a reason for the one is none for the other.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.access_log import AccessKind, record
from accounts.confirmation import freshly_confirmed
from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest
from registration.intake.answers import answers_of
from registration.intake.card import told_for_a_reason
from registration.models import Client
from registration.opening import found
from registration.reveal import HEALTH, RevealForm, purpose_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVEAL_CLIENT_IDENTIFIERS)
@freshly_confirmed
@never_cache
def client_reveal(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """Ask for the reason; after a POST with one, show the numbers in this answer and nowhere else."""
    client, form = found(request, client_id), RevealForm(request.POST or None)
    context = {"client": client, "form": form, "is_revealed": _is_revealed(request, client, form)}
    return render(request, "registration/client_reveal.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.REVEAL_CLIENT_IDENTIFIERS)
@freshly_confirmed
@never_cache
def client_reveal_health(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """The same for what the intake says of health and special situations, for who does not fill it in."""
    client, form = found(request, client_id), RevealForm(request.POST or None)
    is_revealed = _is_revealed(request, client, form, what=HEALTH)
    told = told_for_a_reason(answers_of(client)) if is_revealed else []
    context = {"client": client, "form": form, "is_revealed": is_revealed, "told": told}
    return render(request, "registration/client_reveal_health.html", context)


def _is_revealed(request: DeskRequest, client: Client, form: RevealForm, *, what: str = "") -> bool:
    """Whether a reason was given; it is in the access log then, with ``what`` it was given for."""
    if not form.is_valid():
        record(request, kind=AccessKind.VIEW, subjects=[client])
        return False
    reason = f"{what} {form.cleaned_data['reason']}".strip()
    purpose = purpose_of(client=client, reason=reason, details=form.cleaned_data["details"], by=request.user)
    record(request, kind=AccessKind.REVEAL, subjects=[client], purpose=purpose)
    return True

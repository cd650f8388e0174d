"""The door to the pages of one person: who may not see the record gets 404, and whoever may is written down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access_log import AccessKind, record
from pup_portal.http import DeskRequest
from registration.closing import closed_because
from registration.models import Client


def opened(request: DeskRequest, client_id: UUID, *, kind: AccessKind | None = None) -> Client:
    """The person a page is about, once the access log says that the reader of ``request`` is here."""
    client = found(request, client_id)
    record(request, kind=kind, subjects=[client])
    return client


def found(request: DeskRequest, client_id: UUID) -> Client:
    """The person, for who writes the row of the access log themselves or has written it already."""
    return get_object_or_404(Client.objects.visible_to(request.user).for_card(), public_id=client_id)


def sent_back(request: DeskRequest, client: Client) -> HttpResponse | None:
    """From a form to the record with the reason, before anything is typed, when the record must not be changed."""
    reason = closed_because(client)
    if request.method == "POST" or not reason:
        return None
    messages.warning(request, reason)
    return redirect(client)

"""The quick intake: one page for a phone, at a meeting, on the hotline and at the desk."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, sent_key
from registration import search, services
from registration.enquiries.forms import QuickForm
from registration.search import Found


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def client_new(request: DeskRequest) -> HttpResponse:
    """Take a person in. Similar people are shown once before saving; all that was typed stays."""
    form = QuickForm(request.POST or None)
    if not form.is_told():
        return _page(request, form)
    try:
        client = services.take_in_client(
            values=form.values(),
            by=request.user,
            public_id=sent_key(request),
            unless_similar="anyway" not in request.POST,
        )
    except services.SimilarPeople as similar:
        shown_before_saving(request, similar.found)
        return _page(request, form, similar.found)
    messages.success(request, _("The person is in the register of clients."))
    return redirect("registration:client-new") if "next" in request.POST else redirect(client)


def shown_before_saving(request: DeskRequest, found: Sequence[Found]) -> None:
    """Write down that the reader is about to see people like the one being taken in."""
    people = [match.client for match in found]
    record(request, kind=AccessKind.SEARCH, subjects=people, purpose=search.SIMILAR_PEOPLE)


def _page(request: DeskRequest, form: QuickForm, similar: Sequence[Found] = ()) -> HttpResponse:
    context = {"form": form, "similar": similar, "key": sent_key(request)}
    return render(request, "registration/client_new.html", context)

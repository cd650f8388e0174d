"""Desk pages of the entries of an intake's lists: added, changed and removed one at a time."""

import uuid
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_key
from pup_portal.tracking import saved_by_page
from registration.intake import services
from registration.intake.entry_forms import ENTRY_FORMS, EntryForm, initial_of
from registration.intake.sections import LISTS, NOTHING_ON, SECTIONS, Section, questions
from registration.locking import NotEditable
from registration.models import Client, ListEntry
from registration.opening import opened, sent_back

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Place:
    """Where an entry is: whose, on which list, under which address."""

    client: Client
    list_name: str
    entry: ListEntry | None
    address: str

    @property
    def section(self) -> Section:
        return SECTIONS[questions()[self.list_name].section]


@require_safe
@requires(Act.EDIT_CLIENTS)
def entry_add(request: DeskRequest, client_id: UUID, list_name: str) -> HttpResponse:
    """An empty form. Its entry has an address already, so that saving it twice adds one."""
    _check(list_name)
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    address = reverse("registration:intake-entry", args=[client.public_id, list_name, uuid.uuid4()])
    return _page(request, Place(client, list_name, None, address), ENTRY_FORMS[list_name](), seen=0)


@GET_POST
@requires(Act.EDIT_CLIENTS)
@vary_on_headers("HX-Request")
def entry(request: DeskRequest, client_id: UUID, list_name: str, entry_id: UUID) -> HttpResponse:
    """One entry. Posting to an address where none is yet adds it: it is new, or was removed meanwhile."""
    _check(list_name)
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    place = Place(client, list_name, _entry(client, list_name, entry_id), request.path)
    form_class = ENTRY_FORMS[list_name]
    if request.method != "POST":
        if place.entry is None:
            raise Http404
        return _page(request, place, form_class(instance=place.entry), seen=place.entry.version)
    # A second read: the form writes in its instance, and the page must not show what was refused.
    form = form_class(request.POST, instance=_entry(client, list_name, entry_id))
    return (_saved_alone if request.htmx else _saved)(request, place, form, entry_id)


@GET_POST
@requires(Act.EDIT_CLIENTS)
def entry_remove(request: DeskRequest, client_id: UUID, list_name: str, entry_id: UUID) -> HttpResponse:
    _check(list_name)
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    held = _entry(client, list_name, entry_id)
    place = Place(client, list_name, held, request.path)
    if request.method != "POST":
        if held is None:
            raise Http404
        return render(request, "registration/intake/entry_remove.html", {"place": place, "client": client})
    services.remove_entry(client=client, list_name=list_name, public_id=entry_id, by=request.user)
    messages.success(request, _("The entry is removed."))
    return _back(place)


@require_POST
@requires(Act.EDIT_CLIENTS)
def list_nothing(request: DeskRequest, client_id: UUID, list_name: str) -> HttpResponse:
    """The person says that there is nothing to put on the list, or takes that back."""
    _check(list_name)
    if list_name not in NOTHING_ON:
        raise Http404
    client = opened(request, client_id)
    is_nothing = request.POST.get("nothing") == "1"
    try:
        services.say_nothing(client=client, list_name=list_name, is_nothing=is_nothing, by=request.user)
    except NotEditable as refusal:
        messages.warning(request, str(refusal))
    return _back(Place(client, list_name, None, ""))


def _saved(request: DeskRequest, place: Place, form: EntryForm, entry_id: UUID) -> HttpResponse:
    if not form.is_valid():
        return _page(request, place, form, seen=_seen(request))
    try:
        _store(request, place, form, entry_id)
    except services.Clashing as clash:
        stored = _entry(place.client, place.list_name, entry_id)
        fresh = ENTRY_FORMS[place.list_name](instance=stored, initial=initial_of(clash.joined))
        version = stored.version if stored else 0
        return _page(request, place, fresh, seen=version, clashes=clash.clashes, status=409)
    except (services.EntryTwice, NotEditable) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, place, form, seen=_seen(request))
    messages.success(request, _("Saved."))
    if "another" in request.POST:
        return redirect("registration:intake-entry-add", place.client.public_id, place.list_name)
    return _back(place)


def _saved_alone(request: DeskRequest, place: Place, form: EntryForm, entry_id: UUID) -> HttpResponse:
    """Store the entry while it is being typed, as soon as it says enough to stand on the list."""
    seen, problems, clashes = _seen(request), [], []
    if form.is_valid():
        try:
            seen = _store(request, place, form, entry_id).version
        except services.Clashing as clash:
            clashes = clash.clashes
        except (services.EntryTwice, NotEditable) as refusal:
            problems = [str(refusal)]
    else:
        problems = [str(error) for errors in form.errors.values() for error in errors]
    context = {
        "client": place.client,
        "seen": seen,
        "problems": problems,
        "clashes": clashes,
        "now": timezone.localtime(),
    }
    return render(request, "registration/intake/_entry_saved.html", context)


def _store(request: DeskRequest, place: Place, form: EntryForm, entry_id: UUID) -> ListEntry:
    with saved_by_page(page_key(request)):
        return services.save_entry(
            client=place.client,
            list_name=place.list_name,
            public_id=entry_id,
            values=form.values(),
            seen_version=_seen(request),
            by=request.user,
        )


def _page(
    request: DeskRequest, place: Place, form: EntryForm, *, seen: int, clashes: Any = (), status: int = 200
) -> HttpResponse:
    question = questions()[place.list_name]
    context = {"client": place.client, "place": place, "question": question, "form": form}
    context |= {"seen": seen, "clashes": clashes, "page_key": uuid.uuid4()}
    return render(request, "registration/intake/entry.html", context, status=status)


def _back(place: Place) -> HttpResponse:
    address = reverse("registration:intake-section", args=[place.client.public_id, place.section.key])
    return redirect(f"{address}#{place.list_name}")


def _check(list_name: str) -> None:
    if list_name not in LISTS:
        raise Http404


def _entry(client: Client, list_name: str, entry_id: UUID) -> ListEntry | None:
    """The entry of this person; ``None`` when there is none, 404 when the address belongs to somebody else."""
    found = LISTS[list_name]._default_manager.filter(public_id=entry_id).first()
    if found is not None and found.client_id != client.pk:
        raise Http404
    return found


def _seen(request: DeskRequest) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0

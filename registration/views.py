"""Desk pages about people."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from pup_portal.asked import to_answer, words_asked
from pup_portal.db import DomainError
from pup_portal.history import history_of
from pup_portal.http import DeskRequest, page_of, seen_version
from registration import conflicts, names, search, services
from registration.closing import closed_because
from registration.consents.gates import consents_of
from registration.disclosure import disclosed
from registration.forms import ClientForm, StateForm
from registration.intake.answers import answers_of
from registration.intake.card import told_on_card
from registration.intake.required import missing_for
from registration.models import Client, ClientQuerySet
from registration.oddities import oddities_of
from registration.opening import found, opened, sent_back
from registration.rhythm.worklists import rhythm_of
from registration.vocabulary import CLOSED, ClientState

ORDERS = {"new": ("-pk",), "name": ("sort_key", "pk")}
MOST_FOUND = 50


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.SEE_CLIENTS)
@vary_on_headers("HX-Request")
def client_list(request: DeskRequest) -> HttpResponse:
    if request.method == "POST":
        return to_answer(request, beside=("state", "order"))
    rows = Client.objects.visible_to(request.user)
    state = request.GET.get("state", "")
    rows = rows.filter(state=state) if state in ClientState.values else rows.active()
    words = words_asked(request)
    asked = search.asked(words, with_identifiers=request.user.may(Act.SEE_CLIENT_IDENTIFIERS))
    order = request.GET.get("order", "new")
    matches = search.find(asked, rows, limit=MOST_FOUND) if asked else []
    page = None if asked else page_of(request, _ordered(rows, order))
    record(
        request,
        kind=AccessKind.SEARCH if asked else AccessKind.LIST,
        subjects=list(page) if page else [match.client for match in matches],
        purpose=asked.told,
    )
    context = {
        "q": words,
        "state": state,
        "order": order if order in ORDERS else "new",
        "states": [choice for choice in ClientState.choices if choice[0] not in CLOSED],
        "found": matches,
        "page": page,
        "most_found": MOST_FOUND,
        "may_edit": request.user.may(Act.EDIT_CLIENTS),
        "has_address": request.user.may(Act.SEE_CLIENT_ADDRESS),
    }
    template = "registration/client_list.html#rows" if request.htmx else "registration/client_list.html"
    return render(request, template, context)


def _ordered(rows: ClientQuerySet, order: str) -> ClientQuerySet:
    return rows.for_list().order_by(*ORDERS.get(order, ORDERS["new"]))


@require_safe
@requires(Act.SEE_CLIENTS)
def client_detail(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    may_edit = request.user.may(Act.EDIT_CLIENTS)
    shown = disclosed(client, request.user)
    answers = answers_of(client)
    context = {
        "told": told_on_card(answers, request.user),
        "client": client,
        "disclosed": shown,
        "oddities": oddities_of(client) if shown.has_identifiers else [],
        "may_edit": may_edit and not closed_because(client),
        "missing": missing_for(client, answers.intake.purpose, timezone.localdate(), answers=answers)
        if may_edit
        else [],
        "state_changes": client.state_changes.select_related("changed_by", "reason_term", "taken_back_by"),
        "rhythm": rhythm_of(client),
        "consents": consents_of(client) if request.user.may(Act.SEE_PAPERS) else [],
        "has_mismatch": names.is_mismatch(client.cyrillic_name, client.latin_name),
        "suggested_latin": names.to_latin(client.cyrillic_name),
    }
    return render(request, "registration/client_detail.html", context)


@require_safe
@requires(Act.SEE_CLIENTS)
def client_history(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    context = {"client": client, "history": history_of(request, client)}
    return render(request, "registration/client_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def client_edit(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    form = ClientForm(request.POST or None, instance=_copy(client))
    if not form.is_valid():
        return _edit_page(request, client, form)
    try:
        client = services.edit_client(
            client=client,
            values=form.values(),
            seen_version=seen_version(request),
            by=request.user,
            reason=form.cleaned_data.get("clear_reason", ""),
        )
    except services.ChangedMeanwhile:
        return _clash_page(request, form, client_id)
    except services.PeselTaken as taken:
        form.add_error("pesel", str(taken))
        return _edit_page(request, client, form)
    except services.NotEditable as refusal:
        form.add_error(None, str(refusal))
        return _edit_page(request, client, form)
    messages.success(request, _("The changes are saved."))
    return redirect(client)


def _copy(client: Client) -> Client:
    """The same record for the form to write in: a refused form must not colour the page's client."""
    return Client.objects.get(pk=client.pk)


def _edit_page(request: DeskRequest, client: Client, form: ClientForm) -> HttpResponse:
    version = seen_version(request) if form.is_bound else client.version
    context = {"client": client, "form": form, "version": version, "clashes": []}
    return render(request, "registration/client_edit.html", context)


def _clash_page(request: DeskRequest, typed: ClientForm, client_id: UUID) -> HttpResponse:
    """Show what the other person saved beside what was typed; saving again stores what then stands there."""
    client = found(request, client_id)
    joined, clashes = conflicts.reconcile(client, seen_version(request), typed.values())
    initial = ClientForm.initial_of(joined) | {"clear_reason": typed.cleaned_data.get("clear_reason", "")}
    form = ClientForm(instance=_copy(client), initial=initial)
    context = {"client": client, "form": form, "version": client.version, "clashes": clashes}
    return render(request, "registration/client_edit.html", context, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.EDIT_CLIENTS)
def client_state(request: DeskRequest, client_id: UUID) -> HttpResponse:
    client = opened(request, client_id)
    if back := sent_back(request, client):
        return back
    form = StateForm(request.POST or None, client=client)
    if form.is_valid():
        try:
            services.change_state(client=client, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The status is changed."))
            return redirect(client)
    return render(request, "registration/client_state.html", {"client": client, "form": form})

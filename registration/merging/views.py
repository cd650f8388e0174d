"""Desk pages about records that may be of one person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access_log import AccessKind, record, record_once
from accounts.confirmation import freshly_confirmed
from accounts.permissions import Act, requires
from pup_portal.asked import to_answer, words_asked
from pup_portal.db import DomainError
from pup_portal.http import DeskRequest, page_of
from registration import search
from registration.duplicates import similar_to
from registration.enquiries.forms import QuickForm
from registration.enquiries.spelling import columns_of
from registration.merging import services
from registration.merging.fields import CHOICES, differing, taken
from registration.merging.forms import AskForm, DecisionForm
from registration.models import Client, LikelyPair, Merge
from registration.opening import opened, sent_back

MOST_FOUND = 20
GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_POST
@requires(Act.EDIT_CLIENTS)
def similar_while_typing(request: DeskRequest) -> HttpResponse:
    """Who may be the person whose data is being typed. Fields that are wrong so far are not asked about."""
    form = QuickForm(request.POST)
    form.is_valid()
    typed = _typed_so_far(form.cleaned_data)
    found = similar_to(typed, Client.objects.visible_to(request.user).active(), limit=5) if typed else []
    record_once(
        request,
        kind=AccessKind.SEARCH,
        subjects=[match.client for match in found],
        purpose=search.SIMILAR_PEOPLE,
    )
    return render(request, "registration/merging/_similar.html", {"similar": found})


def _typed_so_far(values: dict[str, Any]) -> dict[str, Any]:
    """Nothing as long as there is no whole name and no phone: half a name is like too many."""
    surname, given_names = values.get("surname"), values.get("given_names")
    names = columns_of(surname=surname, given_names=given_names) if surname and given_names else {}
    phone = values.get("phone") or ""
    return {**names, "phone": phone} if names or phone else {}


@require_safe
@requires(Act.SEE_PAPERS)
def pair_list(request: DeskRequest) -> HttpResponse:
    """The likeliest first; what was called two people stands apart and can be taken back."""
    rows = LikelyPair.objects.visible_to(request.user)
    is_settled = request.GET.get("state") == LikelyPair.State.DIFFERENT
    shown = rows.filter(state=LikelyPair.State.DIFFERENT) if is_settled else rows.waiting()
    page = page_of(request, shown.for_list())
    record(
        request,
        kind=AccessKind.LIST,
        subjects=[client for pair in page for client in (pair.one, pair.other)],
    )
    context = {"page": page, "is_settled": is_settled, "may_edit": request.user.may(Act.EDIT_CLIENTS)}
    return render(request, "registration/merging/pair_list.html", context)


@GET_POST
@requires(Act.EDIT_CLIENTS)
def pair_compare(request: DeskRequest, pair_id: UUID) -> HttpResponse:
    pair = _pair(request, pair_id)
    return _compared(request, pair.one, pair.other, pair)


@GET_POST
@requires(Act.EDIT_CLIENTS)
def merge_choose(request: DeskRequest, client_id: UUID) -> HttpResponse:
    """For who knows of a second record of this person that the portal did not find alike: a search for it."""
    client = opened(request, client_id)
    if request.method == "POST":
        return to_answer(request)
    if back := sent_back(request, client):
        return back
    words = words_asked(request)
    asked = search.asked(words, with_identifiers=request.user.may(Act.SEE_CLIENT_IDENTIFIERS))
    others = Client.objects.visible_to(request.user).active().exclude(pk=client.pk)
    found = search.find(asked, others, limit=MOST_FOUND) if asked else []
    if asked:
        people = [match.client for match in found]
        record(request, kind=AccessKind.SEARCH, subjects=people, purpose=asked.told)
    context = {"client": client, "q": words, "found": found, "most_found": MOST_FOUND}
    return render(request, "registration/merging/merge_choose.html", context)


@GET_POST
@requires(Act.EDIT_CLIENTS)
def merge_ask(request: DeskRequest, client_id: UUID, other_id: UUID) -> HttpResponse:
    """Two records that a person of the desk, not the portal, takes for one person's."""
    rows = Client.objects.visible_to(request.user).active().for_card()
    one = get_object_or_404(rows, public_id=client_id)
    other = get_object_or_404(rows.exclude(pk=one.pk), public_id=other_id)
    return _compared(request, one, other, None)


def _compared(request: DeskRequest, one: Client, other: Client, pair: LikelyPair | None) -> HttpResponse:
    """Both records side by side, and what to take of which, for the manager to do."""
    is_swapped = request.GET.get("stays") == "other"
    keep, gone = (other, one) if is_swapped else (one, other)
    record(request, subjects=[keep, gone])
    form = AskForm(request.POST or None, keep=keep, gone=gone)
    if form.is_valid():
        try:
            services.ask(
                keep=keep,
                gone=gone,
                chosen=form.chosen,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The request waits for the manager."))
            return redirect("registration:merge-list")
    context = {
        "pair": pair,
        "keep": keep,
        "gone": gone,
        "form": form,
        "same": _same(keep, gone),
        "obstacles": services.obstacles(keep, gone, timezone.localdate()),
        "is_swapped": is_swapped,
        "back": one,
    }
    return render(request, "registration/merging/pair_compare.html", context)


@require_POST
@requires(Act.EDIT_CLIENTS)
def pair_different(request: DeskRequest, pair_id: UUID) -> HttpResponse:
    pair = _pair(request, pair_id)
    record(request, subjects=[pair.one, pair.other])
    services.call_different(pair=pair, by=request.user)
    messages.success(request, _("Remembered: these are two people."))
    return redirect("registration:pair-list")


@require_POST
@requires(Act.EDIT_CLIENTS)
def pair_again(request: DeskRequest, pair_id: UUID) -> HttpResponse:
    pair = _pair(request, pair_id)
    record(request, subjects=[pair.one, pair.other])
    services.look_again(pair=pair)
    messages.success(request, _("The pair is on the list again."))
    return redirect("registration:pair-list")


@require_safe
@requires(Act.SEE_PAPERS)
def merge_list(request: DeskRequest) -> HttpResponse:
    rows = Merge.objects.visible_to(request.user)
    only_waiting = request.GET.get("state", "asked") == "asked"
    page = page_of(request, (rows.waiting() if only_waiting else rows).for_list())
    record(
        request,
        kind=AccessKind.LIST,
        subjects=[client for asked in page for client in (asked.keep, asked.gone)],
    )
    context = {"page": page, "only_waiting": only_waiting}
    return render(request, "registration/merging/merge_list.html", context)


@require_safe
@requires(Act.SEE_PAPERS)
def merge_detail(request: DeskRequest, merge_id: UUID) -> HttpResponse:
    asked = _merge(request, merge_id)
    record(request, subjects=[asked.keep, asked.gone])
    return _merge_page(request, asked, None)


@GET_POST
@requires(Act.DECIDE_RIGHTS)
@freshly_confirmed
def merge_decide(request: DeskRequest, merge_id: UUID) -> HttpResponse:
    asked = _merge(request, merge_id)
    versions = {"keep_version": asked.keep.version, "gone_version": asked.gone.version}
    form = DecisionForm(request.POST or None, initial=versions)
    record(request, kind=AccessKind.MERGE if form.is_bound else None, subjects=[asked.keep, asked.gone])
    if form.is_valid():
        try:
            _decide(request, asked, form)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The decision is stored."))
            return redirect("registration:merge-detail", asked.public_id)
    return _merge_page(request, asked, form)


def _decide(request: DeskRequest, asked: Merge, form: DecisionForm) -> None:
    answer = form.cleaned_data["answer"]
    if form.cleaned_data["decision"] == "refuse":
        services.refuse(request=asked, by=request.user, answer=answer)
    else:
        services.merge(request=asked, seen_versions=form.seen_versions, by=request.user, answer=answer)


@require_POST
@requires(Act.EDIT_CLIENTS)
def merge_withdraw(request: DeskRequest, merge_id: UUID) -> HttpResponse:
    asked = _merge(request, merge_id)
    record(request, subjects=[asked.keep, asked.gone])
    try:
        services.withdraw(request=asked, by=request.user)
    except DomainError as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The request is withdrawn."))
    return redirect("registration:merge-list")


@require_POST
@requires(Act.DECIDE_RIGHTS)
@freshly_confirmed
def merge_undo(request: DeskRequest, merge_id: UUID) -> HttpResponse:
    asked = _merge(request, merge_id)
    record(request, kind=AccessKind.MERGE, subjects=[asked.keep, asked.gone])
    try:
        services.undo(request=asked, by=request.user)
    except DomainError as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The merge is undone. Both records are what they were."))
    return redirect("registration:merge-detail", asked.public_id)


def _merge_page(request: DeskRequest, asked: Merge, form: DecisionForm | None) -> HttpResponse:
    keep, gone = asked.keep, asked.gone
    result = dict(taken(keep, gone, asked.chosen))
    context = {
        "asked": asked,
        "form": form,
        "rows": [
            {
                "label": choice.label,
                "keep": choice.shown(keep),
                "gone": choice.shown(gone),
                "side": asked.chosen.get(choice.key, "keep"),
                "changes": bool(result.keys() & set(choice.columns)),
            }
            for choice in differing(keep, gone)
        ],
        "obstacles": services.obstacles(keep, gone, timezone.localdate()) if asked.is_waiting else [],
        "may_decide": request.user.may(Act.DECIDE_RIGHTS),
        "may_withdraw": request.user.may(Act.EDIT_CLIENTS) and asked.is_waiting,
    }
    return render(request, "registration/merging/merge_decide.html", context)


def _same(keep: Client, gone: Client) -> list[tuple[str, str]]:
    """What both records say alike, for reading."""
    alike = [choice for choice in CHOICES if not choice.differs(keep, gone) and not choice.is_empty(keep)]
    return [(str(choice.label), choice.shown(keep)) for choice in alike]


def _pair(request: DeskRequest, pair_id: UUID) -> LikelyPair:
    pair = get_object_or_404(LikelyPair.objects.visible_to(request.user).for_list(), public_id=pair_id)
    if not (pair.one.is_active and pair.other.is_active):
        raise Http404
    return pair


def _merge(request: DeskRequest, merge_id: UUID) -> Merge:
    return get_object_or_404(Merge.objects.visible_to(request.user).for_list(), public_id=merge_id)

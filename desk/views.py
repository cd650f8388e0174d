from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.access_log import AccessKind, record, record_once
from accounts.permissions import Act, requires
from desk.search import answer, answer_while_typing, people_in, told
from desk.today import cards_for
from pup_portal.asked import LONGEST_ASKED, to_answer, words_asked
from pup_portal.http import DeskRequest


@require_safe
@requires(Act.USE_DESK)
def today(request: DeskRequest) -> HttpResponse:
    cards = cards_for(request.user)
    if people := [line.person for card in cards for line in card.lines if line.person]:
        record(request, kind=AccessKind.LIST, subjects=people)
    return render(request, "desk/today.html", {"cards": cards})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Act.USE_DESK)
@vary_on_headers("HX-Request")
def search(request: DeskRequest) -> HttpResponse:
    if request.method == "POST":
        return to_answer(request)
    query = words_asked(request)
    groups = answer(query, user=request.user)
    if by_what := told(query, user=request.user):
        record(request, kind=AccessKind.SEARCH, subjects=people_in(groups), purpose=by_what)
    context = {
        "query": query,
        "groups": groups,
        "may_take_in": request.user.may(Act.EDIT_CLIENTS),
    }
    template = "desk/search.html#results" if request.htmx else "desk/search.html"
    return render(request, template, context)


@require_POST
@requires(Act.USE_DESK)
def search_live(request: DeskRequest) -> HttpResponse:
    """What the box of every page shows while its reader types: posted, kept nowhere, each person logged once."""
    query = request.POST.get("q", "")[: 4 * LONGEST_ASKED]
    groups = answer_while_typing(query, user=request.user)
    record_once(
        request,
        kind=AccessKind.SEARCH,
        subjects=people_in(groups),
        purpose=told(query, user=request.user),
    )
    context = {"groups": groups, "count": sum(len(group.hits) for group in groups)}
    return render(request, "desk/_hits.html", context)

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.access_log import AccessKind, record
from accounts.permissions import Act, requires
from desk.search import answer, people_in, told
from desk.today import cards_for
from pup_portal.asked import to_answer, words_asked
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

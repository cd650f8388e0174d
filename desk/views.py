from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from accounts.permissions import Act, requires
from desk.search import answer
from desk.today import cards_for
from pup_portal.http import DeskRequest


@require_safe
@requires(Act.USE_DESK)
def today(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/today.html", {"cards": cards_for(request.user)})


@require_safe
@requires(Act.USE_DESK)
@vary_on_headers("HX-Request")
def search(request: DeskRequest) -> HttpResponse:
    query = request.GET.get("q", "")
    context = {
        "query": query,
        "groups": answer(query, user=request.user),
        "may_take_in": request.user.may(Act.EDIT_CLIENTS),
    }
    template = "desk/search.html#results" if request.htmx else "desk/search.html"
    return render(request, template, context)

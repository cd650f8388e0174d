"""Reading offers without a connection: the program that keeps opened ones, and the page that stands for the rest."""

from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe


@login_not_required
@require_safe
@conditional_page
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """At the root, for a worker may only serve what lies below it; each language's board is a scope of its own."""
    return HttpResponse(_program(), content_type="text/javascript; charset=utf-8")


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=3600)
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "job_offers/board_offline.html")


@cache
def _program() -> str:
    return (settings.BASE_DIR / "static" / "js" / "worker.js").read_text()

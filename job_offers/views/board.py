"""The public board: for anyone, without an account, on any phone."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from documents.public import public_document
from job_offers import facts, poster, presenting, suggesting, texts
from job_offers.facets import facet_options, in_force, sort_options
from job_offers.forms.board import BoardForm
from job_offers.models import Offer
from job_offers.search import search, similar_to
from job_offers.services.misses import record_miss
from pup_portal.throttling import rate_limited

SIMILAR = 3
# A whole accommodation may stand behind one address, and the page that waits for a poster asks every 3 seconds.
POSTERS_A_MINUTE = 120
FRESH_SECONDS = 60


class PublicRequest(HttpRequest):
    htmx: HtmxDetails


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=FRESH_SECONDS)
@vary_on_headers("HX-Request")
def offer_list(request: PublicRequest) -> HttpResponse:
    form = BoardForm(request.GET)
    form.is_valid()
    query, today = form.query, timezone.localdate()
    result = search(query, page=request.GET.get("page"), today=today)
    suggestion = ""
    if not result.counts.total and query.text:
        record_miss(text=query.text, language=get_language() or "uk", day=today)
        suggestion = suggesting.corrected(query.text)
    context = {
        "form": form,
        "page": result.page,
        "cards": presenting.cards(result.page),
        "counts": result.counts,
        "facets": facet_options(form, result.counts),
        "in_force": in_force(form, request.GET, result.counts),
        "sorts": sort_options(form),
        "suggestion": suggestion,
    }
    template = "job_offers/board_list.html#results" if request.htmx else "job_offers/board_list.html"
    return render(request, template, context)


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=FRESH_SECONDS)
def offer_detail(request: PublicRequest, public_id: UUID) -> HttpResponse:
    offer = Offer.objects.for_detail().defer("feed_text").filter(public_id=public_id).first()
    if offer is None or not offer.was_public:
        raise Http404
    status = texts.status_of(offer)
    text = texts.for_reader(offer, get_language() or "uk", status)
    if not offer.is_live:
        return _gone(request, offer, text)
    context = {
        "offer": offer,
        "text": text,
        "polish": texts.polish(offer),
        "rows": presenting.fact_rows(offer, text),
        "contact": facts.contact(offer),
        "address": poster.public_address(offer, get_language() or "uk"),
        "is_preview": False,
        "share": {"title": text.title, "description": _description(offer)},
    }
    return render(request, "job_offers/board_detail.html", context)


@login_not_required
@require_safe
@rate_limited("poster", limit=POSTERS_A_MINUTE, seconds=60)
def offer_poster(request: PublicRequest, public_id: UUID) -> HttpResponse:
    offer = Offer.objects.for_detail().defer("feed_text").filter(public_id=public_id).first()
    if offer is None or not offer.was_public:
        raise Http404
    language = get_language() or "uk"
    if not offer.is_live:
        return _gone(request, offer, texts.for_reader(offer, language, texts.status_of(offer)))
    return public_document(request, kind=poster.KIND, subject=offer, language=language)


def _gone(request: PublicRequest, offer: Offer, text: texts.OfferText) -> HttpResponse:
    """The offer is over: say so under the old address, and lead to the nearest live ones."""
    similar = similar_to(offer, today=timezone.localdate())[:SIMILAR]
    context = {"offer": offer, "text": text, "cards": presenting.cards(similar)}
    return render(request, "job_offers/board_gone.html", context, status=410)


def _description(offer: Offer) -> str:
    """One line for a messenger's preview."""
    pieces = (facts.pay(offer), facts.place(offer), facts.hours(offer))
    return ". ".join(filter(None, pieces)) or _("Job offer")

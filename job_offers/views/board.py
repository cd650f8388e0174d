"""The public board: for anyone, without an account, on any phone."""

from hashlib import sha256
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.forms import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from documents.public import public_document
from job_offers import drawing, facts, original, passing_on, poster, presenting, snapshot, texts
from job_offers.facets import facet_options, in_force, sort_options
from job_offers.forms.board import BoardForm
from job_offers.freshness import checked_for_change
from job_offers.job_posting import as_script, job_posting
from job_offers.models import Offer
from job_offers.search import search, similar_to
from job_offers.services.misses import record_miss
from pup_portal.release import release
from pup_portal.throttling import rate_limited
from reference.profile import current_profile

SIMILAR = 3
# A whole accommodation may stand behind one address, and the page that waits for a poster asks every 3 seconds.
POSTERS_A_MINUTE = 120
FRESH_SECONDS = 60


class PublicRequest(HttpRequest):
    htmx: HtmxDetails


@login_not_required
@require_safe
@gzip_page
@cache_control(public=True, max_age=FRESH_SECONDS)
@vary_on_headers("HX-Request")
def offer_list(request: PublicRequest) -> HttpResponse:
    board = snapshot.current(timezone.localdate())
    if request.user.is_authenticated:
        return _list(request, board)
    tag = _tag(request, board)
    response = get_conditional_response(request, etag=tag) or _list(request, board)
    response["ETag"] = tag
    return response


@login_not_required
@require_safe
@gzip_page
@cache_control(public=True, max_age=FRESH_SECONDS)
@checked_for_change
def offer_detail(request: PublicRequest, public_id: UUID) -> HttpResponse:
    offer = Offer.objects.for_detail().filter(public_id=public_id).first()
    if offer is None or not offer.was_public:
        raise Http404
    language = get_language() or "uk"
    checked = texts.checked(offer)
    text = texts.for_reader(offer, language, checked.status)
    if not offer.is_live:
        return _gone(request, offer, text)
    address = poster.public_address(offer, language)
    context = {
        "offer": offer,
        "text": text,
        "polish": texts.polish(offer),
        "checked_on": checked.on if text.is_translation else None,
        "rows": presenting.drawn_facts(offer, text),
        "map": passing_on.map_of(offer),
        "contact": facts.contact(offer),
        "original": original.for_readers(offer),
        "address": address,
        "messengers": passing_on.messengers(text.title, address),
        "posting": as_script(job_posting(offer, language, checked.status)),
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


def _list(request: PublicRequest, board: snapshot.Snapshot) -> HttpResponse:
    form = BoardForm(request.GET, board=board)
    form.is_valid()
    query = form.query
    result = search(query, page=request.GET.get("page"), board=board)
    if not result.counts.total and query.text and not query.filters:  # filters alone may leave nothing
        record_miss(text=query.text, language=get_language() or "uk", day=board.day)
    options = facet_options(form, result.counts)
    context = {
        "form": form,
        "page": result.page,
        "cards": drawing.cards(list(result.page), board),
        "counts": result.counts,
        "facets": options,
        "in_force": in_force(form, request.GET, result.counts, options),
        "sorts": sort_options(form),
        "read_as": result.read_as,
        "asked": form.asked(),
    }
    template = "job_offers/board_list.html#results" if request.htmx else "job_offers/board_list.html"
    return render(request, template, context)


def _tag(request: PublicRequest, board: snapshot.Snapshot) -> str:
    """The tag of the list as it is now, known before it is made: of all that the page of a stranger depends on."""
    depends = (
        *(release(), board.version, board.digest, get_language(), request.get_full_path()),
        *(bool(request.htmx), model_to_dict(current_profile())),
    )
    return f'W/"{sha256(repr(depends).encode()).hexdigest()[:32]}"'


def _gone(request: PublicRequest, offer: Offer, text: texts.OfferText) -> HttpResponse:
    """The offer is over: say so under the old address, and lead to the nearest live ones."""
    similar = similar_to(offer, today=timezone.localdate())[:SIMILAR]
    context = {"offer": offer, "text": text, "cards": presenting.cards(similar)}
    return render(request, "job_offers/board_gone.html", context, status=410)


def _description(offer: Offer) -> str:
    """One line for a messenger's preview."""
    pieces = (facts.pay(offer), facts.place(offer), facts.hours(offer))
    return ". ".join(filter(None, pieces)) or _("Job offer")

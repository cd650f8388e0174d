"""Live offers for other programs: ``/api/v1/offers``, schema.org JobPosting as JSON. See docs/api.md."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from job_offers.forms.board import BoardForm
from job_offers.job_posting import job_posting
from job_offers.models import Offer
from job_offers.search import search, with_texts
from translations.models import Status, Translation

LANGUAGES = ("uk", "pl")
MAX_PAGE = 2_000


class ApiForm(BoardForm):
    """The filters of the board; here a wrong value is an error, not passed over."""

    lang = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES], required=False)
    page = forms.IntegerField(min_value=1, max_value=MAX_PAGE, required=False)


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=300)
def offer_list(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("lang", "")
    language = asked if asked in LANGUAGES else LANGUAGES[0]
    with translation.override(language):
        form = ApiForm(request.GET)
        if not form.is_valid() or (unknown := _unknown(request, form)):
            return _refused(form, unknown if form.is_valid() else [])
        found = search(
            form.query, page=form.cleaned_data["page"], today=timezone.localdate(), load=with_texts
        )
        return JsonResponse(_answer(request, found.page, language), json_dumps_params={"ensure_ascii": False})


def _answer(request: HttpRequest, page: Any, language: str) -> dict[str, Any]:
    offers = [entry.offer for entry in page]
    statuses = Translation.objects.for_subjects(Offer, (offer.pk for offer in offers))
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": _address(request, page.next_page_number()) if page.has_next() else None,
        "itemListElement": [
            job_posting(offer, language, statuses.get(offer.pk, Status.MISSING)) for offer in offers
        ],
    }


def _address(request: HttpRequest, page: int) -> str:
    parameters = request.GET.copy()
    parameters["page"] = str(page)
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def _unknown(request: HttpRequest, form: ApiForm) -> list[str]:
    return sorted(set(request.GET) - set(form.fields))


def _refused(form: ApiForm, unknown: Iterable[str]) -> JsonResponse:
    errors = {name: [str(error) for error in found] for name, found in form.errors.items()}
    errors |= {name[:60]: [_("There is no such parameter.")] for name in unknown}
    sentence = _("The request cannot be answered: %(names)s.") % {"names": ", ".join(errors)}
    return JsonResponse(
        {"error": sentence, "parameters": errors}, status=400, json_dumps_params={"ensure_ascii": False}
    )

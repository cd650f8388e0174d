"""Public pages about the office, in three languages, for anyone."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from reference.profile import current_profile
from reference.prose import TOPICS, blocks, office_text
from reference.starter import text_of


@require_safe
@login_not_required
@conditional_page
def contact(request: HttpRequest) -> HttpResponse:
    return render(request, "reference/contact.html")


@require_safe
@login_not_required
@conditional_page
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "reference/privacy.html", {"text": _texts("privacy")["privacy"]})


@require_safe
@login_not_required
@conditional_page
def accessibility(request: HttpRequest) -> HttpResponse:
    texts = _texts(*TOPICS[1:])
    texts["procedure"] = blocks(text_of("procedure", _language()))
    return render(request, "reference/accessibility.html", {"site": settings.SITE_URL, "texts": texts})


@require_safe
@login_not_required
@cache_control(public=True, max_age=3600)
def logo(request: HttpRequest) -> HttpResponse:
    """The logo, drawn anew when it was uploaded; its address changes with it (``?v=``)."""
    profile = current_profile()
    if not profile.logo:
        raise Http404
    try:
        with profile.logo.open("rb") as file:
            return HttpResponse(file.read(), content_type="image/png")
    except FileNotFoundError:
        raise Http404 from None


def _texts(*topics: str) -> dict[str, object]:
    profile, language = current_profile(), _language()
    return {topic: blocks(office_text(profile, topic, language)) for topic in topics}


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]

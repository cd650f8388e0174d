"""What search engines are told of: the public pages, live offers and announced meetings, in three languages."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import Sitemap, views
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from job_offers.freshness import checked_for_change
from job_offers.models import Offer
from meetings.models import Meeting

XML = "application/xml; charset=utf-8"
PAGES = (
    "board:offer-list",
    "public_meetings:meeting-list",
    "interest:interest-new",
    "office:contact",
    "office:privacy",
    "office:accessibility",
)
# Pages of staff, and forms that hang on an offer: there is nothing in them to find.
KEPT_FROM_ENGINES = ("desk", "accounts", "offers/*/ask", "offers/*/problem", "offers/alerts")


class _InEveryLanguage(Sitemap):
    """Each page once in every language, each naming the others; without a language it asks the browser's."""

    i18n = alternates = x_default = True
    limit = 5000  # far below the 50,000 addresses and 50 MB that engines take: each names three others


class PageSitemap(_InEveryLanguage):
    def items(self) -> Sequence[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class OfferSitemap(_InEveryLanguage):
    def items(self) -> QuerySet[Offer]:
        return Offer.objects.live().only("public_id", "changed_at").order_by("pk")

    def location(self, item: Offer) -> str:
        return reverse("board:offer-detail", args=[item.public_id])

    def lastmod(self, item: Offer) -> datetime:
        return item.changed_at


class MeetingSitemap(_InEveryLanguage):
    def items(self) -> QuerySet[Meeting]:
        return Meeting.objects.public().only("public_id").order_by("pk")

    def location(self, item: Meeting) -> str:
        return reverse("public_meetings:meeting-detail", args=[item.public_id])


SITEMAPS: tuple[_InEveryLanguage, ...] = (PageSitemap(), OfferSitemap(), MeetingSitemap())
SECTIONS: dict[str, type[Sitemap] | Sitemap] = dict(
    zip(("pages", "offers", "meetings"), SITEMAPS, strict=True)
)


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
@checked_for_change
def sitemap(request: HttpRequest) -> HttpResponse:
    """All in one file while it fits; beyond that an index of files."""
    if any(part.paginator.num_pages > 1 for part in SITEMAPS):
        return views.index(request, SECTIONS, sitemap_url_name="service:sitemap-section", content_type=XML)
    return views.sitemap(request, SECTIONS, content_type=XML)


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
@checked_for_change
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return views.sitemap(request, SECTIONS, section=section, content_type=XML)


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    closed = [
        f"Disallow: /{code}/{part}/" for code, _name in settings.LANGUAGES for part in KEPT_FROM_ENGINES
    ]
    lines = [
        "User-agent: *",
        *closed,
        f"Sitemap: {request.build_absolute_uri(reverse('service:sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")

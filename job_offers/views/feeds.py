"""The board as an Atom feed, in the reader's language."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from job_offers import presenting
from job_offers.presenting import Card
from job_offers.search import live, with_cards

ENTRIES = 50


class NewOffers(Feed):
    """The newest live offers: what a reader, or another page of the region, wants to be told of."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("New job offers")

    def subtitle(self) -> str:
        return _("Job offers for refugees, from the labour office")

    def link(self) -> str:
        return reverse("board:offer-list")

    def items(self) -> list[Card]:
        entries = with_cards(live(timezone.localdate())).order_by("-published_at", "-offer_id")
        return presenting.cards(entries[:ENTRIES])

    def item_title(self, item: Card) -> str:
        return item.title

    def item_description(self, item: Card) -> str:
        return ". ".join(filter(None, [item.pay, item.place, item.hours, item.contract]))

    def item_link(self, item: Card) -> str:
        return reverse("board:offer-detail", args=[item.offer.public_id])

    def item_guid(self, item: Card) -> str:
        return f"urn:uuid:{item.offer.public_id}"

    def item_pubdate(self, item: Card) -> datetime | None:
        return item.offer.published_at

    def item_updateddate(self, item: Card) -> datetime:
        return item.offer.changed_at


_new_offers = NewOffers()


@login_not_required
@require_safe
@conditional_page
@cache_control(public=True, max_age=300)
def new_offers(request: HttpRequest) -> HttpResponse:
    return _new_offers(request)

"""The board, or one search of it, as an Atom feed in the reader's language."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from job_offers import presenting
from job_offers.forms.board import BoardForm
from job_offers.freshness import checked_for_change
from job_offers.models import BoardEntry
from job_offers.presenting import Card
from job_offers.search import matching, with_cards

ENTRIES = 50


class NewOffers(Feed):
    """The newest live offers of a search: what a reader, or another page of the region, wants to be told of."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> BoardForm:
        """What the address asks for, read as the board reads it."""
        form = BoardForm(request.GET)
        form.is_valid()
        return form

    def title(self, obj: BoardForm) -> str:
        words = obj.in_words()
        return _("New job offers: %(search)s") % {"search": words} if words else _("New job offers")

    def subtitle(self) -> str:
        return _("Job offers for refugees, from the labour office")

    def link(self, obj: BoardForm) -> str:
        return address_of("board:offer-list", obj)

    def feed_url(self, obj: BoardForm) -> str:
        return address_of("board:offer-feed", obj)

    def items(self, obj: BoardForm) -> list[Card]:
        keys = matching(obj.query, board=obj.board)[:ENTRIES]
        entries = with_cards(BoardEntry.objects.filter(pk__in=keys))
        return presenting.cards(entries.order_by("-published_at", "-offer_id"))

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


def address_of(name: str, form: BoardForm) -> str:
    asked = form.asked()
    return f"{reverse(name)}?{asked}" if asked else reverse(name)


_new_offers = NewOffers()


@login_not_required
@require_safe
@cache_control(public=True, max_age=300)
@checked_for_change
def new_offers(request: HttpRequest) -> HttpResponse:
    return _new_offers(request)

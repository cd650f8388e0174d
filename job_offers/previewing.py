"""An offer as its readers will see it once a translation is approved."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from job_offers import facts, presenting, texts
from job_offers.models import Offer


def preview_with(request: HttpRequest, offer: Offer, words: Mapping[str, str]) -> HttpResponse:
    """The public page of ``offer`` in Ukrainian with ``words`` by field name; nothing is stored."""
    said = _(
        "Preview: nothing is stored or published. Readers see the page so once the translation is approved."
    )
    shown = Offer.objects.for_detail().defer("feed_text").get(pk=offer.pk)
    for name, word in words.items():
        setattr(shown, f"{name}_uk", word)
    with override("uk"):
        text = texts.ukrainian(shown)
        context = {
            "offer": shown,
            "text": text,
            "polish": texts.polish(shown),
            "rows": presenting.drawn_facts(shown, text),
            "contact": facts.contact(shown),
            "original": [],
            "map": None,
            "checked_on": None,
            "is_preview": True,
            "said": said,
            "language_links": [],
        }
        return render(request, "job_offers/board_preview.html", context)

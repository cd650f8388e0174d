"""What the offers tell the apps below: their texts to translate, their papers to print."""

from documents import kinds
from job_offers import poster, previewing, telling, translating
from job_offers.facts import coded_facts
from job_offers.models import Offer
from translations import registry
from translations.registry import Translatable


def register_all() -> None:
    telling.tell_all()
    registry.register(
        Translatable(
            Offer,
            fields=translating.TEXTS,
            preview=translating.preview,
            apply=translating.apply,
            facts=coded_facts,
            urgency=translating.urgency,
        )
    )
    registry.register_preview(Offer, previewing.preview_with)
    registry.register_published(Offer, lambda: Offer.objects.live())
    kinds.register(
        poster.KIND,
        subject=Offer,
        template="job_offers/poster.html",
        title=poster.title,
        context=poster.context,
        guard=poster.may_open,
        is_poster=True,
    )

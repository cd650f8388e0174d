"""What the offers tell the apps below: their texts to translate, their papers to print, who asked about them."""

from documents import kinds
from job_offers import poster, previewing, telling, translating
from job_offers.alerts import personal as alerts
from job_offers.asking import personal as asking
from job_offers.facts import coded_facts
from job_offers.models import Alert, Offer, OfferQuestion
from job_offers.signs import printing
from job_offers.visits import filing
from pup_portal import person_data
from registration.enquiries import about
from registration.enquiries.vocabulary import EnquiryKind
from translations import registry
from translations.registry import Translatable


def register_all() -> None:
    telling.tell_all()
    filing.connect()
    printing.connect()
    registry.register(
        Translatable(
            Offer,
            fields=translating.TEXTS,
            later=translating.LATER,
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
    about.register(EnquiryKind.ASK, asking.about_offers)
    person_data.register(
        OfferQuestion,
        export=asking.export,
        erase=asking.erase,
        retention=person_data.WITH_THE_PERSON,
    )
    person_data.register(
        Alert, export=alerts.export, erase=alerts.erase, retention=person_data.WITH_THE_PERSON
    )

"""Texts of an offer in Polish and Ukrainian, and the history that must know both.

History is declared last in this file: declared earlier, it would miss the language columns.
"""

from modeltranslation.translator import TranslationOptions, translator

from job_offers.models import Employer, EmployerEnquiry, Offer, OfferLanguage, Override, Workplace
from job_offers.models.offers import TEXTS
from pup_portal.tracking import remembered

_FEED_ONLY = [
    "feed_text",
    "feed_hash",
    "feed_seen_at",
    "feed_unit",
]  # what the feed said is history by itself


class OfferTranslation(TranslationOptions):
    fields = TEXTS


translator.register(Offer, OfferTranslation)

remembered(exclude=_FEED_ONLY)(Offer)
for model in (Employer, EmployerEnquiry, Workplace, OfferLanguage, Override):
    remembered()(model)

"""Texts of an offer in Polish and Ukrainian, and the history that must know both.

History is declared last in this file: declared earlier, it would miss the language columns.
"""

import pghistory
from modeltranslation.translator import TranslationOptions, translator

from job_offers.models import Employer, Offer, OfferLanguage, Workplace

_FEED_ONLY = [
    "feed_text",
    "feed_hash",
    "feed_seen_at",
    "feed_unit",
]  # what the feed said is history by itself


class OfferTranslation(TranslationOptions):
    fields = ("title", "duties", "requirements", "pay_note", "apply_note", "required_documents")


translator.register(Offer, OfferTranslation)

# The row as it was, at each change: an offer that never changes costs nothing.
pghistory.track(
    pghistory.UpdateEvent(row=pghistory.Old, condition=pghistory.AnyChange(exclude=_FEED_ONLY)),
    pghistory.DeleteEvent(),
    exclude=_FEED_ONLY,
)(Offer)
for model in (Employer, Workplace, OfferLanguage):
    pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())(model)

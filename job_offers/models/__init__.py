"""Employers with their workplaces, their offers, and the narrow table the public board reads."""

from job_offers.models.board import BoardEntry, SearchMiss
from job_offers.models.employers import Employer, Workplace
from job_offers.models.imports import FeedFinding, FeedImport
from job_offers.models.offers import TRANSITIONS, Offer, OfferLanguage, OfferQuerySet

__all__ = [
    "TRANSITIONS",
    "BoardEntry",
    "Employer",
    "FeedFinding",
    "FeedImport",
    "Offer",
    "OfferLanguage",
    "OfferQuerySet",
    "SearchMiss",
    "Workplace",
]

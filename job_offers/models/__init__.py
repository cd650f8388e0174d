"""Employers with their workplaces, their offers, and the narrow table the public board reads."""

from job_offers.models.board import BoardEntry, SearchMiss
from job_offers.models.employers import Employer, EmployerLanguage, Workplace
from job_offers.models.imports import FeedFinding, FeedImport
from job_offers.models.offers import (
    TRANSITIONS,
    Offer,
    OfferApplyLanguage,
    OfferLanguage,
    OfferLicence,
    OfferQuerySet,
)

__all__ = [
    "TRANSITIONS",
    "BoardEntry",
    "Employer",
    "EmployerLanguage",
    "FeedFinding",
    "FeedImport",
    "Offer",
    "OfferApplyLanguage",
    "OfferLanguage",
    "OfferLicence",
    "OfferQuerySet",
    "SearchMiss",
    "Workplace",
]

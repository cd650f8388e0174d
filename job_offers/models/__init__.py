"""Employers with their workplaces, their offers, and the narrow table the public board reads."""

from job_offers.models.alerts import Alert
from job_offers.models.asking import OfferQuestion, ProblemReport
from job_offers.models.board import BoardEntry, SearchMiss
from job_offers.models.contacts import EmployerContact
from job_offers.models.employers import Employer, EmployerLanguage, Workplace
from job_offers.models.enquiries import EmployerEnquiry, EmployerEnquiryQuerySet
from job_offers.models.feed_calls import FeedCall
from job_offers.models.imports import FeedChange, FeedFinding, FeedImport
from job_offers.models.links import EmployerLink, EmployerLinkQuerySet
from job_offers.models.offers import (
    TRANSITIONS,
    Offer,
    OfferApplyLanguage,
    OfferLanguage,
    OfferLicence,
    OfferQuerySet,
)
from job_offers.models.overrides import Override
from job_offers.models.saved_filters import SavedFilter
from job_offers.models.signs import JobSign, SignText
from job_offers.models.visits import VISIT_TRANSITIONS, CallBack, FieldVisit

__all__ = [
    "TRANSITIONS",
    "VISIT_TRANSITIONS",
    "Alert",
    "BoardEntry",
    "CallBack",
    "Employer",
    "EmployerContact",
    "EmployerEnquiry",
    "EmployerEnquiryQuerySet",
    "EmployerLanguage",
    "EmployerLink",
    "EmployerLinkQuerySet",
    "FeedCall",
    "FeedChange",
    "FeedFinding",
    "FeedImport",
    "FieldVisit",
    "JobSign",
    "Offer",
    "OfferApplyLanguage",
    "OfferLanguage",
    "OfferLicence",
    "OfferQuerySet",
    "OfferQuestion",
    "Override",
    "ProblemReport",
    "SavedFilter",
    "SearchMiss",
    "SignText",
    "Workplace",
]

"""Questions and reports as readers leave them, through the services."""

from uuid import uuid4

from job_offers.asking.services import ask_about_offer, report_problem
from job_offers.asking.vocabulary import Problem
from tests.job_offers.factories import PublishedFactory


def asked(offer=None, **values):
    """The enquiry of somebody who asks about ``offer``."""
    values = {"surname": "Ірина Коваль", "phone": "+380505550188", "language": "uk"} | values
    return ask_about_offer(offer=offer or PublishedFactory(), values=values, key=uuid4())


def reported(offer=None, problem=Problem.NO_ANSWER, words="", **values):
    values = {"problem": problem, "words": words, "language": "uk"} | values
    return report_problem(offer=offer or PublishedFactory(), values=values, key=uuid4())

"""Links as employers get them."""

from job_offers.confirming import links
from job_offers.models import EmployerLink
from tests.job_offers.factories import PublishedFactory


def page_of(token, language="pl"):
    return f"/{language}/employers/confirm/{token}/"


def asked(**offer) -> tuple[EmployerLink, str]:
    """A link for a new offer on the board, and its token."""
    return links.make(PublishedFactory(**offer), by=None)

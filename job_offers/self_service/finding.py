"""Which employers an offer from outside may be of, and which offers it may repeat."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from job_offers.models import Employer, EmployerEnquiry, Offer
from pup_portal.fields import sort_key

MOST = 5
ALIKE = 88  # of 100: "Piekarnia Zdrój" and "Piekarnia „Zdrój” sp. z o.o."
_REASONS = {
    "nip": _("the same NIP"),
    "phone": _("the same phone"),
    "email": _("the same e-mail"),
    "name": _("a similar name"),
}


@dataclass(frozen=True)
class LikelyEmployer:
    employer: Employer
    reasons: tuple[Promise | str, ...]


def likely_employers(enquiry: EmployerEnquiry) -> list[LikelyEmployer]:
    """Employers we know that may have sent ``enquiry``, the surest first, at most ``MOST``; in one query."""
    words = sort_key(enquiry.employer_name)
    first = words.partition(" ")[0]
    known = Q(name_key__contains=first) if len(first) > 2 else Q(name_key=words)
    for name in ("nip", "phone", "email"):
        if value := getattr(enquiry, name):
            known |= Q(**{name: value})
    found = []
    for employer in Employer.objects.select_related("place").filter(known).order_by("name_key", "pk")[:200]:
        same = [name for name in ("nip", "phone", "email") if _same(enquiry, employer, name)]
        likeness = fuzz.token_set_ratio(words, employer.name_key)
        if likeness >= ALIKE:
            same.append("name")
        if same:
            found.append(
                (len(same), likeness, LikelyEmployer(employer, tuple(_REASONS[name] for name in same)))
            )
    found.sort(key=lambda one: one[:2], reverse=True)
    return [likely for _count, _likeness, likely in found[:MOST]]


def likely_offers(enquiry: EmployerEnquiry) -> QuerySet[Offer]:
    """Open offers that ``enquiry`` may repeat: the same phone or NIP, and the same position."""
    of_them = Q(contact_phone=enquiry.phone) if enquiry.phone else Q(pk=None)
    if enquiry.nip:
        of_them |= Q(employer__nip=enquiry.nip)
    return Offer.objects.open().filter(of_them, title_pl__iexact=enquiry.title).for_list()[:MOST]


def _same(enquiry: EmployerEnquiry, employer: Employer, name: str) -> bool:
    return bool(getattr(enquiry, name)) and getattr(enquiry, name) == getattr(employer, name)

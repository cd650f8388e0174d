"""An offer as schema.org JobPosting."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from job_offers import facts, texts
from job_offers.models import Offer
from job_offers.poster import public_address
from translations.models import Status

# Kinds of contract schema.org has a word for; the part of full time decides between the first two.
_TEMPORARY = frozenset({"fixed_term", "replacement", "harvest", "for_task"})
_CONTRACTOR = frozenset({"mandate", "specific_work", "agency", "management"})
# What engines understand as "the employer does not want to be named".
_UNNAMED = "confidential"
# No mark that could end the element, or begin another, reaches the page.
_ESCAPES = {ord(mark): f"\\u{ord(mark):04X}" for mark in "<>&\u2028\u2029"}
_UNITS = {Offer.PayUnit.HOUR: "HOUR", Offer.PayUnit.MONTH: "MONTH"}


def job_posting(offer: Offer, language: str, status: Status) -> dict[str, Any]:
    """The offer in ``language``, in Polish where no reviewed translation exists (see ``inLanguage``)."""
    text = texts.for_reader(offer, language, status)
    with override(text.language):
        posting = {
            "@type": "JobPosting",
            "@id": public_address(offer, language),
            "url": public_address(offer, language),
            "identifier": str(offer.public_id),
            "inLanguage": text.language,
            "title": text.title,
            "description": "\n\n".join(filter(None, [text.duties, text.requirements])) or text.title,
            "datePosted": offer.published_at,
            "validThrough": offer.valid_until,
            "employmentType": _employment_types(offer),
            "hiringOrganization": _organisation(offer),
            "directApply": False,  # the page tells whom to call; nobody applies on it
            "jobLocation": _location(offer),
            "totalJobOpenings": offer.posts,
            "baseSalary": _salary(offer),
            "workHours": facts.hours(offer),
            "jobBenefits": ", ".join(facts.benefits(offer)),
            "jobImmediateStart": offer.starts_at_once,
            "jobStartDate": offer.starts_on,
            "sameAs": offer.source_url,
        }
    return {name: value for name, value in posting.items() if value not in (None, "", [])}


def as_script(posting: dict[str, Any]) -> SafeString:
    """``posting`` as data in a page, for engines; browsers run nothing of it."""
    text = json.dumps({"@context": "https://schema.org"} | posting, cls=DjangoJSONEncoder, ensure_ascii=False)
    safe = mark_safe(text.translate(_ESCAPES))  # noqa: S308  # nosec B308 B703 - escaped in this very line
    return format_html('<script type="application/ld+json">{}</script>', safe)


def _employment_types(offer: Offer) -> list[str]:
    code = offer.contract.code if offer.contract else ""
    types = []
    if offer.working_time is not None:
        types.append("FULL_TIME" if offer.working_time == 1 else "PART_TIME")
    if code in _TEMPORARY or offer.is_temporary:
        types.append("TEMPORARY")
    if code in _CONTRACTOR:
        types.append("CONTRACTOR")
    return types or ["OTHER"]


def _organisation(offer: Offer) -> dict[str, str] | str:
    name = facts.employer(offer)
    return {"@type": "Organization", "name": name} if name else _UNNAMED


def _location(offer: Offer) -> dict[str, Any] | None:
    town = offer.place_name or (offer.place.name_pl if offer.place else "")
    if not town:
        return None
    address = {"@type": "PostalAddress", "addressLocality": town, "addressCountry": "PL"}
    if offer.street_address and offer.shows_employer:
        address["streetAddress"] = offer.street_address
    return {"@type": "Place", "address": address}


def _salary(offer: Offer) -> dict[str, Any] | None:
    """Gross pay only: schema.org has no word for what is left after tax."""
    if offer.lowest_pay is None or not offer.is_gross:
        return None
    ends = {"minValue": offer.pay_from, "maxValue": offer.pay_to}
    value = {name: float(end) for name, end in ends.items() if end is not None}
    unit = _UNITS[Offer.PayUnit(offer.pay_unit)]
    return {
        "@type": "MonetaryAmount",
        "currency": "PLN",
        "value": {"@type": "QuantitativeValue", "unitText": unit} | value,
    }

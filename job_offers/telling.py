"""What the histories of an offer and of an employer tell, beside the record itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act
from job_offers.models import (
    CallBack,
    Employer,
    EmployerContact,
    FieldVisit,
    JobSign,
    Offer,
    OfferLanguage,
    Override,
    Workplace,
)
from pup_portal import history
from pup_portal.history import Part, part
from pup_portal.history.forgetting import event_models
from pup_portal.history.parts import own, pairs
from translations.coded import money
from translations.models import Translation

# How the feed names an offer; told when it came, and never again.
_OF_THE_FEED = frozenset({"source_id", "source_url"})

_OF_THE_MACHINE = frozenset({"source_hash", "version", "drafted_at"})
_OF_LANGUAGES = {
    "language": _("language"),
    "speech": _("speech"),
    "writing": _("writing"),
    "is_required": _("required"),
}


def of_offer(offer: Offer, reader: User) -> Iterator[Part]:
    """Where the work is done is told as long as the offer names that workplace, and of those it named before."""
    yield own(offer, withheld=_OF_THE_FEED, readings={name: _money(name) for name in ("pay_from", "pay_to")})
    yield pairs(offer, "licences")
    yield pairs(offer, "apply_languages")
    yield replace(
        part(OfferLanguage, offer=offer),
        heading=_("language needed"),
        named_by="language",
        labels=_OF_LANGUAGES,
    )
    yield replace(part(Override, offer=offer), named_by="check_code")
    (offers,) = event_models(Offer)
    named = offers._default_manager.filter(pgh_obj=offer.pk, workplace__isnull=False).values("workplace")
    yield replace(part(Workplace, withheld=["employer"], pgh_obj__in=named), named_by="name")
    if reader.may(Act.SEE_TRANSLATIONS):
        translation = Translation.objects.of(Offer).filter(object_id=offer.pk).values("pk")
        steps = part(Translation, withheld=_OF_THE_MACHINE, pgh_obj__in=translation)
        yield replace(steps, heading=_("Ukrainian text"))


def of_employer(employer: Employer, reader: User) -> Iterator[Part]:
    yield own(employer)
    yield pairs(employer, "languages_at_work")
    yield replace(part(Workplace, employer=employer), named_by="name")
    yield replace(part(EmployerContact, employer=employer), named_by="name")
    yield replace(part(FieldVisit, employer=employer), named_by="day")
    yield replace(part(CallBack, employer=employer), named_by="due_on")
    signs = part(JobSign, workplace__in=employer.workplaces.values("pk"))
    yield replace(signs, named_by="workplace", withheld=frozenset())


def tell_all() -> None:
    history.tell(Offer, of_offer)
    history.tell(Employer, of_employer)


def _money(name: str) -> Callable[[Any], str]:
    return lambda row: "" if getattr(row, name) is None else money(getattr(row, name))

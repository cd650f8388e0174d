"""Everything that changes an offer left by an employer."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import Employer, EmployerEnquiry, Offer
from job_offers.self_service import emptying
from job_offers.self_service.vocabulary import ClosedBecause, EnquiryState
from job_offers.services.employers import create_employer
from job_offers.services.offers import create_offer
from pup_portal.db import DomainError, sent_before
from pup_portal.tracking import acting
from reference.models import Term, Vocabulary
from registration.enquiries.numbers import new_number

# More unread offers than a desk ever has: whoever fills the inbox with nonsense fills no disk.
MOST_WAITING = 2_000
_NUMBERS_TRIED = 20
SENT = frozenset(
    {
        *("employer_name", "nip", "contact_name", "phone", "email", "title", "posts", "place", "description"),
        *(
            "pay_from",
            "pay_to",
            "pay_unit",
            "has_lodging",
            "agrees_to_publish",
            "agrees_to_translate",
            "language",
        ),
    }
)


class InboxFull(DomainError):
    """So many offers wait that no more are taken."""


class NotPossible(DomainError):
    """This step cannot follow the present state: a colleague was faster."""


@transaction.atomic
def receive_enquiry(
    *, values: Mapping[str, Any], key: UUID, looks_like_spam: bool = False
) -> EmployerEnquiry:
    """Keep what an employer left, once per ``key``; raises ``InboxFull``.

    What looks like spam is kept apart for some days, in case the sign was wrong, and tells its sender nothing.
    """
    unknown = values.keys() - SENT
    if unknown:
        raise ValueError(f"not part of an employer's enquiry: {sorted(unknown)}")
    known = sent_before(EmployerEnquiry.objects.all(), key)
    if known is not None:
        return known
    state = EnquiryState.SPAM if looks_like_spam else EnquiryState.NEW
    if EmployerEnquiry.objects.filter(state=state)[: MOST_WAITING + 1].count() > MOST_WAITING:
        raise InboxFull
    return EmployerEnquiry.objects.create(public_id=key, number=_free_number(), state=state, **values)


@transaction.atomic
def take_enquiry(*, enquiry: EmployerEnquiry, by: User, employer: Employer | None = None) -> Offer:
    """Write the enquiry down as a draft of ``employer``, or of a new one; a second time gives the first offer.

    Raises ``NotPossible``, or ``DuplicateEmployer`` when a new employer has the NIP of one we know. The record of
    a known employer is not changed by what a stranger typed.
    """
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.TAKEN and enquiry.offer is not None:
        return enquiry.offer
    _demand(enquiry, EnquiryState.TAKEN)
    employer = employer or create_employer(facts=_employer_of(enquiry), by=by)
    enquiry.offer = create_offer(facts=_offer_of(enquiry), by=by, employer=employer)
    _step(enquiry, EnquiryState.TAKEN, by)
    return enquiry.offer


@transaction.atomic
def close_enquiry(*, enquiry: EmployerEnquiry, reason: ClosedBecause, by: User) -> EmployerEnquiry:
    """End the work with what becomes no offer; an employer who takes it back is forgotten at once."""
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.CLOSED:
        return enquiry
    _demand(enquiry, EnquiryState.CLOSED)
    enquiry.closed_because = reason
    _step(enquiry, EnquiryState.CLOSED, by)
    if reason == ClosedBecause.WITHDRAWN:
        emptying.empty(EmployerEnquiry.objects.filter(pk=enquiry.pk))
    return enquiry


@transaction.atomic
def mark_spam(*, enquiry: EmployerEnquiry, by: User) -> EmployerEnquiry:
    """Put it aside as nobody's offer; it is deleted some days later."""
    enquiry = _locked(enquiry)
    if enquiry.state != EnquiryState.SPAM:
        _demand(enquiry, EnquiryState.SPAM)
        _step(enquiry, EnquiryState.SPAM, by)
    return enquiry


@transaction.atomic
def reopen_enquiry(*, enquiry: EmployerEnquiry, by: User) -> EmployerEnquiry:
    """Bring it back to the brokers: no spam, or closed too early."""
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.NEW:
        return enquiry
    _demand(enquiry, EnquiryState.NEW)
    if enquiry.erased_at is not None:
        raise NotPossible(_("This offer was erased; nothing is left to go back to."))
    enquiry.closed_because = ""
    _step(enquiry, EnquiryState.NEW, by)
    return enquiry


def _employer_of(enquiry: EmployerEnquiry) -> dict[str, Any]:
    said_by = enquiry.contact_name or enquiry.employer_name
    return {
        "name": enquiry.employer_name,
        "nip": enquiry.nip,
        "phone": enquiry.phone,
        "email": enquiry.email,
        "place": enquiry.place,
        "consent_to_publish_said_by": said_by[:120] if enquiry.agrees_to_publish else "",
        "consent_to_translate_said_by": said_by[:120] if enquiry.agrees_to_translate else "",
    }


def _offer_of(enquiry: EmployerEnquiry) -> dict[str, Any]:
    copied = ("posts", "place", "pay_from", "pay_to", "pay_unit", "has_lodging")
    return {
        **{name: getattr(enquiry, name) for name in copied},
        "source": Offer.Source.EMPLOYER,
        "title_pl": enquiry.title,
        "duties_pl": enquiry.description,
        "contact_phone": enquiry.phone,
        "contact_email": enquiry.email,
        "apply_route": Term.objects.of(Vocabulary.APPLY_ROUTE).filter(code="employer").first(),
        "identity_consent": enquiry.agrees_to_publish,
        "translation_consent": enquiry.agrees_to_translate,
    }


def _locked(enquiry: EmployerEnquiry) -> EmployerEnquiry:
    return EmployerEnquiry.objects.select_for_update(of=("self",)).get(pk=enquiry.pk)


def _demand(enquiry: EmployerEnquiry, to: EnquiryState) -> None:
    if not enquiry.may_become(to):
        raise NotPossible(
            _("This has been dealt with already: %(state)s.") % {"state": enquiry.get_state_display()}
        )


def _step(enquiry: EmployerEnquiry, to: EnquiryState, by: User) -> None:
    enquiry.state, enquiry.handled_at, enquiry.handled_by = to, timezone.now(), by
    with acting(by):
        enquiry.save(update_fields=["state", "closed_because", "offer", "handled_at", "handled_by"])


def _free_number() -> str:
    """A number no other has; the chance that all that are tried are taken is none."""
    tried = {new_number() for _time in range(_NUMBERS_TRIED)}
    taken = set(EmployerEnquiry.objects.filter(number__in=tried).values_list("number", flat=True))
    return min(tried - taken)

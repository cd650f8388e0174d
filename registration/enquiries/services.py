"""Everything that changes an enquiry."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, sent_before
from pup_portal.tracking import acting
from registration.enquiries import emptying
from registration.enquiries.numbers import new_number
from registration.enquiries.vocabulary import ClosingReason, EnquiryKind, EnquiryState
from registration.freezing import check_not_restricted
from registration.models import Client, Enquiry
from registration.services import SimilarPeople, take_in_client

__all__ = [
    "ClientClosed", "InboxFull", "NotPossible", "SimilarPeople", "close_enquiry", "link_enquiry", "mark_spam",
    "receive_enquiry", "reopen_enquiry", "take_in_enquiry",
]  # fmt: skip

# More unread enquiries than a desk ever has: whoever fills the inbox with nonsense fills no disk.
MOST_WAITING = 3_000
_NUMBERS_TRIED = 20
SENT = frozenset(
    {"surname", "given_names", "phone", "language", "place", "accommodation", "stay", "looks_for"}
)


class InboxFull(DomainError):
    """So many enquiries wait that no more are taken."""


class NotPossible(DomainError):
    """This step cannot follow the present state: a colleague was faster."""


class ClientClosed(DomainError):
    """The record was merged or erased: nothing can be joined to it."""


@transaction.atomic
def receive_enquiry(
    *,
    values: Mapping[str, Any],
    key: UUID,
    kind: EnquiryKind = EnquiryKind.PRE_INTAKE,
    looks_like_spam: bool = False,
) -> Enquiry:
    """Keep what somebody left for the desk, once per ``key``; raises ``InboxFull``.

    What looks like spam is kept apart for some days, in case the sign was wrong, and tells its sender nothing.
    """
    unknown = values.keys() - SENT
    if unknown:
        raise ValueError(f"not part of an enquiry: {sorted(unknown)}")
    known = sent_before(Enquiry.objects.all(), key)
    if known is not None:
        return known
    state = EnquiryState.SPAM if looks_like_spam else EnquiryState.NEW
    if Enquiry.objects.filter(state=state)[: MOST_WAITING + 1].count() > MOST_WAITING:
        raise InboxFull
    return Enquiry.objects.create(public_id=key, number=_free_number(), kind=kind, state=state, **values)


@transaction.atomic
def take_in_enquiry(
    *, enquiry: Enquiry, values: Mapping[str, Any], by: User, unless_similar: bool = False
) -> Client:
    """Open the record of whoever sent ``enquiry`` and join it; a second time gives the first record.

    Raises ``NotPossible``, and what ``registration.services.take_in_client`` raises.
    """
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.TAKEN and enquiry.client is not None:
        return enquiry.client
    _demand(enquiry, EnquiryState.TAKEN)
    client = take_in_client(values=values, by=by, unless_similar=unless_similar)
    _join(enquiry, client, by)
    return client


@transaction.atomic
def link_enquiry(*, enquiry: Enquiry, client: Client, by: User) -> Enquiry:
    """Join ``enquiry`` to somebody who is a client already. The record itself does not change.

    Raises ``NotPossible``, ``ClientClosed`` or ``registration.freezing.Restricted``.
    """
    client = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    if not client.is_active:
        raise ClientClosed(_("This record is closed: it was merged or erased."))
    check_not_restricted(client)
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.TAKEN and enquiry.client_id == client.pk:
        return enquiry
    _demand(enquiry, EnquiryState.TAKEN)
    _join(enquiry, client, by)
    return enquiry


@transaction.atomic
def close_enquiry(*, enquiry: Enquiry, reason: ClosingReason, by: User) -> Enquiry:
    """End the work with an enquiry that made nobody a client; whoever wants to be forgotten is, at once."""
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.CLOSED:
        return enquiry
    _demand(enquiry, EnquiryState.CLOSED)
    _step(enquiry, EnquiryState.CLOSED, by, reason=reason)
    if reason == ClosingReason.WITHDRAWN:
        emptying.empty(Enquiry.objects.filter(pk=enquiry.pk))
    return enquiry


@transaction.atomic
def mark_spam(*, enquiry: Enquiry, by: User) -> Enquiry:
    """Put it aside as nobody's wish; it is deleted some days later."""
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.SPAM:
        return enquiry
    _demand(enquiry, EnquiryState.SPAM)
    _step(enquiry, EnquiryState.SPAM, by)
    return enquiry


@transaction.atomic
def reopen_enquiry(*, enquiry: Enquiry, by: User) -> Enquiry:
    """Bring it back to the desk: no spam, closed too early, or joined to the wrong person.

    The time after which it is forgotten starts anew.
    """
    enquiry = _locked(enquiry)
    if enquiry.state == EnquiryState.NEW:
        return enquiry
    _demand(enquiry, EnquiryState.NEW)
    if enquiry.erased_at is not None:
        raise NotPossible(_("This enquiry was erased; nothing is left to go back to."))
    check_not_restricted(enquiry.client)
    enquiry.state, enquiry.closing_reason, enquiry.client = EnquiryState.NEW, "", None
    enquiry.handled_at, enquiry.handled_by = timezone.now(), by
    with acting(by):
        enquiry.save(update_fields=["state", "closing_reason", "client", "handled_at", "handled_by"])
    return enquiry


def _locked(enquiry: Enquiry) -> Enquiry:
    return Enquiry.objects.select_for_update(of=("self",)).get(pk=enquiry.pk)


def _demand(enquiry: Enquiry, to: EnquiryState) -> None:
    if not enquiry.may_become(to):
        raise NotPossible(
            _("This enquiry has been dealt with already: %(state)s.") % {"state": enquiry.get_state_display()}
        )


def _join(enquiry: Enquiry, client: Client, by: User) -> None:
    enquiry.client = client
    _step(enquiry, EnquiryState.TAKEN, by)


def _step(enquiry: Enquiry, to: EnquiryState, by: User, *, reason: str = "") -> None:
    enquiry.state, enquiry.closing_reason = to, reason
    enquiry.handled_at, enquiry.handled_by = timezone.now(), by
    with acting(by):
        enquiry.save(update_fields=["state", "closing_reason", "client", "handled_at", "handled_by"])


def _free_number() -> str:
    """A number nobody has; the chance that all that are tried are taken is none."""
    tried = {new_number() for _time in range(_NUMBERS_TRIED)}
    taken = set(Enquiry.objects.filter(number__in=tried).values_list("number", flat=True))
    return min(tried - taken)

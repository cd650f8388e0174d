"""Asking, deciding, restricting, holding and merging. What is approved is done by ``registration.doing``."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal import person_data
from pup_portal.background import send_on_commit
from pup_portal.db import DomainError, refused
from registration import erasing
from registration.models import (
    Client,
    LegalHold,
    Restriction,
    RetentionNotice,
    RightsRequest,
    RightsWork,
)
from registration.stamping import STAMPED, stamp
from registration.vocabulary import Right, RightsState


class AskedAlready(DomainError):
    """The same is asked for and not decided, or not done yet."""


class StepNotPossible(DomainError):
    """The request, restriction or record is no longer in the state for this step."""


class SamePerson(DomainError):
    """Who asked cannot decide."""


class HasToStay(DomainError):
    """The data must not be erased now; the message says why."""


@transaction.atomic
def ask(*, client: Client, right: Right, reason: str, by: User) -> RightsRequest:
    """Ask for an export or an erasure. Raises ``AskedAlready``, or ``StepNotPossible`` for a closed record."""
    client = _locked(client)
    with refused(rightsrequest_is_open_once=AskedAlready(_("The same is asked for already."))):
        return RightsRequest.objects.create(client=client, right=right, reason=reason, asked_by=by)


@transaction.atomic
def withdraw(*, request: RightsRequest, by: User) -> RightsRequest:
    """Take back what nobody has decided yet; taking it back twice changes nothing."""
    return _decide(request, RightsState.WITHDRAWN, by, answer="")


@transaction.atomic
def approve(*, request: RightsRequest, by: User, answer: str = "") -> RightsRequest:
    """Approve and owe the work. Raises ``SamePerson``, ``StepNotPossible``, or ``HasToStay`` for an erasure."""
    held = _locked_request(request)
    if held.is_waiting and held.is_erasure:
        client = Client.objects.select_for_update(of=("self",)).get(pk=held.client_id)
        if reasons := erasing.obstacles(client, timezone.localdate()):
            raise HasToStay(" ".join(reasons))
    is_new = held.is_waiting
    held = _decide(held, RightsState.APPROVED, by, answer=answer)
    if is_new:
        send_on_commit(RightsWork.objects.create(request=held))
    return held


@transaction.atomic
def refuse(*, request: RightsRequest, by: User, answer: str) -> RightsRequest:
    """Refuse with the reason that the person will be told. Raises ``SamePerson`` or ``StepNotPossible``."""
    return _decide(request, RightsState.REFUSED, by, answer=answer)


@transaction.atomic
def restrict(*, client: Client, reason: str, by: User) -> Client:
    """Freeze the record: it is kept, shown to who answers for papers, and changed by nobody."""
    client = _locked(client)
    if client.is_restricted:
        return client
    Restriction.objects.create(client=client, reason=reason, set_by=by)
    return _set_restricted(client, by, is_restricted=True)


@transaction.atomic
def lift_restriction(*, client: Client, reason: str, by: User) -> Client:
    """Let the record be used again. The person is told before (GDPR art. 18(3)); ``reason`` says how."""
    client = _locked(client)
    if not client.is_restricted:
        return client
    Restriction.objects.filter(client=client, lifted_at=None).update(
        lift_reason=reason, lifted_at=timezone.now(), lifted_by=by
    )
    return _set_restricted(client, by, is_restricted=False)


@transaction.atomic
def place_hold(*, client: Client, reason: str, source: str, holds_until: date | None, by: User) -> LegalHold:
    """Say that the data must stay, on what basis and until when."""
    return LegalHold.objects.create(
        client=_locked(client), reason=reason, source=source, holds_until=holds_until, placed_by=by
    )


@transaction.atomic
def lift_hold(*, hold: LegalHold, by: User) -> None:
    """End the hold; one that is over already stays as it was."""
    LegalHold.objects.filter(pk=hold.pk, lifted_at=None).update(lifted_at=timezone.now(), lifted_by=by)


@transaction.atomic
def merge_clients(*, keep: Client, gone: Client, by: User) -> Client:
    """Give everything about ``gone`` to ``keep``; both must be open and free to change."""
    if keep.pk == gone.pk:
        raise StepNotPossible(_("A record cannot be merged into itself."))
    held = {row.pk: row for row in _both_locked(keep, gone)}
    if any(row.is_restricted for row in held.values()):
        raise StepNotPossible(
            _("The use of this person's data is restricted; the record must not be changed.")
        )
    person_data.merge(keep=keep.pk, gone=gone.pk)
    kept = held[keep.pk]
    stamp(kept, by)
    kept.save(update_fields=STAMPED)
    return kept


@transaction.atomic
def mark_due_seen(*, up_to: int, by: User) -> int:
    """Say that a manager has seen the notices numbered ``up_to`` or less; say how many were new to them."""
    return RetentionNotice.objects.filter(pk__lte=up_to, seen_at=None).update(
        seen_at=timezone.now(), seen_by=by
    )


def _decide(request: RightsRequest, to: RightsState, by: User, *, answer: str) -> RightsRequest:
    held = _locked_request(request)
    if held.state == to:
        return held
    if not held.may_become(to):
        raise StepNotPossible(
            _("“%(to)s” cannot follow “%(now)s”.") % {"to": to.label, "now": held.get_state_display()}
        )
    held.state, held.answer, held.decided_at, held.decided_by = to, answer, timezone.now(), by
    same = SamePerson(_("Whoever asked cannot decide. Another manager has to."))
    with refused(rightsrequest_is_decided_by_another=same):
        held.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    return held


def _locked_request(request: RightsRequest) -> RightsRequest:
    return RightsRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)


def _locked(client: Client) -> Client:
    held = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    if not held.is_active:
        raise StepNotPossible(_("This record is closed: it was merged or erased."))
    return held


def _both_locked(one: Client, other: Client) -> list[Client]:
    """In the order of their numbers, so that two who merge at once cannot block each other."""
    return [_locked(client) for client in sorted((one, other), key=lambda client: client.pk)]


def _set_restricted(client: Client, by: User, *, is_restricted: bool) -> Client:
    client.is_restricted = is_restricted
    stamp(client, by)
    client.save(update_fields=["is_restricted", *STAMPED])
    return client

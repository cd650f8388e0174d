"""Everything that changes contacts, the care for a person, and the steps of the status afterwards."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, refused, sent_before
from pup_portal.tracking import acting
from reference.models import Term
from registration.locking import locked
from registration.models import Care, Client, Contact, StateChange
from registration.papers import outdating
from registration.rhythm import deadlines
from registration.rhythm.steps import check_day, standing
from registration.stamping import STAMPED, stamp
from registration.vocabulary import REGISTERED, ClientState


class InTheFuture(DomainError):
    """Nobody can have been in contact on a day that has not come."""


class PlanUpsideDown(DomainError):
    """The plan ends before it begins, or ends without having begun."""


class NothingToTakeBack(DomainError):
    """The person has had no status but the first, or the step is taken back already."""


@transaction.atomic
def record_contact(
    *, client: Client, values: Mapping[str, Any], by: User, public_id: UUID | None = None
) -> Contact:
    """Write down a contact, once per ``public_id``, and move the day of the next one.

    ``values``: ``happened_on``, ``means``, ``begun_by``, ``was_reached``, ``outcome``. Raises ``InTheFuture`` or
    ``NotEditable``.
    """
    client = locked(client)
    known = sent_before(Contact.objects.filter(client=client), public_id)
    if known is not None:
        return known
    if values["happened_on"] > timezone.localdate():
        raise InTheFuture(_("This day is in the future."))
    contact = Contact(
        client=client, recorded_by=by, **({"public_id": public_id} if public_id else {}), **values
    )
    with acting(by):
        contact.save(force_insert=True)
    deadlines.refresh([client.pk])
    return contact


@transaction.atomic
def void_contact(*, contact: Contact, reason: str, by: User) -> Contact:
    """Mark a mistaken entry; it no longer moves any day. Marking it twice changes nothing."""
    locked(contact.client)
    contact = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if contact.voided_at is not None:
        return contact
    contact.voided_at, contact.voided_by, contact.void_reason = timezone.now(), by, reason
    broken = DomainError(_("Say why the entry is a mistake."))
    with acting(by, reason=reason), refused(contact_is_void_by_somebody_for_a_reason=broken):
        contact.save(update_fields=["voided_at", "voided_by", "void_reason"])
    deadlines.refresh([contact.client_id])
    return contact


@transaction.atomic
def set_care(
    *,
    client: Client,
    looked_after_by: User | None,
    plan_starts_on: date | None,
    plan_ends_on: date | None,
    by: User,
) -> Care:
    """Say who looks after the person and from when to when a plan holds. Raises ``PlanUpsideDown``."""
    client = locked(client)
    care = Care.objects.select_for_update(of=("self",)).filter(client=client).first() or Care(client=client)
    care.looked_after_by = looked_after_by
    care.plan_starts_on, care.plan_ends_on = plan_starts_on, plan_ends_on
    care.changed_at, care.changed_by = timezone.now(), by
    upside_down = PlanUpsideDown(_("A plan must begin, and end no earlier than it begins."))
    with acting(by), refused(care_plan_ends_after_it_starts=upside_down):
        care.save()
    deadlines.refresh([client.pk])
    return care


@transaction.atomic
def correct_step(
    *, step: StateChange, effective_on: date, reason_term: Term | None, reason: str, why: str, by: User
) -> StateChange:
    """Mend the day or the reason of a step that stands; the history keeps what was there, and ``why``.

    Raises ``DayContradicts``, ``NothingToTakeBack`` for a step taken back meanwhile, or ``NotEditable``.
    """
    client = locked(step.client)
    step = _standing_step(step)
    check_day(client, effective_on, moved=step)
    step.effective_on, step.reason_term, step.reason = effective_on, reason_term, reason
    with acting(by, reason=why):
        step.save(update_fields=["effective_on", "reason_term", "reason"])
    deadlines.refresh([client.pk])
    return step


@transaction.atomic
def take_back_step(*, step: StateChange, why: str, by: User) -> Client:
    """Undo the last status, entered by mistake: the person has again the one before, and the step is marked.

    Raises ``NothingToTakeBack`` when the step is not the last that stands, or ``NotEditable``.
    """
    client = locked(step.client)
    steps = standing(client)
    if len(steps) < 2 or steps[-1].pk != step.pk:
        raise NothingToTakeBack(_("Only the last status can be taken back, and not the first one."))
    step = _standing_step(step)
    step.taken_back_at, step.taken_back_by, step.taken_back_reason = timezone.now(), by, why
    client.state = ClientState(step.from_state)
    if step.to_state in REGISTERED:
        before = [earlier for earlier in steps[:-1] if earlier.to_state in REGISTERED]
        client.registered_at = before[-1].changed_at if before else None
        client.registered_by = before[-1].changed_by if before else None
    stamp(client, by)
    with acting(by, reason=why):
        step.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_reason"])
        client.save(update_fields=["state", "registered_at", "registered_by", *STAMPED])
        outdating.mark_outdated(client)
    deadlines.refresh([client.pk])
    return client


def _standing_step(step: StateChange) -> StateChange:
    held = StateChange.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if held.taken_back_at is not None:
        raise NothingToTakeBack(_("This status was taken back meanwhile."))
    return held

"""The people at an employer's: who they are, and who is asked for first."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from job_offers.models import Employer, EmployerContact
from job_offers.services.conflicts import EditConflict
from pup_portal.db import DomainError, refused, sent_before
from pup_portal.history import forget_events
from pup_portal.tracking import acting


@transaction.atomic
def add_contact(
    *, employer: Employer, facts: Mapping[str, Any], by: User, public_id: UUID | None = None
) -> EmployerContact:
    """Write somebody down, once per ``public_id``. The first person of an employer is the one to ask for first."""
    known = sent_before(EmployerContact.objects.all(), public_id)
    if known is not None:
        return known
    contact = EmployerContact(employer=employer, **({"public_id": public_id} if public_id else {}))
    _store(contact, facts, by)
    return contact


@transaction.atomic
def change_contact(
    *, contact: EmployerContact, facts: Mapping[str, Any], version: int, by: User
) -> EmployerContact:
    """Store what was changed on a page that showed ``version``, or raise ``EditConflict``."""
    _in_turn(contact.employer)
    contact = EmployerContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if contact.version != version:
        raise EditConflict
    contact.version += 1
    _store(contact, facts, by)
    return contact


@transaction.atomic
def remove_contact(*, contact: EmployerContact, by: User) -> None:
    """Forget a person, history included: somebody who has left the employer need not be known here.

    The next one by name comes first then. Removing again changes nothing.
    """
    employer = _in_turn(contact.employer)
    with acting(by):
        EmployerContact.objects.filter(pk=contact.pk).delete()
        forget_events(EmployerContact, pgh_obj=contact.pk)
        forget_events(EmployerContact.languages.through, employercontact=contact.pk)
        left = employer.contacts.first()
        if left is not None and not left.is_primary:
            left.is_primary = True
            left.save(update_fields=["is_primary"])


def _store(contact: EmployerContact, facts: Mapping[str, Any], by: User) -> None:
    values = dict(facts)
    languages = values.pop("languages", None)
    for name, value in values.items():
        setattr(contact, name, value)
    others = _in_turn(contact.employer).contacts.exclude(pk=contact.pk)
    first = others.filter(is_primary=True)
    with acting(by), refused(**_refusals()):
        if contact.is_primary:
            first.update(is_primary=False)
        elif not first.exists():
            contact.is_primary = True
        contact.save()
        if languages is not None:
            contact.languages.set(languages)


def _in_turn(employer: Employer) -> Employer:
    """The employer, locked: who comes first is decided by one at a time."""
    return Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)


def _refusals() -> dict[str, DomainError]:
    return {"employercontact_can_be_reached": DomainError(_("Enter a phone or an e-mail."))}

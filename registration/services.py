"""Everything that changes a client's record."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pup_portal.db import DomainError, refused, sent_before, take_turns
from pup_portal.tracking import acting
from reference.models import Term
from registration import keys
from registration.duplicates import similar_to
from registration.intake.required import PURPOSE_OF, missing_for
from registration.locking import NotEditable as NotEditable
from registration.locking import locked
from registration.merging.owing import owe_comparison, owe_if_telling
from registration.models import Care, Client, StateChange
from registration.papers import outdating
from registration.rhythm import deadlines
from registration.rhythm.steps import check_day
from registration.search import Found
from registration.stamping import STAMPED, stamp
from registration.vocabulary import CLOSED, REGISTERED, TRANSITIONS, ClientState

# What a form may set. Everything else about a client follows from an act of its own.
EDITABLE = frozenset(
    {
        "given_names_latin", "surname_latin", "given_names_cyrillic", "surname_cyrillic", "patronymic",
        "birth_date", "birth_date_precision", "birth_place", "sex", "citizenships",
        "pesel", "no_pesel_reason", "document_kind", "document_number", "document_expires_on",
        "phone", "email", "contact_language", "preferred_contact",
        "place", "accommodation", "street_address", "looks_for", "notes",
    }
)  # fmt: skip

DATED = frozenset(
    {"pesel", "no_pesel_reason", "citizenships", "document_expires_on", "place"}
)  # what days follow from, and what their lists are narrowed by
FOLLOWING = ("sort_key", "pesel_index", "document_index")  # columns made from those of a form


class PeselTaken(DomainError):
    """Another record holds this PESEL."""


class SimilarPeople(DomainError):
    """People in the register may be the one being taken in; ``found`` are they."""

    def __init__(self, found: list[Found]) -> None:
        super().__init__(_("Is it one of these people?"))
        self.found = found


class ChangedMeanwhile(DomainError):
    """Somebody saved the record after it was opened; ``version`` is the one it has now."""

    def __init__(self, version: int) -> None:
        super().__init__(_("Somebody else changed this record while you were writing."))
        self.version = version


class StateNotPossible(DomainError):
    """This status cannot follow the present one."""


class NotReady(DomainError):
    """Data that the law asks for is missing; ``missing`` names it."""

    def __init__(self, missing: list[str | Promise]) -> None:
        self.missing = missing
        super().__init__(
            _("Before registering, fill in: %(missing)s.") % {"missing": ", ".join(map(str, missing))}
        )


@transaction.atomic
def take_in_client(
    *, values: Mapping[str, Any], by: User, public_id: UUID | None = None, unless_similar: bool = False
) -> Client:
    """Open the record of a person as an enquiry, findable by every spelling, once per ``public_id``.

    Raises ``PeselTaken``; asked to, ``SimilarPeople`` as well. One at a time: else two colleagues who take
    the same person in at the same moment would not see each other's record.
    """
    take_turns("registration: taking a person in")
    known = sent_before(Client.objects.all(), public_id)
    if known is not None:
        return known
    if unless_similar and (similar := similar_to(values, Client.objects.visible_to(by).active())):
        raise SimilarPeople(similar)
    client = Client(created_by=by, updated_by=by, **({"public_id": public_id} if public_id else {}))
    _set(client, values)
    with acting(by):
        with refused(client_pesel_is_unique=_pesel_taken()):
            client.save()
        StateChange.objects.create(
            client=client, to_state=client.state, effective_on=timezone.localdate(), changed_by=by
        )
        Care.objects.create(client=client, looked_after_by=by, changed_by=by)
    keys.index(client)
    deadlines.refresh([client.pk])
    owe_comparison(client)
    return client


@transaction.atomic
def edit_client(
    *, client: Client, values: Mapping[str, Any], seen_version: int, by: User, reason: str = ""
) -> Client:
    """Store ``values`` if nobody saved the record since ``seen_version`` was shown; the history tells the reason.

    Raises ``ChangedMeanwhile``, ``NotEditable`` or ``PeselTaken``; nothing is stored then. Storing what is
    there already changes nothing.
    """
    client = locked(client)
    if client.version != seen_version:
        raise ChangedMeanwhile(client.version)
    changed = _set(client, values)
    if not changed:
        return client
    stamp(client, by)
    with acting(by, reason=reason), refused(client_pesel_is_unique=_pesel_taken()):
        client.save(update_fields=[*changed, *FOLLOWING, *STAMPED])
        outdating.mark_outdated(client)
    keys.index(client)
    if DATED.intersection(changed):
        deadlines.refresh([client.pk])
    owe_if_telling(client, changed)
    return client


@transaction.atomic
def change_state(
    *,
    client: Client,
    to: ClientState,
    effective_on: date,
    by: User,
    reason_term: Term | None = None,
    reason: str = "",
) -> Client:
    """Move the client to the status ``to`` from a day; to the same status again changes nothing.

    Raises ``StateNotPossible``, ``DayContradicts``, ``NotReady`` (for registering) or ``NotEditable``.
    """
    client = locked(client)
    if client.state == to:
        return client
    if to in CLOSED or to not in TRANSITIONS[ClientState(client.state)]:
        raise StateNotPossible(
            _("“%(to)s” cannot follow “%(now)s”.") % {"to": to.label, "now": client.get_state_display()}
        )
    if to in REGISTERED and (missing := missing_for(client, PURPOSE_OF[to], effective_on)):
        raise NotReady([item.label for item in missing])
    check_day(client, effective_on)
    change = StateChange(
        client=client,
        from_state=client.state,
        to_state=to,
        effective_on=effective_on,
        reason_term=reason_term,
        reason=reason,
        changed_by=by,
    )
    client.state = to
    if to in REGISTERED:
        client.registered_at, client.registered_by = change.changed_at, by
    stamp(client, by)
    with acting(by):
        change.save()
        client.save(update_fields=["state", "registered_at", "registered_by", *STAMPED])
        outdating.mark_outdated(client)
    deadlines.refresh([client.pk])
    return client


def _set(client: Client, values: Mapping[str, Any]) -> list[str]:
    """Put ``values`` on the client and say which differ; a place follows from a chosen accommodation."""
    unknown = values.keys() - EDITABLE
    if unknown:
        raise ValueError(f"not editable: {sorted(unknown)}")
    settled = dict(values)
    if (site := settled.get("accommodation")) is not None:
        settled["place"] = site.place
    changed = [name for name, value in settled.items() if getattr(client, name) != value]
    for name in changed:
        setattr(client, name, settled[name])
    return changed


def _pesel_taken() -> PeselTaken:
    return PeselTaken(_("A client with this PESEL is registered already."))

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
from registration import keys
from registration.closing import closed_because
from registration.duplicates import similar_to
from registration.models import Client, StateChange
from registration.readiness import missing_for_registration
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


class NotEditable(DomainError):
    """The record is merged, erased or restricted."""


class StateNotPossible(DomainError):
    """This status cannot follow the present one."""


class NotReady(DomainError):
    """Data that the law asks for is missing; ``missing`` names it."""

    def __init__(self, missing: list[Promise]) -> None:
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
    keys.index(client)
    return client


@transaction.atomic
def edit_client(
    *, client: Client, values: Mapping[str, Any], seen_version: int, by: User, reason: str = ""
) -> Client:
    """Store ``values`` if nobody saved the record since ``seen_version`` was shown; the history tells the reason.

    Raises ``ChangedMeanwhile``, ``NotEditable`` or ``PeselTaken``; nothing is stored then. Storing what is
    there already changes nothing.
    """
    client = _locked(client)
    if client.version != seen_version:
        raise ChangedMeanwhile(client.version)
    changed = _set(client, values)
    if not changed:
        return client
    stamp(client, by)
    with acting(by, reason=reason), refused(client_pesel_is_unique=_pesel_taken()):
        client.save(update_fields=[*changed, *FOLLOWING, *STAMPED])
    keys.index(client)
    return client


@transaction.atomic
def change_state(
    *, client: Client, to: ClientState, effective_on: date, by: User, reason: str = ""
) -> Client:
    """Move the client to the status ``to`` from a day; to the same status again changes nothing.

    Raises ``StateNotPossible``, ``NotReady`` (for registering) or ``NotEditable``.
    """
    client = _locked(client)
    if client.state == to:
        return client
    if to in CLOSED or to not in TRANSITIONS[ClientState(client.state)]:
        raise StateNotPossible(
            _("“%(to)s” cannot follow “%(now)s”.") % {"to": to.label, "now": client.get_state_display()}
        )
    if to in REGISTERED and (missing := missing_for_registration(client)):
        raise NotReady(missing)
    change = StateChange(
        client=client,
        from_state=client.state,
        to_state=to,
        effective_on=effective_on,
        reason=reason,
        changed_by=by,
    )
    client.state = to
    if to in REGISTERED:
        client.registered_at, client.registered_by = timezone.now(), by
    stamp(client, by)
    with acting(by):
        change.save()
        client.save(update_fields=["state", "registered_at", "registered_by", *STAMPED])
    return client


def _locked(client: Client) -> Client:
    held = Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    if reason := closed_because(held):
        raise NotEditable(reason)
    return held


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

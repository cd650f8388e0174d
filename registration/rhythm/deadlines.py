"""The days that follow from people's records, computed and stored: the worklists read them from indexes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from reference.rules import RuleKey
from registration.models import Care, Client, Contact, Deadlines, StateChange
from registration.rhythm import dues
from registration.vocabulary import CLOSED, REGISTERED, Citizenship, NoPesel

_COMPUTED = (
    *("looked_after_by_id", "place_id", "contact_on", "last_contact_on", "status_end_on"),
    *("no_pesel_since", "pesel_on", "document_on"),
)
# Who has not applied yet may be told by when; who waits, or does not want to say, is only followed up.
_NOT_APPLIED = frozenset({NoPesel.NOT_APPLIED, NoPesel.NOT_ASKED})


@dataclass(frozen=True)
class Known:
    """What is known of one person beside the record itself."""

    registered_on: date | None = None
    last_contact_on: date | None = None
    looked_after_by_id: int | None = None
    plan: tuple[date, date | None] | None = None
    no_pesel_since: date | None = None


@transaction.atomic
def refresh(clients: Collection[int]) -> int:
    """Make the stored days of these people (primary keys) true; say how many were not.

    The rows are locked before the rules are read: whoever changes a rule afterwards has them computed again.
    """
    _begin(clients)
    rows = list(
        Deadlines.objects.select_for_update(of=("self",)).filter(client__in=clients).order_by("client_id")
    )
    fresh = computed(
        Client.objects.filter(pk__in=clients), since={row.client_id: row.no_pesel_since for row in rows}
    )
    changed = [row for row in rows if row.client_id in fresh and _differs(row, fresh[row.client_id])]
    for row in changed:
        for name, value in fresh[row.client_id].items():
            setattr(row, name, value)
    Deadlines.objects.bulk_update(changed, [name.removesuffix("_id") for name in _COMPUTED], batch_size=500)
    return len(changed)


def computed(
    clients: Collection[Client] | Any, *, since: Mapping[int, date | None]
) -> dict[int, dict[str, Any]]:
    """The columns of ``Deadlines`` of each of ``clients``, by its primary key.

    ``since`` holds from when each is known to be without PESEL, as far as that is stored.
    """
    people = {client.pk: client for client in clients}
    rules, known = dues.rules_followed(), _known(list(people), since)
    return {pk: _days_of(client, known[pk], rules) for pk, client in people.items()}


def first_days(clients: Collection[Client]) -> list[Deadlines]:
    """Unsaved rows for people who were stored in bulk, with numbers and statuses already there."""
    days = computed(clients, since={client.pk: _day(client.created_at) for client in clients})
    return [Deadlines(client=client, **days[client.pk]) for client in clients]


def _begin(clients: Collection[int]) -> None:
    """A row for each; who was there before this table is without PESEL since being taken in, as far as we know.

    The records are held first, in the order of their numbers: whoever changes one comes here with it in hand.
    """
    held = Client.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    missing = held.filter(pk__in=clients, deadlines=None).only("pk", "created_at", "no_pesel_reason")
    rows = [
        Deadlines(client=client, no_pesel_since=_day(client.created_at) if client.no_pesel_reason else None)
        for client in missing
    ]
    Deadlines.objects.bulk_create(rows, ignore_conflicts=True)


def _known(clients: list[int], since: Mapping[int, date | None]) -> dict[int, Known]:
    reached = Contact.objects.counted().filter(client__in=clients).order_by()
    contacts = dict(reached.values_list("client").annotate(Max("happened_on")))
    steps = StateChange.objects.standing().filter(client__in=clients, to_state__in=REGISTERED).order_by()
    registered = dict(steps.values_list("client").annotate(Max("effective_on")))
    cares = {care.client_id: care for care in Care.objects.filter(client__in=clients)}
    return {
        pk: Known(
            registered_on=registered.get(pk),
            last_contact_on=contacts.get(pk),
            looked_after_by_id=cares[pk].looked_after_by_id if pk in cares else None,
            plan=_plan(cares.get(pk)),
            no_pesel_since=since.get(pk),
        )
        for pk in clients
    }


def _plan(care: Care | None) -> tuple[date, date | None] | None:
    if care is None or care.plan_starts_on is None:
        return None
    return care.plan_starts_on, care.plan_ends_on


def _days_of(client: Client, known: Known, rules: dues.Rules) -> dict[str, Any]:
    contact_on = status_end_on = None
    if client.state in REGISTERED and known.registered_on:
        since = max(known.registered_on, known.last_contact_on or known.registered_on)
        contact_on = dues.contact_due(rules, since, plan=known.plan)
        status_end_on = dues.due(rules.get(RuleKey.STATUS_LENGTH, ()), known.registered_on)
    is_open = client.state not in CLOSED
    without = (known.no_pesel_since or timezone.localdate()) if client.no_pesel_reason and is_open else None
    must_apply = client.no_pesel_reason in _NOT_APPLIED and Citizenship.UKR in client.citizenships
    apply_by = dues.due(rules.get(RuleKey.PESEL_APPLICATION, ()), without) if without and must_apply else None
    return {
        "looked_after_by_id": known.looked_after_by_id,
        "place_id": client.place_id,
        "contact_on": contact_on,
        "last_contact_on": known.last_contact_on,
        "status_end_on": status_end_on,
        "no_pesel_since": without,
        "pesel_on": apply_by,
        "document_on": client.document_expires_on if is_open else None,
    }


def _differs(row: Deadlines, fresh: Mapping[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in fresh.items())


def _day(moment: Any) -> date:
    return timezone.localdate(moment)

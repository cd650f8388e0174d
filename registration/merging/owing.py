"""Owing the search for duplicates of a client whose telling fields are new."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from pup_portal.background import OwedWork, send_on_commit
from registration.models import Client, Comparison

# What a search for duplicates compares. A change of anything else makes nobody more alike.
TELLING = frozenset(
    {
        "given_names_latin", "surname_latin", "given_names_cyrillic", "surname_cyrillic", "patronymic",
        "birth_date", "birth_date_precision", "sex", "pesel", "document_number", "phone", "email",
    }
)  # fmt: skip
AT_ONCE = 200


@transaction.atomic
def owe_comparison(client: Client) -> Comparison:
    """Owe it anew. A worker that is comparing what the client was before loses its lease, and its result."""
    row, is_new = Comparison.objects.select_for_update(of=("self",)).get_or_create(client=client)
    if not is_new:
        row.state, row.attempts, row.run_after = OwedWork.State.OWED, 0, timezone.now()
        row.lease = row.leased_until = row.finished_at = row.sent_at = None
        row.save()
    send_on_commit(row)
    return row


def owe_if_telling(client: Client, changed: Iterable[str]) -> None:
    if TELLING & set(changed):
        owe_comparison(client)


def owe_missing() -> int:
    """Owe what nobody owed: clients brought in many at once. Says how many there were."""
    rows = Client.objects.active().filter(comparison=None, is_restricted=False).order_by("-pk")[:AT_ONCE]
    for client in (missing := list(rows)):
        owe_comparison(client)
    return len(missing)

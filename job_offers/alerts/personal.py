"""A client's rights over alerts: theirs are those of an address that their record has or had."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from job_offers.models import Alert
from pup_portal.encrypted_fields import index_of, opened
from registration.correspondence import addresses_of

EXPORTED = ("public_id", "email", "query", "language", "asked_at", "confirmed_at")


def export(person: int) -> Iterator[dict[str, Any]]:
    for row in _alerts(person).order_by("pk").values(*EXPORTED):
        yield opened(Alert, row)


@transaction.atomic
def erase(person: int) -> None:
    _alerts(person).delete()


def _alerts(person: int) -> QuerySet[Alert]:
    indexes = [index_of(Alert, "email_index", address) for address in addresses_of(person)]
    return Alert.objects.filter(email_index__in=indexes)

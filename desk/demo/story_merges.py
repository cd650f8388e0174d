"""People of the demonstration who were taken in twice: one pair waits to be looked at, one for the manager."""

from datetime import date
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.permissions import Role
from pup_portal.tracking import acting
from registration.merging.finding import store
from registration.merging.likeness import likely
from registration.merging.services import ask
from registration.models import Client, LikelyPair, Merge
from registration.services import take_in_client
from registration.vocabulary import DatePrecision, NoPesel

_HEARD = "Na drugim zapisie jest pisownia ze słuchu; pani pokazała paszport."
_OKSANA: dict[str, Any] = {
    "given_names_cyrillic": "Оксана",
    "surname_cyrillic": "Чорновол",
    "given_names_latin": "Oksana",
    "surname_latin": "Chornovol",
    "birth_date": date(1988, 5, 17),
    "birth_date_precision": DatePrecision.DAY,
    "phone": "+380505559911",
    "no_pesel_reason": NoPesel.WAITING,
    "looks_for": "Робота швачкою, має досвід.",
}
_BY_EAR: dict[str, Any] = {
    "given_names_latin": "Oksana",
    "surname_latin": "Czornowoł",
    "birth_date": date(1988, 1, 1),
    "birth_date_precision": DatePrecision.YEAR,
    "phone": "+380505559911",
    "no_pesel_reason": NoPesel.NOT_ASKED,
    "looks_for": "Szycie, zapisana na spotkaniu.",
}
_PETRO: dict[str, Any] = {
    "given_names_cyrillic": "Петро",
    "surname_cyrillic": "Яворський",
    "given_names_latin": "Petro",
    "surname_latin": "Yavorskyi",
    "birth_date": date(1979, 11, 2),
    "birth_date_precision": DatePrecision.DAY,
    "phone": "+380505559912",
    "no_pesel_reason": NoPesel.NOT_AT_HAND,
    "looks_for": "Водій категорії C.",
}
_PIOTR = _PETRO | {
    "given_names_latin": "Petro",
    "surname_latin": "Jaworski",
    "phone": "+48415559913",
    "looks_for": "Zna także ciągnik.",
}


@transaction.atomic
def find(staff: dict[Role, User]) -> int:
    """Take the four in and compare them as the worker does, if nothing was found yet; how many pairs there are."""
    if not LikelyPair.objects.exists():
        coordinator, adviser = staff[Role.COORDINATOR], staff[Role.ADVISER]
        people = [
            take_in_client(values=values, by=by)
            for values, by in (
                (_OKSANA, coordinator),
                (_BY_EAR, adviser),
                (_PETRO, coordinator),
                (_PIOTR, adviser),
            )
        ]
        for client in people:
            store(client, likely(client, Client.objects.active().filter(is_restricted=False)))
        if not Merge.objects.exists():
            with acting(coordinator):
                ask(
                    keep=people[2],
                    gone=people[3],
                    chosen={"looks_for": "both"},
                    reason=_HEARD,
                    by=coordinator,
                )
    return LikelyPair.objects.count()

"""The clients of the demonstration: most invented by number, some whose record shows a case of its own."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from desk.demo.people import people
from reference.models import Accommodation
from registration.bulk import create_clients
from registration.models import Client
from registration.services import change_state, edit_client, take_in_client
from registration.vocabulary import ClientState, ContactLanguage, ContactWay, NoPesel

INVENTED = 36

# The ordinary exceptions: an earlier spelling in the passport, an apostrophe, no Latin name, no surname known.
_CASES: list[dict[str, Any]] = [
    {
        "given_names_cyrillic": "Олександр",
        "surname_cyrillic": "Ґудзь",
        "given_names_latin": "Aleksandr",
        "surname_latin": "Gudz",
        "phone": "+380505559901",
        "no_pesel_reason": NoPesel.WAITING,
        "contact_language": ContactLanguage.RUSSIAN,
        "looks_for": "Водій або комірник. У паспорті давнє написання імені.",
    },
    {
        "given_names_cyrillic": "Мар'яна",
        "surname_cyrillic": "Лук'яненко",
        "given_names_latin": "Mariana",
        "surname_latin": "Lukianenko",
        "phone": "+380505559902",
        "no_pesel_reason": NoPesel.NOT_APPLIED,
        "looks_for": "Робота поряд із готелем, двоє дітей у школі.",
    },
    {
        "given_names_cyrillic": "Зіновій",
        "surname_cyrillic": "Згурський",
        "no_pesel_reason": NoPesel.NOT_ASKED,
        "phone": "+48415559903",
        "looks_for": "Зателефонував на гарячу лінію, хоче працювати на будівництві.",
    },
    {
        "given_names_cyrillic": "Анна-Єва",
        "surname_cyrillic": "Шевченко",
        "given_names_latin": "Anna-Yeva",
        "surname_latin": "Shevchenko",
        "no_pesel_reason": NoPesel.NOT_AT_HAND,
        "looks_for": "Кондитерка, сертифікат є, переклад ще не зроблено.",
    },
]

_NOTES = (
    "Pan zna język polski w stopniu wystarczającym do pracy w magazynie. Ma prawo jazdy kategorii B i C, "
    "świadectwa kwalifikacji jeszcze nie wymienił. Prosi o telefon po południu, bo do tego czasu jest na kursie."
)
_MOVED = "Pan zgłosił zmiany osobiście w urzędzie."


def take_in(staff: dict[Role, User], *, seed: int) -> list[Client]:
    """Take everybody in, if nobody is there yet; give the clients in the order of their numbers."""
    if not Client.objects.exists():
        _take_in_all(staff, seed)
    return list(Client.objects.order_by("pk"))


@transaction.atomic
def _take_in_all(staff: dict[Role, User], seed: int) -> None:
    desk = [staff[Role.COORDINATOR], staff[Role.ADVISER]]
    for _stored in create_clients(people(range(1, INVENTED + 1), seed=seed, now=timezone.now(), by=desk)):
        pass
    sites = list(Accommodation.objects.order_by("pk"))
    for number, values in enumerate(_CASES):
        site = sites[number % len(sites)]
        client = take_in_client(values={**values, "accommodation": site}, by=staff[Role.COORDINATOR])
        if number % 2:
            yesterday = timezone.localdate() - timedelta(days=1)
            change_state(
                client=client, to=ClientState.SUPPORTED, effective_on=yesterday, by=staff[Role.COORDINATOR]
            )
        if number == 0:
            _look_after(client, staff)


def _look_after(client: Client, staff: dict[Role, User]) -> None:
    """What colleagues corrected in one record, so that its history has something to tell."""
    coordinator, adviser = staff[Role.COORDINATOR], staff[Role.ADVISER]
    for by, values, reason in (
        (adviser, {"phone": "+48415559904", "preferred_contact": ContactWay.CALL}, ""),
        (coordinator, {"notes": _NOTES}, ""),
        (adviser, {"notes": _NOTES.replace("po południu", "rano"), "accommodation": None}, _MOVED),
    ):
        client = edit_client(client=client, values=values, seen_version=client.version, by=by, reason=reason)
    day = timezone.localdate() - timedelta(days=1)
    change_state(client=client, to=ClientState.SUPPORTED, effective_on=day, by=coordinator, reason=_MOVED)

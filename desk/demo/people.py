"""Invented people, any number of them, the same for the same seed. Their PESELs are of the 2200s: nobody's."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from stdnum.pl import pesel as pesel_number

from accounts.models import User
from desk.demo.names import MEN, SURNAMES, WOMEN, surname
from reference.models import Accommodation, Place
from registration.models import Client
from registration.names import to_latin
from registration.vocabulary import ClientState, ContactLanguage, DatePrecision, NoPesel, Sex

_STATES = (
    *([ClientState.REGISTERED_UNEMPLOYED] * 4),
    *([ClientState.REGISTERED_JOB_SEEKER] * 2),
    *([ClientState.SUPPORTED] * 2),
    ClientState.ENQUIRY,
    ClientState.IN_REGISTRATION,
    ClientState.DEREGISTERED,
)
_WISHES = (
    "Робота на кухні або в готелі, зранку, бо дитина в садку.",
    "Будь-яка робота поряд із житлом, польською володіє слабко.",
    "Працювала медсестрою, хоче підтвердити диплом.",
    "Водій категорії C, готовий до змін.",
    "Пошиття одягу, є десять років досвіду.",
    "Підробіток на неповний день.",
    "",
)


def people(numbers: range, *, seed: int, now: datetime, by: list[User]) -> Iterator[Client]:
    """Unsaved clients taken in by ``by`` during the last two years before ``now``.

    Each depends on the seed and its own number only; PESEL and phone on the number alone.
    """
    places = list(Place.objects.order_by("terc"))
    sites = list(Accommodation.objects.order_by("pk"))
    for number in numbers:
        yield _person(number, Random(f"{seed}-{number}"), now, by, places, sites)  # noqa: S311


def _person(
    number: int, dice: Random, now: datetime, by: list[User], places: list[Place], sites: list[Accommodation]
) -> Client:
    is_woman = dice.random() < 0.72
    given = dice.choice(WOMEN if is_woman else MEN)
    family = surname(dice.choice(SURNAMES), is_woman=is_woman)
    taken_in = now - timedelta(minutes=dice.randint(30, 2 * 365 * 24 * 60))
    staff = dice.choice(by)
    born = date(dice.randint(1962, 2006), dice.randint(1, 12), dice.randint(1, 28))
    site = dice.choice(sites) if dice.random() < 0.4 else None
    client = Client(
        state=dice.choice(_STATES),
        given_names_cyrillic=given,
        surname_cyrillic=family,
        given_names_latin=to_latin(given),
        surname_latin=to_latin(family),
        birth_date=born,
        birth_date_precision=DatePrecision.DAY,
        sex=Sex.FEMALE if is_woman else Sex.MALE,
        phone=f"+38050{555_0000 + number:07}" if dice.random() < 0.6 else f"+48{41555_0000 + number:09}",
        contact_language=ContactLanguage.UKRAINIAN if dice.random() < 0.8 else ContactLanguage.RUSSIAN,
        accommodation=site,
        place=site.place if site else dice.choice(places),
        looks_for=dice.choice(_WISHES),
        created_at=taken_in,
        updated_at=taken_in,
        created_by=staff,
        updated_by=staff,
    )
    if client.state.startswith("registered"):
        client.registered_at, client.registered_by = taken_in, staff
    if dice.random() < 0.6:
        client.pesel = _pesel(number, is_woman=is_woman)
    else:
        client.no_pesel_reason = dice.choice((NoPesel.NOT_APPLIED, NoPesel.WAITING, NoPesel.NOT_AT_HAND))
    return client


def _pesel(number: int, *, is_woman: bool) -> str:
    """A valid PESEL of a day in the 2200s, another for every ``number`` below 1.8 million."""
    day, series = divmod(number, 500)
    birthday = date(2200, 1, 1) + timedelta(days=day)
    digits = f"{birthday:%y}{birthday.month + 60:02}{birthday.day:02}{series:03}{0 if is_woman else 1}"
    return digits + pesel_number.calc_check_digit(digits)

"""Employers that may be the one being written down."""

from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.permissions import Role
from job_offers.likeness import MOST, similar_employers
from job_offers.models import Employer
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory

pytestmark = pytest.mark.django_db
NIP = "5260250274"
KNOWN = (
    "Piekarnia „Kłosoń” S.C.",
    "Hotel „Modrzewiowy Wierch” Sp. z o.o.",
    "P.P.H.U. Tartak Próbny Jan Kowalski",
    "Hurtownia Warzyw Zieleniak",
    "Dom Opieki Jesień",
    "Szwalnia „Igiełkowo” Spółka jawna",
)


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Piekarnia Klosoń", KNOWN[0]),
        ("KŁOSOŃ piekarnia s.c.", KNOWN[0]),
        ("Modrzewiowy Wierch", KNOWN[1]),
        ("hotel modrzewiowy wierh sp. z o. o.", KNOWN[1]),
        ("Tartak Próbny", KNOWN[2]),
        ("Hurtownia Warzyw Zieleniiak", KNOWN[3]),
        ("Igiełkowo szwalnia", KNOWN[5]),
    ],
)
def test_name_spelt_otherwise_is_found(typed, found):
    for name in KNOWN:
        EmployerFactory(name=name)

    assert [employer.name for employer in similar_employers(name=typed)] == [found]


@pytest.mark.parametrize(
    "typed",
    ["Piekarnia Rogalik", "Hotel Pod Różą", "Sp. z o.o.", "Ja", "", "Dom Kultury", "Hurtownia", "Firma"],
)
def test_other_firms_of_the_trade_are_not_alike(typed):
    for name in KNOWN:
        EmployerFactory(name=name)

    assert similar_employers(name=typed) == []


def test_same_nip_comes_first_and_the_list_is_short():
    alike = [EmployerFactory(name=f"Tartak Próbny {letter}") for letter in "ABCDEFG"]
    other = EmployerFactory(name="Zupełnie Inna", nip=NIP)

    found = similar_employers(name="Tartak Próbny", nip=NIP)

    assert found[0] == other
    assert len(found) == MOST
    assert set(found[1:]) <= set(alike)


def test_employer_is_not_like_itself():
    employer = EmployerFactory(name="Tartak Próbny", nip=NIP)

    assert similar_employers(name="Tartak Próbny", nip=NIP, besides=employer) == []


@pytest.mark.parametrize(
    "asked", [{"name": "tartak probny"}, {"employer_name": "tartak probny"}, {"nip": "526-025-02-74"}]
)
def test_hint_is_given_while_typing(client, broker, asked):
    EmployerFactory(name="Tartak Próbny", nip=NIP)

    page = client.get(reverse("job_offers:employer-similar"), asked).content.decode()

    assert "Tartak Próbny" in page
    assert page.lstrip().startswith('<div id="similar-employers"')


def test_nothing_alike_gives_an_empty_place(client, broker):
    assert "<ul>" not in client.get(reverse("job_offers:employer-similar"), {"name": "Huta"}).content.decode()


def test_saving_asks_once_and_blocks_nothing(client, broker):
    known = EmployerFactory(name="Tartak Próbny Sp. z o.o.")
    data = {"name": "Tartak Próbny", "key": str(uuid4())}

    asked = client.post(reverse("job_offers:employer-create"), data)
    assert asked.context["similar"] == [known]
    assert Employer.objects.count() == 1
    client.post(reverse("job_offers:employer-create"), data | {"anyway": "1"})

    assert Employer.objects.count() == 2


@pytest.mark.parametrize("count", [1, 20])
def test_comparing_takes_two_queries(django_assert_num_queries, count):
    for number in range(count):
        EmployerFactory(name=f"Tartak Próbny {number}")

    with django_assert_num_queries(2):
        assert similar_employers(name="Tartak Próbny")

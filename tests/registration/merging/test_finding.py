"""Which records are found alike, by whom the work is owed, and that settled pairs stay settled."""

from datetime import date

import pytest

from accounts.permissions import Role
from registration.merging import finding, owing, services
from registration.merging.likeness import judge
from registration.models import Client, Comparison, LikelyPair
from registration.services import edit_client
from registration.tasks import compare_client, compare_missing
from tests.factories import UserFactory
from tests.registration import rights
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.merging.factories import manager

pytestmark = pytest.mark.django_db

BORN = {"birth_date": date(1985, 3, 12), "birth_date_precision": "day"}
OTHER_DAY = {"birth_date": date(1991, 7, 2), "birth_date_precision": "day"}
NOBODY = {"surname_cyrillic": "Ткач", "given_names_cyrillic": "Ігор", "surname_latin": "Tkach"}


@pytest.fixture
def by():
    return UserFactory(role=Role.COORDINATOR)


def compared(client):
    compare_client(owing.owe_comparison(client).pk)
    return [(pair.score, list(pair.reasons)) for pair in LikelyPair.objects.about(client.pk)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BORN, BORN, [(100, ["name", "birth", "phone"])]),
        (BORN, BORN | {"phone": "+48415550102"}, [(90, ["name", "birth"])]),
        (BORN, OTHER_DAY | {"phone": "+48415550102"}, []),
        ({}, {"phone": ""}, [(60, ["name"])]),
        (BORN, BORN | NOBODY | {"phone": "+48415550102"}, []),
        ({}, {"surname_cyrillic": "", "given_names_cyrillic": "", "surname_latin": "Szewczenko"}, [(75, ["spelling", "phone"])]),
        ({"sex": "female"}, {"sex": "male", "phone": ""}, []),
        ({"document_kind": "passport", "document_number": "AA000001"}, NOBODY | {"phone": "", "document_kind": "passport", "document_number": "aa 000001"}, [(80, ["document"])]),
        ({"email": "o@example.org"}, {"email": "O@example.org", "phone": ""}, [(80, ["name", "email"])]),
    ],
)  # fmt: skip
def test_how_likely_two_records_are_of_one_person(by, one, other, expected):
    first = ClientFactory(created_by=by, **one)
    ClientFactory(created_by=by, **other)

    assert compared(first) == expected


def test_two_pesels_speak_against_one_person(by):
    first = ClientFactory(created_by=by, pesel=PESEL, no_pesel_reason="", **BORN)
    other = ClientFactory(created_by=by, pesel="85630112352", no_pesel_reason="", **BORN)

    assert judge(first, other, name_score=1.0).score == 85
    assert judge(first, first, name_score=1.0).score == 100


def test_new_and_changed_clients_owe_a_comparison(by):
    client = ClientFactory(created_by=by)
    Comparison.objects.all().delete()

    edit_client(client=client, values={"notes": "x"}, seen_version=1, by=by)
    nothing_telling = Comparison.objects.count()
    edit_client(client=client, values={"phone": "+48415550109"}, seen_version=2, by=by)

    assert (nothing_telling, Comparison.objects.get().client) == (0, client)


def test_comparison_is_done_once_and_owed_anew(by):
    client = ClientFactory(created_by=by)
    work = Comparison.objects.get(client=client)

    assert (compare_client(work.pk), compare_client(work.pk)) == (True, False)
    assert owing.owe_comparison(client).pk == work.pk
    assert compare_client(work.pk) is True


def test_a_worker_overtaken_by_a_change_stores_nothing(by, monkeypatch):
    """The record changes while a worker compares what it was: the older result is thrown away."""
    client, _twin = ClientFactory(created_by=by), ClientFactory(created_by=by)
    likely = finding.likely

    def and_meanwhile(*words):
        found = likely(*words)
        owing.owe_comparison(client)
        return found

    monkeypatch.setattr(finding, "likely", and_meanwhile)
    finding.compare(Comparison.objects.get(client=client).pk)

    assert not LikelyPair.objects.exists()
    assert Comparison.objects.get(client=client).state == "owed"


def test_pairs_that_are_no_longer_alike_go(by):
    client = ClientFactory(created_by=by)
    ClientFactory(created_by=by)
    compared(client)

    edit_client(client=client, values=NOBODY | {"phone": "+48415550109"}, seen_version=1, by=by)

    assert compared(Client.objects.get(pk=client.pk)) == []


def test_what_was_called_two_people_is_not_asked_again(by):
    client = ClientFactory(created_by=by)
    ClientFactory(created_by=by)
    compared(client)
    services.call_different(pair=LikelyPair.objects.get(), by=by)

    compared(client)

    assert LikelyPair.objects.get().state == "different"
    assert not LikelyPair.objects.waiting().exists()


def test_restricted_and_closed_records_are_not_compared(by):
    client, restricted = ClientFactory(created_by=by), ClientFactory(created_by=by)
    rights.services.restrict(client=restricted, reason="Spór", by=manager())

    assert (compared(client), compared(restricted)) == ([], [])


def test_clients_brought_in_many_at_once_are_compared_later(by):
    ClientFactory.create_batch(3, created_by=by)
    Comparison.objects.all().delete()

    assert (compare_missing(), compare_missing()) == (3, 0)


def test_comparing_costs_the_same_with_many_namesakes(by, django_assert_num_queries):
    client = ClientFactory(created_by=by)
    for count in (1, 20):
        ClientFactory.create_batch(count, created_by=by)
        work = owing.owe_comparison(client)

        with django_assert_num_queries(15):
            compare_client(work.pk)

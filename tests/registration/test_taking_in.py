"""Taking a person in: the form, its questions and its refusals."""

import pytest

from accounts.permissions import Role
from registration.models import Client
from registration.vocabulary import NoPesel
from tests.factories import UserFactory
from tests.reference.factories import PlaceFactory
from tests.registration.factories import PESEL, READY, ClientFactory
from tests.registration.pages import NEW, TYPED, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def test_take_a_person_in(client, coordinator):
    place = PlaceFactory()

    response = client.post(NEW, TYPED | {"place": place.pk, "looks_for": "praca w kuchni"})

    taken = Client.objects.get()
    assert response.headers["Location"] == taken.get_absolute_url()
    assert (taken.phone, taken.place, taken.looks_for) == ("+380505550101", place, "praca w kuchni")
    assert (taken.no_pesel_reason, taken.pesel, taken.created_by) == (NoPesel.WAITING, None, coordinator)


def test_a_form_sent_twice_takes_one_person_in(client, coordinator):
    """The second is not asked whether it is the first one either."""
    typed = TYPED | {"key": str(client.get(NEW).context["key"])}

    first, second = client.post(NEW, typed), client.post(NEW, typed)

    assert first.headers["Location"] == second.headers["Location"] == Client.objects.get().get_absolute_url()


def test_the_form_keeps_its_key_through_questions_and_mistakes(client, coordinator):
    ClientFactory(created_by=coordinator)
    key = client.get(NEW).context["key"]

    for more in ({}, {"phone": "12"}, {"suggest": "1"}):
        response = client.post(NEW, TYPED | {"key": str(key)} | more)
        assert response.context["key"] == key


def test_take_a_person_in_with_pesel(client, coordinator):
    client.post(NEW, TYPED | {"pesel": f" {PESEL[:6]} {PESEL[6:]} "})

    taken = Client.objects.get()
    assert (taken.pesel, taken.no_pesel_reason) == (PESEL, "")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"surname_cyrillic": "", "surname_latin": ""}, "surname_cyrillic"),
        ({"surname_cyrillic": "Shevchenko"}, "surname_cyrillic"),
        ({"surname_latin": "Шевченко"}, "surname_latin"),
        ({"phone": "12"}, "phone"),
        ({"phone": "telefon"}, "phone"),
        ({"pesel": "85630112346"}, "pesel"),
        ({"no_pesel_reason": ""}, "no_pesel_reason"),
    ],
)
def test_wrong_input_is_explained_and_kept(client, coordinator, typed, field):
    response = client.post(NEW, TYPED | typed)

    assert list(response.context["form"].errors) == [field]
    assert "There is a problem" in text_of(response)
    assert "Олена" in text_of(response)
    assert not Client.objects.exists()


def test_similar_people_are_shown_before_saving(client, coordinator):
    known = ClientFactory(surname_latin="Szewczenko", phone="", created_by=coordinator)

    warned = client.post(NEW, TYPED)
    saved = client.post(NEW, TYPED | {"anyway": "1"})

    assert [found.client for found in warned.context["similar"]] == [known]
    assert "050 555 01 01" in text_of(warned)
    assert saved.status_code == 302
    assert Client.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "is_warned"),
    [
        ({"surname_cyrillic": "Бондар", "surname_latin": "Bondar"}, True),
        ({"surname_cyrillic": "Бондар", "surname_latin": "Bondar", "phone": ""}, False),
        ({"phone": "", "given_names_cyrillic": "Ірина", "given_names_latin": "Iryna"}, False),
        ({"phone": "", "surname_cyrillic": "Шевчинко", "surname_latin": ""}, True),
    ],
)
def test_warning_needs_a_like_name_or_the_same_phone(client, coordinator, typed, is_warned):
    ClientFactory(created_by=coordinator)

    response = client.post(NEW, TYPED | typed)

    assert (response.status_code == 200) is is_warned


def test_pesel_of_somebody_is_refused_with_a_sentence(client, coordinator):
    ClientFactory(created_by=coordinator, **READY)

    response = client.post(NEW, TYPED | {"pesel": PESEL, "anyway": "1"})

    assert "A client with this PESEL is registered already." in text_of(response)
    assert Client.objects.count() == 1


def test_latin_spelling_is_suggested_without_scripts(client, coordinator):
    response = client.post(NEW, TYPED | {"surname_latin": " ", "given_names_latin": "Alena", "suggest": "1"})

    form = response.context["form"]
    assert (form["surname_latin"].value(), form["given_names_latin"].value()) == ("Shevchenko", "Alena")
    assert form["phone"].value() == "050 555 01 01"
    assert not form.errors
    assert not Client.objects.exists()


def test_latin_spelling_is_suggested_in_place(client, coordinator):
    response = client.post("/en/desk/clients/new/latin-name/", {"surname_cyrillic": "Згурський"})

    assert 'value="Zghurskyi"' in text_of(response)
    assert "<form" not in text_of(response)

"""The quick intake: one page for the desk and the hotline; its questions and its refusals."""

import pytest

from accounts.permissions import Role
from registration.models import Client
from registration.vocabulary import ClientState, NoPesel
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import ClientFactory
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
    assert (taken.surname_cyrillic, taken.given_names_cyrillic, taken.latin_name) == ("Шевченко", "Олена", "")
    assert (taken.phone, taken.place, taken.looks_for) == ("+380505550101", place, "praca w kuchni")
    assert (taken.state, taken.no_pesel_reason) == (ClientState.ENQUIRY, NoPesel.NOT_ASKED)
    assert (taken.pesel, taken.created_by) == (None, coordinator)


@pytest.mark.parametrize(
    ("surname", "columns"),
    [
        ("Шевченко", {"surname_cyrillic": "Шевченко", "surname_latin": ""}),
        ("Shevchenko", {"surname_cyrillic": "", "surname_latin": "Shevchenko"}),
        ("Łukaszenko-Ґалаґан", None),
        ("  О’Коннор ", {"surname_cyrillic": "О’Коннор", "surname_latin": ""}),
    ],
)
def test_a_surname_in_either_alphabet_is_all_that_is_asked(client, coordinator, surname, columns):
    client.post(NEW, {"surname": surname})

    assert list(Client.objects.values("surname_cyrillic", "surname_latin")) == ([columns] if columns else [])


def test_latin_spelling_is_suggested_without_a_script_and_stored_as_corrected(client, coordinator):
    asked = client.post(NEW, TYPED | {"suggest": "1"})
    form = asked.context["form"]
    shown = {name: form[name].value() for name in ("surname", "surname_latin", "given_names_latin")}
    client.post(NEW, TYPED | {"surname_latin": "Chevchenko", "given_names_latin": shown["given_names_latin"]})

    taken = Client.objects.get()
    assert shown == {"surname": "Шевченко", "surname_latin": "Shevchenko", "given_names_latin": "Olena"}
    assert 'name="surname_latin"' in text_of(asked)
    assert 'name="surname_latin"' not in text_of(client.get(NEW))
    assert (taken.surname_cyrillic, taken.latin_name) == ("Шевченко", "Olena Chevchenko")


@pytest.mark.parametrize(
    ("typed", "surname", "stored"),
    [
        ({"surname": "Kowal", "given_names": "Оля"}, "", ["Olia Kowal"]),
        ({"surname": "Коваль", "surname_latin": "Kowal"}, "Kowal", ["Olena Kowal"]),
        ({"surname": ""}, "", []),
    ],
)
def test_only_what_is_in_cyrillic_and_has_no_latin_yet_is_suggested(
    client, coordinator, typed, surname, stored
):
    typed = TYPED | typed

    form = client.post(NEW, typed | {"suggest": "1"}).context["form"]
    suggested = {f"{name}_latin": form[f"{name}_latin"].value() or "" for name in ("surname", "given_names")}
    client.post(NEW, typed | suggested)

    assert suggested["surname_latin"] == surname
    assert [person.latin_name for person in Client.objects.all()] == stored


def test_a_chosen_accommodation_tells_the_gmina(client, coordinator):
    site = AccommodationFactory()

    client.post(NEW, TYPED | {"accommodation": site.pk})

    assert Client.objects.get().place == site.place


def test_the_next_person_can_be_taken_in_at_once(client, coordinator):
    response = client.post(NEW, TYPED | {"next": "1"})

    assert response.headers["Location"] == NEW
    assert Client.objects.count() == 1


def test_a_form_sent_twice_takes_one_person_in(client, coordinator):
    """The second is not asked whether it is the first one either."""
    typed = TYPED | {"key": str(client.get(NEW).context["key"])}

    first, second = client.post(NEW, typed), client.post(NEW, typed)

    assert first.headers["Location"] == second.headers["Location"] == Client.objects.get().get_absolute_url()


def test_the_form_keeps_its_key_through_questions_and_mistakes(client, coordinator):
    ClientFactory(created_by=coordinator)
    key = client.get(NEW).context["key"]

    for more in ({}, {"phone": "12"}):
        response = client.post(NEW, TYPED | {"key": str(key)} | more)
        assert response.context["key"] == key


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"surname": " "}, "surname"),
        ({"surname": "Шевченкo"}, "surname"),  # the last letter is Latin
        ({"surname": "Шевченко2"}, "surname"),
        ({"surname": "-'-"}, "surname"),
        ({"phone": "12"}, "phone"),
        ({"phone": "telefon"}, "phone"),
        ({"accommodation": "0"}, "accommodation"),
        ({"contact_language": "fr"}, "contact_language"),
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
        ({"surname": "Бондар"}, True),
        ({"surname": "Бондар", "phone": ""}, False),
        ({"phone": "", "given_names": "Ірина"}, False),
        ({"phone": "", "surname": "Шевчинко"}, True),
        ({"phone": "", "surname": "Szewczenko", "given_names": "Ołena"}, True),
    ],
)
def test_warning_needs_a_like_name_or_the_same_phone(client, coordinator, typed, is_warned):
    ClientFactory(created_by=coordinator)

    response = client.post(NEW, TYPED | typed)

    assert (response.status_code == 200) is is_warned


def test_the_page_asks_for_no_number_of_a_document(client, coordinator):
    form = client.get(NEW).context["form"]

    assert [name for name, field in form.fields.items() if field.required] == ["surname"]
    assert not form.fields.keys() & {"pesel", "document_number"}

"""Employers and their workplaces at the desk."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.models import BoardEntry, Employer, Workplace
from job_offers.services.employers import update_employer
from tests.factories import UserFactory
from tests.job_offers.factories import (
    EmployerFactory,
    OfferFactory,
    PublishedFactory,
    WorkplaceFactory,
    place,
    term,
)
from translations.models import Translation

pytestmark = pytest.mark.django_db
NIP, OTHER_NIP, REGON = "5260250274", "6570008303", "000331501"


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


def url(name, *args):
    return reverse(f"job_offers:{name}", args=args)


def typed(**values):
    return {"name": "Bar Próbny", "key": str(uuid4())} | values


def test_broker_writes_an_employer_down(client, broker):
    data = typed(
        nip="526-025-02-74",
        regon="000 331 501",
        phone="41 555 01 03",
        place=place("Chęciny").pk,
        willing_to_employ_ukrainians="true",
        languages_at_work=[term("language", "uk").pk],
        consent_to_publish_said_by="Jan Próbny, właściciel",
    )

    response = client.post(url("employer-create"), data)

    employer = Employer.objects.get()
    assert response.headers["Location"] == employer.get_absolute_url()
    assert (employer.nip, employer.regon, employer.phone) == (NIP, REGON, "+48415550103")
    assert employer.willing_to_employ_ukrainians is True
    assert [language.code for language in employer.languages_at_work.all()] == ["uk"]
    assert (employer.is_public_identity, employer.consent_to_publish_by) == (True, broker)
    assert (employer.may_be_translated, employer.consent_to_translate_at) == (False, None)


def test_double_click_saves_one_employer(client, broker):
    data = typed()

    client.post(url("employer-create"), data)
    client.post(url("employer-create"), data)

    assert Employer.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"name": ""}, "name", "This field is required."),
        ({"nip": "1234567890"}, "nip", "This is not a valid NIP: check the ten digits."),
        ({"regon": "123"}, "regon", "This is not a valid REGON: check the nine or fourteen digits."),
        ({"phone": "1"}, "phone", "Enter a phone number, for example +48 41 555 01 00."),
        ({"nip": OTHER_NIP}, "nip", "An employer with this NIP exists already."),
    ],
)
def test_wrong_entry_is_refused_with_a_sentence(client, broker, values, field, sentence):
    EmployerFactory(nip=OTHER_NIP)

    response = client.post("/en/desk/employers/new/", typed(**values))

    assert response.context["form"].errors[field] == [sentence]
    assert Employer.objects.count() == 1


def test_consent_keeps_its_first_day_and_is_taken_back_whole(client, broker):
    employer = EmployerFactory()
    first_day, heard_by = employer.consent_to_publish_at, employer.consent_to_publish_by
    page = client.get(url("employer-edit", employer.public_id)).context["form"]
    data = {field.html_name: field.value() for field in page if field.value()}

    client.post(url("employer-edit", employer.public_id), data | {"name": "Nowa nazwa"})

    employer.refresh_from_db()
    assert (employer.name, employer.consent_to_publish_at) == ("Nowa nazwa", first_day)
    assert employer.consent_to_publish_by == heard_by

    client.post(
        url("employer-edit", employer.public_id), data | {"version": 2, "consent_to_publish_said_by": ""}
    )

    employer.refresh_from_db()
    assert (employer.consent_to_publish_at, employer.consent_to_publish_by) == (None, None)


def test_consent_taken_back_reaches_the_board_at_once(client):
    employer = EmployerFactory(name="Zakład Znany")
    PublishedFactory(employer=employer)
    assert client.get("/uk/offers/?q=znany").context["counts"].total == 1

    update_employer(employer=employer, facts={"consent_to_publish_said_by": ""}, version=1, by=UserFactory())

    assert client.get("/uk/offers/?q=znany").context["counts"].total == 0
    assert BoardEntry.objects.count() == 1


def test_consent_to_translate_owes_the_drafts_of_open_offers():
    employer = EmployerFactory(consents=False)
    OfferFactory(employer=employer)
    OfferFactory(employer=employer, state="filled", closed_on=timezone.localdate())

    update_employer(
        employer=employer, facts={"consent_to_translate_said_by": "Jan Próbny"}, version=1, by=UserFactory()
    )

    assert Translation.objects.count() == 1


def test_second_of_two_editors_sees_both_versions_and_decides(client, broker):
    employer = EmployerFactory(name="Dawna nazwa", nip=NIP)
    mine = typed(name="Moja nazwa", version=1, languages_at_work=[term("language", "pl").pk])
    update_employer(
        employer=employer,
        facts={"name": "Inna nazwa", "languages_at_work": [term("language", "uk")]},
        version=1,
        by=UserFactory(),
    )

    refused = client.post(f"/en/desk/employers/{employer.public_id}/edit/", mine)

    employer.refresh_from_db()
    assert employer.name == "Inna nazwa"
    stored = {difference.stored for difference in refused.context["conflict"]}
    assert {"Inna nazwa", "Ukrainian", NIP} <= stored

    client.post(url("employer-edit", employer.public_id), mine | {"version": 2})

    employer.refresh_from_db()
    assert employer.name == "Moja nazwa"


def test_nip_of_another_employer_is_refused_on_editing_too(client, broker):
    EmployerFactory(nip=OTHER_NIP)
    employer = EmployerFactory()

    response = client.post(f"/en/desk/employers/{employer.public_id}/edit/", typed(version=1, nip=OTHER_NIP))

    assert response.context["form"].errors["nip"] == ["An employer with this NIP exists already."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("próbny", ["Bar Próbny"]),
        ("BAR", ["Bar Próbny"]),
        ("526", ["Bar Próbny"]),
        ("000331", ["Huta"]),
        ("", ["Bar Próbny", "Huta", "Żwirownia"]),
        ("nikt", []),
        ("\0", ["Bar Próbny", "Huta", "Żwirownia"]),
    ],
)
def test_employers_are_found_by_name_and_number_in_alphabetical_order(client, broker, text, found):
    EmployerFactory(name="Żwirownia")
    EmployerFactory(name="Huta", regon=REGON)
    EmployerFactory(name="Bar Próbny", nip=NIP, place=place())

    page = client.get(url("employer-list"), {"q": text}).context["page"]

    assert [employer.name for employer in page] == found


@pytest.mark.parametrize("count", [1, 20])
def test_employer_list_query_count(client, broker, django_assert_num_queries, count):
    for _ in range(count):
        OfferFactory()

    with django_assert_num_queries(8):  # session ×4, user, count, page, office
        page = client.get(url("employer-list")).context["page"]

    assert [employer.open_offers for employer in page] == [1] * count


@pytest.mark.parametrize("count", [1, 20])
def test_employer_page_query_count(client, broker, django_assert_num_queries, count):
    employer = EmployerFactory()
    OfferFactory.create_batch(count, employer=employer)
    WorkplaceFactory.create_batch(count, employer=employer)

    with django_assert_num_queries(16):  # with contacts, signs, visits, calls
        client.get(employer.get_absolute_url())


def test_list_answers_htmx_with_the_rows(client, broker):
    response = client.get(url("employer-list"), headers={"HX-Request": "true"})

    assert response.content.decode().lstrip().startswith('<section id="employers"')


def test_page_tells_what_the_employer_agreed_to(client, broker):
    employer = EmployerFactory(nip=NIP, regon=REGON, email="bar@example.org", notes="Dzwonić rano.")

    text = client.get(f"/en/desk/employers/{employer.public_id}/").content.decode()

    assert text.count("Jan Próbny, właściciel") == 2
    assert "Dzwonić rano." in text


def test_workplace_is_added_and_changed(client, broker):
    employer = EmployerFactory()
    data = {"name": "Hala 1", "place": place().pk, "latitude": "50.87", "longitude": "20.63"}

    client.post(url("workplace-create", employer.public_id), data)
    workplace = Workplace.objects.get()
    client.post(url("workplace-edit", employer.public_id, workplace.public_id), data | {"name": "Hala 2"})

    workplace.refresh_from_db()
    assert (workplace.name, workplace.employer) == ("Hala 2", employer)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": "Hala"}, "This employer has a workplace with this name already."),
        ({"latitude": "50"}, "Enter both coordinates in degrees, or neither."),
    ],
)
def test_wrong_workplace_is_refused(client, broker, values, sentence):
    employer = EmployerFactory()
    WorkplaceFactory(employer=employer, name="Hala")

    response = client.post(
        f"/en/desk/employers/{employer.public_id}/workplaces/new/",
        {"name": "Inna", "place": place().pk} | values,
    )

    assert sentence in response.content.decode()
    assert Workplace.objects.count() == 1


def test_workplace_of_another_employer_is_not_found(client, broker):
    workplace = WorkplaceFactory()

    address = url("workplace-edit", EmployerFactory().public_id, workplace.public_id)

    assert client.get(address).status_code == 404

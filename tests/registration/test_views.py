from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from registration import personal, services
from registration.models import Client
from registration.vocabulary import ClientState, DatePrecision, DocumentKind, NoPesel
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import PESEL, READY, ClientFactory, client_in
from tests.searching import asked_at, searched

pytestmark = pytest.mark.django_db

LIST = "/en/desk/clients/"
NEW = "/en/desk/clients/new/"
TYPED = {
    "surname_cyrillic": "Шевченко",
    "given_names_cyrillic": "Олена",
    "surname_latin": "Shevchenko",
    "given_names_latin": "Olena",
    "phone": "050 555 01 01",
    "contact_language": "uk",
    "no_pesel_reason": "waiting",
}


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


def text_of(response):
    return response.content.decode()


def page_url(client_record, part):
    return reverse(f"registration:client-{part}", args=[client_record.public_id])


@pytest.mark.parametrize("count", [1, 20])
def test_client_list_query_count(client, coordinator, django_assert_num_queries, count):
    hotel = AccommodationFactory()
    ClientFactory.create_batch(count, created_by=coordinator, accommodation=hotel)

    with django_assert_num_queries(
        9
    ):  # session, user, office, count, page, access log; keeping the session: 3
        response = client.get(LIST)

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 20])
def test_client_search_query_count(client, coordinator, django_assert_num_queries, count):
    ClientFactory.create_batch(count, created_by=coordinator)
    answer = asked_at(client, LIST, "Szewczenko")

    with django_assert_num_queries(
        10
    ):  # session, user, office, words, bearers, people, access log; the session: 3
        response = client.get(answer)

    assert len(response.context["found"]) == count


def test_list_orders_by_surname_or_age(client, coordinator):
    second = ClientFactory(surname_latin="Łysenko", created_by=coordinator)
    third = ClientFactory(surname_latin="", surname_cyrillic="Мороз", created_by=coordinator)
    first = ClientFactory(surname_latin="Ivanenko", created_by=coordinator)

    by_name = client.get(LIST, {"order": "name"})
    by_age = client.get(LIST, {"order": "what?"})

    assert list(by_name.context["page"]) == [first, second, third]
    assert list(by_age.context["page"]) == [first, third, second]


def test_list_filters_by_status(client, coordinator):
    supported = client_in(ClientState.SUPPORTED, by=coordinator)
    ClientFactory(created_by=coordinator)

    assert list(client.get(LIST, {"state": "supported"}).context["page"]) == [supported]
    assert len(client.get(LIST, {"state": "nonsense"}).context["page"]) == 2


@pytest.mark.parametrize(("query", "words"), [("", "No clients here yet"), ("Коваль", "Nobody found")])
def test_empty_list_says_what_to_do(client, coordinator, query, words):
    assert words in text_of(searched(client, LIST, query))


def test_list_answers_htmx_with_the_rows_only(client, coordinator):
    ClientFactory(created_by=coordinator)

    response = searched(client, LIST, "Szew", headers={"HX-Request": "true"})

    assert "spelling Shevchenko" in text_of(response)
    assert "<html" not in text_of(response)
    assert "HX-Request" in response.headers["Vary"]


def test_list_says_when_more_fit(client, coordinator, monkeypatch):
    monkeypatch.setattr("registration.views.MOST_FOUND", 2)
    ClientFactory.create_batch(3, created_by=coordinator)

    assert "The 2 best matches are shown" in text_of(searched(client, LIST, "Szew"))


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


def full_record(by, **values):
    return ClientFactory(
        created_by=by,
        accommodation=AccommodationFactory(name_pl="Hotel Sekretny"),
        document_kind=DocumentKind.INTERNAL_PASSPORT,
        document_number="КА 987654",
        document_expires_on=date(2030, 1, 1),
        birth_date=date(1985, 3, 1),
        birth_date_precision=DatePrecision.MONTH,
        **READY | values,
    )


@pytest.mark.parametrize(
    ("role", "masked", "address"),
    [
        (Role.COORDINATOR, True, True),
        (Role.ADVISER, True, True),
        (Role.MANAGER, True, True),
        (Role.COUNSELLOR, False, True),
        (Role.BROKER, False, False),
    ],
)
@pytest.mark.parametrize("part", ["detail", "history"])
def test_page_holds_only_what_the_role_may_see(client, role, masked, address, part):
    record = full_record(UserFactory())
    services.edit_client(
        client=record, values={"street_address": "ul. Tajna 5"}, seen_version=1, by=record.created_by
    )
    client.force_login(UserFactory(role=role))

    html = text_of(client.get(page_url(record, part)))

    assert PESEL not in html
    assert "КА 987654" not in html
    assert (f"•••{PESEL[-4:]}" in html) is masked
    assert (page_url(record, "reveal") in html) is (masked and part == "detail")
    assert ("Tajna" in html) is address
    assert ("Hotel Sekretny" in html) is address


@pytest.mark.parametrize("role", [Role.BROKER])
def test_lists_hold_no_address_for_brokers(client, role):
    full_record(UserFactory())
    client.force_login(UserFactory(role=role))

    assert "Sekretny" not in text_of(client.get(LIST))
    assert "Sekretny" not in text_of(searched(client, LIST, "Szewczenko"))
    assert "Nobody found" in text_of(searched(client, LIST, PESEL))


def test_detail_query_count_with_everything_filled(client, coordinator, django_assert_max_num_queries):
    record = full_record(coordinator)
    record = services.change_state(
        client=record, to=ClientState.SUPPORTED, effective_on=date(2026, 5, 4), by=coordinator, reason="chce"
    )

    with django_assert_max_num_queries(12):
        html = text_of(client.get(page_url(record, "detail")))

    assert "March 1985" in html
    assert "chce" in html


def test_detail_warns_of_another_latin_spelling(client, coordinator):
    record = ClientFactory(given_names_latin="Alena", created_by=coordinator)

    assert "usual spelling “Olena Shevchenko”" in text_of(client.get(page_url(record, "detail")))


def test_detail_says_what_registering_lacks(client, coordinator):
    record = client_in(ClientState.IN_REGISTRATION, by=coordinator, street_address="")

    assert "Before registering, fill in: place of stay or address." in " ".join(
        text_of(client.get(page_url(record, "detail"))).split()
    )


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.COORDINATOR, 200), (Role.MANAGER, 200), (Role.BROKER, 404), (Role.COUNSELLOR, 404)],
)
def test_restricted_record_is_left_to_those_who_answer_for_papers(client, role, status):
    record = ClientFactory(is_restricted=True)
    client.force_login(UserFactory(role=role))

    assert client.get(page_url(record, "detail")).status_code == status


def test_erased_record_is_not_there(client, coordinator):
    record = ClientFactory(created_by=coordinator)
    personal.erase(record.pk)

    assert client.get(page_url(record, "detail")).status_code == 404


def edit_form(client, record, **typed):
    """What the browser would post after opening the page and typing ``typed``."""
    form = client.get(page_url(record, "edit")).context["form"]
    values = {field.name: field.value() for field in form if field.value() not in (None, False)}
    return {"version": record.version} | values | typed


def test_edit_shows_and_stores_every_field(client, coordinator):
    record = full_record(coordinator)

    unchanged = edit_form(client, record)
    client.post(page_url(record, "edit"), unchanged)
    record.refresh_from_db()
    assert record.version == 1

    response = client.post(
        page_url(record, "edit"), unchanged | {"birth": "12.03.1985", "email": "o@example.org"}
    )
    record.refresh_from_db()
    assert response.status_code == 302
    assert (record.birth_date, record.birth_date_precision) == (date(1985, 3, 12), DatePrecision.DAY)
    assert (record.email, record.version) == ("o@example.org", 2)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"birth": "31.02.1985"}, "birth"),
        ({"birth": "2999"}, "birth"),
        ({"birth": "1850"}, "birth"),
        ({"birth": "dawno"}, "birth"),
        ({"document_kind": "passport", "document_number": ""}, "__all__"),
    ],
)
def test_edit_refuses_wrong_input(client, coordinator, typed, field):
    record = ClientFactory(created_by=coordinator)

    response = client.post(page_url(record, "edit"), edit_form(client, record, **typed))

    assert list(response.context["form"].errors) == [field]


def test_two_editors_both_keep_their_words(client, coordinator):
    other = UserFactory(full_name="Druga Osoba")
    record = ClientFactory(created_by=coordinator, notes="stara", looks_for="stare")
    mine = edit_form(client, record, notes="moja notatka", email="moj@example.org")
    services.edit_client(
        client=record,
        values={
            "notes": "cudza notatka",
            "looks_for": "cudze",
            "birth_date": date(1985, 3, 1),
            "birth_date_precision": "month",
        },
        seen_version=1,
        by=other,
    )

    warned = client.post(page_url(record, "edit"), mine)

    assert warned.status_code == 409
    html = text_of(warned)
    assert "Druga Osoba" in html
    assert [(clash.theirs, clash.mine, clash.both) for clash in warned.context["clashes"]] == [
        ("March 1985", "", False),
        ("cudze", "stare", False),
        ("cudza notatka", "moja notatka", True),
    ] or len(warned.context["clashes"]) == 3
    record.refresh_from_db()
    assert record.notes == "cudza notatka"

    form = warned.context["form"]
    joined = {field.name: field.value() for field in form if field.value() not in (None, False)}
    saved = client.post(page_url(record, "edit"), joined | {"version": warned.context["version"]})

    record.refresh_from_db()
    assert saved.status_code == 302
    assert (record.notes, record.looks_for, record.email) == ("moja notatka", "cudze", "moj@example.org")
    assert record.birth_date_precision == DatePrecision.MONTH


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_edit_with_a_strange_version_stores_nothing(client, coordinator, version):
    record = ClientFactory(created_by=coordinator)

    response = client.post(page_url(record, "edit"), edit_form(client, record, notes="n", version=version))

    assert response.status_code == 409
    assert "Somebody else saved" in text_of(response)


def test_edit_says_that_the_record_is_restricted(client, coordinator):
    record = ClientFactory(created_by=coordinator, is_restricted=True)

    response = client.post(page_url(record, "edit"), edit_form(client, record, notes="n"))

    assert "restricted; the record must not be changed" in text_of(response)


def test_edit_says_that_the_pesel_is_taken(client, coordinator):
    ClientFactory(created_by=coordinator, **READY)
    record = ClientFactory(created_by=coordinator)

    response = client.post(page_url(record, "edit"), edit_form(client, record, pesel=PESEL))

    assert "A client with this PESEL is registered already." in text_of(response)


def test_status_changes_with_day_and_reason(client, coordinator):
    record = ClientFactory(created_by=coordinator)

    response = client.post(
        page_url(record, "state"), {"to": "supported", "effective_on": "2026-05-04", "reason": "nie chce"}
    )

    record.refresh_from_db()
    assert response.status_code == 302
    assert record.state == ClientState.SUPPORTED


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"to": "erased", "effective_on": "2026-05-04"}, "Select a valid choice"),
        ({"to": "registered_unemployed", "effective_on": "2999-05-04"}, "cannot begin in the future"),
        ({"to": "registered_unemployed", "effective_on": "2026-05-04"}, "place of stay or address"),
    ],
)
def test_impossible_status_is_explained(client, coordinator, typed, words):
    record = client_in(ClientState.IN_REGISTRATION, by=coordinator, street_address="")

    response = client.post(page_url(record, "state"), typed)

    assert words in text_of(response)


def test_history_tells_who_changed_what(client, coordinator):
    other = UserFactory(full_name="Druga Osoba")
    record = ClientFactory(created_by=coordinator)
    services.edit_client(
        client=record,
        values={
            "phone": "+48415550102",
            "citizenships": ["UKR", "POL"],
            "document_kind": "passport",
            "document_number": "AA123456",
            "document_expires_on": date(2030, 1, 2),
            "birth_date": date(1985, 1, 1),
            "birth_date_precision": "year",
        },
        seen_version=1,
        by=other,
    )

    response = client.get(page_url(record, "history"))

    changed, opened = response.context["history"].steps
    assert (changed.by, opened.by) == (str(other), str(coordinator))
    assert [row.deed for row in opened.rows] == ["made", "made"]
    (row,) = changed.rows
    assert {field.label: (field.before, field.after) for field in row.fields} == {
        "Phone": ("+380505550101", "+48415550102"),
        "Citizenships": ("Ukraine", "Ukraine, Poland"),
        "Identity document": ("", "older travel passport"),
        "Series and number of the document": ("", "••••3456"),
        "Document valid until": ("", "Jan. 2, 2030"),
        "Date of birth": ("", "1985"),
    }


def test_restriction_is_told_in_history(client, coordinator):
    record = ClientFactory(created_by=coordinator)
    Client.objects.update(is_restricted=True)

    changed, _opened = client.get(page_url(record, "history")).context["history"].steps

    assert [(field.before, field.after) for field in changed.rows[0].fields] == [("no", "yes")]


@pytest.mark.parametrize("part", ["detail", "history", "edit", "state"])
def test_unknown_client_is_not_found(client, coordinator, part):
    url = reverse(f"registration:client-{part}", args=["00000000-0000-4000-8000-000000000000"])

    assert client.get(url).status_code == 404

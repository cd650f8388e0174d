from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from registration import personal, services
from registration.models import Client
from registration.vocabulary import ClientState
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory
from tests.registration.factories import PESEL, ClientFactory, client_in
from tests.registration.intake.factories import filled_intake
from tests.registration.pages import LIST, full_record, page_url, text_of
from tests.searching import asked_at, searched

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


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
    filled_intake(record)

    with django_assert_max_num_queries(12):
        html = text_of(client.get(page_url(record, "detail")))

    assert "March 1985" in html
    assert "chce" in html
    assert "Technikum nr 5 w Połtawie" in html


def test_detail_warns_of_another_latin_spelling(client, coordinator):
    record = ClientFactory(given_names_latin="Alena", created_by=coordinator)

    assert "usual spelling “Olena Shevchenko”" in text_of(client.get(page_url(record, "detail")))


def test_detail_says_what_registering_lacks(client, coordinator):
    record = client_in(ClientState.IN_REGISTRATION, by=coordinator, street_address="")
    filled_intake(record, marital_status="single", spouse_status="")

    assert "Still missing in the intake:</a> place of stay or address." in " ".join(
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
    assert [row.deed for row in opened.rows] == [
        "made"
    ] * 3  # the record, its status, who looks after the person
    (row,) = changed.rows
    assert {field.label: (field.before, field.after) for field in row.fields} == {
        "Phone": ("+380505550101", "+48415550102"),
        "Citizenships": ("Ukraine", "Ukraine, Poland"),
        "Identity document": ("", "older travel passport"),
        "Series and number of the document": ("", "••••3456"),
        "Document valid until": ("", "2\u00a0January\u00a02030"),
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

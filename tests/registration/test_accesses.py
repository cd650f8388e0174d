"""Who saw one person's record, on the page and on paper; refusals; no page without its row."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import translation

from accounts.access_log import AccessKind, record_by
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from documents.models import Document
from pup_portal.db import as_owner
from registration import accesses, reveal
from registration.models import Client
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.searching import searched

pytestmark = pytest.mark.django_db


def page_of(person, name="client-accesses"):
    with translation.override("en"):
        return reverse(f"registration:{name}", args=[person.public_id])


@pytest.fixture
def manager(client):
    user = UserFactory(role=Role.MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def seen(manager):
    """A person whose record an adviser opened twice and a broker was refused."""
    person = ClientFactory()
    adviser = UserFactory(role=Role.ADVISER, full_name="Adam Doradca")
    for kind in (AccessKind.VIEW, AccessKind.VIEW, AccessKind.DENIAL):
        record_by(adviser, kind=kind, subjects=[person], purpose="", source="test")
    return person


@pytest.mark.parametrize("count", [1, 20])
def test_page_query_count(client, manager, django_assert_num_queries, count):
    person = ClientFactory()
    for user in UserFactory.create_batch(count):
        record_by(user, kind=AccessKind.VIEW, subjects=[person], purpose="", source="test")

    # session, user, client, access log, entries, office; keeping the session: 3
    with django_assert_num_queries(9):
        response = client.get(page_of(person))

    assert len(response.context["lines"]) == count + 1


def test_page_tells_of_this_person_only(client, seen):
    other = ClientFactory()
    record_by(None, kind=AccessKind.VIEW, subjects=[other], purpose="", source="test")

    lines = client.get(page_of(seen)).context["lines"]

    assert {line.entry.subject_number for line in lines} == {seen.pk}
    assert [line.entry.kind for line in lines] == ["view", "denial", "view", "view"]


def test_card_leads_to_it_for_those_who_may(client, seen):
    assert page_of(seen) in client.get(seen.get_absolute_url()).content.decode()

    client.force_login(UserFactory(role=Role.COORDINATOR))

    assert page_of(seen) not in client.get(seen.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("language", "name"), [("uk", "Олена Шевченко"), ("pl", "Olena Shevchenko")])
def test_answer_on_paper_counts_looks_by_day_and_role(client, seen, language, name):
    response = client.post(page_of(seen, "client-accesses-print"), {"language": language})

    paper = Document.objects.get()
    assert response["Location"].endswith(f"/{paper.public_id}/")
    assert (paper.kind, paper.language) == (accesses.KIND, language)
    assert name in paper.html
    assert "Adam Doradca" not in paper.html
    assert [(day.role, day.name, day.kind, day.count) for day in accesses.context(seen, "pl")["days"]] == [
        ("client adviser", "", "looked at the record", 2),
        ("manager", "", "printed a paper", 1),
    ]


def test_names_stand_on_paper_when_the_office_says_so(seen, settings):
    settings.ACCESS_LOG_SHOWS_NAMES = True

    days = accesses.context(seen, "pl")["days"]

    assert [(day.name, day.count) for day in days] == [("Adam Doradca", 2)]


def test_what_the_portal_did_by_itself_is_told(seen):
    record_by(None, kind=AccessKind.EXPORT, subjects=[seen], purpose="", source="export_person")

    days = accesses.context(seen, "pl")["days"]

    assert ("the portal itself", 1) in [(day.role, day.count) for day in days]


def test_the_reason_of_uncovering_a_number_is_told_as_it_was_given(seen):
    author = UserFactory(role=Role.COORDINATOR)
    for details in ("PESEL do wniosku", ""):
        purpose = reveal.purpose_of(client=seen, reason="papers", details=details, by=author)
        record_by(author, kind=AccessKind.REVEAL, subjects=[seen], purpose=purpose, source="test")

    told = [day.kind for day in accesses.context(seen, "pl")["days"]]

    uncovered = "uncovered a hidden number: filling in an application or a form"
    assert {kind for kind in told if kind.startswith("uncovered")} == {
        uncovered,
        f"{uncovered}: PESEL do wniosku",
    }


def test_paper_in_another_language_is_refused(client, seen):
    assert client.post(page_of(seen, "client-accesses-print"), {"language": "en"}).status_code == 404


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_paper_opens_to_the_manager_only(client, seen, role):
    client.post(page_of(seen, "client-accesses-print"), {"language": "pl"})
    paper = Document.objects.get()
    assert client.get(paper.get_absolute_url()).status_code == 200

    client.force_login(UserFactory(role=role))

    assert client.get(paper.get_absolute_url()).status_code == 404
    assert AccessEntry.objects.about(seen).filter(kind="denial", actor_role=role).count() == 1


def test_a_refused_page_is_logged(client):
    person = ClientFactory()
    broker = UserFactory(role=Role.BROKER)
    client.force_login(broker)

    answer = client.get(page_of(person, "client-edit"))

    assert answer.status_code == 403
    assert AccessEntry.objects.about(person).get().kind == "denial"


def test_a_record_that_may_not_be_seen_is_logged(client):
    person = ClientFactory(is_restricted=True)
    client.force_login(UserFactory(role=Role.BROKER))

    answer = client.get(person.get_absolute_url())

    assert answer.status_code == 404
    entry = AccessEntry.objects.about(person).get()
    assert (entry.kind, entry.page) == ("denial", "registration:client-detail")


def test_a_record_that_is_not_there_is_not_logged(client):
    client.force_login(UserFactory(role=Role.BROKER))

    answer = client.get("/en/desk/clients/00000000-0000-4000-8000-000000000000/")

    assert answer.status_code == 404
    assert not AccessEntry.objects.exists()


def test_nobody_signed_in_is_not_logged(client):
    person = ClientFactory()

    client.get(person.get_absolute_url())

    assert not AccessEntry.objects.exists()


def test_a_page_view_adds_one_insert(client, manager):
    person = ClientFactory()
    inserts = []

    def watched(execute, sql, params, many, context):
        if "accounts_accessentry" in sql:
            inserts.append(sql.split()[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watched):
        client.get(person.get_absolute_url())

    assert inserts == ["INSERT"]


@pytest.mark.django_db(transaction=True)
def test_no_page_without_its_row(client, settings):
    """Nothing of the person is sent, neither when they may be seen nor when they may not."""
    person = ClientFactory()
    client.force_login(UserFactory(role=Role.COORDINATOR))
    role = settings.DATABASE_ROLE
    columns = "actor_id, actor_role, kind, purpose, page, address, request_id, subject_model, subject_number"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"REVOKE INSERT ({columns}) ON accounts_accessentry FROM {role}")
    try:
        shown = [client.get(person.get_absolute_url()), searched(client, "/en/desk/clients/", "Shevchenko")]
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))
        refused = client.get(person.get_absolute_url())
    finally:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(f"GRANT INSERT ({columns}) ON accounts_accessentry TO {role}")

    assert [answer.status_code for answer in [*shown, refused]] == [503, 503, 503]
    pages = "".join(answer.content.decode() for answer in shown)
    assert "Shevchenko" not in pages
    assert all(words in pages for words in ("журнал доступу", "dziennik", "access log"))
    assert Client.objects.count() == 1


def test_similar_people_shown_while_taking_somebody_in_are_logged(client):
    known = ClientFactory()
    coordinator = UserFactory(role=Role.COORDINATOR)
    client.force_login(coordinator)

    client.post(
        "/en/desk/clients/new/",
        {
            "surname": "Шевченко",
            "given_names": "Олена",
            "contact_language": "uk",
            "phone": "+380505550101",
        },
    )

    entry = AccessEntry.objects.by(coordinator).about(known).get()
    assert (entry.kind, entry.purpose) == ("search", "similar")


def test_a_search_that_finds_nobody_is_logged(client):
    client.force_login(UserFactory(role=Role.COORDINATOR))

    searched(client, "/en/desk/search/", "Nieznana 85630112345")

    entry = AccessEntry.objects.get()
    assert (entry.subject_number, entry.purpose) == (None, "name phone pesel")


def test_an_offer_looked_for_by_who_sees_no_people_is_not_logged(client):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    searched(client, "/en/desk/search/", "kucharz")

    assert not AccessEntry.objects.exists()

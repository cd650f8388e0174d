"""The pages of the access log, and what stands between a page and a person whose look could not be logged."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from accounts import purposes
from accounts.access_log import AccessKind, record_by
from accounts.access_models import AccessEntry
from accounts.permissions import Role
from documents.models import UploadKind
from registration.reveal import RevealReason
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.searching import searched

pytestmark = pytest.mark.django_db

LOG, MINE, SHEET = (f"/en/desk/settings/access-log/{page}" for page in ("", "mine/", "export.xlsx"))


@pytest.fixture
def manager(client):
    user = UserFactory(role=Role.MANAGER, full_name="Maria Kierownik")
    client.force_login(user)
    return user


@pytest.fixture
def adviser():
    return UserFactory(role=Role.ADVISER, full_name="Adam Doradca")


def looked(by, *people, kind=AccessKind.VIEW, purpose=""):
    record_by(by, kind=kind, subjects=people, purpose=purpose, source="test")


def shown(response):
    return [(line.entry.kind, line.entry.subject_number) for line in response.context["lines"]]


def test_manager_sees_who_saw_whom(client, manager, adviser):
    person = ClientFactory()
    looked(adviser, person)

    page = client.get(LOG).content.decode()

    assert "Adam Doradca" in page
    assert person.name in page
    assert person.get_absolute_url() in page


def test_names_on_the_log_are_logged_like_any_others(client, manager, adviser):
    person = ClientFactory()
    looked(adviser, person)

    client.get(LOG)

    assert AccessEntry.objects.by(manager).about(person).get().page == "access:log-list"


def test_administrator_sees_record_numbers_only(client, adviser):
    person = ClientFactory()
    looked(adviser, person)
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    page = client.get(LOG).content.decode()

    assert f"client {person.pk}" in page
    assert person.surname_latin not in page
    assert str(person.public_id) not in page


def test_others_see_their_own_acts(client, adviser):
    mine, other = ClientFactory(), ClientFactory(surname_latin="Inna")
    looked(adviser, mine)
    looked(UserFactory(), other)
    client.force_login(adviser)

    response = client.get(MINE)

    assert shown(response) == [("view", mine.pk)]
    assert "Inna" not in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 3),
        ({"kind": "search"}, 1),
        ({"record": "{person}"}, 2),
        ({"actor": "{adviser}"}, 2),
        ({"first_day": "{today}", "last_day": "{today}"}, 3),
        ({"first_day": "{tomorrow}"}, 0),
        ({"last_day": "{yesterday}"}, 0),
        ({"first_day": "{today}", "last_day": "{yesterday}"}, 0),
        ({"record": "many"}, 0),
    ],
)
def test_log_is_narrowed(client, manager, adviser, asked, found):
    person = ClientFactory()
    looked(adviser, person)
    looked(adviser, ClientFactory(), kind=AccessKind.SEARCH)
    looked(None, person, kind=AccessKind.EXPORT)
    today = timezone.localdate()
    words = {
        "person": person.pk,
        "adviser": adviser.public_id,
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "yesterday": today - timedelta(days=1),
    }

    response = client.get(LOG, {name: text.format(**words) for name, text in asked.items()})

    assert len(response.context["lines"]) == found


def test_empty_log_and_empty_answer_say_so(client, manager):
    assert "The log is empty" in client.get(LOG).content.decode()
    assert "No such entries" in client.get(LOG, {"kind": "erase"}).content.decode()
    assert "No entries yet" in client.get(MINE).content.decode()


def test_older_entries_follow(client, manager, adviser):
    looked(adviser, *ClientFactory.create_batch(30))

    first = client.get(LOG, {"actor": adviser.public_id})
    second = client.get(LOG, {"actor": adviser.public_id, "before": first.context["older"]})

    numbers = [number for page in (first, second) for _kind, number in shown(page)]
    assert (len(first.context["lines"]), len(second.context["lines"])) == (25, 5)
    assert numbers == sorted(numbers, reverse=True)
    assert second.context["older"] == 0
    assert f"before={first.context['older']}" in first.content.decode()


@pytest.mark.parametrize("before", ["-1", "x", "9" * 40, ""])
def test_a_wrong_place_in_the_log_is_its_beginning(client, manager, adviser, before):
    looked(adviser, ClientFactory())

    assert len(client.get(LOG, {"before": before}).context["lines"]) == 1


@pytest.mark.parametrize("count", [1, 20])
def test_log_query_count(client, manager, adviser, django_assert_num_queries, count):
    looked(adviser, *ClientFactory.create_batch(count))

    # session, user, office, choices of staff, entries, people, access log; keeping the session: 3
    with django_assert_num_queries(10):
        client.get(LOG)


def test_searches_are_told_in_words_never_as_typed(client, manager, adviser):
    client.force_login(adviser)
    person = ClientFactory(surname_latin="Shevchenko", surname_cyrillic="Шевченко")
    searched(client, "/en/desk/clients/", "Шевченко 0101")
    client.force_login(manager)

    page = client.get(LOG, {"kind": "search"}).content.decode()

    entry = AccessEntry.objects.filter(kind="search").get()
    assert (entry.subject_number, entry.purpose) == (person.pk, "name phone")
    assert "by name, by phone" in page


@pytest.mark.parametrize("reason", RevealReason)
def test_reason_of_uncovering_is_told_in_words(reason):
    bare = AccessEntry(kind=AccessKind.REVEAL, purpose=reason.value)
    with_words = AccessEntry(kind=AccessKind.REVEAL, purpose=f"{reason.value}: benefit: form 2")

    told = [purposes.text_of(bare), purposes.text_of(with_words)]

    assert told == [reason.label, f"{reason.label}: benefit: form 2"]


@pytest.mark.parametrize("kind", UploadKind)
def test_opened_file_is_told_by_what_it_shows(kind):
    entry = AccessEntry(kind=AccessKind.DOWNLOAD, purpose=kind.value)

    told = purposes.text_of(entry)

    assert told == kind.label


@pytest.mark.parametrize("purpose", ["", "identity cards", "=1+1"])
def test_purpose_that_is_no_code_is_told_as_it_was_given(purpose):
    entry = AccessEntry(kind=AccessKind.REVEAL, purpose=purpose)

    told = purposes.text_of(entry)

    assert told == purpose


def test_sheet_holds_numbers_and_is_logged(client, manager, adviser):
    person = ClientFactory()
    looked(adviser, person, kind=AccessKind.REVEAL, purpose="=1+1")

    response = client.get(SHEET, {"kind": "reveal"})

    rows = list(load_workbook(io.BytesIO(response.getvalue())).active.values)
    assert rows[0][:5] == ("When", "Who", "Role", "What", "Record")
    assert [row[1:6] for row in rows[1:]] == [
        ("Adam Doradca", "client adviser", "uncovered a hidden number", f"client {person.pk}", "'=1+1")
    ]
    assert AccessEntry.objects.by(manager).get().kind == "export"


def test_sheet_of_a_wrong_question_is_empty(client, manager, adviser):
    looked(adviser, ClientFactory())

    response = client.get(SHEET, {"record": "many"})

    assert len(list(load_workbook(io.BytesIO(response.getvalue())).active.values)) == 1


def test_sheet_asks_who_it_is_when_the_proof_is_old(client, manager, settings):
    settings.CONFIRMATION_REQUIRED = True

    assert "reauthenticate" in client.get(SHEET)["Location"]


def test_entries_of_models_that_are_gone_stay_readable(client, manager):
    class Gone:
        class _meta:  # noqa: N801
            label_lower = "old.person"

        pk = 7

    looked(None, Gone())

    page = client.get(LOG).content.decode()

    assert "old.person 7" in page
    assert "the portal itself" in page

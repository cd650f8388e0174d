"""Changing a record: every field, two editors at once, what is refused."""

from datetime import date

import pytest

from accounts.permissions import Role
from registration import services
from registration.dates import parse
from registration.rights_services import restrict
from registration.vocabulary import DatePrecision
from tests.factories import UserFactory
from tests.registration.factories import PESEL, READY, ClientFactory
from tests.registration.pages import edit_form, full_record, page_url, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR)
    client.force_login(user)
    return user


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
    assert {(clash.theirs, clash.mine, clash.both) for clash in warned.context["clashes"]} == {
        ("03.1985", "", False),
        ("cudze", "stare", False),
        ("cudza notatka", "moja notatka", True),
    }
    record.refresh_from_db()
    assert record.notes == "cudza notatka"

    form = warned.context["form"]
    joined = {field.name: field.value() for field in form if field.value() not in (None, False)}
    saved = client.post(page_url(record, "edit"), joined | {"version": warned.context["version"]})

    record.refresh_from_db()
    assert saved.status_code == 302
    assert (record.notes, record.looks_for, record.email) == ("moja notatka", "cudze", "moj@example.org")
    assert record.birth_date_precision == DatePrecision.MONTH


PARTIAL = [
    ("05.1985", "01.1985", [("05.1985", "01.1985", True)], "01.1985"),
    ("05.1985", "01.01.1985", [("05.1985", "01.01.1985", True)], "01.01.1985"),
    ("01.1985", "01.01.1985", [("01.1985", "01.01.1985", True)], "01.01.1985"),
    ("01.1985", "1985", [("01.1985", "1985", False)], "01.1985"),
    ("01.1985", "01.1985", [], "01.1985"),
    ("1985", "05.1985", [], "05.1985"),
]


@pytest.mark.parametrize(("theirs", "mine", "told", "joined"), PARTIAL)
def test_how_much_of_a_date_is_known_is_never_overwritten_unseen(
    client, coordinator, theirs, mine, told, joined
):
    record = ClientFactory(
        created_by=coordinator, birth_date=date(1985, 1, 1), birth_date_precision=DatePrecision.YEAR
    )
    typed = edit_form(client, record, birth=mine, notes="moje")
    read = parse(theirs)
    services.edit_client(
        client=record,
        values={"birth_date": read.value, "birth_date_precision": read.precision, "notes": "cudze"},
        seen_version=1,
        by=UserFactory(),
    )

    warned = client.post(page_url(record, "edit"), typed)

    shown = [(clash.theirs, clash.mine, clash.both) for clash in warned.context["clashes"]]
    assert [clash for clash in shown if clash[0] != "cudze"] == told
    assert warned.context["form"]["birth"].value() == joined


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_edit_with_a_strange_version_stores_nothing(client, coordinator, version):
    record = ClientFactory(created_by=coordinator)

    response = client.post(page_url(record, "edit"), edit_form(client, record, notes="n", version=version))

    assert response.status_code == 409
    assert "Somebody else saved" in text_of(response)


def test_edit_says_that_the_record_was_restricted_meanwhile(client, coordinator):
    record = ClientFactory(created_by=coordinator)
    typed = edit_form(client, record, notes="n")
    restrict(client=record, reason="Spór", by=coordinator)

    response = client.post(page_url(record, "edit"), typed)

    assert "restricted; the record must not be changed" in text_of(response)


def test_edit_says_that_the_pesel_is_taken(client, coordinator):
    ClientFactory(created_by=coordinator, **READY)
    record = ClientFactory(created_by=coordinator)

    response = client.post(page_url(record, "edit"), edit_form(client, record, pesel=PESEL))

    assert "A client with this PESEL is registered already." in text_of(response)

"""Who must be contacted, and who is followed up: lists, filters, the sheet, the card of today."""

from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from accounts.permissions import Role
from registration.models import Client, Deadlines
from registration.services import edit_client
from registration.vocabulary import NoPesel
from tests.factories import UserFactory
from tests.reference.factories import AccommodationFactory, PlaceFactory
from tests.registration.factories import ClientFactory
from tests.registration.rhythm.factories import ago, contacted, registered

pytestmark = pytest.mark.django_db

LIST = "registration:contact-list"


@pytest.fixture
def user():
    return UserFactory(role=Role.ADVISER)


@pytest.fixture
def desk(client, user):
    client.force_login(user)
    return client


def shown(desk, **asked):
    return [row.client.surname_latin for row in desk.get(reverse(LIST), asked).context["page"]]


def person(name, days_ago, **values):
    return registered(days_ago=days_ago, surname_latin=name, document_number=f"BB{name}", **values)


def test_most_overdue_come_first_and_the_far_ones_only_when_asked_for(desk):
    person("Soon", 80)
    person("Late", 100)
    person("Latest", 200)
    person("Far", 10)
    ClientFactory(surname_latin="Enquirer")

    assert shown(desk) == ["Latest", "Late", "Soon"]
    assert shown(desk, due="overdue") == ["Latest", "Late"]
    assert shown(desk, due="all") == ["Latest", "Late", "Soon", "Far"]


def test_list_is_narrowed_by_place_site_colleague_and_way(desk, user):
    site = AccommodationFactory()
    person("Hotel", 100, accommodation=site, preferred_contact="sms")
    person("Mine", 100, by=user)
    person("Other", 100)

    assert shown(desk, site=site.public_id) == ["Hotel"]
    assert shown(desk, place=site.place.public_id) == ["Hotel"]
    assert shown(desk, way="sms") == ["Hotel"]
    assert shown(desk, whose=user.public_id) == ["Mine"]


def test_list_of_a_place_follows_whoever_moves(desk, user):
    old, new = AccommodationFactory(), PlaceFactory()
    moved = person("Moved", 100, accommodation=old)

    edit_client(
        client=moved, values={"accommodation": None, "place": new}, seen_version=moved.version, by=user
    )

    assert shown(desk, place=old.place.public_id) == []
    assert shown(desk, place=new.public_id) == ["Moved"]


@pytest.mark.parametrize(
    "asked", [{"due": "x"}, {"site": "1"}, {"place": "zzz"}, {"whose": "-1"}, {"way": "x"}]
)
def test_senseless_filter_finds_nobody(desk, asked):
    person("Late", 100)

    assert shown(desk, **asked) == []


@pytest.mark.parametrize("count", [1, 20])
def test_query_count_of_the_list(desk, django_assert_num_queries, count):
    for number in range(count):
        person(f"P{number}", 100)

    with django_assert_num_queries(12):
        page = desk.get(reverse(LIST)).context["page"]

    assert len(page) == count


@pytest.mark.parametrize("count", [1, 20])
def test_query_count_of_a_follow_up(desk, django_assert_num_queries, count):
    for number in range(count):
        ClientFactory(surname_latin=f"P{number}")

    with django_assert_num_queries(9):
        page = desk.get(reverse("registration:follow-up-list", args=["pesel"])).context["page"]

    assert len(page) == count


def test_sheet_holds_what_the_list_shows(desk):
    late = person("Late", 100, phone="+48415550101")
    person("Far", 10)
    contacted(late, days_ago=95)

    response = desk.get(reverse("registration:contact-export"), {"due": "overdue"})
    rows = list(openpyxl.load_workbook(BytesIO(response.getvalue())).active.iter_rows(values_only=True))

    assert len(rows) == 2
    assert rows[1][1:3] == ("Olena Late", "+48 41 555 01 01")
    assert rows[1][0].date() == ago(5)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("pesel", ["Nopesel"]), ("document", ["Expired", "Expires"]), ("status", ["Endssoon"])],
)
def test_follow_ups(desk, kind, expected):
    has = {"pesel": None, "no_pesel_reason": NoPesel.WAITING}
    ClientFactory(surname_latin="Nopesel", no_pesel_reason=NoPesel.NOT_APPLIED)
    ClientFactory(surname_latin="Expired", **has, document_expires_on=ago(1))
    ClientFactory(surname_latin="Expires", **has, document_expires_on=ago(-59))
    ClientFactory(surname_latin="Valid", **has, document_expires_on=ago(-61))
    ends = ClientFactory(surname_latin="Endssoon", **has)
    Deadlines.objects.filter(client=ends).update(status_end_on=ago(-90))
    Deadlines.objects.exclude(client__surname_latin="Nopesel").update(no_pesel_since=None, pesel_on=None)

    page = desk.get(reverse("registration:follow-up-list", args=[kind])).context["page"]

    assert [row.client.surname_latin for row in page] == expected


def test_kind_that_is_none_is_not_found(desk):
    assert desk.get(reverse("registration:follow-up-list", args=["shoes"])).status_code == 404


def test_status_ends_three_years_after_registering():
    since = ago(0)

    stored = Deadlines.objects.get(client=registered(days_ago=0))

    assert (stored.status_end_on.year, stored.status_end_on.month) == (since.year + 3, since.month)


def test_today_shows_ones_own_contacts_first_and_those_of_all_when_there_are_none(desk, user):
    person("Other", 100)
    alone = _card(desk)
    person("Mine", 100, by=user)

    assert (alone, _card(desk)) == (["Olena Other"], ["Olena Mine"])


def test_broker_sees_no_contacts_on_the_card_of_a_person(client):
    late = person("Late", 100)
    client.force_login(UserFactory(role=Role.BROKER))

    page = client.get(late.get_absolute_url()).content.decode()

    assert "Next contact by" not in page
    assert "Consents" not in page


def test_card_of_a_person_says_what_ends_and_what_is_late(desk):
    late = person("Late", 100, document_expires_on=ago(3))
    Deadlines.objects.filter(client=late).update(status_end_on=ago(-5), pesel_on=ago(1))

    page = desk.get(late.get_absolute_url()).content.decode()

    assert page.count("overdue") == 2
    assert page.count("ends soon") == 1
    assert "expired" in page


def test_card_of_a_person_from_before_this_table_opens(desk):
    old = ClientFactory()
    Deadlines.objects.filter(client=old).delete()

    assert desk.get(Client.objects.get(pk=old.pk).get_absolute_url()).status_code == 200


def _card(desk):
    cards = desk.get("/en/desk/").context["cards"]
    return [line.name for card in cards if str(card.title) == "Contacts to make" for line in card.lines]

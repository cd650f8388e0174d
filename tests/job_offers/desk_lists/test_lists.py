"""What waits, filters kept under a name, and the list as a sheet."""

from datetime import timedelta

import openpyxl
import pytest
from django.db import IntegrityError
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from job_offers.desk_lists import sheet, work_lists
from job_offers.desk_lists.queries import kept_query
from job_offers.models import CallBack, Offer, SavedFilter
from job_offers.services import saved_filters
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, place

pytestmark = pytest.mark.django_db

LIST = "job_offers:offer-list"


def shown(client, query):
    return {offer.title_pl for offer in client.get(f"{reverse(LIST)}?{query}").context["page"]}


@pytest.fixture
def broker(client):
    user = UserFactory(role=Role.BROKER)
    client.force_login(user)
    return user


@pytest.fixture
def stock():
    """An offer for every list, and one for none."""
    today = timezone.localdate()
    long = {"valid_until": today + timedelta(days=60)}
    return [
        OfferFactory(title_pl="szkic"),
        OfferFactory(title_pl="bez zgody", employer=EmployerFactory(consents=False)),
        OfferFactory(title_pl="gotowa", state="ready"),
        PublishedFactory(title_pl="na tablicy", title_uk="На дошці", **long),
        PublishedFactory(title_pl="kończy się", title_uk="Кінець", valid_until=today + timedelta(days=2)),
        PublishedFactory(title_pl="dawno", title_uk="Давно", confirmed_on=today - timedelta(days=29), **long),
        PublishedFactory(title_pl="niepotwierdzona", title_uk="Тиша", state="unconfirmed", **long),
    ]


@pytest.mark.parametrize(
    ("work", "titles"),
    [
        ("translation", {"szkic", "gotowa"}),
        ("publication", {"gotowa"}),
        ("call_back", {"kończy się", "dawno", "niepotwierdzona"}),
    ],
)
def test_each_list_holds_what_waits_and_its_number(client, broker, stock, work, titles):
    response = client.get(f"{reverse(LIST)}?work={work}")

    assert {offer.title_pl for offer in response.context["page"]} == titles
    assert [row[2:] for row in response.context["lists"] if row[0] == work] == [(len(titles), True)]


def test_offer_about_which_a_call_is_due_waits_for_it(client, broker):
    today = timezone.localdate()
    for days, title in ((0, "dziś"), (1, "jutro")):
        offer = OfferFactory(title_pl=title)
        CallBack.objects.create(
            employer=offer.employer, offer=offer, agent=broker, due_on=today + timedelta(days=days)
        )

    assert shown(client, "work=call_back") == {"dziś"}


def test_unknown_list_narrows_nothing(client, broker, stock):
    assert len(shown(client, "work=cokolwiek")) == len(stock)


def test_numbers_are_counted_no_further_than_needed(monkeypatch, stock):
    monkeypatch.setattr(work_lists, "MOST_COUNTED", 1)

    counted = work_lists.counts(Offer.objects.all(), timezone.localdate())

    assert counted[work_lists.WorkList.CALL_BACK] == 2


def test_kept_query_holds_what_the_list_knows():
    asked = QueryDict("q=kucharz&page=7&work=&state=draft&evil=1")

    assert kept_query(asked) == "q=kucharz&state=draft"


def test_filter_is_kept_under_a_name_and_found_again(client, broker):
    OfferFactory(title_pl="Kucharz")
    OfferFactory(title_pl="Kierowca")

    client.post(reverse("job_offers:filter-save"), {"name": "Kuchnia", "query": "q=kucharz&page=2"})
    (kept,) = client.get(reverse(LIST)).context["saved"]

    assert (kept.name, kept.owner, kept.query) == ("Kuchnia", broker, "q=kucharz")
    assert shown(client, kept.get_absolute_url().partition("?")[2]) == {"Kucharz"}


def test_filters_are_everybody_s_own(client, broker):
    kept = saved_filters.save_filter(owner=UserFactory(), name="Cudzy", query="")

    listed = client.get(reverse(LIST)).context["saved"]
    client.post(reverse("job_offers:filter-delete"), {"kept": kept.public_id})

    assert list(listed) == []
    assert SavedFilter.objects.count() == 1


def test_own_filter_is_deleted(client, broker):
    kept = saved_filters.save_filter(owner=broker, name="Mój", query="")

    client.post(reverse("job_offers:filter-delete"), {"kept": kept.public_id})

    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    ("name", "told"), [("Mój", "You have a filter of this name already."), (" ", "Give the filter a name.")]
)
def test_name_is_needed_and_one_s_own_once(client, broker, name, told):
    saved_filters.save_filter(owner=UserFactory(), name="Mój", query="")
    saved_filters.save_filter(owner=broker, name="Mój", query="")

    response = client.post(reverse("job_offers:filter-save"), {"name": name, "query": ""}, follow=True)

    assert [str(message) for message in response.context["messages"]] == [told]


def test_one_person_keeps_so_many_filters(monkeypatch):
    monkeypatch.setattr(saved_filters, "MOST_SAVED", 1)
    owner = UserFactory()
    saved_filters.save_filter(owner=owner, name="pierwszy", query="")

    with pytest.raises(saved_filters.FilterRefused, match="as many"):
        saved_filters.save_filter(owner=owner, name="drugi", query="")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("savedfilter_has_a_name", {"name": ""}),
        ("savedfilter_name_is_unique_for_its_owner", {"name": "Mój"}),
    ],
)
def test_database_refuses(name, values):
    owner = UserFactory()
    SavedFilter.objects.create(owner=owner, name="Mój", query="")

    with pytest.raises(IntegrityError, match=name):
        SavedFilter.objects.create(owner=owner, query="", **values)


def rows_of(client, tmp_path, query=""):
    response = client.get(f"{reverse('job_offers:offer-export')}?{query}")
    file = tmp_path / "offers.xlsx"
    file.write_bytes(b"".join(response.streaming_content))
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(file).active.iter_rows()]


def test_sheet_holds_the_filtered_list(client, broker, tmp_path):
    OfferFactory(title_pl="Kucharz", place=place("Chęciny"))
    OfferFactory(title_pl="Kierowca")

    head, row = rows_of(client, tmp_path, "q=kucharz")

    assert head[:4] == ["Number", "Position", "Employer", "Place"]
    assert (row[1], row[3], row[9]) == ("Kucharz", "Chęciny", 1)


def test_what_people_typed_is_no_formula_in_the_sheet(client, broker, tmp_path):
    OfferFactory(title_pl='=HYPERLINK("http://example.org")', employer_name="+cmd")

    _head, row = rows_of(client, tmp_path)

    assert row[1].startswith("'=")
    assert row[2].startswith("'+")


def test_sheet_stops_at_its_bound_and_says_so(client, broker, tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "MOST_EXPORTED", 2)
    OfferFactory.create_batch(3)

    rows = rows_of(client, tmp_path)

    assert len(rows) == 4
    assert rows[-1][0] == "Only the first 2 offers are here; narrow the filter to get the rest."


@pytest.mark.parametrize("count", [1, 20])
def test_sheet_costs_the_same_for_one_and_for_twenty(client, broker, count, django_assert_num_queries):
    OfferFactory.create_batch(count)

    with django_assert_num_queries(7):
        response = client.get(reverse("job_offers:offer-export"))

    response.close()

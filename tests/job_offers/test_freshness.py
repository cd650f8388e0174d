"""304 without making the page anew, as long as nothing that readers see has changed."""

from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from django.utils import timezone

from job_offers import freshness, snapshot
from job_offers.models import Employer, Offer
from job_offers.views import board
from reference.models import Place
from tests.factories import UserFactory
from tests.job_offers.factories import PublishedFactory, place, translate

pytestmark = pytest.mark.django_db

BOARD, FEED = "/uk/offers/", "/uk/offers/feed.atom"


def again(client, address, first, **headers):
    return client.get(address, headers={"If-None-Match": first["ETag"]} | headers)


def offer_page(offer):
    return f"/uk/offers/{offer.public_id}/"


@pytest.mark.parametrize(
    ("address", "queries"),
    [(BOARD, 1), (FEED, 2), ("/api/v1/offers", 2), ("/api/v1/openapi.json", 2), ("/sitemap.xml", 2)],
)
def test_nothing_new_costs_two_queries(client, address, queries, django_assert_num_queries):
    PublishedFactory()
    first = client.get(address)

    with django_assert_num_queries(queries):
        second = again(client, address, first)

    assert (first.status_code, second.status_code) == (200, 304)
    assert second["ETag"] == first["ETag"]
    assert not second.content


@pytest.mark.parametrize("address", ["/uk/contact/", "/uk/privacy/", "/uk/accessibility/", "/uk/meetings/"])
def test_other_public_pages_say_that_nothing_is_new(client, address):
    first = client.get(address)

    assert again(client, address, first).status_code == 304


def test_the_day_and_hour_of_the_last_change_are_told(client):
    offer = PublishedFactory()
    first = client.get(offer_page(offer))

    second = client.get(offer_page(offer), headers={"If-Modified-Since": first["Last-Modified"]})

    assert second.status_code == 304


def _name(offer):
    Employer.objects.filter(pk=offer.employer_id).update(name="Nowa nazwa")


def _close(offer):
    Offer.objects.filter(pk=offer.pk).update(state="filled", closed_on=timezone.localdate())


def _translate(offer):
    translate(offer, by=UserFactory(), title="Кухар")


def _rename(offer):
    Place.objects.filter(pk=offer.place_id).update(name_uk="Інша")


@pytest.mark.parametrize("change", [_name, _close, _translate, _rename])
def test_any_change_of_what_is_shown_makes_the_page_anew(client, change):
    offer = PublishedFactory(place=place("Chęciny"))
    pages = [offer_page(offer), BOARD]
    before = [client.get(page) for page in pages]

    change(offer)

    assert [again(client, *pair).status_code for pair in zip(pages, before, strict=True)] != [304, 304]
    assert again(client, pages[0], before[0]).status_code in {200, 410}


def test_an_hour_later_it_is_made_anew_for_offers_leave_by_the_calendar(client, monkeypatch):
    first = client.get(FEED)
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(
        freshness, "timezone", SimpleNamespace(now=lambda: later, localdate=timezone.localdate)
    )

    assert again(client, FEED, first).status_code == 200


def test_the_list_is_made_anew_when_a_place_has_another_name(client, monkeypatch):
    offer = PublishedFactory(place=place("Chęciny"), place_name="")
    first = client.get(BOARD)
    _rename(offer)
    monkeypatch.setattr(snapshot, "MAX_AGE", 0.0)  # a minute has passed

    second = again(client, BOARD, first)

    assert "Інша" in second.content.decode()


def test_another_search_another_language_and_a_part_of_the_page_are_other_pages(client):
    tags = {
        client.get(address, headers=headers)["ETag"]
        for address, headers in (
            (BOARD, {}),
            ("/pl/offers/", {}),
            (f"{BOARD}?q={quote('кухар')}", {}),
            (BOARD, {"HX-Request": "true"}),
        )
    }

    assert len(tags) == 4


def test_who_is_signed_in_gets_pages_that_nobody_keeps(client):
    client.force_login(UserFactory(role="broker"))

    response = client.get(BOARD)

    assert "ETag" not in response.headers
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(("told_by", "address"), [(board, BOARD), (freshness, FEED)])
def test_another_version_of_the_portal_makes_other_pages(client, monkeypatch, told_by, address):
    first = client.get(address)
    monkeypatch.setattr(told_by, "release", lambda: "next")

    assert again(client, address, first).status_code == 200

"""``/api/v1/offers``: what other programs read."""

import json
from datetime import UTC, timedelta
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from job_offers.api import ASKED_A_MINUTE, Cursor
from tests.job_offers.factories import EmployerFactory, PublishedFactory, place, term

pytestmark = pytest.mark.django_db


def answer(client, query=""):
    return client.get(f"/api/v1/offers{query}")


def test_api_tells_an_offer_as_a_job_posting(client, settings):
    settings.SITE_URL = "https://portal.example.org"
    offer = PublishedFactory(
        title_pl="Kucharz",
        title_uk="Кухар",
        place=place("Chęciny"),
        street_address="ul. Próbna 5",
        pay_from=5200,
        pay_to=6000,
        working_time=1,
        contract=term("contract", "fixed_term"),
        posts=3,
        starts_on=timezone.localdate() + timedelta(days=3),
    )

    response = answer(client)
    body = response.json()

    assert response["Content-Type"] == "application/json"
    assert body["@type"] == "ItemList"
    assert (body["numberOfItems"], body["next"]) == (1, None)
    (posting,) = body["itemListElement"]
    assert posting == {
        "@type": "JobPosting",
        "@id": f"https://portal.example.org/uk/offers/{offer.public_id}/",
        "url": f"https://portal.example.org/uk/offers/{offer.public_id}/",
        "identifier": str(offer.public_id),
        "inLanguage": "uk",
        "title": "Кухар",
        "description": "Пакування виробів.",
        "datePosted": posting["datePosted"],
        "validThrough": str(offer.valid_until),
        "employmentType": ["FULL_TIME", "TEMPORARY"],
        "hiringOrganization": {"@type": "Organization", "name": offer.employer.name},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Chęciny",
                "addressCountry": "PL",
                "streetAddress": "ul. Próbna 5",
            },
        },
        "directApply": False,
        "totalJobOpenings": 3,
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "PLN",
            "value": {
                "@type": "QuantitativeValue",
                "unitText": "MONTH",
                "minValue": 5200.0,
                "maxValue": 6000.0,
            },
        },
        "workHours": "повна зайнятість",
        "jobImmediateStart": False,
        "jobStartDate": str(offer.starts_on),
    }


def test_api_in_polish(client):
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    (posting,) = answer(client, "?lang=pl").json()["itemListElement"]

    assert (posting["inLanguage"], posting["title"]) == ("pl", "Kucharz")


def test_api_does_not_pass_polish_off_as_ukrainian(client):
    PublishedFactory(title_pl="Kucharz")

    (posting,) = answer(client, "?lang=uk").json()["itemListElement"]

    assert (posting["inLanguage"], posting["title"]) == ("pl", "Kucharz")


def test_api_says_nothing_of_who_did_not_agree_to_be_named(client):
    employer = EmployerFactory(name="Zakład Tajny", consents=False)
    PublishedFactory(
        employer=employer, street_address="ul. Tajna 1", is_gross=False, place=None, place_name=""
    )

    (posting,) = answer(client).json()["itemListElement"]

    assert "Tajn" not in json.dumps(posting, ensure_ascii=False)
    assert posting["hiringOrganization"] == "confidential"
    assert "baseSalary" not in posting
    assert "jobLocation" not in posting
    assert posting["employmentType"] == ["OTHER"]


def test_api_takes_the_filters_of_the_board(client):
    PublishedFactory(title_pl="Kucharz", place=place("Chęciny"), working_time="0.5")
    PublishedFactory(title_pl="Spawacz", contract=term("contract", "mandate"))

    assert answer(client, "?q=" + quote("kucharza")).json()["numberOfItems"] == 1
    (posting,) = answer(client, "?place=260403").json()["itemListElement"]
    assert posting["employmentType"] == ["PART_TIME"]
    (posting,) = answer(client, "?contract=mandate").json()["itemListElement"]
    assert posting["employmentType"] == ["CONTRACTOR"]


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("?lang=ru", "lang"),
        ("?page=2", "page"),
        ("?sort=pay", "sort"),
        ("?cursor=x", "cursor"),
        ("?cursor=MTIz", "cursor"),
        ("?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTkuMQ", "cursor"),
        ("?cursor=MS4tMQ", "cursor"),
        ("?cursor=%00", "cursor"),
        ("?place=1", "place"),
        ("?contract=%00", "contract"),
        ("?pay=1", "pay"),
        ("?colour=red", "colour"),
    ],
)
def test_api_refuses_a_wrong_parameter_with_a_sentence(client, query, wrong):
    response = answer(client, query)

    assert response.status_code == 400
    assert wrong in response.json()["error"]
    assert wrong in response.json()["parameters"]


def test_api_survives_hostile_words(client):
    for query in ("?q=%00", "?q=" + "x" * 100_000, "?q=" + quote("' | !& (:*")):
        assert answer(client, query).status_code == 200


def test_api_pages_on_with_the_same_filters(client):
    PublishedFactory.create_batch(21)

    first = answer(client, "?lang=pl").json()
    second = client.get(first["next"].removeprefix("http://testserver")).json()

    assert len(first["itemListElement"]) == 20
    assert len(second["itemListElement"]) == 1
    assert second["next"] is None


def test_api_tells_no_offer_twice_when_others_come_meanwhile(client):
    PublishedFactory.create_batch(21)
    first = answer(client).json()
    PublishedFactory.create_batch(3)

    second = client.get(first["next"].removeprefix("http://testserver")).json()

    told = [posting["identifier"] for page in (first, second) for posting in page["itemListElement"]]
    assert len(told) == len(set(told)) == 21


def test_api_walks_through_offers_of_one_moment(client):
    moment = timezone.now() - timedelta(hours=1)
    PublishedFactory.create_batch(45, published_at=moment)

    address, told = "/api/v1/offers", []
    while address:
        body = client.get(address).json()
        told += [posting["identifier"] for posting in body["itemListElement"]]
        address = (body["next"] or "").removeprefix("http://testserver")

    assert len(told) == len(set(told)) == 45


@given(st.datetimes(timezones=st.just(UTC), allow_imaginary=False), st.integers(1, 2**63 - 1))
def test_a_cursor_comes_back_as_it_was(moment, offer):
    cursor = Cursor(moment, offer)

    assert Cursor.read(str(cursor)) == cursor


def test_api_says_how_long_to_wait_when_it_is_asked_too_often(client, monkeypatch):
    counted = cache.incr
    monkeypatch.setattr(cache, "incr", lambda key: counted(key) + ASKED_A_MINUTE - 1)

    first, second = answer(client), answer(client)

    assert (first.status_code, second.status_code) == (200, 429)
    assert second["Retry-After"] in second.json()["error"]
    assert 0 < int(second["Retry-After"]) <= 60


@pytest.mark.parametrize("count", [1, 20])
def test_api_query_count(client, django_assert_num_queries, count):
    PublishedFactory.create_batch(count)

    client.get("/api/v1/offers")

    with django_assert_num_queries(5):  # state of the board, its version ×2, page, translations
        answer(client)


def test_api_may_be_kept_and_asked_whether_it_changed(client):
    PublishedFactory()
    first = answer(client)

    second = client.get("/api/v1/offers", headers={"If-None-Match": first["ETag"]})

    assert "max-age" in first["Cache-Control"]
    assert second.status_code == 304


def test_api_refuses_other_methods(client):
    assert client.post("/api/v1/offers").status_code == 405

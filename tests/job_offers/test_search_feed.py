"""The Atom feed of one search, and reading offers without a connection."""

from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from tests.job_offers.factories import PublishedFactory, place

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, query="", language="uk"):
    return ET.fromstring(client.get(f"/{language}/offers/feed.atom{query}").content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_the_feed_takes_the_boards_filters(client):
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар", place=place("Chęciny"), has_lodging=True)
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар", place=place("Łagów"))
    PublishedFactory(title_pl="Spawacz", title_uk="Зварювальник", place=place("Chęciny"), has_lodging=True)

    assert titles(read(client, f"?q={quote('кухаря')}&place=260403&lodging=on")) == ["Кухар"]
    assert len(titles(read(client))) == 3


def test_the_feed_names_its_search_and_leads_back_to_it(client):
    feed = read(client, f"?q={quote('кухар')}&colour=red&page=2")

    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert "кухар" in feed.findtext(f"{ATOM}title")
    assert links["self"].endswith(f"/uk/offers/feed.atom?q={quote('кухар')}")
    assert links["alternate"].endswith(f"/uk/offers/?q={quote('кухар')}")


def test_the_board_offers_the_feed_of_its_search(client):
    page = client.get("/uk/offers/", {"q": "кухар", "lodging": "on"}).content.decode()

    assert f'href="/uk/offers/feed.atom?lodging=on&amp;q={quote("кухар")}"' in page


@pytest.mark.parametrize("query", ["?q=%00", "?place=1&contract=x&pay=y", "?q=" + "x" * 5000])
def test_a_hostile_search_is_a_feed_all_the_same(client, query):
    assert client.get(f"/uk/offers/feed.atom{query}").status_code == 200


def test_the_worker_is_a_program_that_is_asked_for_anew(client):
    response = client.get("/worker.js")

    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-cache"
    assert "addEventListener" in response.content.decode()


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_the_page_without_a_connection_speaks_the_readers_language(client, language):
    assert f'<html lang="{language}">' in client.get(f"/{language}/offers/offline/").content.decode()


def test_engines_are_kept_from_forms(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert {"Disallow: /uk/offers/*/ask/", "Disallow: /pl/offers/alerts/"} <= set(lines)

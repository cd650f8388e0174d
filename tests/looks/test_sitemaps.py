"""What search engines are told, and what they are kept from."""

import re
from xml.etree import ElementTree as ET

import pytest

from desk import sitemaps
from tests.job_offers.factories import OfferFactory, PublishedFactory

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def locations(response) -> list[str]:
    return [found.text for found in ET.fromstring(response.content).iterfind(".//s:loc", NAMES)]


@pytest.mark.django_db
def test_sitemap_lists_pages_and_live_offers_in_three_languages(client):
    live, draft = PublishedFactory(), OfferFactory()

    listed = locations(client.get("/sitemap.xml"))

    assert {f"http://testserver/{code}/offers/{live.public_id}/" for code in ("uk", "pl", "en")} <= set(
        listed
    )
    assert "http://testserver/uk/accessibility/" in listed
    assert not any(str(draft.public_id) in place for place in listed)


@pytest.mark.django_db
def test_sitemap_names_the_other_languages_of_a_page(client):
    tree = ET.fromstring(client.get("/sitemap.xml").content)
    contact = next(url for url in tree if url.find("s:loc", NAMES).text.endswith("/uk/contact/"))

    others = {link.get("hreflang"): link.get("href") for link in contact.iterfind("x:link", NAMES)}

    assert others == {
        "uk": "http://testserver/uk/contact/",
        "pl": "http://testserver/pl/contact/",
        "en": "http://testserver/en/contact/",
        "x-default": "http://testserver/contact/",
    }


@pytest.mark.django_db
def test_long_sitemap_becomes_an_index_of_files(client, monkeypatch):
    PublishedFactory.create_batch(2)
    monkeypatch.setattr(sitemaps.OfferSitemap, "limit", 4)

    files = locations(client.get("/sitemap.xml"))
    second = locations(client.get("/sitemap-offers.xml?p=2"))

    assert "http://testserver/sitemap-offers.xml?p=2" in files
    assert len(second) == 2
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_robots_are_kept_from_the_desk_and_told_of_the_sitemap(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert {"Disallow: /uk/desk/", "Disallow: /pl/accounts/"} <= set(lines)
    assert re.fullmatch(r"Sitemap: http://testserver/sitemap.xml", lines[-1])

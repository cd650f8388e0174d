"""The board in a real browser, with and without scripts."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import complaints
from tests.job_offers.factories import PublishedFactory, place

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


@pytest.fixture(autouse=True)
def _offers() -> None:
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар", place=place("Chęciny"), has_lodging=True)
    PublishedFactory(title_pl="Spawacz", title_uk="Зварювальник", place=place("Kielce"))


def test_search_changes_the_results_and_the_address_without_a_new_page(page: Page, site: str):
    with complaints(page) as heard:
        page.goto(f"{site}/uk/offers/")
        page.evaluate("document.body.dataset.kept = 'yes'")
        page.get_by_role("searchbox").fill("кухарем")
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator(".offer")).to_have_count(1)

    assert page.locator(".offer h2").inner_text() == "Кухар"
    assert f"q={quote('кухарем')}" in page.url
    assert page.evaluate("document.body.dataset.kept") == "yes"
    assert heard == []


def test_board_works_without_scripts(browser: Browser, site: str):
    page = browser.new_context(java_script_enabled=False).new_page()

    page.goto(f"{site}/uk/offers/")
    page.locator("details.filters > summary").click()
    page.locator("input[name=lodging]").check()
    page.locator("details.filters button").click()

    expect(page.locator(".offer h2")).to_have_text(["Кухар"])
    page.locator(".facets a").click()
    expect(page.locator(".offer")).to_have_count(2)
    page.context.close()


def test_offer_prints_its_content_and_not_its_buttons(page: Page, site: str):
    page.goto(f"{site}/uk/offers/")
    page.get_by_role("link", name="Кухар").click()

    page.emulate_media(media="print")

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-print]")).to_be_hidden()
    expect(page.locator(".public-nav")).to_be_hidden()

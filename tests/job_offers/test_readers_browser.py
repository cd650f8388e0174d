"""A refugee's way through the board in a real browser: finding, asking, reporting, sharing, and reading offline."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from job_offers.models import Offer, OfferQuestion, ProblemReport
from registration.enquiries import stamps
from tests.browser import axe, complaints
from tests.job_offers.factories import PublishedFactory, place

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

SHARED = (
    "window.shared = []; navigator.share = (what) => { window.shared.push(what); return Promise.resolve(); };"
)
SPOKEN = """
window.spoken = [];
const voices = [{ lang: 'uk-UA', name: 'Леся' }];
Object.defineProperty(window, 'speechSynthesis', { value: {
  pending: false, speaking: false, getVoices: () => voices, addEventListener() {},
  cancel() { window.spoken = []; }, speak(one) { window.spoken.push(one.text); },
}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """Programs fill in a form faster than people; so does a browser that is driven."""
    monkeypatch.setattr(stamps, "SOONEST_SECONDS", -1)


@pytest.fixture
def cook():
    return PublishedFactory(
        title_pl="Kucharz",
        title_uk="Кухар",
        place=place("Chęciny"),
        has_lodging=True,
        street_address="ul. Próbna 5",
    )


def test_a_refugee_finds_an_offer_asks_and_reports_on_a_phone_without_scripts(
    browser: Browser, site: str, cook
):
    page = browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="uk"
    ).new_page()
    page.goto(f"{site}/uk/offers/?q=кухаря")
    page.get_by_role("link", name="Кухар").click()

    page.locator("a[href$='/ask/']").click()
    page.locator("[name=surname]").fill("Ірина Коваль")
    page.locator("[name=phone]").fill("050 555 01 88")
    page.locator("form[action$='/ask/send/'] button[type=submit]").click()
    expect(page.locator("main")).to_contain_text(re.compile(r"\d{4}\s\d{4}"))

    page.goto(f"{site}/uk/offers/{cook.public_id}/")
    page.locator("a[href$='/problem/']").click()
    page.locator("[value=asks_money]").check()
    page.locator("form[action$='/problem/send/'] button[type=submit]").click()
    expect(page).to_have_url(re.compile("/problem/thanks/$"))

    assert OfferQuestion.objects.get().offer == cook
    assert ProblemReport.objects.get().is_serious
    page.context.close()


def test_an_offer_is_shared_read_aloud_and_asks_nobody_else(page: Page, site: str, cook):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(SHARED + SPOKEN)

    with complaints(page) as heard:
        page.goto(f"{site}/uk/offers/{cook.public_id}/")
        page.locator("[data-share]").click()
        page.locator("[data-speak]").click()

    assert page.evaluate("window.shared")[0]["url"].endswith(f"/uk/offers/{cook.public_id}/")
    assert page.evaluate("window.spoken")[0] == "Кухар"
    assert [url for url in asked if not url.startswith(site)] == []
    assert (
        page.get_by_role("link", name="Telegram")
        .get_attribute("href")
        .startswith("https://t.me/share/url?url=")
    )
    assert heard == []


def test_without_a_voice_nothing_is_offered_to_be_read(page: Page, site: str, cook):
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined });")

    page.goto(f"{site}/uk/offers/{cook.public_id}/")

    expect(page.locator("[data-speech]")).to_be_hidden()


def test_the_old_link_of_a_closed_offer_leads_to_another(page: Page, site: str, cook):
    other = PublishedFactory(title_pl="Pomoc kuchenna", place=place("Chęciny"))
    Offer.objects.filter(pk=cook.pk).update(state="filled", closed_on=timezone.localdate())
    cook.board_entry.delete()

    gone = page.goto(f"{site}/uk/offers/{cook.public_id}/")
    page.get_by_role("link", name="Pomoc kuchenna").click()

    assert gone.status == 410
    expect(page).to_have_url(f"{site}/uk/offers/{other.public_id}/")


def test_an_opened_offer_is_read_without_a_connection(page: Page, site: str, cook):
    other = PublishedFactory(title_pl="Spawacz")
    address = f"{site}/uk/offers/{cook.public_id}/"
    page.goto(address)
    page.wait_for_function("caches.open('offers').then((kept) => kept.keys()).then((all) => all.length > 3)")
    page.wait_for_function("navigator.serviceWorker.ready.then((one) => one.active.state === 'activated')")

    page.context.set_offline(True)
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Кухар")
    page.goto(f"{site}/uk/offers/{other.public_id}/")

    assert page.locator("h1").inner_text() != "Spawacz"
    kept = page.evaluate(
        "caches.open('offers').then((all) => all.keys()).then((all) => all.map((one) => one.url))"
    )
    assert not [url for url in kept if "/ask/" in url or "/desk/" in url]
    page.context.set_offline(False)


@pytest.mark.parametrize("part", ["", "ask/", "problem/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pages_of_an_offer_are_open_to_everybody(page: Page, site: str, cook, part, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}/uk/offers/{cook.public_id}/{part}")

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("address", ["alerts/?q=кухар", "offline/"])
def test_pages_of_following_a_search_are_open_to_everybody(page: Page, site: str, address):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site}/uk/offers/{address}")

    assert axe(page) == []

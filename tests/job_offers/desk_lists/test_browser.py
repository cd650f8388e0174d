"""The desk's pages for offers in a real browser: on a phone, without scripts, and the copying."""

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.permissions import Role
from job_offers.models import Offer
from tests.browser import axe, complaints, sign_in
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, translate

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def broker():
    return UserFactory(role=Role.BROKER)


def is_within(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_list_on_a_phone_does_many_at_once(page: Page, site: str, broker):
    first, second = OfferFactory(title_pl="Kucharz"), OfferFactory(title_pl="Kierowca")
    sign_in(page.context, broker, site)
    page.set_viewport_size(PHONE)

    with complaints(page) as heard:
        page.goto(f"{site}/pl/desk/offers/")
        page.get_by_label("Kucharz", exact=True).check()
        faults = axe(page)
        page.locator("#bulk-act").select_option("ready")
        page.locator("fieldset button[type=submit]").click()
        expect(page.locator(".message-success")).to_be_visible()

    states = dict(Offer.objects.values_list("title_pl", "state"))
    assert states == {first.title_pl: "ready", second.title_pl: "draft"}
    assert (heard, faults, is_within(page)) == ([], [], True)


def test_field_is_copied_by_its_button(page: Page, site: str, broker):
    offer = OfferFactory(title_pl="Kucharz")
    translate(offer, by=UserFactory(role=Role.MANAGER), title="Кухар")
    sign_in(page.context, broker, site)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(PHONE)

    with complaints(page) as heard:
        page.goto(f"{site}/uk/desk/offers/{offer.public_id}/copy/")
        page.locator("[data-copies='copy-title-uk']").click()
        expect(page.locator("#copied")).not_to_be_empty()
        copied = page.evaluate("navigator.clipboard.readText()")

    assert copied == "Кухар"
    expect(page.get_by_role("button", name="Скопійовано: посада (uk)")).to_be_visible()
    assert (heard, axe(page), is_within(page)) == ([], [], True)


def test_without_scripts_the_text_is_there_to_be_selected(browser: Browser, site: str, broker):
    offer = OfferFactory(title_pl="Kucharz")
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page.context, broker, site)

    page.goto(f"{site}/pl/desk/offers/{offer.public_id}/copy/")

    expect(page.locator("#copy-title-pl")).to_have_text("Kucharz")
    expect(page.locator("[data-copies='copy-title-pl']")).to_be_hidden()
    page.context.close()


def test_form_and_findings_on_a_phone(page: Page, site: str, broker):
    offer = OfferFactory(duties_pl="Dołącz do młodego zespołu.", requirements_pl="Tylko mężczyźni do 35 lat.")
    sign_in(page.context, broker, site)
    page.set_viewport_size(PHONE)

    with complaints(page) as heard:
        page.goto(f"{site}/pl/desk/offers/{offer.public_id}/")
        faults = axe(page)
        fits = is_within(page)
        page.goto(f"{site}/pl/desk/offers/{offer.public_id}/edit/")

    assert (heard, faults, fits) == ([], [], True)
    assert (axe(page), is_within(page)) == ([], True)

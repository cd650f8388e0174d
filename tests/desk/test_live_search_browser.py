"""The search box in a browser: by keyboard, with one answer for the last word, and usable by a screen reader."""

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from tests.browser import axe, complaints, sign_in
from tests.factories import UserFactory
from tests.reference.factories import OfficeProfileFactory
from tests.registration.factories import ClientFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def desk(page: Page, site: str) -> Page:
    OfficeProfileFactory()
    by = UserFactory(role=Role.COORDINATOR)
    ClientFactory(created_by=by)
    ClientFactory(surname_cyrillic="Шевчук", surname_latin="Shevchuk", created_by=by)
    sign_in(page.context, by, site)
    page.goto(f"{site}/en/desk/")
    return page


def test_box_answers_while_one_types_and_opens_by_keyboard(desk: Page) -> None:
    box = desk.locator("#desk-search")
    with complaints(desk) as told:
        box.press_sequentially("szewczenk", delay=20)
        option = desk.get_by_role("option").first

        expect(option).to_contain_text("found by: spelling Shevchenko")
        expect(box).to_have_attribute("aria-expanded", "true")
        assert axe(desk) == []

        box.press("ArrowDown")
        expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
        expect(option).to_have_attribute("aria-selected", "true")
        box.press("Escape")
        expect(desk.get_by_role("listbox")).to_be_hidden()
        box.press("ArrowDown")
        expect(desk.get_by_role("listbox")).to_be_visible()
        box.press("ArrowDown")
        box.press("Enter")
        desk.wait_for_url("**/desk/clients/*/")

    assert told == []
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Shevchenko")


def test_arrows_go_round_and_the_box_is_a_stop(desk: Page) -> None:
    box = desk.locator("#desk-search")
    box.press_sequentially("Шевч", delay=20)
    expect(desk.get_by_role("option")).to_have_count(2)
    chosen = []

    for _step in range(3):
        box.press("ArrowUp")
        chosen.append(box.get_attribute("aria-activedescendant"))

    assert chosen[0] != chosen[1]
    assert chosen[2] is None


def test_taking_the_word_back_closes_the_list(desk: Page) -> None:
    box = desk.locator("#desk-search")
    box.press_sequentially("Шевч", delay=20)
    expect(desk.get_by_role("option")).to_have_count(2)

    box.fill("Ше")

    expect(desk.get_by_role("option")).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_asks_for_the_page_of_results(desk: Page) -> None:
    box = desk.locator("#desk-search")
    box.press_sequentially("Шевченко", delay=20)

    box.press("Enter")

    desk.wait_for_url("**/desk/search/?s=*")


def test_number_of_hits_is_told_where_the_page_has_a_place_for_it(desk: Page) -> None:
    told = desk.locator("#desk-hit-count")
    expect(told).to_have_role("status")
    expect(told).to_have_text("")

    desk.locator("#desk-search").press_sequentially("Шевч", delay=20)

    expect(told).to_have_text("2 hits")


def test_failed_answer_leaves_no_hits_of_other_words(desk: Page) -> None:
    box = desk.locator("#desk-search")
    box.press_sequentially("Шевч", delay=20)
    expect(desk.get_by_role("option")).to_have_count(2)
    desk.route("**/desk/search/live/", lambda route: route.abort())

    box.press_sequentially("ук", delay=20)

    expect(desk.get_by_role("option")).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")


def test_ended_session_puts_no_sign_in_page_under_the_box(desk: Page) -> None:
    box = desk.locator("#desk-search")
    box.press_sequentially("Шевч", delay=20)
    expect(desk.get_by_role("option")).to_have_count(2)
    desk.context.clear_cookies(name="session")

    box.press_sequentially("ук", delay=20)

    expect(desk.get_by_role("option")).to_have_count(0)
    assert desk.locator("#desk-hits").inner_text() == ""

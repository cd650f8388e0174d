"""The portal with a keyboard alone: every stop is seen, nothing covers it, nothing holds the focus, the order is the page's."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.permissions import Role
from registration.models import Client
from tests.browser import sign_in
from tests.factories import UserFactory
from tests.job_offers.factories import PublishedFactory
from tests.reference.factories import OfficeProfileFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PASSWORD = "correct-horse-battery"
# More stops than any page here has: whoever needs them all is held.
MOST_STOPS = 150

# Where the focus is: the number of its element in the document, and what is wrong with its place.
# A middle point that shows another element is covered by it. Of a tall text box, its beginning is looked at: there one writes.
_STOP = """async () => {
  const element = document.activeElement;
  if (element === document.body) return { number: 0, faults: [] };
  const frame = () => new Promise(requestAnimationFrame);
  // The browser brings a field into view with one of the next frames.
  for (let before = null, now = ""; before !== now;) {
    await frame();
    [before, now] = [now, JSON.stringify(element.getBoundingClientRect())];
  }
  const box = element.getBoundingClientRect();
  const part = element.getClientRects()[0];
  const height = Math.min(part.height, 44);
  const bottom = element.matches("textarea") ? box.top + height : box.bottom;
  const style = getComputedStyle(element);
  const x = part.left + part.width / 2, y = part.top + height / 2;
  const top = document.elementFromPoint(x, y);
  const isHeld = top?.contains(element) && top !== document.body && !/sticky|fixed/.test(getComputedStyle(top).position);
  const faults = [];
  if (bottom > innerHeight && box.height < innerHeight || box.top < 0 || box.right > innerWidth + 1 || box.left < 0)
    faults.push("is outside the window");
  else if (!element.contains(top) && !isHeld && !element.labels?.[0]?.contains(top))
    faults.push("is covered by " + top?.outerHTML.slice(0, 80));
  if (style.outlineStyle === "none" && style.boxShadow === "none") faults.push("has no ring around it");
  return {
    number: [...document.querySelectorAll("*")].indexOf(element),
    faults: faults.map(fault => `${element.outerHTML.slice(0, 120)} ${fault}`),
  };
}"""


class Walk:
    """Somebody at the keyboard; every step is looked at."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def tab(self, key: str = "Tab") -> int:
        """Go one stop on and say which element of the page it is; 0 when the page is over."""
        self.press(key)
        stop = self.page.evaluate(_STOP)
        assert stop["faults"] == []
        return stop["number"]

    def tab_to(self, selector: str) -> None:
        """Go on until the focus is on ``selector``, downwards all the way."""
        last = -1
        for _stop in range(MOST_STOPS):
            number = self.tab()
            assert number > last, f"the page ended, or the order broke, before {selector}: {self.where}"
            last = number
            if self.is_on(selector):
                return
        pytest.fail(f"{selector} is out of reach")

    def is_on(self, selector: str) -> bool:
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    @property
    def where(self) -> str:
        return self.page.evaluate("document.activeElement.outerHTML.slice(0, 160)")

    def stops(self, key: str = "Tab") -> list[int]:
        """Every stop from here to the end of the page."""
        found = []
        while number := self.tab(key):
            if found and number == found[0]:  # without a browser's bars around it the page begins again
                break
            found.append(number)
            assert len(found) < MOST_STOPS, f"the focus does not leave {self.where}"
        return found

    def follow(self) -> None:
        """Enter, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.press("Enter")


@pytest.fixture(params=[320, 1280], ids=["phone", "wide"])
def walk(request, browser: Browser, site, _office) -> Iterator[Walk]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 720}, base_url=site, reduced_motion="reduce"
    )
    yield Walk(context.new_page())
    context.close()


@pytest.fixture
def _office(db):
    OfficeProfileFactory()


def test_board_is_walked_with_keys_alone(walk):
    for number in range(3):
        PublishedFactory(title_pl=f"Kucharz {number}", title_uk=f"Кухар {number}")
    PublishedFactory(title_pl="Spawacz", title_uk="Зварник")
    page = walk.page
    page.goto("/pl/offers/")

    walk.tab()
    assert walk.is_on(".skip-link")
    walk.press("Enter")
    assert walk.is_on("#content")
    walk.tab()
    assert walk.page.evaluate("document.getElementById('content').contains(document.activeElement)")

    page.goto("/pl/offers/")
    walk.tab_to(".languages a[lang=uk]")
    walk.follow()
    assert page.locator("html").get_attribute("lang") == "uk"
    walk.tab_to("input[type=search]")
    page.keyboard.type("Кухар")
    walk.follow()
    assert page.locator("h2 a, h3 a").filter(has_text="Кухар").count() == 3
    assert page.get_by_text("Зварник").count() == 0

    walk.tab_to("main a[href*='/uk/offers/'][href$='/']")
    walk.follow()
    assert page.locator("h1").inner_text().startswith("Кухар")


def test_board_holds_no_focus_and_goes_back_the_same_way(walk):
    for number in range(3):
        PublishedFactory(title_pl=f"Kucharz {number}", title_uk=f"Кухар {number}")
    walk.page.goto("/uk/offers/")

    down = walk.stops()
    up = walk.stops("Shift+Tab")

    assert down == sorted(down)
    assert sorted(up) == down


def test_filters_of_the_board_are_chosen_with_keys_alone(walk):
    PublishedFactory(title_pl="Kucharz", has_lodging=True)
    PublishedFactory(title_pl="Spawacz")
    page = walk.page
    page.goto("/pl/offers/")

    walk.tab_to("details.filters > summary")
    walk.press("Enter")
    walk.tab_to("input[name=lodging]")
    walk.press("Space")

    expect(page.locator(".offer h2")).to_have_text(["Kucharz"])
    assert walk.is_on("input[name=lodging]:checked")


def test_desk_is_entered_and_searched_with_keys_alone(walk):
    user = UserFactory(role=Role.COORDINATOR)
    user.set_password(PASSWORD)
    user.save()
    page = walk.page

    page.goto("/pl/accounts/login/")
    walk.tab_to("input[name=login]")
    page.keyboard.type(user.username)
    walk.tab_to("input[name=password]")
    page.keyboard.type(PASSWORD)
    walk.follow()
    assert page.url.endswith("/pl/desk/")

    walk.tab_to("#desk-search")
    page.keyboard.type("Kowalenko")
    walk.follow()
    assert "/pl/desk/search/" in page.url

    if page.locator(".desk-menu").is_visible():
        walk.tab_to(".desk-menu > summary")
        walk.press("Space")
    walk.tab_to("nav a[href='/pl/desk/clients/']")
    walk.follow()
    walk.tab_to("main a[href='/pl/desk/clients/new/']")
    walk.follow()
    assert page.url.endswith("/pl/desk/clients/new/")


def test_error_of_a_form_leads_to_its_field_with_keys_alone(walk, site):
    sign_in(walk.page.context, UserFactory(role=Role.COORDINATOR), site)
    page = walk.page
    page.goto("/pl/desk/clients/new/")

    walk.tab_to("input[name=given_names]")
    page.keyboard.type("Olena")
    walk.tab_to("form p.actions button:not([name])")
    walk.follow()
    assert walk.is_on(".error-summary")

    walk.tab()
    walk.press("Enter")
    assert walk.is_on("input[name=surname]")
    page.keyboard.type("Kowalenko")
    walk.tab_to("form p.actions button:not([name])")
    walk.follow()
    saved = Client.objects.get(surname_latin="Kowalenko", given_names_latin="Olena")
    assert f"/pl/desk/clients/{saved.public_id}/" in page.url
    assert "Kowalenko" in page.locator("h1").inner_text()


@pytest.mark.parametrize(
    "path", ["/pl/desk/", "/pl/desk/clients/new/", "/pl/desk/offers/new/", "/pl/desk/clients/"]
)
def test_desk_holds_no_focus_and_goes_back_the_same_way(walk, site, path):
    sign_in(walk.page.context, UserFactory(role=Role.COORDINATOR), site)
    walk.page.goto(path)

    down = walk.stops()
    up = walk.stops("Shift+Tab")

    assert down == sorted(down)
    assert sorted(up) == down

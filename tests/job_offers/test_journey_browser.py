"""One offer from the employer's yard to a reader's phone and off the board again, in a real browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect
from pypdf import PdfReader

from accounts.permissions import Act, Role
from documents.making import make
from documents.models import Document
from job_offers.confirming import letters, links
from job_offers.models import CallBack, EmployerLink, FieldVisit, Offer
from reference.models import OfficeProfile
from tests.browser import TURN, axe, complaints, sign_in
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, PublishedFactory, place
from translations import drafting
from translations.models import Translation

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
GONE = "Ця пропозиція вже не актуальна"
UKRAINIAN = {
    "Kucharz": "Кухар",
    "Gotowanie zup i dań mięsnych.": "Приготування супів і м’ясних страв.",
}


@pytest.fixture(autouse=True)
def _office(settings, site: str) -> None:
    """Addresses in links and on paper lead to the portal of this test."""
    settings.SITE_URL = site
    OfficeProfile.objects.create()


@dataclass(frozen=True)
class People:
    """The pages of four people, each in a browser of their own."""

    agent: Page
    coordinator: Page
    refugee: Page
    employer: Page


@pytest.fixture
def people(browser: Browser, site: str) -> Iterator[People]:
    """The broker is the field agent; the coordinator was given the approving of translations."""
    broker = UserFactory(role=Role.BROKER)
    coordinator = UserFactory(role=Role.COORDINATOR, granted_acts=[Act.REVIEW_TRANSLATIONS])
    phone, reader = browser.new_context(**PHONE), browser.new_context(**PHONE, locale="uk")
    desk, employer = browser.new_context(), browser.new_context(locale="pl")
    sign_in(phone, broker, site)
    sign_in(desk, coordinator, site)
    yield People(phone.new_page(), desk.new_page(), reader.new_page(), employer.new_page())
    for context in (phone, reader, desk, employer):
        context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that runs no scripts."""
    context = browser.new_context(**PHONE, java_script_enabled=False, locale="uk")
    yield context
    context.close()


@pytest.fixture
def other() -> Offer:
    """What else is on the board: work in a kitchen, too, yet without lodging."""
    return PublishedFactory(title_pl="Pomoc kuchenna", title_uk="Помічниця кухаря", place=place("Chęciny"))


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def note_the_visit(phone: Page, site: str) -> None:
    phone.goto(f"{site}/en/desk/visits/")
    # To the end of its loading: what is typed before the scripts are there is not looked for.
    with phone.expect_navigation():
        phone.get_by_role("link", name="Note a visit").tap()
    phone.locator("#q").fill("Karczma Pod Wierzbą")
    expect(phone.get_by_text("No employer has this name or number.")).to_be_visible()
    phone.get_by_role("link", name="A new employer").tap()
    expect(phone.get_by_label("Name of the employer")).to_have_value("Karczma Pod Wierzbą")
    phone.get_by_label("Town or gmina").select_option(label="Chęciny")
    phone.get_by_label("Street and number").fill("ul. Próbna 5")
    phone.get_by_label("Phone").fill("41 555 01 03")
    phone.get_by_text("yes", exact=True).tap()
    phone.get_by_label("What was said").fill("Kucharz od zaraz, pokój nad karczmą.")
    phone.get_by_label("Call back on").fill(str(timezone.localdate() + timedelta(days=7)))
    phone.get_by_role("button", name="Save").tap()
    expect(phone.get_by_text("The visit is saved.")).to_be_visible()


def type_in_the_offer(phone: Page) -> None:
    phone.get_by_role("link", name="Type in an offer of this employer").tap()
    phone.get_by_label("Position").fill("Kucharz")
    phone.get_by_label("Duties").fill("Gotowanie zup i dań mięsnych.")
    phone.get_by_label("Kind of contract").select_option(label="permanent employment contract")
    phone.get_by_label("Pay from").fill("6500")
    phone.locator("[name=pay_unit]").select_option("month")
    phone.get_by_label("Lodging").check()
    phone.get_by_label("Valid until").fill(str(timezone.localdate() + timedelta(days=30)))
    phone.get_by_label("The employer agrees to a Ukrainian version").check()
    assert fits(phone)
    phone.get_by_role("button", name="Save as a draft").tap()
    expect(phone.get_by_text("The offer is saved as a draft.")).to_be_visible()
    phone.get_by_role("button", name="Ready for publication").tap()
    expect(phone.locator("h1 + p .tag").first).to_have_text("ready for publication")


def approve_the_translation(page: Page, site: str) -> None:
    page.goto(f"{site}/en/desk/translations/")
    page.get_by_role("link", name="Kucharz").click()
    for polish, ukrainian in UKRAINIAN.items():
        page.get_by_label(f"Ukrainian text of: {polish}").fill(ukrainian)
    page.get_by_role("button", name="Approve").click()
    expect(page.locator(".message")).to_be_visible()


def publish(page: Page, site: str) -> None:
    page.goto(f"{site}/en/desk/offers/")
    page.get_by_role("link", name="Kucharz").click()
    expect(page.get_by_text("Nothing stands against publication.")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("link", name="See it on the board")).to_be_visible()


def find_by_a_word_form(page: Page, site: str) -> None:
    """From the board to the page of the offer, past the one without lodging."""
    page.goto(f"{site}/uk/offers/")
    page.get_by_role("searchbox").fill("кухарем")
    page.get_by_role("button", name="Шукати").tap()
    expect(page.locator(".offer")).to_have_count(2)
    page.locator("details.filters > summary").tap()
    page.get_by_label("житло").check()
    if page.get_by_role("button", name="Показати пропозиції").is_visible():
        page.get_by_role("button", name="Показати пропозиції").tap()
    expect(page.locator(".offer h2")).to_have_text(["Кухар"])
    page.get_by_role("link", name="Кухар").tap()
    expect(page.locator("h1")).to_have_text("Кухар")


def print_the_page(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Приготування супів")
    for name in ("[data-print]", "#pass-on", ".public-nav", "main .back", "a[href$='/ask/']"):
        expect(page.locator(name).first).to_be_hidden()
    page.emulate_media(media="screen")


def printed_poster(page: Page) -> str:
    """The words of the paper that comes by itself once the worker has made it."""
    page.get_by_role("link", name="Сторінка А4 для друку").tap()
    expect(page.locator("h1")).to_have_text("Сторінка для друку")
    with page.expect_download() as arrived, TURN:
        make(Document.objects.get().pk)
    content = Path(arrived.value.path()).read_bytes()
    words = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages)
    return " ".join(words.split())


def link_for_the_employer(page: Page, site: str) -> str:
    page.goto(f"{site}/en/desk/offers/")
    page.get_by_role("link", name="Kucharz").click()
    page.get_by_text("Ask the employer by a link").click()
    page.get_by_role("button", name="Show a link to copy").click()
    return page.get_by_label("Link", exact=True).input_value()


def close_by(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Czy ta oferta jest aktualna?")
    page.get_by_label("Nie, znaleźliśmy pracowników").check()
    page.get_by_role("button", name="Wyślij odpowiedź").click()
    expect(page.locator("h1")).to_have_text("Dziękujemy, mamy Państwa odpowiedź")


def open_again(page: Page, address: str) -> Response:
    """More than a minute later: what the phone may keep of a page for so long it has not kept."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    response = page.goto(address)
    assert response is not None
    return response


def find_another(page: Page, title: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    expect(page.locator("h1")).to_have_text(GONE)
    expect(page.locator("main")).to_contain_text("Роботодавець уже знайшов людей на цю роботу.")
    page.get_by_role("link", name=title).tap()
    expect(page.locator("h1")).to_have_text(title)


def drafted(*, other: Offer) -> Offer:
    """The offer that is not the ``other``, once the worker has drafted its Ukrainian text."""
    with TURN:
        offer = Offer.objects.exclude(pk=other.pk).get()
        assert drafting.draft(Translation.objects.of(Offer).get(object_id=offer.pk).pk)
    return offer


def test_an_offer_goes_from_the_yard_to_a_reader_and_off_the_board(people: People, site: str, other: Offer):
    agent, coordinator, refugee, employer = people.agent, people.coordinator, people.refugee, people.employer

    with complaints(agent) as at_agent, complaints(coordinator) as at_coordinator:
        note_the_visit(agent, site)
        type_in_the_offer(agent)
        offer = drafted(other=other)
        approve_the_translation(coordinator, site)
        publish(agent, site)
    with complaints(refugee) as at_refugee, complaints(employer) as at_employer:
        find_by_a_word_form(refugee, site)
        address = refugee.url
        print_the_page(refugee)
        words = printed_poster(refugee)
        close_by(employer, link_for_the_employer(agent, site))
    gone = open_again(refugee, address)
    find_another(refugee, "Помічниця кухаря")

    assert {"Kucharz", "Кухар"} <= set(words.split())
    assert (address, gone.status) == (f"{site}/uk/offers/{offer.public_id}/", 410)
    assert refugee.url == f"{site}/uk/offers/{other.public_id}/"
    offer.refresh_from_db()
    assert (offer.state, offer.closed_on) == (Offer.State.FILLED, timezone.localdate())
    visit = FieldVisit.objects.get()
    assert (visit.employer, visit.agent) == (offer.employer, offer.entered_by)
    assert CallBack.objects.get().employer == offer.employer
    assert [at_agent, at_coordinator, at_refugee, at_employer] == [[], [], [], []]


def test_readers_and_employers_need_no_scripts(plain: BrowserContext, site: str, other: Offer):
    offer = PublishedFactory(
        title_pl="Kucharz",
        title_uk="Кухар",
        place=place("Chęciny"),
        has_lodging=True,
        duties_uk="Приготування супів",
    )
    _link, token = links.make(offer, by=None)
    page = plain.new_page()

    find_by_a_word_form(page, site)
    print_the_page(page)
    words = printed_poster(page)
    close_by(plain.new_page(), letters.address_of_page(token))
    gone = open_again(page, f"{site}/uk/offers/{offer.public_id}/")
    find_another(page, "Помічниця кухаря")

    assert {"Kucharz", "Кухар"} <= set(words.split())
    assert gone.status == 410
    assert EmployerLink.objects.get().answer == "filled"


@pytest.mark.parametrize("language", ["pl", "uk"])
def test_pages_of_the_journey_are_fit_for_everyone_on_a_phone(people: People, site: str, language: str):
    employer, (_link, token) = EmployerFactory(), links.make(PublishedFactory(), by=None)
    pages = [
        "desk/visits/new/note/",
        f"desk/visits/new/note/?employer={employer.public_id}",
        f"desk/offers/new/?employer={employer.public_id}",
        f"employers/confirm/{token}/",
    ]

    phone, faults = people.agent, []
    with complaints(phone) as heard:
        for name in pages:
            phone.goto(f"{site}/{language}/{name}")
            faults += [f"{name}: {fault}" for fault in axe(phone)]
            faults += [] if fits(phone) else [f"{name} is wider than the phone"]

    assert (heard, faults) == ([], [])
